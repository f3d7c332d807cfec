"""More than one's share: time, memory, threads, disk, output, and the trusted side's patience with what came out."""

from tests.attacks.attack import BELOW, SYSCALL, Attack

_STUBBORN = """
import signal, time
for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
while True:
    try:
        time.sleep(1)
    except BaseException:
        pass
"""
_STOPPED = """
import os, signal
os.kill(os.getpid(), signal.SIGSTOP)
import time
time.sleep(100)
"""
_IN_C = "import re\nre.match(r'(a|a|aa|b)*$', 'a' * 5000 + 'c')\ne5_share = 10 ** (10 ** 9)"
_MEMORY = """
kept = []
try:
    while True:
        kept.append(bytearray(64 << 20))
        for place in range(0, 64 << 20, 4096):
            kept[-1][place] = 1
except MemoryError:
    had = len(kept)
    kept.clear()
    print("sin memoria tras", had * 64, "MB")
    if had * 64 > 3000:
        print(ROTO, had)
e5_share = None
"""
_SMALL_OBJECTS = "kept = {}\nwhile True:\n    kept[len(kept)] = [str(len(kept))] * 100"
_MAPPED = (
    SYSCALL
    + """
import mmap
kept, size = [], 256 << 20
try:
    for number in range(64):
        kept.append(mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000))
        for place in range(0, size, 4096):
            kept[-1][place] = 1
except (OSError, MemoryError, ValueError) as error:
    print(type(error).__name__)
if len(kept) * 256 > 3000:
    print(ROTO, len(kept))
kept.clear()
e5_share = None
"""
)
_SHARED_PIPES = """
import os, socket
kept, held = [], 0
try:
    while held < 3 << 30:
        left, right = socket.socketpair()
        for end in (left, right):
            end.setblocking(False)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
        kept += [left, right]
        try:
            while True:
                held += left.send(b"x" * 65536)
        except BlockingIOError:
            pass
except OSError as error:
    print(error.errno, held >> 20)
if held > 1 << 30:
    print(ROTO, held)
for one in kept:
    one.close()
e5_share = None
"""
_THREADS = """
import threading, time
threading.stack_size(65536)
def work():
    while True:
        time.sleep(0.01)
count = 0
try:
    while count < 3000:
        threading.Thread(target=work, daemon=True).start()
        count += 1
except (RuntimeError, MemoryError) as error:
    print(type(error).__name__)
print("hilos", count)
if count >= 3000:
    print(ROTO, count)
"""
# Fifty threads that hold no lock: a neighbour on the same processor would wait for each of them.
_BUSY_THREADS = """
import hashlib, threading, time
def burn():
    while True:
        hashlib.pbkdf2_hmac("sha256", b"x", b"y", 10**6)
for _ in range(50):
    threading.Thread(target=burn, daemon=True).start()
time.sleep(100)
"""
_FORKS = """
import os
made = 0
for _ in range(10000):
    try:
        if os.fork() == 0:
            while True:
                pass
        made += 1
    except OSError:
        break
if made:
    print(ROTO, made)
e5_share = None
"""
# Bounded here, for the machine's sake: more than this and the bound has failed.
_TELL_DISK = """
import os
LIMIT = 400 << 20
written = 0
def fill(path, most=LIMIT):
    global written
    try:
        with open(path, "wb", 0) as file:
            here = 0
            while here < most and written < LIMIT:
                here += file.write(b"x" * (1 << 20))
                written += 1 << 20
    except OSError as error:
        return error.errno
def tell():
    print("escrito", written >> 20)
    if written >= LIMIT:
        print(ROTO, "disco", written >> 20)
"""
_DISK = (
    _TELL_DISK
    + """
for number in range(100):
    if fill(f"lleno-{number}", 16 << 20):
        break
tell()
for number in range(100):
    try:
        os.unlink(f"lleno-{number}")
    except OSError:
        pass
e5_share = None
"""
)
_ONE_FILE = (
    _TELL_DISK
    + "import signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nprint(fill('uno'))\ntell()\ne5_share = None\n"
)
_HIDDEN_DISK = (
    _TELL_DISK
    + """
import time
os.mkdir("tapada", 0o300)
for number in range(20):
    if fill(f"tapada/{number}", 32 << 20):
        break
    time.sleep(0.1)
tell()
"""
)
_BEYOND_PATH_MAX = (
    _TELL_DISK
    + """
import time
for number in range(30):
    os.mkdir("n" * 250)
    os.chdir("n" * 250)
for number in range(20):
    if fill(f"{number}", 32 << 20):
        break
    time.sleep(0.1)
tell()
"""
)
_DELETED_FILES = (
    _TELL_DISK
    + """
import ctypes, mmap, socket, time
libc = ctypes.CDLL(None)
libc.prctl(4, 0, 0, 0, 0)
left, right = socket.socketpair()
kept = []
for number in range(20):
    if fill(f"suelto-{number}", 32 << 20):
        break
    file = open(f"suelto-{number}", "rb")
    os.unlink(f"suelto-{number}")
    try:
        socket.send_fds(left, [b"x"], [file.fileno()])
        file.close()
    except OSError:
        kept += [mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)] if number < 6 else [file]
        if number < 6:
            file.close()
    time.sleep(0.1)
tell()
"""
)
_INODES = """
import os
made = 0
try:
    for made in range(200_000):
        os.close(os.open(f"f{made}", os.O_CREAT | os.O_WRONLY))
except OSError as error:
    print(error.errno)
print(made)
if made > 100_000:
    print(ROTO, made)
for number in range(min(made, 3000)):
    try:
        os.unlink(f"f{number}")
    except OSError:
        pass
e5_share = None
"""
_DEEP_FOLDERS = """
import os
depth = 0
try:
    while depth < 985:
        os.mkdir("n")
        os.chdir("n")
        depth += 1
except OSError as error:
    print(error.errno)
print(depth)
import time
time.sleep(0.3)
"""
_SPARSE = """
import os
for number in range(50):
    try:
        fd = os.open(f"hueco-{number}", os.O_CREAT | os.O_RDWR)
        os.ftruncate(fd, 1 << 40)
        print(ROTO, number)
    except OSError as error:
        print(error.errno)
        break
    finally:
        os.close(fd)
import signal
e5_share = None
"""
_GIGABYTE = 'line = "x" * 1_000_000\nfor _ in range(1000):\n    print(line)\ne5_share = None'
_RAW_GIGABYTE = """
import os
piece = b"x" * 1_000_000
for fd in (1, 2, 3):
    for _ in range(1000):
        try:
            os.write(fd, piece)
        except OSError:
            break
"""
_MANY_DISPLAYS = """
from IPython.display import display, clear_output
import sys
for number in range(60_000):
    display({"text/plain": ""}, raw=True)
e5_share = None
"""
_MANY_CLEARS = """
from IPython.display import display, clear_output, update_display
handle = display("x", display_id="uno")
for number in range(40_000):
    clear_output(wait=bool(number % 2))
    handle.update(number)
    print(end="", flush=True)
e5_share = None
"""
# Frames written by hand, as fast as they can be.
_TINY_FRAMES = """
import os, struct, json
def frame(message):
    body = json.dumps(message, separators=(",", ":")).encode()
    return struct.pack("!I", len(body)) + body
tiny = frame({"kind": "clear_output", "content": {}}) * 5000
try:
    while True:
        os.write(3, tiny)
except OSError as error:
    pass
"""
_BEGINS = """
import os, struct, json
def frame(message):
    body = json.dumps(message, separators=(",", ":")).encode()
    return struct.pack("!I", len(body)) + body
count = int(get_ipython().execution_count)
place = count
try:
    while place < 3_000_000:
        os.write(3, b"".join(frame({"begin": number}) for number in range(place, place + 2000)))
        place += 2000
except OSError:
    pass
"""
_HALF_A_FRAME = """
import os, time
os.write(3, b"\\x00\\xff\\xff\\xff" + b"{" * 1000)
time.sleep(100)
"""
_NESTED_OUTPUTS = """
from IPython.display import display
for depth in (60, 200, 330, 450, 600, 800, 900):
    nested = {"data": []}
    for _ in range(depth):
        nested = {"data": [nested], "layout": {"template": nested}} if depth < 20 else {"data": [nested]}
    for kind in ("application/vnd.plotly.v1+json", "application/json", "text/html"):
        try:
            display({kind: nested, "text/plain": "x"}, raw=True)
            display({"text/plain": "x"}, metadata={"corredores": nested, "x": nested}, raw=True)
        except BaseException as error:
            print(depth, type(error).__name__)
e5_share = None
"""
# HTML that takes a parser for ever, as much as an output may have.
_SLOW_HTML = """
from IPython.display import HTML, display
for piece in ("<a ", "<b>", "<div>", "<table><tr><td>", "<img src=x ", "<!--", "<", "&", "<p><b><i><a><em>", "<svg><desc>", "</p>", "<![CDATA[", "<a href='", "<b a="):
    display(HTML(piece * (390_000 // len(piece))))
e5_share = None
"""
_SLOW_HTMLS = """
from IPython.display import HTML, display
for number in range(300):
    display(HTML("<i>" * 1500))
for number in range(40):
    display({"text/markdown": "[a" * 8000 + "![](" * 4000}, raw=True)
e5_share = None
"""
_SLOW_ANSWER = """
from IPython.display import display
import corredores
def check(exercise, probes=None):
    text = {"text": "9" * 3900 + ",." * 20 + "%"}
    rows = [[text] * 60] * 80
    table = {"table": {"index_names": [None], "index": [text] * 80, "columns": [text] * 60, "rows": rows}}
    answers = dict.fromkeys(["e1_matrix", "e4_table", "e5_share", "e2_share", "e3_hhi", "corridor_card", "e8_option"], {"text": "1" * 4000})
    answers["e1_matrix"] = answers["e4_table"] = {"table": {"index_names": [None], "index": list(range(4900)),
        "columns": list(range(4)), "rows": [[number, 1, 2, 3] for number in range(4900)]}}
    answers["corridor_card"] = {"mapping": [[{"text": str(number)}, {"text": "a" * 100}] for number in range(1900)]}
    display({"application/vnd.corredores.answer+json": {"exercise": exercise, "answers": answers}}, raw=True)
corredores.check = corredores.checking.check = corredores.checking.cell.check = check
"""
_SLOW_FUNCTIONS = """
import time
def net_stock(matrix, country):
    while True:
        try:
            time.sleep(1)
        except BaseException:
            pass
def migration_effectiveness(matrix):
    return [[0] * 2000] * 2000
e5_share = None
"""
_ZIPPED = """
import gzip, io, zlib
bomb = zlib.compress(bytes(1 << 28), 9)
packed = zlib.compress(bomb * 40, 9)
try:
    data = [zlib.decompress(bomb) for _ in range(64)]
    print(ROTO, sum(map(len, data)))
except MemoryError:
    data = None
    print("sin memoria")
e5_share = None
"""
_HUGE_NUMBERS = """
e5_share = 9 ** 999_999
e2_share = int("9" * 4000)
class Deep(list):
    pass
nested = []
for _ in range(100_000):
    nested = [nested]
try:
    print(repr(nested))
except RecursionError:
    print("recursión")
try:
    print(e5_share)
except ValueError:
    print("demasiados dígitos")
nested
"""
_SAID = """
import this
print("\\x1b[31m" * 200_000)
raise ValueError("x" * 3_000_000 + "\\x1b[0m" * 1000)
"""
_LONG_TRACEBACK = """
def deep(number):
    if number == 0:
        raise RuntimeError("<script>alert(1)</script>" * 2000)
    try:
        deep(number - 1)
    except Exception as error:
        raise type("E" * 5000, (Exception,), {})("y" * 20000) from error
deep(60)
"""
_DEEP = "def deep(n):\n    return deep(n + 1) + 1\nimport sys\ntry:\n    deep(0)\nexcept RecursionError:\n    print('recursión')\nsys.setrecursionlimit(10**9)\ndeep(0)"
_AT_THE_END = """
import atexit, threading, time
atexit.register(lambda: time.sleep(1000))
def go_on():
    while True:
        try:
            time.sleep(0.5)
        except BaseException:
            pass
threading.Thread(target=go_on).start()
class Last:
    def __del__(self):
        while True:
            pass
last = Last()
e5_share = None
"""

ATTACKS = [
    Attack("endless-loop", "size", "while True:\n    pass", nbgrader=True, said="tiempo|tard"),
    Attack("stubborn-loop", "process", _STUBBORN, lost=BELOW, said="tiempo|tard"),
    Attack("stopped", "process", _STOPPED, maybe=BELOW),
    Attack("loop-in-c", "native", _IN_C, maybe=BELOW, said="tiempo|tard"),
    Attack("memory", "size", _MEMORY, nbgrader=True, maybe=BELOW),
    Attack("small-objects", "size", _SMALL_OBJECTS, maybe=BELOW),
    Attack("mapped-memory", "native", _MAPPED, maybe=BELOW),
    Attack("socket-buffers", "native", _SHARED_PIPES, maybe=BELOW),
    Attack("threads", "process", _THREADS, maybe=BELOW),
    Attack("busy-threads", "native", _BUSY_THREADS, maybe=BELOW),
    Attack("forks", "process", _FORKS, nbgrader=True),
    Attack("disk", "file", _DISK, nbgrader=True, maybe=BELOW),
    Attack("one-large-file", "file", _ONE_FILE, maybe=BELOW),
    Attack("disk-in-a-covered-folder", "file", _HIDDEN_DISK, maybe=BELOW),
    Attack("disk-beyond-the-longest-path", "file", _BEYOND_PATH_MAX, maybe=BELOW),
    Attack("disk-in-deleted-files", "file", _DELETED_FILES, maybe=BELOW),
    Attack("inodes", "file", _INODES, maybe=BELOW),
    Attack("deep-folders", "file", _DEEP_FOLDERS, maybe=BELOW),
    Attack("sparse-files", "file", _SPARSE, maybe=BELOW),
    Attack("gigabyte-of-output", "size", _GIGABYTE, maybe=BELOW, nbgrader=True),
    Attack("raw-gigabyte", "native", _RAW_GIGABYTE, lost=BELOW),
    Attack("many-displays", "size", _MANY_DISPLAYS, maybe=BELOW),
    Attack("many-clears", "size", _MANY_CLEARS, maybe=BELOW),
    Attack("tiny-frames", "native", _TINY_FRAMES, maybe=BELOW),
    Attack("a-million-cells", "native", _BEGINS, lost=BELOW),
    Attack("half-a-frame", "native", _HALF_A_FRAME, lost=BELOW),
    Attack("nested-outputs", "size", _NESTED_OUTPUTS, maybe=BELOW, nbgrader=True),
    Attack("slow-html", "page", _SLOW_HTML),
    Attack("many-slow-htmls", "page", _SLOW_HTMLS),
    Attack("slow-answers", "size", _SLOW_ANSWER, blank=True),
    Attack("slow-functions", "hook", _SLOW_FUNCTIONS, blank=True),
    Attack("zip-bomb", "size", _ZIPPED, maybe=BELOW),
    Attack("huge-numbers", "size", _HUGE_NUMBERS),
    Attack("long-lines", "size", _SAID, maybe=BELOW),
    Attack("long-traceback", "size", _LONG_TRACEBACK),
    Attack("deep-recursion", "size", _DEEP, maybe=BELOW),
    Attack("after-the-end", "process", _AT_THE_END),
    Attack("segfault", "native", "import ctypes\nctypes.string_at(0)", lost=BELOW, nbgrader=True),
    Attack("abort", "native", "import ctypes\nctypes.CDLL(None).abort()", lost=BELOW),
    Attack("exit", "process", "import os\nos._exit(0)", lost=BELOW, nbgrader=True),
    Attack("sys-exit", "process", "import sys\nsys.exit(0)"),
    Attack("quit", "magic", "exit()\nquit()", lost=BELOW),
    Attack("killed", "process", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", maybe=BELOW),
    Attack("input", "process", "e5_share = input()", nbgrader=True),
    Attack(
        "breakpoint", "process", "breakpoint()\n%debug\nimport pdb; pdb.set_trace()\n__import__('getpass').getpass()"
    ),
]
