"""The floor runs every cell, whatever the one above did, and writes one mark a check cell."""

import json
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from benchmarks.contest.floor import run_submission, submissions_in, write_marks
from corredores_graders.nbgrader_plugins import put_tools_on_path


def cell(source: str, grade_id: str = "") -> dict[str, Any]:
    marks = {"nbgrader": {"grade": True, "grade_id": grade_id}} if grade_id else {}
    return {"cell_type": "code", "source": source, "metadata": marks}


def test_cells_share_names_and_go_on_after_an_exception(tmp_path: Path) -> None:
    cells = [cell("a = 1"), cell("1 / 0"), cell("assert a == 1", "m03-e1"), cell("assert a == 2", "m03-e2")]
    cells.append(cell("this is no Python", "m03-e3"))
    notebook = tmp_path / "m03.ipynb"
    notebook.write_text(json.dumps({"cells": [*cells, {"cell_type": "markdown", "source": "", "metadata": {}}]}))
    assert run_submission(notebook) == {"m03-e1": True, "m03-e2": False, "m03-e3": False}


def test_submissions_are_found_by_trainee(tmp_path: Path) -> None:
    path = tmp_path / "submitted" / "p1" / "m03" / "m03.ipynb"
    path.parent.mkdir(parents=True)
    path.touch()
    assert submissions_in(tmp_path) == {"p1": path}


@pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")
def test_marks_reach_the_gradebook(tmp_path: Path) -> None:
    file = tmp_path / "gradebook.db"
    put_tools_on_path()
    with Gradebook(f"sqlite:///{file}", "corredores") as gradebook:
        gradebook.add_assignment("m03")
        gradebook.add_notebook("m03", "m03")
        for name in ("m03-e1", "m03-e2"):
            gradebook.add_grade_cell(name, "m03", "m03", max_score=2, cell_type="code")
        gradebook.add_student("p1")
    write_marks(file, {"p1": {"m03-e1": True, "m03-e2": False}})
    with Gradebook(f"sqlite:///{file}", "corredores") as gradebook:
        (notebook,) = gradebook.find_submission("m03", "p1").notebooks
        assert {grade.name: grade.auto_score for grade in notebook.grades} == {"m03-e1": 2, "m03-e2": 0}
