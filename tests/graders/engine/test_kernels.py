"""The sandboxed interpreters as Jupyter kernels, which nbclient starts, asks, interrupts and ends like any other."""

import gc
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from corredores_graders.engine import execute
from corredores_graders.engine.levels import VARIABLE
from corredores_graders.engine.provisioner import SandboxedKernelManager, WarmProvisioner
from tests.graders.engine.both_ways import Cells, cells_of, notebook
from tests.graders.engine.conftest import require
from tests.graders.engine.test_traces import below

pytestmark = pytest.mark.xdist_group("engine-kernels")
CELLS = (
    "from IPython.display import display, HTML\nprint('uno')\ndisplay(HTML('<b>dos</b>'))\n'tres'",
    "import sys\nprint('mal', file=sys.stderr)",
    "import pandas\npandas.DataFrame({'a': [1]})",
    "",
    "await __import__('asyncio').sleep(0.01)\n_ + '!' if isinstance(_, str) else type(_).__name__",
    "1 / 0",
    "%no_existe",
    "input()",
    "from corredores import charts\ncharts.corridor_map('SLV')",
    "get_ipython().execution_count",
)


@pytest.fixture(autouse=True)
def at_level(level: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every kernel of these tests runs at the level."""
    require(level)
    monkeypatch.setenv(VARIABLE, level)
    yield
    execute.interpreter(level)


class Client(NotebookClient):  # type: ignore[misc]
    """A client that goes on after errors."""

    def __init__(self, read: NotebookNode, folder: Path, **options: Any) -> None:
        settings = {"timeout": 60, "allow_errors": True, "store_widget_state": False, "record_timing": False}
        resources = {"metadata": {"path": str(folder)}}
        super().__init__(read, resources=resources, **{**settings, **options})


def sandboxed(read: NotebookNode, folder: Path, **options: Any) -> Client:
    return Client(read, folder, kernel_manager_class=SandboxedKernelManager, **options)


def ran(read: NotebookNode, folder: Path, **options: Any) -> Cells:
    return cells_of(sandboxed(read, folder, **options).execute())


def texts(cell: dict[str, Any]) -> str:
    return "".join(output.get("text", "") or output.get("ename", "") for output in cell["outputs"])


def test_outputs_are_a_stock_kernels(tmp_path: Path) -> None:
    ours = ran(notebook(*CELLS), tmp_path)
    theirs = cells_of(Client(notebook(*CELLS), tmp_path, extra_arguments=["--InteractiveShell.xmode=Plain"]).execute())
    magic = ours[6]["outputs"].pop()
    assert magic["ename"] == "UsageError", "nbgrader takes it from the reply, and nbclient alone does not"
    for place, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        assert one == other, CELLS[place]


def test_the_level_asked_for_is_the_one_in_force(level: str, tmp_path: Path) -> None:
    read = notebook("import os\nprint(os.getpid() == 1, os.path.exists('/proc/1'))")
    client = sandboxed(read, tmp_path)
    with client.setup_kernel():
        provisioner = client.km.provisioner
        assert isinstance(provisioner, WarmProvisioner)
        assert provisioner.level == level
        client.execute_cell(read.cells[0], 0)
    assert texts(cells_of(read)[0]) == ("True True\n" if level == "namespaces" else "False True\n")


def test_files_beside_the_notebook_go_in_and_nothing_comes_back(tmp_path: Path) -> None:
    (tmp_path / "datos.csv").write_text("a\n1\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "otro.txt").write_text("x")
    (tmp_path / "enlace").symlink_to("/etc/passwd")
    cells = ran(
        notebook("import os\nprint(sorted(os.listdir('.')), open('datos.csv').read())\nopen('nuevo', 'w')"), tmp_path
    )
    assert texts(cells[0]).startswith("['datos.csv', 'sub'] a\n1\n")
    assert sorted(os.listdir(tmp_path)) == ["datos.csv", "enlace", "sub"]


def test_a_cell_that_takes_too_long_is_interrupted_and_the_next_one_runs(tmp_path: Path) -> None:
    read = notebook("print('antes')\nwhile True: pass", "print('después')")
    client = sandboxed(read, tmp_path, timeout=1, interrupt_on_timeout=True)
    began = time.monotonic()
    client.execute()
    cells = cells_of(read)
    assert time.monotonic() - began < 20
    assert texts(cells[0]).startswith("antes\nKeyboardInterrupt")
    assert texts(cells[1]) == "después\n"


def test_a_cell_that_cannot_be_interrupted_does_not_hang_the_client(tmp_path: Path) -> None:
    loop = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass"
    began = time.monotonic()
    with pytest.raises((CellTimeoutError, DeadKernelError)):
        sandboxed(notebook(loop), tmp_path, timeout=1).execute()
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("end", ["import os\nos._exit(0)", "import ctypes\nctypes.string_at(0)", "exit()"])
def test_a_dead_kernel_is_found_dead_and_answers_before_it_are_kept(end: str, tmp_path: Path) -> None:
    read = notebook("print('antes')", end, "print('nunca')")
    began = time.monotonic()
    with pytest.raises(DeadKernelError):
        sandboxed(read, tmp_path).execute()
    assert time.monotonic() - began < 20
    assert texts(cells_of(read)[0]) == "antes\n"
    assert not read.cells[2].outputs


def test_two_kernels_at_once_know_nothing_of_each_other(tmp_path: Path) -> None:
    reads = [notebook(f"x = '{name}'", "print(x)", "'y' in globals()") for name in ("a", "b")]
    first, second = (sandboxed(read, tmp_path) for read in reads)
    with first.setup_kernel(), second.setup_kernel():
        first.execute_cell(reads[0].cells[0], 0)
        second.execute_cell(reads[1].cells[0], 0)
        first.execute_cell(reads[0].cells[1], 1)
        second.execute_cell(reads[1].cells[1], 1)
    assert [texts(cells_of(read)[1]) for read in reads] == ["a\n", "b\n"]


def test_nothing_is_left_after_twenty_kernels(level: str, tmp_path: Path) -> None:
    ran(notebook("1"), tmp_path)
    before = left(level)
    for number in range(20):
        if number % 5 == 4:
            with pytest.raises(DeadKernelError):
                ran(notebook("import os; os._exit(1)"), tmp_path)
        else:
            ran(notebook(f"print({number})"), tmp_path)
    deadline = time.monotonic() + 10
    while (after := left(level)) != before and time.monotonic() < deadline:
        time.sleep(0.1)
    assert after == before


def left(level: str) -> dict[str, Any]:
    """What a kernel could leave behind in this process and below the warm one."""
    gc.collect()
    warm = execute.interpreter(level)
    return {
        "threads": sorted(thread.name.split("-")[0] for thread in threading.enumerate()),
        "descriptors": len(os.listdir("/proc/self/fd")),
        "processes": len(below(warm._process.pid)),  # type: ignore[union-attr]
        "scratch": os.listdir(warm._scratch.name),  # type: ignore[union-attr]
    }
