"""However a submission goes wrong, its run ends in bounded time, says how, and keeps what earlier cells answered."""

import signal
from dataclasses import dataclass

import pytest

from tests.graders.engine.conftest import Inside, said

BEFORE, AFTER = "print('before')", "print('after')"
CRASH = "import ctypes\nctypes.string_at(0)"


@dataclass(frozen=True)
class Fault:
    """A cell that goes wrong, and what becomes of it and of the run."""

    cell: str
    ended: str | tuple[str, ...] = ""
    raised: str = ""
    """how the error begins, where the cell ends with one"""
    timed_out: bool = False
    cut: bool = False
    goes_on: bool = True
    """whether the cell below is run"""


STOPS = {"goes_on": False}
FAULTS = {
    "loop": Fault("while True: pass", raised="KeyboardInterrupt", timed_out=True),
    "loop that catches what it can": Fault(
        "import time\nwhile True:\n  try:\n    time.sleep(9)\n  except BaseException: pass",
        "wall",
        timed_out=True,
        goes_on=False,
    ),
    "loop that ignores signals": Fault(
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
        "wall",
        timed_out=True,
        goes_on=False,
    ),
    "sleep": Fault("import time; time.sleep(1_000)", raised="KeyboardInterrupt", timed_out=True),
    "awaited sleep": Fault("import asyncio\nawait asyncio.sleep(1_000)", raised="", timed_out=True),
    "loop in C": Fault("x = 0\nany(x for _ in iter(int, 1))", raised="KeyboardInterrupt", timed_out=True),
    "long sum in C": Fault("sum(range(10**12))", "wall", timed_out=True, goes_on=False),
    "a lock waited for": Fault(
        "import threading\nthreading.Lock().acquire() and None\nl = threading.Lock(); l.acquire(); l.acquire()",
        raised="KeyboardInterrupt",
        timed_out=True,
    ),
    "regular expression": Fault("import re\nre.match(r'(a+)+$', 'a' * 60 + 'b')", raised="", timed_out=True),
    "os._exit": Fault("import os\nprint('x', flush=True)\nos._exit(0)", "exit", **STOPS),
    "os._exit with a code": Fault("import os\nos._exit(70)", "exit", **STOPS),
    "abort": Fault("import os\nos.abort()", "killed", **STOPS),
    "segmentation fault": Fault(CRASH, "killed", **STOPS),
    "kill itself": Fault(
        "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\nimport time; time.sleep(9)",
        ("killed", "wall", ""),
        timed_out=True,
    ),
    "interrupt itself": Fault(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\nimport time; time.sleep(1)", raised="KeyboardInterrupt"
    ),
    "alarm": Fault("import signal, time\nsignal.alarm(1)\ntime.sleep(1.5)", ("killed", ""), **STOPS),
    "sys.exit": Fault("import sys\nsys.exit(3)", raised="SystemExit"),
    "exit()": Fault("exit()", "exit", **STOPS),
    "quit()": Fault("quit()", "exit", **STOPS),
    "quit, kept": Fault("quit(keep_kernel=True)", ("exit", ""), **STOPS),
    "SystemExit": Fault("raise SystemExit", raised="SystemExit"),
    "KeyboardInterrupt": Fault("raise KeyboardInterrupt", raised="KeyboardInterrupt"),
    "GeneratorExit": Fault("raise GeneratorExit", raised="GeneratorExit"),
    "error that cannot be shown": Fault("class E(Exception):\n  def __str__(self): raise ValueError\nraise E"),
    "repr that exits": Fault("import os\nclass R:\n  def __repr__(self): os._exit(1)\nR()", "exit", **STOPS),
    "repr that loops": Fault("class R:\n  def __repr__(self):\n    while True: pass\nR()", timed_out=True),
    "deep recursion": Fault("def f(): return f()\nf()", raised="RecursionError"),
    "deep recursion without limit": Fault(
        "import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()", ("", "killed", "wall"), raised="", **STOPS
    ),
    "deep recursion in C": Fault(
        "import sys\nsys.setrecursionlimit(10**9)\nx = []\nfor _ in range(10**6): x = [x]\nrepr(x)",
        ("", "killed", "wall"),
        raised="",
        **STOPS,
    ),
    "deep data": Fault("x = []\nfor _ in range(100_000): x = [x]\nx"),
    "four gigabytes": Fault("x = bytearray(4 << 30)", raised="MemoryError"),
    "four gigabytes of list": Fault("x = [0] * (1 << 29)", raised="MemoryError"),
    "gigabyte of print": Fault("for _ in range(1_000): print('x' * 1_000_000)", cut=True),
    "gigabyte in one print": Fault("print('x' * 500_000_000)", cut=True),
    "gigabyte past Python": Fault("import os\nfor _ in range(1_000): os.write(1, b'x' * 1_000_000)"),
    "gigabyte displayed": Fault(
        "from IPython.display import display, HTML\nfor _ in range(40): display(HTML('x' * 10_000_000))", cut=True
    ),
    "input()": Fault("input('?')", raised="StdinNotImplementedError"),
    "getpass()": Fault("import getpass\ngetpass.getpass()", raised="StdinNotImplementedError"),
    "read standard input": Fault("import sys\nsys.stdin.readline()"),
    "debugger": Fault("breakpoint()", raised=""),
    "threads left": Fault(
        "import threading, time\nfor _ in range(20): threading.Thread(target=time.sleep, args=(999,)).start()"
    ),
    "thread that raises": Fault("import threading\nt = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()"),
    "thread that exits": Fault(
        "import threading, os\nt = threading.Thread(target=os._exit, args=(1,)); t.start(); import time; time.sleep(9)",
        "exit",
        **STOPS,
    ),
    "task left": Fault("import asyncio\nt = asyncio.get_event_loop().create_task(asyncio.sleep(99))"),
    "loop closed": Fault("import asyncio\nasyncio.get_event_loop().stop()"),
    "streams closed": Fault("import sys\nsys.stdout.close(); sys.stderr.close()"),
    "streams replaced": Fault("import sys\nsys.stdout = sys.stderr = None"),
    "descriptors closed": Fault("import os\nos.closerange(0, 100)", ("exit", ""), **STOPS),
    "result's descriptor shut": Fault("import socket\nsocket.socket(fileno=3).shutdown(2)", ("exit", ""), **STOPS),
    "rubbish to the result's descriptor": Fault(
        "import os\nos.write(3, b'\\0\\0\\0\\5rubbish' * 5)", "protocol", **STOPS
    ),
    "flood to the result's descriptor": Fault(
        "import os\nwhile True: os.write(3, b'\\xff' * 100_000)", "output", **STOPS
    ),
    "folder removed": Fault("import os, shutil\nshutil.rmtree(os.getcwd())"),
    "folder left": Fault("import os\nos.chdir('/')"),
    "builtins gone": Fault(
        "import builtins\nfor n in list(vars(builtins)):\n  if n != '__import__': delattr(builtins, n)",
        ("", "exit", "killed", "wall"),
        **STOPS,
    ),
    "shell reset": Fault("get_ipython().reset()"),
    "garbage that raises": Fault("class D:\n  def __del__(self): raise ValueError\nx = D(); del x"),
    "at exit": Fault("import atexit, time\natexit.register(time.sleep, 99)"),
    "storm of signals": Fault(
        "import signal\nsignal.signal(14, lambda *a: 1 / 0)\nsignal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)\n"
        "import time\ntime.sleep(1)",
        ("", "exit", "killed", "protocol", "wall"),
        **STOPS,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_as_it_must(inside: Inside, name: str) -> None:
    fault = FAULTS[name]
    run = inside.run(BEFORE, fault.cell, AFTER, cell_seconds=2, notebook_seconds=20, memory_bytes=1536 << 20)
    assert said(run.cells[0]) == "before\n"
    assert run.ended in ((fault.ended,) if isinstance(fault.ended, str) else fault.ended)
    assert run.seconds < 2 + 3 + 10
    assert len(run.cells) > 1
    if fault.raised:
        assert said(run.cells[1]).startswith(fault.raised)
    if not isinstance(fault.ended, tuple) and not fault.cut:  # so much output may take too long, or not
        assert run.cells[1].timed_out == fault.timed_out
    assert run.cells[1].cut == fault.cut
    if fault.goes_on and run.ended == "" and name not in ("streams closed", "streams replaced"):
        assert said(run.cells[2]) == "after\n"
    assert run.level == inside.level


def test_what_was_written_before_a_kill_is_kept(inside: Inside) -> None:
    run = inside.run(
        "import time\nprint('first')\ntime.sleep(0.5)\nprint('second')\nimport os, signal\nprint('third', flush=True)\n"
        + CRASH
    )
    assert run.ended == "killed"
    assert said(run.cells[0]) == "first\nsecond\nthird\n"


@pytest.mark.parametrize(
    "forged",
    [
        {"end": 0},
        {"begin": 1},
        {"finished": True},
        {"kind": "stream", "content": {"name": "stdout", "text": "forged"}},
    ],
    ids=lambda message: next(iter(message)),
)
def test_forged_messages_are_claims_and_no_more(inside: Inside, forged: dict[str, object]) -> None:
    write = f"import os, json\nm = json.dumps({forged!r}).encode()\nos.write(3, len(m).to_bytes(4, 'big') + m)"
    run = inside.run(write, "print('after')")
    assert run.ended in ("", "protocol")
    assert len(run.cells) <= 3
    assert not any(set(message) - {"msg_type", "content"} for cell in run.cells for message in cell.messages)


def test_the_interpreter_outlives_all_that(inside: Inside) -> None:
    for fault in (
        CRASH,
        "import os; os._exit(0)",
        "import os\nos.kill(os.getppid(), 9) if os.getppid() else None",
        "exit()",
    ):
        inside.run(fault, cell_seconds=2)
        assert inside.interpreter.alive
    assert said(inside.run("print(1)").cells[0]) == "1\n"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
