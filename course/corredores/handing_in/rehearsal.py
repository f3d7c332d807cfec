"""The rehearsal before handing in: whether the saved notebook runs from top to bottom, and what is untried."""

import subprocess
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

from corredores.checking.cell import ANSWER_MIME
from corredores.checking.check_file import CheckFile
from corredores.checking.verdicts import Verdict, decide
from corredores.corridor import PRACTICE
from corredores.handing_in.notebook import Notebook, exercise_of, is_as_released

SECONDS_A_CELL = 120


@dataclass(frozen=True)
class Stop:
    """A cell that ended in an error: its place in the notebook (from 1), its exercise if any, and the error."""

    cell: int
    exercise: str
    error: str


@dataclass(frozen=True)
class Rehearsal:
    """What the rehearsal of one notebook showed."""

    saved: datetime
    exercises: tuple[str, ...]
    untried: tuple[str, ...]
    executed: bool
    lost: tuple[str, ...] = ()
    stops: tuple[Stop, ...] = field(default=())

    @property
    def minutes_since_saved(self) -> int:
        """Whole minutes between the last save and now."""
        return max(0, int((datetime.now(UTC) - self.saved).total_seconds() // 60))


def rehearse(notebook: Notebook, check_file: CheckFile, execute: bool = True) -> Rehearsal:
    """Run a copy of the notebook in a fresh kernel, where Jupyter is installed, and say what is untried.

    The file itself is not touched. Without Jupyter in this environment, or without ``execute``, it is only read.
    """
    executed = execute and can_execute()
    cells, stops = _run(notebook) if executed else (list(notebook.cells), ())
    exercises = tuple(notebook.answer_cells)
    untried = tuple(exercise for exercise in exercises if _is_untried(exercise, notebook, cells, check_file))
    lost = tuple(exercise for exercise in check_file.content["exercises"] if exercise not in exercises)
    return Rehearsal(notebook.saved, exercises, untried, executed, lost, stops)


def can_execute() -> bool:
    """Say whether this environment has what runs a notebook (it is Jupyter's, not a part of the course)."""
    return all(find_spec(name) for name in ("nbclient", "nbformat", "ipykernel"))


def _run(notebook: Notebook) -> tuple[list[Any], tuple[Stop, ...]]:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal, DeadKernelError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a copied cell has its neighbour's id; the class's grader mends that
        copy = nbformat.reads(notebook.content.decode("utf-8"), as_version=4)
    folder = str(notebook.path.resolve().parent)
    client = NotebookClient(
        copy, timeout=SECONDS_A_CELL, allow_errors=True, kernel_name="python3", resources={"metadata": {"path": folder}}
    )
    ended = ""
    try:
        client.execute(stderr=subprocess.DEVNULL)  # what the kernel logs is for nobody here
    except (CellControlSignal, DeadKernelError) as error:  # a cell without end, or one that ended the kernel
        ended = str(error).strip().splitlines()[0]
    stops = [stop for place, cell in enumerate(copy.cells, start=1) for stop in _stops(place, cell)]
    if ended:
        reached = [place for place, cell in enumerate(copy.cells, start=1) if cell.get("execution_count")]
        stops.append(Stop(len(reached) and reached[-1], "", ended))
    return list(copy.cells), tuple(stops)


def _stops(place: int, cell: Any) -> list[Stop]:
    return [
        Stop(place, exercise_of(cell), f"{output.ename}: {output.evalue}".strip())
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]


def _is_untried(exercise: str, notebook: Notebook, cells: list[Any], check_file: CheckFile) -> bool:
    """Ask of the answer that the check cell published; without one, of the answer cell itself."""
    answers = _published(cells, exercise)
    if answers is None:
        return is_as_released(notebook.answer_cells[exercise])
    return decide(check_file.reference(exercise, PRACTICE), answers).verdict is Verdict.NOT_ATTEMPTED


def _published(cells: list[Any], exercise: str) -> Mapping[str, Any] | None:
    outputs = [output for cell in cells if exercise_of(cell) == exercise for output in cell.get("outputs", [])]
    bundles = [output.get("data", {}).get(ANSWER_MIME) for output in outputs]
    answers = [bundle["answers"] for bundle in bundles if isinstance(bundle, dict)]
    return answers[-1] if answers and isinstance(answers[-1], dict) else None
