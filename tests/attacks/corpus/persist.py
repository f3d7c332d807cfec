"""Leaving something for the next: each submission looks for what one like it has left, then leaves it."""

import os

from tests.attacks.attack import SYSCALL, Attack

_FILES = """
import os, tempfile
places = ["/tmp", "/var/tmp", "/dev/shm", "/run", tempfile.gettempdir(), os.path.expanduser("~"), "..", "../..", ".", "/dev/mqueue", "/dev/pts", "@home@", "/mnt"]
for place in places:
    for name in ("MARCA", ".MARCA"):
        if os.path.lexists(os.path.join(place, name)):
            print(ROTO, place)
for place in ("..", "/tmp", "../.."):
    try:
        others = [name for name in os.listdir(place) if name not in ("cuaderno", "MARCA", ".MARCA", "matplotlib") and not name.startswith((".", "m03", "tmp"))]
        if others:
            print(place, others)
    except OSError:
        pass
for place in places:
    for name in ("MARCA", ".MARCA"):
        try:
            open(os.path.join(place, name), "w").write("aqui")
        except OSError:
            pass
e5_share = None
"""
_MODULES = """
import builtins, json, sys
import pandas as pd, numpy as np, plotly, corredores, corredores.checking.cell as cell, IPython
for thing in (builtins, json, sys, pd, np, plotly, corredores, cell, IPython, get_ipython(), type(get_ipython()), json.loads, cell.check):
    if getattr(thing, "MARCA", None):
        print(ROTO, getattr(thing, "__name__", thing))
    try:
        thing.MARCA = "aqui"
    except (AttributeError, TypeError):
        pass
if "MARCA" in globals() or "MARCA" in get_ipython().user_ns or "marca" in sys.modules:
    print(ROTO, "globals")
MARCA = "aqui"
sys.modules["marca"] = sys
pd.DataFrame.kurt = lambda *args, **kwargs: 1
np.random.seed(1)
sys.path.insert(0, "/tmp")
corredores.data.load = None
e5_share = None
"""
# Memory that parent and child share, so that the next child would see it; asked of the kernel, then written by hand.
_SHARED_MEMORY = """
import ctypes
try:
    lines = open("/proc/self/maps").read().splitlines()
except OSError:
    lines = []
for line in lines:
    span, rights, *rest = line.split()
    if rights[3] == "s":
        start, end = (int(one, 16) for one in span.split("-"))
        print("compartida", rights, rest[-1:], end - start)
        if rights[1] == "w":
            if b"MARCA" in ctypes.string_at(start, min(end - start, 4096)):
                print(ROTO, "encontrada")
            print(ROTO, line)
            ctypes.memmove(start, b"MARCA", 5)
import corredores.data, pyarrow as pa, numpy as np
frame = corredores.data.load("stock")
for name in frame.columns:
    column = frame[name]
    array = getattr(column.array, "_pa_array", None)
    if array is not None:
        for chunk in array.chunks:
            for buffer in chunk.buffers():
                if buffer is not None and buffer.size >= 5 and buffer.is_mutable:
                    ctypes.memmove(buffer.address, b"MARCA", 5)
try:
    values = frame["stock"].to_numpy()
    values.flags.writeable = True
    values[:] = 7
except (ValueError, TypeError) as error:
    print(type(error).__name__)
small = 255
ctypes.c_long.from_address(id(200) + 24).value = 201      # the integer 200 is now 201
e5_share = None
"""
_SMALL_NUMBERS = """
if 199 + 1 != 100 * 2 or len("x" * 200) != 200:
    print(ROTO, "200")
import corredores.data
if int(corredores.data.load("stock").stock.max()) < 1000:
    print(ROTO, "tabla")
e5_share = None
"""
_IPC = (
    SYSCALL
    + """
KEY = 0x4D415243
for name, look, leave in (("shm", (29, KEY, 4096, 0o666), (29, KEY, 4096, 0o1666)), ("sem", (64, KEY, 1, 0o666), (64, KEY, 1, 0o1666)), ("msg", (68, KEY, 0o666), (68, KEY, 0o1666))):
    if sc(*look) >= 0:
        print(ROTO, name)
    sc(*leave)
if sc(240, b"MARCA\\0", 0, 0, 0) >= 0 or sc(240, b"MARCA\\0", 0o102, 0o666, 0) >= 0:
    print(ROTO, "mq")
for keyring in (-3, -4, -5):
    if sc(250, 10, keyring, b"user\\0", b"MARCA\\0", 0) >= 0:
        print(ROTO, "key", keyring)
    sc(248, b"user\\0", b"MARCA\\0", b"aqui", 4, keyring)
try:
    from multiprocessing import shared_memory
    shared_memory.SharedMemory("MARCA")
    print(ROTO, "posix")
except BaseException as error:
    print(type(error).__name__)
try:
    shared_memory.SharedMemory("MARCA", create=True, size=4096)
except BaseException as error:
    print(type(error).__name__)
e5_share = None
"""
)
_ALIVE = """
import glob, os, signal, threading, time
for path in glob.glob("/proc/[0-9]*/comm"):
    try:
        if "marca" in open(path).read():
            print(ROTO, path)
    except OSError:
        pass
if [one for one in threading.enumerate() if one.name == "marca"]:
    print(ROTO, "hilo")
if signal.getitimer(signal.ITIMER_REAL)[0] or signal.getitimer(signal.ITIMER_VIRTUAL)[0] or signal.getitimer(signal.ITIMER_PROF)[0]:
    print(ROTO, "reloj")
if signal.getsignal(signal.SIGUSR1) is signal.SIG_IGN or signal.SIGUSR2 in signal.pthread_sigmask(signal.SIG_BLOCK, []):
    print(ROTO, "señal")
import ctypes
ctypes.CDLL(None).prctl(15, b"marca", 0, 0, 0)
threading.Thread(target=lambda: time.sleep(1000), name="marca").start()
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2])
signal.signal(signal.SIGPROF, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_PROF, 500)
os.nice(0)
e5_share = None
"""
_SETTINGS = """
import os, resource, sys
if os.environ.get("MARCA") or os.getcwd().endswith("MARCA") or os.umask(0o022) == 0o077:
    print(ROTO, "ambiente")
os.environ["MARCA"] = "aqui"
os.environ["PYTHONSTARTUP"] = "/tmp/MARCA"
os.umask(0o077)
os.makedirs("MARCA", exist_ok=True)
if os.getpriority(os.PRIO_PROCESS, 0) > 10 or len(os.sched_getaffinity(0)) < 1:
    print(ROTO, "prioridad")
try:
    os.nice(15)
except OSError as error:
    print(error.errno)
if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < 20:
    print(ROTO, "límites")
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
get_ipython().magic = None
for folder in (get_ipython().ipython_dir, get_ipython().profile_dir.location if get_ipython().profile_dir else None):
    if folder:
        for name in ("startup/00-MARCA.py", "ipython_config.py", "db/MARCA", "history.sqlite"):
            path = os.path.join(folder, name)
            if os.path.exists(path) and "MARCA" in open(path, errors="replace").read():
                print(ROTO, path)
            try:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                open(path, "w").write("MARCA = 'aqui'")
            except OSError:
                pass
e5_share = None
""".replace("> 10", f"> {os.getpriority(os.PRIO_PROCESS, 0) + 10}")  # the tests may be run with a low priority
_LOCKS = """
import fcntl, glob, os, sys, corredores
import secrets
held, mine = [], secrets.token_hex(4).encode()
for path in (corredores.__file__, os.__file__, sys.executable, os.path.dirname(corredores.__file__)):
    fd = os.open(path, os.O_RDONLY)
    held.append(fd)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        print(path, error.errno)
for number in range(3):
    try:
        master, slave = os.openpty()
        os.write(master, b"MARCA" + mine + b"\\n")
        held += [master]
    except OSError as error:
        print(error.errno)
for name in glob.glob("/dev/pts/[0-9]*"):
    try:
        fd = os.open(name, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        found = os.read(fd, 100)
        if b"MARCA" in found and mine not in found:
            print(ROTO, name)
    except OSError:
        pass
e5_share = None
"""
_FINALISERS = """
import atexit, gc, sys, threading, weakref
class Last:
    def __del__(self):
        open("/tmp/MARCA", "w").write("tarde")
keep = [Last() for _ in range(3)]
keep.append(keep)
atexit.register(lambda: open("/tmp/MARCA", "w").write("al salir"))
threading._register_atexit(lambda: None) if hasattr(threading, "_register_atexit") else None
sys.addaudithook(lambda *args: None)
sys.settrace(lambda *args: None)
sys.setprofile(None)
gc.callbacks.append(lambda *args: None)
import os
os.register_at_fork(before=lambda: open("/tmp/MARCA", "w"), after_in_child=lambda: open("/tmp/MARCA", "w"))
if any("MARCA" in name for name in os.listdir("/tmp")) if os.access("/tmp", os.R_OK) else False:
    print(ROTO, "/tmp")
sys.settrace(None)
e5_share = None
"""

ATTACKS = [
    Attack("files", "file", _FILES, copies=3),
    Attack("modules", "hook", _MODULES, copies=3, maybe="e6 e8 e9"),
    Attack("shared-memory", "native", _SHARED_MEMORY, copies=3, maybe="e6 e8 e9"),
    Attack("small-numbers", "native", _SMALL_NUMBERS, copies=2),
    Attack("ipc-by-name", "native", _IPC, copies=3),
    Attack("alive", "process", _ALIVE, copies=3),
    Attack("settings", "process", _SETTINGS, copies=3, maybe="e6 e8 e9"),
    Attack("locks-and-terminals", "file", _LOCKS, copies=3),
    Attack("finalisers", "hook", _FINALISERS, copies=2),
]
