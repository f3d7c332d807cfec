"""What the judge kept in the graded notebooks of a class: each answer with its verdict, its points and its versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import nbformat

from corredores.command_error import CommandError
from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.layout import Classroom
from corredores_graders.judging.check_file import present_versions
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.cell_names import CellName, checked_exercise
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME

#: Without the inputs (probes), what a function returned says nothing.
NEEDED = {"answers", "probes", "verdict", "versions"}


class UnreadableVerdicts(CommandError):
    """A graded notebook that is missing or damaged, or in which a check cell holds no verdict."""


@dataclass(frozen=True)
class KeptVerdict:
    """What a check cell that earns points kept of one answer."""

    name: CellName
    grade_id: str
    most: float
    """points that the cell earns at most"""
    earned: float
    """points that the judge gave, 0 to ``most``"""
    record: Mapping[str, Any]
    """answers, probes, verdict and versions, as the judge wrote them"""


def kept_verdicts(classroom: Classroom, assignment: str, trainee: str) -> list[KeptVerdict]:
    """Return what was kept of a trainee's answers, in the order of the notebook.

    Raises
    ------
    UnreadableVerdicts
        With the file and what to do.
    """
    folder = classroom.trainer / "autograded" / trainee / assignment
    released = sorted((classroom.trainer / "release" / assignment).glob("*.ipynb"))
    return [verdict for path in released for verdict in _read(folder / path.name)]


def older_editions(classroom: Classroom, assignment: str, trainees: Iterable[str]) -> str:
    """Return a sentence that names who answered a release with other keys or data than the present ones, or nothing.

    Graded notebooks that cannot be read are passed over: whoever judges them says so.
    """
    present = cache(lambda module: present_versions(module_key(module)))
    named = []
    for trainee in trainees:
        try:
            verdicts = kept_verdicts(classroom, assignment, trainee)
        except UnreadableVerdicts:
            continue
        differing = [
            word
            for name, word in (("keys", text("claves")), ("data", text("datos")))
            if any(_differs(verdict.record["versions"], present(verdict.name.module), name) for verdict in verdicts)
        ]
        if differing:
            named.append(f"{trainee} ({', '.join(differing)})")
    if not named:
        return ""
    return text(
        "Respondieron una publicación hecha con otras claves o datos que los de hoy: {trainees}. Lo que su cuaderno "
        "les dijo puede diferir de la nota.",
        trainees=", ".join(named),
    )


def _differs(said: Mapping[str, Any], present: Mapping[str, str], name: str) -> bool:
    return name in said and said[name] != present[name]  # an answer that never arrived has no versions


def _read(path: Path) -> list[KeptVerdict]:
    try:
        notebook = nbformat.read(path, as_version=4)
        return [
            _kept(cell, name)
            for cell in notebook.cells
            if (name := checked_exercise(cell)) and cell.metadata.nbgrader.get("points") is not None
        ]
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as damaged:
        raise UnreadableVerdicts(
            text(
                "{file}: no se pudo leer lo que el juez guardó ahí. Califique esa entrega de nuevo con «corredores "
                "grade --force».",
                file=path,
            )
        ) from damaged


def _kept(cell: Any, name: CellName) -> KeptVerdict:
    (output,) = cell.outputs
    record = output["data"][VERDICT_MIME]
    if not NEEDED <= record.keys():
        raise LookupError(f"not kept: {NEEDED - record.keys()}")
    marks = cell.metadata.nbgrader
    return KeptVerdict(name, marks.grade_id, float(marks.points), float(output["data"]["text/plain"]), record)
