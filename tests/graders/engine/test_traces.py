"""Nothing of one run is left for the next, and runs at the same time know nothing of each other."""

import os
import random
import time
from concurrent.futures import ThreadPoolExecutor

from corredores_graders.engine.job import Run
from tests.graders.engine.conftest import SECRET, Inside, said

MARK = "huella_9b1d"
LEAVE = f"""
import os, sys, builtins, signal, gc, json, atexit
MARK = {MARK!r}
def leave(action):
    try:
        action()
    except BaseException:
        pass
import pandas, numpy, IPython, plotly.io, corredores.checking, corredores.data
pandas.DataFrame.__repr__ = pandas.DataFrame._repr_html_ = lambda self: MARK
pandas.read_csv = numpy.sum = lambda *a, **k: MARK
builtins.huella = sys.modules["huella"] = os
corredores.checking.check = corredores.data.stocks = lambda *a, **k: MARK
sys.path.insert(0, "/tmp/huella"); os.environ["HUELLA"] = MARK; sys.argv.append(MARK)
get_ipython().register_magic_function(lambda line: MARK, magic_name="huella")
get_ipython().ast_transformers.append(1); get_ipython().input_transformers_cleanup.append(lambda lines: ["1/0"])
get_ipython().events.register("pre_run_cell", lambda *a: 1 / 0); get_ipython().push({{"huella": MARK}})
get_ipython().display_formatter.formatters["text/plain"].for_type(int, lambda *a: a[1].text(MARK))
signal.signal(signal.SIGINT, signal.SIG_IGN); sys.setrecursionlimit(60); atexit.register(print, MARK)
sys.meta_path.insert(0, type("F", (), {{"find_spec": lambda *a: 1 / 0}})())
for folder in (".", "..", "/tmp", "/dev/shm", "/var/tmp", "/run", os.path.dirname(os.__file__), sys.prefix):
    leave(lambda: open(folder + "/" + MARK, "w").write(MARK))
for call in (lambda: os.umask(0), lambda: os.nice(5), lambda: os.sched_setaffinity(0, {{0}})):
    leave(call)
"""
LOOK = f"""
import os, sys, builtins, signal, json
import pandas, numpy, corredores.checking, corredores.data
MARK = {MARK!r}
shell = get_ipython()
found = {{
    "patched": [pandas.read_csv.__module__, corredores.checking.check.__module__, MARK in repr(pandas.DataFrame())],
    "built in": [hasattr(builtins, "huella"), len("ab"), "huella" in sys.modules],
    "environment": ["HUELLA" in os.environ, "/tmp/huella" in sys.path, MARK in sys.argv],
    "shell": [shell.find_line_magic("huella") is None, shell.ast_transformers, "huella" in shell.user_ns],
    "names": sorted(name for name in shell.user_ns if not name.startswith("_")),
    "count": shell.execution_count,
    "signals": signal.getsignal(signal.SIGINT) is signal.default_int_handler,
    "limits": [sys.getrecursionlimit(), os.umask(0o77)],
    "files": [os.listdir("."), os.listdir("..")],
}}
for folder in ("/tmp", "/dev/shm", "/var/tmp", "/run", os.path.dirname(os.__file__), sys.prefix):
    found[folder] = os.path.exists(folder + "/" + MARK)
"""
SHOW = "print(json.dumps(found))"


def test_a_run_leaves_nothing_for_the_next(inside: Inside) -> None:
    clean = inside.run(LOOK, SHOW)
    assert clean.ended == "" and MARK not in said(clean.cells[1])
    dirty = inside.run("1", LEAVE, "print(pandas.DataFrame())")
    assert "division by zero" in said(dirty.cells[2]), "the hooks were hung"
    assert said(inside.run(LOOK, SHOW).cells[1]) == said(clean.cells[1])


def test_what_a_run_changes_in_memory_shared_by_descent_stays_its_own(inside: Inside) -> None:
    tables = "import corredores.data, gc\nframes = [o for o in gc.get_objects() if type(o).__name__ == 'DataFrame']\n"
    change = tables + "for frame in frames: frame.iloc[:] = None\nprint(len(frames))"
    count = tables + "print(len(frames), sum(int(f.isna().sum().sum()) for f in frames))"
    before = said(inside.run(count).cells[0])
    inside.run(change)
    assert said(inside.run(count).cells[0]) == before


def test_seeds_are_fresh_in_each_run(inside: Inside) -> None:
    draw = (
        "import random, numpy, os, uuid\nprint(random.random(), numpy.random.rand(), os.urandom(4).hex(), uuid.uuid4())"
    )
    drawn = [said(inside.run(draw).cells[0]).split() for _ in range(4)]
    assert all(len(set(column)) == 4 for column in zip(*drawn, strict=True))


def test_the_scratch_folders_are_gone_from_the_machine(inside: Inside) -> None:
    inside.run("open('left', 'w').write('x')")
    assert os.listdir(inside.interpreter._scratch.name) == []


def test_what_a_cell_left_running_ends_with_its_run(inside: Inside) -> None:
    before = settled(inside, 0.2)
    run = inside.run("import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()\nprint(1)")
    assert (run.ended, said(run.cells[0])) == ("", "1\n")
    assert run.seconds < 10
    assert settled(inside, 0.5) == before


def settled(inside: Inside, seconds: float) -> list[int]:
    """Processes below the warm one's starter, once what is about to end has ended."""
    time.sleep(seconds)
    return below(inside.interpreter._process.pid)


SIBLING = f"""
import os, socket, time, tempfile, signal, json
secret = {SECRET!r}
with open("secreto.txt", "w") as file: file.write(secret)
with open(os.path.join(tempfile.gettempdir(), "secreto.txt"), "w") as file: file.write(secret)
held = os.open("secreto.txt", os.O_RDONLY)
pair = socket.socketpair()
"""
PROWL = f"""
import os, json, signal, socket, fcntl
SECRET = {SECRET!r}
found = []
def walk(top):
    for folder, _, names in os.walk(top):
        for name in names:
            try:
                with open(os.path.join(folder, name), errors="replace") as file:
                    if SECRET in file.read(10_000):
                        found.append(os.path.join(folder, name))
            except (OSError, ValueError):
                pass
def act(action, what):
    try:
        action()
        found.append(what)
    except (OSError, ZeroDivisionError):
        pass
for top in ("/tmp", "..", os.path.dirname(os.path.dirname(os.getcwd())) if os.getpid() != 1 else "..", "/dev"):
    walk(top)
own = os.getpid()
act(lambda: PIDS.extend(int(name) for name in os.listdir("/proc") if name.isdigit()), "list") if own != 1 else None
for pid in PIDS:
    if pid != own:
        act(lambda: os.kill(pid, 0 if pid in SPARED else signal.SIGKILL), ["kill", pid])
        act(lambda: open(f"/proc/{{pid}}/environ", "rb").read(), ["environ", pid])
        act(lambda: open(f"/proc/{{pid}}/mem", "rb"), ["mem", pid])
        act(lambda: os.listdir(f"/proc/{{pid}}/fd"), ["fd", pid])
        act(lambda: os.readlink(f"/proc/{{pid}}/cwd"), ["cwd", pid])
        act(lambda: os.sched_setaffinity(pid, {{0}}), ["affinity", pid])
act(lambda: os.kill(-1, 0), "all")
print(json.dumps(found))
"""


def test_siblings_neither_see_nor_signal_nor_trace_each_other(inside: Inside) -> None:
    stay = SIBLING + "print(os.getpid(), flush=True)\ntime.sleep(3)\nprint('alive', open('secreto.txt').read())"
    with ThreadPoolExecutor(3) as pool:
        victims = [pool.submit(inside.run, stay) for _ in range(2)]
        time.sleep(1)
        pids = below(inside.interpreter._process.pid)
        first = f"PIDS, SPARED = {[*pids, *range(2, 40), os.getpid()]!r}, [{os.getpid()}]"
        prowler: Run = pool.submit(inside.run, first, PROWL, cell_seconds=20).result()
        lived = [victim.result() for victim in victims]
    assert pids and prowler.ended == "", prowler
    assert said(prowler.cells[1]) == "[]\n"
    for run in lived:
        assert (run.ended, said(run.cells[0]).split("\n")[1]) == ("", f"alive {SECRET}")


def below(pid: int) -> list[int]:
    """Processes below one, by their outer numbers."""
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        children = [int(child) for child in file.read().split()]
    return [found for child in children for found in (child, *below(child))]


GOOD = """
import threading
many = [threading.Thread(target=print, args=("t",)) for _ in range(50)]
[one.start() for one in many]; [one.join() for one in many]
x = bytearray(100 << 20)
open("a", "wb").write(bytes(6 << 20))
"""


def test_an_exhausted_sibling_costs_the_others_nothing(inside: Inside) -> None:
    hog = (
        "kept = []\ntry:\n  while True: kept.append(bytearray(8 << 20))\nexcept MemoryError: import time; time.sleep(2)"
    )
    disk = "import time\ntry:\n  open('a', 'wb').write(bytes(7 << 20)); time.sleep(2)\nexcept OSError: pass"
    threads = "import threading, time\n[threading.Thread(target=time.sleep, args=(2,)).start() for _ in range(50)]"
    with ThreadPoolExecutor(4) as pool:
        running = [
            pool.submit(inside.run, cell, memory_bytes=128 << 20, scratch_bytes=8 << 20)
            for cell in (hog, disk, threads)
        ]
        time.sleep(0.5)
        good = inside.run(GOOD, memory_bytes=1 << 30, scratch_bytes=8 << 20)
        [one.result() for one in running]
    assert good.ended == ""
    assert said(good.cells[0]).count("t") == 50


def test_many_runs_at_once_keep_their_words_apart(inside: Inside) -> None:
    seeds = random.Random(3).sample(range(10**9), 12)
    with ThreadPoolExecutor(6) as pool:
        runs = list(pool.map(lambda seed: inside.run(f"x = {seed}", "print(x)"), seeds))
    assert [said(run.cells[1]) for run in runs] == [f"{seed}\n" for seed in seeds]
