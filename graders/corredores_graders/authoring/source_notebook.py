"""`module.md`, the answer key and a language become the notebook that nbgrader calls the source."""

from collections.abc import Callable
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from corredores_graders.answer_keys.declaration import Exercise, ModuleKey
from corredores_graders.authoring.callouts import as_quotations
from corredores_graders.authoring.catalogue import Translator
from corredores_graders.authoring.grade_ids import answer_id, cell_id, check_id, written_id
from corredores_graders.authoring.module_text import ModuleText
from corredores_graders.authoring.points import check_points, written_points
from corredores_graders.authoring.well_formed import require_well_formed

NBGRADER_SCHEMA = 3
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def source_notebook(
    module: ModuleText, key: ModuleKey, translator: Translator, callouts: Callable[[str], str] = as_quotations
) -> NotebookNode:
    """Build the nbgrader source notebook, solutions included, its call-outs drawn by ``callouts``.

    The same text, key and translations give the same bytes. Raises an
    :class:`~corredores_graders.authoring.errors.AuthoringError` where text and key disagree.
    """
    require_well_formed(module, key)
    notebook: NotebookNode = new_notebook(
        metadata={
            "kernelspec": KERNEL,
            "language_info": {"name": "python"},
            "corredores": {"module": module.id, "language": translator.language},
        }
    )
    for index, cell in enumerate(module.cells):
        source = translator.cell(cell)
        drawn = callouts(source) if cell.kind == "markdown" else source
        if cell.exercise is None:
            name = cell_id(module.id, str(index), cell.kind)
            notebook.cells.append(_cell(cell.kind, drawn, name, cell.metadata))
        else:
            notebook.cells += _exercise_cells(module.id, key.exercises[cell.exercise], cell.kind, drawn)
    return notebook


def notebook_text(notebook: NotebookNode) -> str:
    """Return the notebook as nbformat writes it, ended by one newline."""
    written: str = nbformat.writes(notebook, version=4)
    return written.rstrip("\n") + "\n"


def _exercise_cells(module: str, exercise: Exercise, kind: str, source: str) -> list[NotebookNode]:
    """Return an exercise's written cell, or its answer cell with the check cell below it."""
    if kind == "markdown":
        return [
            _graded("written", module, exercise.id, source, grade=True, solution=True, points=written_points(exercise))
        ]
    points = check_points(exercise)
    grading: dict[str, bool | float] = {"grade": True, "points": points} if points else {}
    return [
        _graded("answer", module, exercise.id, source, solution=True),
        _graded("check", module, exercise.id, f'check("{module}.{exercise.id}")', locked=True, **grading),
    ]


GRADE_IDS = {"answer": answer_id, "check": check_id, "written": written_id}


def _graded(role: str, module: str, exercise: str, source: str, **marks: bool | float) -> NotebookNode:
    nbgrader = {
        "schema_version": NBGRADER_SCHEMA,
        "grade_id": GRADE_IDS[role](module, exercise),
        "grade": False,
        "locked": False,
        "solution": False,
        "task": False,
        **marks,
    }
    kind = "markdown" if role == "written" else "code"
    return _cell(kind, source, cell_id(module, exercise, role), {"nbgrader": nbgrader})


def _cell(kind: str, source: str, name: str, metadata: dict[str, Any]) -> NotebookNode:
    cell: NotebookNode
    if kind == "markdown":
        cell = new_markdown_cell(source, id=name, metadata=metadata)
    else:
        cell = new_code_cell(source, id=name, metadata=metadata)
    return cell
