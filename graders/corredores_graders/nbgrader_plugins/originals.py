"""The cells that a module's release really has, as the gradebook keeps them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from corredores_graders.nbgrader_plugins.cell_names import CellName, read_grade_id

SCHEMA = 3


@dataclass(frozen=True)
class Original:
    """A check, answer or written cell of the release."""

    grade_id: str
    name: CellName
    cell_type: str
    source: str
    checksum: str
    locked: bool
    solution: bool
    task: bool
    points: float | None
    """maximum, or None where the cell earns none"""

    @property
    def marks(self) -> dict[str, object]:
        """The cell's nbgrader metadata."""
        marks: dict[str, object] = {
            "schema_version": SCHEMA,
            "grade_id": self.grade_id,
            "grade": self.points is not None and not self.task,
            "locked": self.locked,
            "solution": self.solution,
            "task": self.task,
            "cell_type": self.cell_type,
            "checksum": self.checksum,
        }
        return marks if self.points is None else marks | {"points": self.points}

    def cell(self, source: str) -> NotebookNode:
        """Return the cell with the metadata it was released with and ``source`` in it."""
        kind = "code" if self.cell_type == "code" else "markdown"
        return new_cell(kind, source, self.name.cell_id, nbgrader=NotebookNode(self.marks))


def new_cell(kind: str, source: str, identifier: str, **metadata: NotebookNode) -> NotebookNode:
    """Return a cell without outputs.

    As nbformat's ``new_code_cell`` and its like, without their validation of each cell, which takes most of the time of
    restoring a notebook; every route validates the notebook as a whole before it is written.
    """
    cell = NotebookNode(id=identifier, cell_type=kind, metadata=NotebookNode(metadata), source=source)
    if kind == "code":
        cell["execution_count"], cell["outputs"] = None, []
    return cell


def originals(notebook: Any) -> Iterator[Original]:
    """Yield the cells of a notebook of the gradebook, by grade id."""
    points = {cell.name: float(cell.max_score) for cell in [*notebook.grade_cells, *notebook.task_cells]}
    solutions = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    for cell in sorted(notebook.source_cells, key=lambda cell: str(cell.name)):
        yield Original(
            grade_id=cell.name,
            name=read_grade_id(cell.name),
            cell_type=cell.cell_type,
            source=cell.source,
            checksum=cell.checksum,
            locked=cell.locked,
            solution=cell.name in solutions,
            task=cell.name in tasks,
            points=points.get(cell.name),
        )
