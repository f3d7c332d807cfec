"""What the kernel says of a submission's process: no privileges, namespaces of its own, four descriptors."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.graders.engine.conftest import Inside, said

NAMESPACES = ("user", "mnt", "pid", "ipc", "net", "uts", "cgroup")
STATUS = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def capabilities():
    header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    return [libc.capget(header, data), *data]
def bounding():
    return [libc.prctl(23, number, 0, 0, 0) for number in range(41)]
"""


def test_no_capability_is_held_or_can_be_had(inside: Inside) -> None:
    held, bounding = inside.tell("[capabilities(), bounding()]", STATUS)
    assert held == [0] * 7
    if os.getuid() == 0 or inside.level == "namespaces":  # nobody else can drop what he has not
        assert not any(value > 0 for value in bounding)


def test_no_program_gives_privileges_and_the_filter_is_on(inside: Inside) -> None:
    asked = "[libc.prctl(39, 0, 0, 0, 0), libc.prctl(21, 0, 0, 0, 0)]"
    assert inside.tell(asked, STATUS) == [1, 2]
    tried = inside.try_all(
        {"off": "1 / libc.prctl(38, 0, 0, 0, 0) + 1 / 0", "exec": "os.execv('/usr/bin/env', ['env'])"}, STATUS
    )
    assert tried["exec"][0] in ("EPERM", "ENOENT", "EACCES")
    assert inside.tell("libc.prctl(39, 0, 0, 0, 0)", STATUS + "libc.prctl(38, 0, 0, 0, 0)") == 1


@pytest.mark.parametrize("level", ["namespaces"])
def test_every_namespace_is_another_than_the_trainers(inside: Inside) -> None:
    found = inside.tell("{name: os.readlink(f'/proc/self/ns/{name}') for name in NAMES}", f"NAMES = {NAMESPACES!r}")
    for name in NAMESPACES:
        assert found[name] != os.readlink(f"/proc/self/ns/{name}"), name


@pytest.mark.parametrize("level", ["namespaces"])
def test_two_runs_have_no_user_mount_process_or_ipc_namespace_in_common(inside: Inside) -> None:
    expression = "[os.readlink(f'/proc/self/ns/{name}') for name in ('user', 'mnt', 'pid', 'ipc')]"
    hold = f"import os, time\nprint({expression})\ntime.sleep(1)"
    with ThreadPoolExecutor(2) as pool:
        first, second = (set(eval(said(run.cells[0]))) for run in pool.map(lambda _: inside.run(hold), range(2)))
    assert len(first) == len(second) == 4
    assert not first & second


@pytest.mark.parametrize("level", ["namespaces"])
def test_it_is_the_first_process_of_its_own_world_and_nobody_outside(inside: Inside) -> None:
    assert inside.tell("[os.getpid(), os.getppid(), os.getuid(), os.getgid(), os.getgroups()]")[:4] == [
        1,
        0,
        1000,
        1000,
    ]
    assert inside.tell("[name for name in os.listdir('/proc') if name.isdigit()]") == ["1"]
    assert "64001" in inside.tell("open('/proc/self/uid_map').read()") or os.getuid() != 0


@pytest.mark.parametrize("level", ["namespaces"])
def test_there_is_no_network_device_but_an_empty_loopback(inside: Inside) -> None:
    lines = inside.tell("open('/proc/self/net/dev').read()").splitlines()[2:]
    assert [line.split(":")[0].strip() for line in lines] in ([], ["lo"])
    sockets = inside.tell("open('/proc/self/net/unix').read().splitlines()[1:]")
    assert [line for line in sockets if len(line.split()) > 7] == [], "none has a name"


@pytest.mark.parametrize("level", ["namespaces"])
def test_all_but_the_scratch_folder_is_mounted_for_reading(inside: Inside) -> None:
    mounts = [line.split() for line in inside.tell("open('/proc/self/mounts').read()").splitlines()]
    devices = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty"}
    uppermost = {where: options.split(",")[0] for _, where, _, options, *_ in mounts}
    writable = {where for where, mode in uppermost.items() if mode == "rw"}
    assert writable - devices - {"/proc"} == {inside.tell("os.path.dirname(os.getcwd())")}
    written = inside.tell("[path for path in PATHS if try_write(path)]", WRITE)
    assert written == []


WRITE = """
PATHS = [f"/{name}" for name in os.listdir("/") if f"/{name}" != os.path.dirname(os.getcwd())]
PATHS += ["/", "/dev/shm", "/dev/pts", "/proc/sys/kernel", "/proc/self"]
PATHS += [os.path.dirname(os.__file__), os.path.dirname(__import__("pandas").__file__)]
PATHS += [os.path.dirname(__import__("corredores").__file__), "/usr/lib"]
def try_write(folder):
    try:
        with open(folder + "/written", "w"):
            return True
    except OSError:
        return False
"""


def test_nothing_of_the_machine_can_be_written(inside: Inside) -> None:
    tops = [f"/{name}" for name in os.listdir("/") if name != "tmp"]
    extra = "" if inside.level == "namespaces" else f"\nPATHS[:] = {tops!r} + PATHS"
    before = WRITE if inside.level == "namespaces" else WRITE.replace('os.listdir("/")', "()")
    assert inside.tell("[path for path in PATHS if try_write(path)]", before + extra) == []
    for path in ("/written", "/dev/shm/written", "/usr/lib/written"):
        assert not Path(path).exists()


@pytest.mark.parametrize(
    "knob",
    ["/proc/sys/kernel/hostname", "/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/vm/drop_caches"],
)
def test_no_knob_of_the_kernel_can_be_turned(inside: Inside, knob: str) -> None:
    tried = inside.try_all({"turn": f"open({knob!r}, 'w').write('1')"})
    assert tried["turn"][0] in ("EACCES", "EPERM", "EROFS", "ENOENT")


def test_four_descriptors_are_inherited_and_the_first_three_lead_nowhere(inside: Inside) -> None:
    before = """
import stat
def about(number):
    try:
        found = os.fstat(number)
    except OSError:
        return None
    return "socket" if stat.S_ISSOCK(found.st_mode) else [os.major(found.st_rdev), os.minor(found.st_rdev)]
"""
    found = inside.tell("[about(number) for number in range(128)]", before)
    assert found[:4] == [[1, 3], [1, 3], [1, 3], "socket"]
    # what is open beyond was opened by the run itself: its event loop's
    assert all(one is None or one == "socket" or one == [0, 0] for one in found[4:]), found[4:12]
    assert sum(one is not None for one in found) <= 7
