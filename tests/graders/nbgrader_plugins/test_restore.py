"""Every edit of a submission that would end or falsify its grading, one by one."""

import copy
from collections.abc import Callable

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from corredores_graders.nbgrader_plugins.cell_names import read_grade_id
from corredores_graders.nbgrader_plugins.originals import Original
from corredores_graders.nbgrader_plugins.restore import restored


def original(
    grade_id: str, source: str, kind: str = "code", points: float | None = None, locked: bool = False
) -> Original:
    name = read_grade_id(grade_id)
    solution = name.role != "check"
    return Original(grade_id, name, kind, source, "0" * 32, locked, solution, False, points)


RELEASED = [
    original("m03-e2", 'check("m03.e2")', points=2.0, locked=True),
    original("m03-e2-answer", "e2_share = None"),
    original("m03-e9-written", "Escriba aquí.", "markdown", 4.0),
]
CHECK, ANSWER, WRITTEN = RELEASED


def submission() -> list[NotebookNode]:
    """A notebook as it should come back."""
    return [
        new_markdown_cell("# Módulo", id="prose"),
        ANSWER.cell("e2_share = 34.5"),
        CHECK.cell(CHECK.source),
        WRITTEN.cell("Mi ficha."),
    ]


def edit(change: Callable[[list[NotebookNode]], object]) -> list[NotebookNode]:
    cells = submission()
    change(cells)
    return restored(cells, RELEASED)


def strip(cell: NotebookNode) -> None:
    cell.metadata = NotebookNode()
    cell.id = "renewed"


EDITS: dict[str, Callable[[list[NotebookNode]], object]] = {
    "nothing": lambda cells: None,
    "check copied": lambda cells: cells.append(copy.deepcopy(cells[2])),
    "answer copied": lambda cells: cells.insert(1, copy.deepcopy(cells[1])),
    "stub copied below": lambda cells: cells.append(ANSWER.cell(ANSWER.source)),
    "no schema version": lambda cells: cells[2].metadata.nbgrader.pop("schema_version"),
    "old schema version": lambda cells: cells[2].metadata.nbgrader.update(schema_version=1),
    "schema version to come": lambda cells: cells[2].metadata.nbgrader.update(schema_version=99),
    "grade flag": lambda cells: cells[2].metadata.nbgrader.update(grade=False),
    "solution flag": lambda cells: cells[1].metadata.nbgrader.update(solution=False, grade=True),
    "points": lambda cells: cells[2].metadata.nbgrader.update(points=-3),
    "grade id": lambda cells: cells[2].metadata.nbgrader.update(grade_id="m03-e7"),
    "grade ids swapped": lambda cells: cells[1].metadata.nbgrader.update(grade_id="m03-e2"),
    "extra key": lambda cells: cells[2].metadata.nbgrader.update(mine=1),
    "metadata is a list": lambda cells: cells[2].update(metadata=[1, 2]),
    "nbgrader is a text": lambda cells: cells[2].metadata.update(nbgrader="m03-e2"),
    "check edited": lambda cells: cells[2].update(source="99"),
    "check deleted": lambda cells: cells.pop(2),
    "check stripped": lambda cells: strip(cells[2]),
    "check moved above": lambda cells: cells.insert(0, cells.pop(2)),
    "check moved to the end": lambda cells: cells.append(cells.pop(2)),
    "check made Markdown": lambda cells: cells[2].update(cell_type="markdown"),
    "answer made raw": lambda cells: cells[1].update(cell_type="raw"),
    "answer stripped": lambda cells: strip(cells[1]),
    "tag to skip": lambda cells: cells[1].metadata.update(tags=["skip-execution"]),
    "source in lines": lambda cells: cells[1].update(source=["e2_share", " = 34.5"]),
    "ids doubled": lambda cells: cells[3].update(id=cells[1].id),
    "outputs forged": lambda cells: cells[2].update(outputs=[{"output_type": "execute_result"}]),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_released_cell_is_there_once_and_the_check_below_its_answer(name: str) -> None:
    cells = edit(EDITS[name])
    ids = [cell.metadata.nbgrader.grade_id for cell in cells if "nbgrader" in cell.metadata]
    assert sorted(ids) == sorted(one.grade_id for one in RELEASED)
    assert len({cell.id for cell in cells}) == len(cells)
    by_id = {cell.metadata.nbgrader.grade_id: cell for cell in cells if "nbgrader" in cell.metadata}
    assert by_id["m03-e2"].source == CHECK.source
    assert by_id["m03-e2"].metadata == {"nbgrader": CHECK.marks}
    sources = [cell.source for cell in cells]
    assert sources.index("e2_share = 34.5") < sources.index(CHECK.source)
    assert "e2_share = None" not in sources
    assert all(set(cell.metadata) <= {"nbgrader"} for cell in cells)
    assert all(
        cell.cell_type == "code" for cell in cells if cell.source == "e2_share = 34.5" and "nbgrader" in cell.metadata
    )


def test_a_deleted_answer_leaves_no_stub_that_would_undo_one_given_elsewhere() -> None:
    cells = restored([new_code_cell("e2_share = 34.5"), CHECK.cell("")], RELEASED)
    answer = next(cell for cell in cells if cell.metadata.get("nbgrader", {}).get("grade_id") == ANSWER.grade_id)
    assert answer.source.startswith("# ")


def test_a_deleted_written_answer_comes_back_untouched() -> None:
    cells = restored(submission()[:3], RELEASED)
    assert cells[-1].source == WRITTEN.source


def test_an_empty_notebook_is_only_not_attempted() -> None:
    assert len(restored([], RELEASED)) == 3
