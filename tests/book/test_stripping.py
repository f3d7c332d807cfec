from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from corredores_graders.authoring.book.leaks import solution_lines
from corredores_graders.authoring.book.stripping import stripped, without_checks


def marks(name: str, **true: bool) -> dict[str, object]:
    return {
        "nbgrader": {"schema_version": 3, "grade_id": name, "grade": False, "locked": False, "solution": False} | true
    }


def notebook() -> NotebookNode:
    answer = "x = None\n### BEGIN SOLUTION\nx = people.max() / people.sum()\nrest = 1 - 0.25\n### END SOLUTION"
    shown = new_output("display_data", data={"text/plain": "0.75"})
    page: NotebookNode = new_notebook(
        cells=[
            new_markdown_cell("Un ejemplo."),
            new_code_cell("rest = 1 - 0.25"),
            new_code_cell(answer, outputs=[shown], metadata=marks("m00-e1-answer", solution=True)),
            new_code_cell('check("m00.e1")', metadata=marks("m00-e1", grade=True, locked=True)),
            new_code_cell('hint("m00.e1")'),
            new_code_cell(
                "y = 2\n### BEGIN HIDDEN TESTS\nassert x == 0.75\n### END HIDDEN TESTS",
                metadata=marks("m00-t1", grade=True),
            ),
        ],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
    )
    return page


def test_checks_and_hints_are_no_part_of_a_page() -> None:
    sources = [cell.source for cell in without_checks(notebook()).cells]
    assert not any("check(" in source or "hint(" in source for source in sources) and len(sources) == 4


def test_a_page_holds_no_solution_no_output_of_an_answer_and_no_hidden_test() -> None:
    page = stripped(without_checks(notebook()), "en")
    answer = page.cells[2]
    assert answer.source.startswith("x = None\n# ") and "people" not in answer.source
    assert answer.outputs == [] and all("nbgrader" not in cell.metadata for cell in page.cells)
    assert "assert" not in page.cells[3].source


def test_the_page_is_a_copy() -> None:
    source = notebook()
    stripped(source, "es")
    assert "people.sum()" in source.cells[2].source


def test_a_line_of_an_example_is_no_secret() -> None:
    assert solution_lines(notebook()) == {"x=people.max()/people.sum()"}
