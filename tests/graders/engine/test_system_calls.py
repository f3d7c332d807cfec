"""The filter of system calls, tried against the kernel by raw calls, and read by a small machine of our own."""

import errno
import json
import os
import signal
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores_graders.engine.inside import linux, syscalls
from corredores_graders.engine.inside.seccomp import Filter
from tests.graders.engine.conftest import Inside, said

AUDIT, COLUMN = syscalls.PROCESSORS.get(linux.machine(), (0, 0))
EVERYWHERE = {**dict.fromkeys(syscalls.DENIED, errno.EPERM), **dict.fromkeys(syscalls.FORKS, errno.EAGAIN)}
EVERYWHERE |= dict.fromkeys(syscalls.UNREADABLE, errno.ENOSYS)
SHARED = dict.fromkeys(syscalls.DENIED_ON_SHARED_FILES, errno.EPERM)
TABLE = {**syscalls.DENIED, **syscalls.FORKS, **syscalls.UNREADABLE, **syscalls.DENIED_ON_SHARED_FILES}
ALLOWED, KILLED = 0x7FFF0000, 0x80000000
BY_ARGUMENTS = {
    "fork by clone": ("clone", (signal.SIGCHLD, 0, 0, 0, 0), errno.EAGAIN),
    "vfork by clone": ("clone", (0x4000 | 0x100 | signal.SIGCHLD, 0, 0, 0, 0), errno.EAGAIN),
    "user namespace by clone": ("clone", (linux.CLONE_NEWUSER | signal.SIGCHLD, 0, 0, 0, 0), errno.EPERM),
    "time namespace by clone": ("clone", (0x80 | signal.SIGCHLD, 0, 0, 0, 0), errno.EPERM),
    "no longer die with the parent": ("prctl", (linux.PR_SET_PDEATHSIG, 0), errno.EPERM),
    "another filter": ("prctl", (linux.PR_SET_SECCOMP, 1, 0), errno.EPERM),
    "adopt processes": ("prctl", (linux.PR_SET_CHILD_SUBREAPER, 1), errno.EPERM),
    "type into the terminal": ("ioctl", (0, 0x5412, 0), errno.ENOTTY),
    "signals of a socket to another": ("ioctl", (3, 0x8901, 0), errno.ENOTTY),
    "seal a file": ("ioctl", (3, 0x40806685, 0), errno.ENOTTY),
    "unlock a terminal": ("ioctl", (0, 0x40045431, 0), errno.ENOTTY),
    "a thread with descriptors of its own": ("clone", (0x10000 | 0x800 | 0x100, 0, 0, 0, 0), errno.EAGAIN),
    "signals of a descriptor to another": ("fcntl", (3, 8, 1), errno.EPERM),
    "a lease": ("fcntl", (3, 1024, 0), errno.EPERM),
    "limits of another": ("prlimit64", (2, 7, 0, 0), errno.EPERM),
    "processors of another": ("sched_setaffinity", (2, 8, 0), errno.EPERM),
}


def verdict(program: bytes, number: int, arguments: tuple[int, ...] = (), audit: int = AUDIT) -> int:
    """What the filter answers, by the rules of the kernel's packet filter."""
    padded = [value & (1 << 64) - 1 for value in (*arguments, 0, 0, 0, 0, 0, 0)[:6]]
    seen = struct.pack("=iIQ6Q", number if number < 1 << 31 else number - (1 << 32), audit, 0, *padded)
    steps = list(struct.iter_unpack("=HBBI", program))
    held = place = 0
    while True:
        code, if_true, if_false, value = steps[place]
        place += 1
        if code == 0x20:
            (held,) = struct.unpack_from("=I", seen, value)
        elif code == 0x54:
            held &= value
        elif code == 0x06:
            return int(value)
        else:
            test = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[code]
            place += if_true if test else if_false


def refused(answer: int) -> int:
    return 0x50000 | answer


@pytest.fixture(scope="module", params=[True, False], ids=["shared files", "own files"])
def program(request: pytest.FixtureRequest) -> bytes:
    return Filter(own_pid=4_321, shared_files=request.param).program()


@given(st.sampled_from(sorted(EVERYWHERE)), st.lists(st.integers(0, (1 << 64) - 1), min_size=6, max_size=6))
def test_a_denied_call_is_denied_whatever_its_arguments(program: bytes, name: str, arguments: list[int]) -> None:
    number = TABLE[name][COLUMN]
    if number is not None:
        assert verdict(program, number, tuple(arguments)) == refused(EVERYWHERE[name])


@given(st.integers(syscalls.LAST + 1, 0x3FFFFFFF))
def test_a_call_that_the_table_does_not_know_does_not_exist(program: bytes, number: int) -> None:
    assert verdict(program, number) == refused(errno.ENOSYS)


@given(st.integers(0, 500), st.integers(0, 0xFFFFFFFF))
def test_another_processors_numbers_end_the_process(program: bytes, number: int, audit: int) -> None:
    answer = verdict(program, number, audit=audit)
    assert answer == KILLED or audit == AUDIT


@given(st.integers(0, (1 << 64) - 1))
def test_a_clone_that_is_allowed_is_a_thread_without_namespaces(program: bytes, flags: int) -> None:
    number = syscalls.WATCHED["clone"][COLUMN]
    assert number is not None
    if verdict(program, number, (flags,)) == ALLOWED:
        assert flags & linux.CLONE_THREAD and flags & linux.CLONE_FILES
        assert not flags & 0x7E020080
    else:
        assert not flags & linux.CLONE_THREAD or not flags & linux.CLONE_FILES or flags & 0x7E020080


@given(st.integers(0, (1 << 32) - 1))
def test_a_file_opened_to_read_is_not_emptied_where_files_are_shared(flags: int) -> None:
    number = syscalls.WATCHED["openat"][COLUMN]
    assert number is not None
    allowed = verdict(Filter(own_pid=4_321, shared_files=True).program(), number, (0, 0, flags)) == ALLOWED
    assert allowed == (not flags & 0o20000000 and flags & 0o1003 != 0o1000)


@given(st.sampled_from(["kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"]), st.integers(-(1 << 31), 1 << 31))
def test_where_the_user_is_shared_only_itself_can_be_signalled(name: str, target: int) -> None:
    number = syscalls.WATCHED[name][COLUMN]
    assert number is not None
    answer = verdict(Filter(own_pid=4_321, shared_files=True).program(), number, (target, 9))
    assert (answer == ALLOWED) == (target == 4_321)


@pytest.fixture(scope="module")
def answered() -> dict[str, dict[str, int]]:
    """What the kernel answered inside, by level and call; filled as levels are tried."""
    return {}


RAW = """
import ctypes, json
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    ctypes.set_errno(0)
    got = libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments))
    return ctypes.get_errno() if got == -1 else 0
"""


def ask(inside: Inside, answered: dict[str, dict[str, int]]) -> dict[str, int]:
    """Make every call of the tables once in one child, each with arguments that are no good for any."""
    if inside.level not in answered:
        tables = {**TABLE, "unknown": (syscalls.LAST + 1,) * 2, "far": (100_000,) * 2}
        numbers = {name: columns[COLUMN] for name, columns in tables.items() if columns[COLUMN] is not None}
        for name, (call, arguments, _) in BY_ARGUMENTS.items():
            numbers[name] = (syscalls.WATCHED[call][COLUMN], *map(int, arguments))
        asked = "{name: call(*(asked if type(asked) is tuple else (asked, -1, -1, -1, -1, -1, -1)))"
        run = inside.run(
            RAW + f"NUMBERS = {numbers!r}", f"print(json.dumps({asked} for name, asked in NUMBERS.items()}}))"
        )
        assert run.ended == "", run.ended
        answered[inside.level] = json.loads(said(run.cells[1]))
    return answered[inside.level]


CALLS = {**EVERYWHERE, "unknown": errno.ENOSYS, "far": errno.ENOSYS}
CALLS |= {name: answer for name, (_, _, answer) in BY_ARGUMENTS.items()}


@pytest.mark.parametrize("name", sorted(CALLS))
def test_the_kernel_refuses(inside: Inside, answered: dict[str, dict[str, int]], name: str) -> None:
    got = ask(inside, answered)
    if TABLE.get(name, (0, 0))[COLUMN] is None:
        assert name not in got
    else:
        assert errno.errorcode.get(got[name]) == errno.errorcode[CALLS[name]]


@pytest.mark.parametrize("level", ["landlock"])
@pytest.mark.parametrize("name", sorted(SHARED))
def test_the_kernel_refuses_on_shared_files(inside: Inside, answered: dict[str, dict[str, int]], name: str) -> None:
    if TABLE[name][COLUMN] is not None:
        assert errno.errorcode.get(ask(inside, answered)[name]) == "EPERM"


@pytest.mark.skipif(linux.machine() != "x86_64", reason="only that processor has two more sets of numbers")
@pytest.mark.parametrize("number", [39, 57, 101])
def test_a_number_of_the_x32_set_ends_the_run(inside: Inside, number: int) -> None:
    run = inside.run("print('before')", RAW + f"call({0x40000000 | number})\nprint('after')", "print('never')")
    assert run.ended == "killed"
    assert [said(cell) for cell in run.cells] == ["before\n", ""]


def test_a_fork_is_refused_however_it_is_asked_for(inside: Inside) -> None:
    tried = inside.try_all(
        {
            "fork": "os.fork()",
            "pty": "os.forkpty()",
            "spawn": "os.posix_spawn('/bin/true', ['true'], {})",
            "exec": "os.execv(sys.executable, [sys.executable, '-c', '1'])",
            "subprocess": "__import__('subprocess').run(['true'])",
            "shell": "os.popen('true').read() or 1 / 0",
            "process": "__import__('multiprocessing').get_context('fork').Process(target=print).start()",
            "spawned process": "__import__('multiprocessing').get_context('spawn').Process(target=print).start()",
            "pool": "__import__('concurrent.futures').futures.ProcessPoolExecutor(1).submit(len, '').result()",
        }
    )
    assert {name: what for name, (how, what) in tried.items() if how == "did"} == {}
    thread = inside.tell(
        "[t.start() or t.join() for t in [threading.Thread(target=len, args=('',))]]", "import threading"
    )
    assert thread == [None]
    assert os.getpid()
