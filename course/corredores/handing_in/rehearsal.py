"""The rehearsal before handing in: whether the saved notebook runs from top to bottom, and what is untried."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import Any

from corredores.handing_in.notebook import Notebook, exercise_of, is_blank_answer

ANSWER = "application/vnd.corredores.answer+json"
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
    stops: tuple[Stop, ...] = field(default=())

    @property
    def minutes_since_saved(self) -> int:
        """Whole minutes between the last save and now."""
        return max(0, int((datetime.now(UTC) - self.saved).total_seconds() // 60))


def rehearse(notebook: Notebook) -> Rehearsal:
    """Run a copy of the notebook in a fresh kernel, where Jupyter is installed, and say what is untried.

    The file itself is not touched. Without Jupyter in this environment the notebook is only read.
    """
    untried = {exercise for exercise, source in notebook.answer_cells.items() if is_blank_answer(source)}
    stops: tuple[Stop, ...] = ()
    executed = can_execute()
    if executed:
        cells, stops = _run(notebook)
        untried |= {exercise for exercise, blank in _published(cells).items() if blank}
    exercises = tuple(notebook.answer_cells)
    return Rehearsal(notebook.saved, exercises, tuple(name for name in exercises if name in untried), executed, stops)


def can_execute() -> bool:
    """Say whether this environment has what runs a notebook (it is Jupyter's, not a part of the course)."""
    return all(find_spec(name) for name in ("nbclient", "nbformat", "ipykernel"))


def _run(notebook: Notebook) -> tuple[list[Any], tuple[Stop, ...]]:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellControlSignal, DeadKernelError

    copy = nbformat.reads(notebook.content.decode("utf-8"), as_version=4)  # type: ignore[no-untyped-call]
    folder = str(notebook.path.resolve().parent)
    client = NotebookClient(
        copy, timeout=SECONDS_A_CELL, allow_errors=True, kernel_name="python3", resources={"metadata": {"path": folder}}
    )
    ended = ""
    try:
        client.execute()
    except (CellControlSignal, DeadKernelError) as error:  # a cell without end, or one that ended the kernel
        ended = str(error).strip().splitlines()[0]
    stops = [stop for place, cell in enumerate(copy.cells, start=1) for stop in _stops(place, cell)]
    if ended:
        reached = max(
            (place for place, cell in enumerate(copy.cells, start=1) if cell.get("execution_count")), default=0
        )
        stops.append(Stop(max(reached, default=0), "", ended))
    return list(copy.cells), tuple(stops)


def _stops(place: int, cell: Any) -> list[Stop]:
    return [
        Stop(place, exercise_of(cell), f"{output.ename}: {output.evalue}".strip())
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]


def _published(cells: list[Any]) -> dict[str, bool]:
    """Return, for each exercise whose check cell published an answer, whether all of it is blank."""
    blank: dict[str, bool] = {}
    for cell in cells:
        for output in cell.get("outputs", []):
            answer = output.get("data", {}).get(ANSWER)
            if isinstance(answer, dict) and isinstance(answer.get("answers"), dict):
                blank[exercise_of(cell)] = all(value is None for value in answer["answers"].values())
    return blank
