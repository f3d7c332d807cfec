"""What the judge kept in the graded notebooks of a class: each answer with its verdict, its points and its versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from corredores.command_error import CommandError
from corredores.corridor import Corridor, read_pair
from corredores_graders.classroom.layout import Classroom
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.cell_names import CellName, checked_exercise
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME
from corredores_graders.nbgrader_plugins.trainees import language_of

#: Without the inputs (probes), what a function returned says nothing; without the crash, nobody knows why nothing came.
NEEDED = {"answers", "crash", "probes", "problem", "unread", "verdict", "versions"}


class UnreadableVerdicts(CommandError):
    """A graded notebook that is missing or damaged, or in which a check cell holds no verdict."""


@dataclass(frozen=True)
class KeptVerdict:
    """What a check cell kept of one answer."""

    notebook: str
    name: CellName
    cell: NotebookNode
    most: float | None
    """points that the cell earns at most; None for a question that earns none"""
    earned: float
    """points that the judge gave, 0 to ``most``"""
    record: Mapping[str, Any]
    """answers, probes, verdict, versions and the rest, as the judge wrote them"""

    @property
    def grade_id(self) -> str:
        """The cell's name in the gradebook."""
        return str(self.cell.metadata.nbgrader.grade_id)


@dataclass(frozen=True)
class KeptNotebook:
    """A graded notebook with what its check cells kept."""

    name: str
    notebook: NotebookNode
    corridor: Corridor
    """with which it was judged"""
    language: str
    verdicts: tuple[KeptVerdict, ...]
    """in the order of the notebook"""


def kept_notebooks(classroom: Classroom, assignment: str, trainee: str) -> list[KeptNotebook]:
    """Return what was kept of a trainee's answers.

    Raises
    ------
    UnreadableVerdicts
        With the file and what to do.
    """
    folder = classroom.trainer / "autograded" / trainee / assignment
    expected = [folder / path.name for path in sorted((classroom.trainer / "release" / assignment).glob("*.ipynb"))]
    there = [path for path in expected if path.exists()]  # one that was not handed in has no answers
    return [_read(path) for path in there or expected]


def _read(path: Path) -> KeptNotebook:
    try:
        notebook = nbformat.v4.reads(path.read_text(encoding="utf-8"))
        verdicts = tuple(_kept(path.stem, cell, name) for cell in notebook.cells if (name := checked_exercise(cell)))
        corridor = read_pair(notebook.metadata.corredores.corridor)
        return KeptNotebook(path.stem, notebook, corridor, language_of(notebook), verdicts)
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError) as damaged:
        raise UnreadableVerdicts(
            text(
                "{file}: no se pudo leer lo que el juez guardó ahí. Califique esa entrega de nuevo con «corredores "
                "grade --force».",
                file=path,
            )
        ) from damaged


def _kept(notebook: str, cell: Any, name: CellName) -> KeptVerdict:
    (output,) = cell.outputs
    record = output["data"][VERDICT_MIME]
    if not NEEDED <= record.keys():
        raise LookupError(f"not kept: {NEEDED - record.keys()}")
    most = cell.metadata.nbgrader.get("points")
    if most is None:
        return KeptVerdict(notebook, name, cell, None, 0.0, record)
    return KeptVerdict(notebook, name, cell, float(most), float(output["data"]["text/plain"]), record)
