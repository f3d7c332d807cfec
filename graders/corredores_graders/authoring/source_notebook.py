"""`module.md`, the answer key and a language become the notebook that nbgrader calls the source."""

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from corredores_graders.answer_keys.declaration import ModuleKey
from corredores_graders.authoring.callouts import as_quotations
from corredores_graders.authoring.catalogue import Translator
from corredores_graders.authoring.grade_ids import answer_id, cell_id, check_id, written_id
from corredores_graders.authoring.module_text import ModuleText, TextCell
from corredores_graders.authoring.points import check_points, written_points
from corredores_graders.authoring.well_formed import require_well_formed

NBGRADER_SCHEMA = 3
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


def source_notebook(module: ModuleText, key: ModuleKey, translator: Translator) -> NotebookNode:
    """Build the nbgrader source notebook, solutions included.

    The same text, key and translations give the same bytes. Raises an
    :class:`~corredores_graders.authoring.errors.AuthoringError` where text and key disagree.
    """
    require_well_formed(module, key)
    notebook = new_notebook(
        metadata={
            "kernelspec": KERNEL,
            "language_info": {"name": "python"},
            "corredores": {"module": module.id, "language": translator.language},
        }
    )
    for index, cell in enumerate(module.cells):
        notebook.cells += _cells(module.id, cell, index, key, translator)
    return notebook


def notebook_text(notebook: NotebookNode) -> str:
    """Return the notebook as nbformat writes it, ended by one newline."""
    return nbformat.writes(notebook, version=4).rstrip("\n") + "\n"


def _cells(module: str, cell: TextCell, index: int, key: ModuleKey, translator: Translator) -> list[NotebookNode]:
    source = translator.cell(cell)
    if cell.exercise is None:
        return [_plain(module, cell, index, source)]
    exercise = key.exercises[cell.exercise]
    if cell.kind == "markdown":
        return [_written(module, exercise.id, as_quotations(source), written_points(exercise))]
    return [_answer(module, exercise.id, source), _check(module, exercise.id, check_points(exercise))]


def _plain(module: str, cell: TextCell, index: int, source: str) -> NotebookNode:
    name = cell_id(module, str(index), cell.kind)
    if cell.kind == "markdown":
        return new_markdown_cell(as_quotations(source), id=name, metadata=cell.metadata)
    return new_code_cell(source, id=name, metadata=cell.metadata)


def _answer(module: str, exercise: str, source: str) -> NotebookNode:
    marks = _nbgrader(answer_id(module, exercise), solution=True)
    return new_code_cell(source, id=cell_id(module, exercise, "answer"), metadata={"nbgrader": marks})


def _check(module: str, exercise: str, points: float) -> NotebookNode:
    grading = {"grade": True, "points": points} if points else {}
    marks = _nbgrader(check_id(module, exercise), locked=True, **grading)
    source = f'check("{module}.{exercise}")'
    return new_code_cell(source, id=cell_id(module, exercise, "check"), metadata={"nbgrader": marks})


def _written(module: str, exercise: str, source: str, points: float) -> NotebookNode:
    marks = _nbgrader(written_id(module, exercise), grade=True, solution=True, points=points)
    return new_markdown_cell(source, id=cell_id(module, exercise, "written"), metadata={"nbgrader": marks})


def _nbgrader(grade_id: str, **marks: bool | float) -> dict[str, object]:
    fixed = {"grade": False, "locked": False, "solution": False, "task": False}
    return {"schema_version": NBGRADER_SCHEMA, "grade_id": grade_id, **fixed, **marks}
