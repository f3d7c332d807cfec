"""Why a submission cannot be graded, said before nbgrader is asked: the file, the cause, the next step."""

import json
from pathlib import Path

import nbformat

from corredores_graders.classroom.class_list import ClassListError
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.trainees import UnknownTrainee, find_trainee

#: A notebook with its outputs takes one or two megabytes.
MAX_BYTES = 50_000_000


def refusal(course_root: Path, assignment: str, trainee: str) -> str:
    """Return in a sentence why the submission cannot be graded, or an empty text where it can."""
    try:
        find_trainee(trainee, course_root)
    except (UnknownTrainee, ClassListError) as refused:
        return str(refused)
    folder = course_root / "submitted" / trainee / assignment
    expected = {path.name for path in (course_root / "release" / assignment).glob("*.ipynb")}
    if not expected:
        return text(
            "«{assignment}» no se ha publicado en este curso: publíquelo y repita la orden.", assignment=assignment
        )
    found = {path.name for path in folder.glob("*.ipynb")}
    if not found & expected:
        return _not_there(folder, sorted(expected), sorted(found))
    problems = (_unreadable(folder / name) for name in sorted(found & expected))
    return next((problem for problem in problems if problem), "")


def _not_there(folder: Path, expected: list[str], found: list[str]) -> str:
    if not found:
        return text("{folder}: no hay ninguna entrega. Recójala con «corredores collect».", folder=folder)
    return text(
        "{folder}: se esperaba el cuaderno «{expected}» y llegó «{found}». Si es el mismo, cámbiele el nombre y repita "
        "la orden.",
        folder=folder,
        expected=", ".join(expected),
        found=", ".join(found),
    )


def _unreadable(path: Path) -> str:
    size = path.stat().st_size
    if size > MAX_BYTES:
        return text(
            "{file}: pesa {megabytes} MB y no se abre. Pida a la persona que borre las salidas del cuaderno y entregue "
            "de nuevo.",
            file=path,
            megabytes=size // 1_000_000,
        )
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        cells = nbformat.convert(nbformat.from_dict(content), 4).cells
        broken = not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells)
    except (ValueError, RecursionError, AttributeError, KeyError, TypeError):
        broken = True
    if not broken:
        return ""
    return text(
        "{file}: no es un cuaderno que se pueda leer; el archivo está incompleto o se guardó con otro programa. Pida a "
        "la persona que lo guarde en JupyterLab y entregue de nuevo; esta entrega se conserva.",
        file=path,
    )
