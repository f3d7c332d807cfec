"""A submission sees the interpreter, the packages, the course and its own folder, and nothing else of the machine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import corredores_graders
from corredores_graders.engine.launch import readable_paths
from tests.graders.engine.conftest import SECRET, Inside

GRADERS = Path(corredores_graders.__file__).parent
TRY_EACH = """
def readable(path):
    try:
        with open(path, "rb") as file:
            return bool(file.read(1)) or True
    except OSError:
        return False
"""


def one_file_a_folder(top: Path, without: set[Path], depth: int) -> Iterator[str]:
    """Paths of plain files, one a folder, down to some depth."""
    entries = sorted(os.scandir(top), key=lambda entry: entry.name)
    yield from [entry.path for entry in entries if entry.is_file(follow_symlinks=False)][:1]
    for entry in entries if depth else []:
        if entry.is_dir(follow_symlinks=False) and Path(entry.path) not in without:
            with suppress(OSError):
                yield from one_file_a_folder(Path(entry.path), without, depth - 1)


@pytest.fixture
def victim(home: Path) -> Iterator[int]:
    """A process of the trainer's with the secret among its arguments and in its memory."""
    code = f"secret = {SECRET!r}; import time; print(1, flush=True); time.sleep(600)"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=home)
    assert process.stdout
    process.stdout.readline()
    yield process.pid
    assert process.poll() is None, "it was ended from inside"
    process.kill()
    process.wait()
    process.stdout.close()


def test_nothing_can_be_read_but_what_is_listed_and_the_own_folder(inside: Inside) -> None:
    known = {*readable_paths()}
    elsewhere = list(one_file_a_folder(Path("/"), {*known, *map(Path, ("/proc", "/sys", "/dev"))}, 4))[:2_000]
    assert len(elsewhere) > 100
    listed = [path for folder in known if folder.is_dir() for path in [*one_file_a_folder(folder, set(), 1)][:1]]
    before = TRY_EACH + f"ELSEWHERE, LISTED = {elsewhere!r}, {listed!r}"
    read, not_read = inside.tell("[list(filter(readable, ELSEWHERE)), [p for p in LISTED if not readable(p)]]", before)
    assert [path for path in read if Path(path) not in known] == []
    assert not_read == [], "what is listed is there"


def test_of_the_graders_only_the_inside_is_listed(inside: Inside) -> None:
    paths = list(readable_paths())
    within = [path for path in paths if GRADERS in [path, *path.parents]]
    assert within == [GRADERS / "engine" / "inside"]
    assert not [path for path in paths if path in GRADERS.parents]
    tried = inside.try_all(
        {
            "imported": "__import__('corredores_graders')",
            "keys": "__import__('corredores_graders.answer_keys.m03')",
            "found": "__import__('importlib.util').util.find_spec('corredores_graders').origin",
            "listed": f"os.listdir({str(GRADERS)!r}) == ['engine'] or 1 / 0",
        }
    )
    assert {how for how, _ in tried.values()} <= {"ModuleNotFoundError", "AttributeError", "EACCES", "did"}
    assert [name for name, (how, _) in tried.items() if how == "did"] in ([], ["listed"])


WAYS = {
    "open": "open(PATH).read()",
    "io": "__import__('io').FileIO(PATH).read()",
    "os.open": "os.read(os.open(PATH, os.O_RDONLY), 100)",
    "by a link": "(os.symlink(PATH, 'link'), open('link').read())",
    "by a hard link": "(os.link(PATH, 'hard'), open('hard').read())",
    "renamed into the folder": "(os.rename(PATH, 'moved'), open('moved').read())",
    "by the root of process 1": "open('/proc/1/root' + PATH).read()",
    "by its own root": "open('/proc/self/root' + PATH).read()",
    "from the folder up": "open('../' * 40 + PATH.lstrip('/')).read()",
    "by the folder's descriptor": "os.open(PATH.lstrip('/'), os.O_RDONLY, dir_fd=os.open('/', os.O_PATH))",
    "pandas": "__import__('pandas').read_csv(PATH)",
    "numpy": "__import__('numpy').fromfile(PATH)",
    "mapped": "__import__('mmap').mmap(os.open(PATH, os.O_RDONLY), 0)",
    "arrow": "__import__('pyarrow').memory_map(PATH).read()",
    "sqlite": "__import__('sqlite3').connect(f'file:{PATH}?mode=ro', uri=True).execute('select 1 from x')",
    "copied": "__import__('shutil').copyfile(PATH, 'copy')",
    "a raw call": "LIBC_OPEN()",
    "run": "get_ipython().run_line_magic('run', PATH)",
    "load": "get_ipython().run_line_magic('load', PATH)",
    "shown": "__import__('IPython.display').display.FileLink(PATH)._repr_html_() and open(PATH).read()",
    "truncated": "os.truncate(PATH, 0)",
    "emptied while opened to read": "os.open(PATH, os.O_RDONLY | os.O_TRUNC)",
    "removed": "os.remove(PATH)",
    "its rights": "os.chmod(PATH, 0o777)",
    "its times": "os.utime(PATH)",
}
RAW = """
import ctypes
def LIBC_OPEN():
    got = ctypes.CDLL(None, use_errno=True).open(PATH.encode(), 0)
    if got < 0:
        raise OSError(ctypes.get_errno(), "raw")
    return got
"""


def secret_files(home: Path) -> dict[str, Path]:
    return {
        "home": home / "class.csv",
        "keys": GRADERS / "answer_keys" / "m03.py",
        "passwords": Path("/etc/passwd"),
    }


@pytest.mark.parametrize("kind", ["home", "keys", "passwords"])
def test_a_file_of_the_trainers_is_out_of_reach_by_any_way(inside: Inside, home: Path, kind: str) -> None:
    path = secret_files(home)[kind]
    content, about = path.read_bytes(), path.stat()
    tried = inside.try_all(WAYS, f"PATH = {str(path)!r}\n" + RAW)
    shown = tried.pop("run"), tried.pop("load")
    assert SECRET not in str(shown)
    reached = {name: (how, what) for name, (how, what) in tried.items() if how == "did"}
    assert reached == {}
    assert path.read_bytes() == content
    assert (path.stat().st_mode, path.stat().st_mtime_ns) == (about.st_mode, about.st_mtime_ns)


def test_a_folder_with_the_secret_beside_the_own_one_is_out_of_reach(inside: Inside, tmp_path: Path) -> None:
    (tmp_path / "gradebook.db").write_text(SECRET)
    path = str(tmp_path / "gradebook.db")
    tried = inside.try_all({"read": "open(P).read()", "list": "os.listdir(os.path.dirname(P))"}, f"P = {path!r}")
    assert {how for how, _ in tried.values()} <= {"ENOENT", "EACCES"}


def test_the_environment_says_nothing_of_the_trainers(inside: Inside, home: Path) -> None:
    environment = inside.tell("dict(os.environ)")
    assert not {"CORREDORES_TEST_SECRET", "USER", "LOGNAME", "PYTEST_CURRENT_TEST"} & set(environment)
    assert SECRET not in str(environment) and str(home) not in str(environment)
    assert environment["HOME"].endswith("/cuaderno")


def test_no_process_of_the_trainers_is_seen_read_signalled_or_traced(inside: Inside, victim: int) -> None:
    me = os.getpid()
    tried = inside.try_all(
        {
            "arguments": f"open('/proc/{victim}/cmdline').read()",
            "environment": f"open('/proc/{me}/environ').read()",
            "memory": f"open('/proc/{victim}/mem', 'rb').read(1)",
            "descriptors": f"os.listdir('/proc/{victim}/fd')",
            "folder": f"os.readlink('/proc/{victim}/cwd')",
            "parent": "open(f'/proc/{os.getppid()}/environ').read() if os.getppid() else open('/proc/0/environ')",
            "signal": f"os.kill({victim}, 9)",
            "interrupt of the grading process": f"os.kill({me}, 2)",
            "signal to all": "os.kill(-1, 0)",
            "signal to the group": f"os.killpg(os.getpgid({victim}), 9)",
            "handle": f"os.pidfd_open({victim})",
            "limits": f"__import__('resource').prlimit({victim}, __import__('resource').RLIMIT_CPU, (1, 1))",
            "processors": f"os.sched_setaffinity({victim}, {{0}})",
            "niceness": f"os.setpriority(os.PRIO_PROCESS, {victim}, 19)",
        }
    )
    assert {name: what for name, (how, what) in tried.items() if how == "did"} == {}
