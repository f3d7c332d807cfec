"""One scratch folder of bounded size; bounds on memory, processor, time, threads, open files and output."""

import os
import resource
import time
from pathlib import Path

import pytest

from tests.graders.engine.conftest import Inside, said

SMALL = {"scratch_bytes": 8 << 20, "scratch_files": 100}
#: The second level looks at the folder twenty times a second, and what was written between two looks goes beyond.
SLACK = 256 << 20
HOLD = "import os, mmap, time\nkept = []\n"
FILLERS = {
    "one file": "f = open('a', 'wb')\nwhile True: f.write(bytes(1 << 20)); f.flush()",
    "many files": "for n in range(10_000): open(f'{n}', 'wb').write(bytes(1 << 20))",
    "removed, held open": """
for n in range(10_000):
    kept.append(open('a', 'wb')); os.remove('a'); kept[-1].write(bytes(1 << 20)); kept[-1].flush()""",
    "removed, held by a mapping": """
for n in range(10_000):
    with open('a', 'w+b') as f:
        f.write(bytes(1 << 20)); f.flush(); kept.append(mmap.mmap(f.fileno(), 4096))
    os.remove('a')""",
    "reserved": "for n in range(10_000): os.posix_fallocate(os.open(f'{n}', os.O_CREAT | os.O_WRONLY), 0, 4 << 20)",
    "many empty files": "for n in range(100_000): open(f'{n}', 'w').close()",
    "many folders": "for n in range(100_000): os.mkdir(f'{n}')",
    "many links": "for n in range(100_000): os.symlink('x', f'{n}')",
    "deeper than a path may be": """
for n in range(60): os.mkdir('d' * 200); os.chdir('d' * 200)
for n in range(10_000): open(f'{n}', 'wb').write(bytes(1 << 20))""",
    "in a folder closed to others": """
os.mkdir('closed', 0o300)
for n in range(10_000): open(f'closed/{n}', 'wb').write(bytes(1 << 20))""",
    "in the temporary folder": """
import tempfile
for n in range(10_000): kept.append(tempfile.TemporaryFile()); kept[-1].write(bytes(1 << 20)); kept[-1].flush()""",
}


def used(folder: str) -> int:
    """Bytes taken on the file system below which the scratch folders lie."""
    about = os.statvfs(folder)
    return (about.f_blocks - about.f_bfree) * about.f_frsize


@pytest.mark.parametrize("filler", FILLERS)
def test_the_scratch_folder_is_bounded(inside: Inside, filler: str) -> None:
    scratch = inside.interpreter._scratch.name
    before, began = used(scratch), time.monotonic()
    run = inside.run("print('before')", HOLD + FILLERS[filler], "time.sleep(0.3)\nprint('after')", **SMALL)
    assert time.monotonic() - began < 30
    assert said(run.cells[0]) == "before\n"
    if inside.level == "namespaces":
        assert run.ended in ("", "disk"), run.ended
        refusals = ("No space left", "File too large", "Permission")
        assert run.ended == "disk" or any(word in said(run.cells[1]) for word in refusals)
    else:
        refused = any(word in said(run.cells[1]) for word in ("Permission", "not supported", "Operation not permitted"))
        assert run.ended == "disk" or refused, (run.ended, said(run.cells[1]))
    assert os.listdir(scratch) == []
    assert used(scratch) - before < SLACK


def test_a_sparse_file_counts_for_what_it_holds(inside: Inside) -> None:
    run = inside.run(
        "f = open('a', 'wb'); f.truncate(7 << 20); f.close()\nimport time; time.sleep(0.2)\nprint('fine')", **SMALL
    )
    assert (run.ended, said(run.cells[0])) == ("", "fine\n")
    beyond = inside.run("open('a', 'wb').truncate(1 << 40)", "print('after')", **SMALL)
    assert beyond.ended == "disk" or "File too large" in said(beyond.cells[0])


def test_a_deep_tree_is_removed_afterwards(inside: Inside) -> None:
    deep = "import os\nfor n in range(90): os.mkdir('d'); os.chdir('d')\nopen('leaf', 'w').write('x')\nprint('there')"
    run = inside.run(deep, **SMALL)
    assert (run.ended, said(run.cells[0])) == ("", "there\n")
    deeper = "import os\nfor n in range(4_000): os.mkdir('d'); os.chdir('d')"
    assert inside.run(deeper).cells
    assert os.listdir(inside.interpreter._scratch.name) == []


def test_memory_is_bounded_and_a_cell_that_wants_more_is_told_so(inside: Inside) -> None:
    run = inside.run("x = bytearray(600 << 20)", "y = bytearray(100 << 20)\nprint(len(y))", memory_bytes=512 << 20)
    assert said(run.cells[0]).startswith("MemoryError")
    assert said(run.cells[1]) == f"{100 << 20}\n"
    assert run.ended == ""


@pytest.mark.parametrize(
    "grow",
    [
        "kept = []\nwhile True: kept.append(bytearray(8 << 20))",
        "import mmap\nkept = []\nwhile True: kept.append(mmap.mmap(-1, 8 << 20)); kept[-1].write(bytes(8 << 20))",
        "import threading\nkept = []\n"
        "def grow():\n  while True: kept.append(bytearray(1 << 20))\n"
        "ts = [threading.Thread(target=grow) for _ in range(8)]\n[t.start() for t in ts]; [t.join() for t in ts]",
        "import numpy as np\nkept = []\nwhile True: kept.append(np.ones(1 << 20))",
    ],
    ids=["heap", "shared mappings", "threads", "numpy"],
)
def test_growing_memory_ends_at_the_bound(inside: Inside, grow: str) -> None:
    run = inside.run("print('before')", grow, memory_bytes=256 << 20, cell_seconds=4)
    assert said(run.cells[0]) == "before\n"
    assert run.peak_bytes < (256 + 400) << 20
    assert run.ended in ("", "killed") and len(run.cells) == 2


def test_processor_time_is_bounded_also_in_threads(inside: Inside) -> None:
    spin = """
import signal, threading
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGXCPU):
    signal.signal(number, signal.SIG_IGN)
for _ in range(3):
    threading.Thread(target=eval, args=("[1 for _ in iter(int, 1)]",)).start()
while True:
    pass
"""
    run = inside.run("print('before')", spin, cpu_seconds=2, cell_seconds=60)
    assert run.ended == "cpu"
    assert said(run.cells[0]) == "before\n"


def test_wall_time_of_a_cell_is_bounded_and_the_next_one_runs(inside: Inside) -> None:
    run = inside.run("import time; time.sleep(60)", "while True: pass", "print('after')", cell_seconds=1)
    assert [(cell.timed_out, said(cell)) for cell in run.cells] == [
        (True, "KeyboardInterrupt: "),
        (True, "KeyboardInterrupt: "),
        (False, "after\n"),
    ]
    assert run.seconds < 15


def test_wall_time_of_a_notebook_is_bounded(inside: Inside) -> None:
    run = inside.run(*["import time; time.sleep(60)"] * 50, "print(1)", cell_seconds=60, notebook_seconds=1)
    assert run.ended == "wall"
    assert run.seconds < 1 + 0.25 + 3 + 5


def test_drops_that_never_make_a_message_do_not_lengthen_the_time(inside: Inside) -> None:
    drip = (
        "import os, signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "os.write(3, (2_000_000).to_bytes(4, 'big'))\nwhile True: os.write(3, b' ')"
    )
    run = inside.run("print('before')", drip, cell_seconds=1, notebook_seconds=4)
    assert run.ended in ("wall", "output", "protocol")
    assert run.seconds < 12


def test_threads_are_bounded(inside: Inside) -> None:
    start = """
import threading, time
gate = threading.Event()
kept = []
try:
    for n in range(500):
        kept.append(threading.Thread(target=gate.wait)); kept[-1].start()
        time.sleep(0.002)
except RuntimeError as error:
    print(error)
print(len(kept))
time.sleep(0.2)
gate.set()
"""
    run = inside.run("print('before')", start, memory_bytes=8 << 30)
    assert said(run.cells[0]) == "before\n"
    assert run.ended == "threads" or ("can't start" in said(run.cells[1]) and int(said(run.cells[1]).split()[-1]) <= 66)


def test_open_files_are_bounded(inside: Inside) -> None:
    tried = inside.try_all({"many": "[os.dup(1) for _ in range(200)]", "pipes": "[os.pipe() for _ in range(100)]"})
    assert {how for how, _ in tried.values()} == {"EMFILE"}


RAISING = {
    "setrlimit": "resource.setrlimit(KIND, (VALUE, VALUE))",
    "prlimit": "resource.prlimit(0, KIND, (VALUE, VALUE))",
    "without bound": "resource.setrlimit(KIND, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))",
}


@pytest.mark.parametrize("name", ["AS", "CPU", "FSIZE", "NOFILE", "NPROC", "CORE", "MEMLOCK", "STACK"])
def test_no_limit_can_be_raised(inside: Inside, name: str) -> None:
    kind = getattr(resource, f"RLIMIT_{name}")
    limits = inside.tell(f"resource.getrlimit({kind})", "import resource")
    assert limits[0] == limits[1] != resource.RLIM_INFINITY
    ways = {way: call.replace("KIND", str(kind)).replace("VALUE", str(limits[1] + 1)) for way, call in RAISING.items()}
    tried = inside.try_all(ways, "import resource")
    assert {how for how, _ in tried.values()} <= {"ValueError", "EPERM"}


@pytest.mark.parametrize(
    "flood",
    [
        "while True: print('x' * 1_000)",
        "import sys\nwhile True: sys.stderr.write('x' * 1_000 + '\\n')",
        "from IPython.display import display, HTML\nfor _ in range(2_000): display(HTML('x' * 1_000))",
        "print('x' * 100_000_000)",
        "'x' * 20_000_000",
        "raise ValueError('x' * 200_000_000)",
        "from IPython.display import clear_output\nfor _ in range(20_000): clear_output()",
    ],
    ids=["print", "stderr", "display", "one print", "result", "error", "clearing"],
)
def test_output_of_a_cell_is_bounded_and_the_next_one_runs(inside: Inside, flood: str) -> None:
    run = inside.run(flood, "print('after')", cell_seconds=3, cell_output_bytes=100_000, memory_bytes=3 << 30)
    kept = sum(len(str(message["content"])) for message in run.cells[0].messages)
    assert kept < 200_000
    assert run.cells[0].cut
    assert said(run.cells[1]) == "after\n"


def test_output_of_a_run_is_bounded(inside: Inside) -> None:
    run = inside.run(*["print('x' * 90_000)"] * 20, cell_output_bytes=100_000, output_bytes=500_000)
    assert sum(len(said(cell)) for cell in run.cells) <= 500_000
    assert run.cells[0].messages and not run.cells[0].cut and run.cells[-1].cut


@pytest.mark.parametrize("number", [1, 2], ids=["stdout", "stderr"])
def test_bytes_past_python_go_nowhere(inside: Inside, number: int) -> None:
    run = inside.run(f"import os\nfor _ in range(1_000): os.write({number}, b'x' * 1_000_000)", "print('after')")
    assert [said(cell) for cell in run.cells] == ["", "after\n"]
    assert run.ended == ""
    assert Path("/dev/null").is_char_device()
