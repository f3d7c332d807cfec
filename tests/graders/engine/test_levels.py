"""The strongest sandbox that really works here is taken; where none does, grading refuses and names the cure."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corredores.command_error import CommandError
from corredores_graders.engine.levels import VARIABLE, WANTED, NoSandbox, choose_level
from corredores_graders.engine.warm import WarmInterpreter
from tests.graders.engine.conftest import Inside, lacking, require, said

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sandboxes are Linux'")
CHOOSE = """
from corredores_graders.engine.levels import NoSandbox, choose_level
try:
    print(choose_level(WANTED))
except NoSandbox as refused:
    print("refused:", refused)
"""
#: Chooses, and tries with a real submission that the level holds.
CHOOSE_AND_RUN = """
import json
from corredores_graders.engine.execute import execute
from corredores_graders.engine.job import Job, Run
cells = (
    "import os, socket\\ndef tried(f):\\n  try: f(); return 'did'\\n  except OSError as e: return 'refused'",
    "print(tried(lambda: open('/etc/passwd')), tried(socket.socket), tried(os.fork), tried(lambda: open('a', 'w')))",
)
run = Run.from_bytes(execute(Job(cells).to_bytes()))
print(json.dumps([run.level, run.ended, run.cells[-1].messages[0]["content"]["text"]]))
"""
#: Takes Landlock away from the process and what it starts, as an older kernel would.
NO_LANDLOCK = """
import ctypes, struct
steps = [(0x20, 0, 0, 0), (0x15, 0, 1, 444), (0x06, 0, 0, 0x00050000 | 38), (0x06, 0, 0, 0x7FFF0000)]
code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))
libc = ctypes.CDLL(None)
assert libc.prctl(38, 1, 0, 0, 0) == 0
assert libc.prctl(22, 2, ctypes.byref(Program(len(steps), ctypes.cast(code, ctypes.c_void_p)))) == 0
"""


@pytest.fixture
def without_bubblewrap(tmp_path: Path) -> str:
    """A PATH on which there is everything but bubblewrap."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("setpriv", "unshare", "sh", "true", "env"):
        if found := shutil.which(name):
            (tools / name).symlink_to(found)
    return str(tools)


def choose(wanted: str = "None", before: str = "", wrapped: tuple[str, ...] = (), **variables: str) -> str:
    """What a new process chooses."""
    return ask(before + CHOOSE.replace("WANTED", wanted), wrapped, **variables)


def ask(program: str, wrapped: tuple[str, ...] = (), **variables: str) -> str:
    command = [*wrapped, sys.executable, "-c", program]
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    ran = subprocess.run(
        command, env={**environment, **variables}, capture_output=True, text=True, timeout=120, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_namespaces_are_taken_where_bubblewrap_works() -> None:
    require("namespaces")
    assert choose() == "namespaces"


def test_landlock_is_taken_where_bubblewrap_is_not_installed(without_bubblewrap: str) -> None:
    assert choose(PATH=without_bubblewrap) == "landlock"


def test_what_is_asked_for_is_given_or_refused(without_bubblewrap: str) -> None:
    assert choose("'landlock'") == "landlock"
    assert choose(**{VARIABLE: "landlock"}) == "landlock"
    assert choose("'none'") == "none"
    refused = choose("'namespaces'", PATH=without_bubblewrap)
    assert refused.startswith("refused:") and "bwrap" in refused and "apt install bubblewrap" in refused
    assert choose(PATH=without_bubblewrap, **{VARIABLE: "namespaces"}).startswith("refused:")


def test_a_level_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(NoSandbox, match="«fuerte»") as refused:
        choose_level("fuerte")
    assert all(level in str(refused.value) for level in WANTED)


def test_where_neither_is_to_be_had_grading_refuses_and_names_the_cure(without_bubblewrap: str) -> None:
    refused = choose(before=NO_LANDLOCK, PATH=without_bubblewrap)
    assert refused.startswith("refused:")
    for word in ("bubblewrap", "Landlock", "--no-sandbox", "5.13"):
        assert word in refused
    assert choose("'none'", before=NO_LANDLOCK, PATH=without_bubblewrap) == "none"
    if not lacking("namespaces"):
        assert choose(before=NO_LANDLOCK) == "namespaces", "one wall is enough"


OFF = {
    "limit of none": (
        "unshare",
        "--user",
        "--map-root-user",
        "sh",
        "-c",
        'echo 0 >/proc/sys/user/max_user_namespaces; exec "$@"',
        "-",
    ),
    "disabled by bubblewrap": (
        "bwrap",
        "--unshare-user",
        "--disable-userns",
        "--dev-bind",
        "/",
        "/",
        "--proc",
        "/proc",
        "--",
    ),
}


@pytest.mark.parametrize("how", OFF)
def test_without_user_namespaces_the_second_level_is_taken_and_holds(how: str, tmp_path: Path) -> None:
    wrapped = OFF[how]
    if not shutil.which(wrapped[0]):
        pytest.skip(f"{wrapped[0]} is not installed")
    none_more = subprocess.run([*wrapped, "unshare", "--user", "true"], capture_output=True, check=False)
    assert none_more.returncode != 0, "there are user namespaces all the same"
    assert choose(wrapped=wrapped) == "landlock"
    level, ended, text = json.loads(ask(CHOOSE_AND_RUN, wrapped, TMPDIR=str(tmp_path)))
    assert (level, ended) == ("landlock", "")
    assert text.split() == ["refused", "refused", "refused", "did"]


def test_refusing_is_an_error_that_the_command_line_tells_plainly() -> None:
    assert issubclass(NoSandbox, CommandError)


def test_without_a_sandbox_a_run_says_so_and_its_bounds_of_time_hold() -> None:
    interpreter = WarmInterpreter("none")
    try:
        run = Inside("none", interpreter).run(
            "while True: pass", "import socket; socket.socket().close()", cell_seconds=1
        )
        assert (run.level, run.ended, run.cells[0].timed_out, said(run.cells[1])) == ("none", "", True, "")
        assert os.listdir(interpreter._scratch.name) == []
    finally:
        interpreter.close()
