"""A class graded in memory gets nbgrader's grades and notebooks, and what stopped a cell is told."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import nbformat
import pytest

from corredores_graders.classroom.layout import Classroom
from corredores_graders.grading.outcome import GradeResult
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME
from tests.graders.grading.conftest import CLASS, POINTS, QUICK, Small, digests
from tests.graders.nbgrader_plugins.conftest import run_nbgrader

pytestmark = pytest.mark.xdist_group("grading")
Graded = tuple[Small, dict[str, GradeResult]]


def test_everybody_gets_the_points_of_what_was_answered_before_the_fault(graded_once: Graded) -> None:
    _, results = graded_once
    assert {name: result.score for name, result in results.items()} == POINTS
    assert all(result.ok and result.max_score == 9.0 for result in results.values())


@pytest.mark.parametrize(
    ("trainee", "what", "exercise", "ended"),
    [("dora", "ended", "m03.e6", "exit"), ("elsa", "slow", "m03.e6", "")],
)
def test_the_cell_that_went_wrong_is_named(
    graded_once: Graded, trainee: str, what: str, exercise: str, ended: str
) -> None:
    (trouble,) = graded_once[1][trainee].troubles
    assert (trouble.what, trouble.exercise, trouble.notebook) == (what, exercise, "m03")
    assert graded_once[1][trainee].ended == ended


def test_who_did_nothing_wrong_has_no_trouble(graded_once: Graded) -> None:
    assert [graded_once[1][name].troubles for name in QUICK] == [[], [], []]


def test_the_level_of_the_sandbox_is_in_result_and_verdict(graded_once: Graded) -> None:
    small, results = graded_once
    notebook = nbformat.read(small.graded("ana") / "m03.ipynb", as_version=4)
    records = [
        output.data[VERDICT_MIME]
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if VERDICT_MIME in output.get("data", {})
    ]
    assert len(records) == 3
    assert {record["sandbox"] for record in records} == {results["ana"].sandbox} <= {"namespaces", "landlock"}


def test_graded_files_can_only_be_read(graded_once: Graded) -> None:
    modes = {path.name: path.stat().st_mode & 0o777 for path in graded_once[0].graded("ana").iterdir()}
    assert modes == {"m03.ipynb": 0o444, "m03.check.json": 0o444}


def test_nbgrader_itself_gives_the_same(graded_once: Graded, collected: Small, tmp_path: Path) -> None:
    """Grades, what waits for a person, comments, and every cell of the notebooks."""
    ours = graded_once[0]
    shutil.copytree(collected.classroom.root, tmp_path / "stock")
    stock = Small(Classroom(tmp_path / "stock"))
    ran: subprocess.CompletedProcess[str] = run_nbgrader(stock.root, "autograde", "m03", "--create")
    assert ran.returncode == 0, ran.stderr[-2000:]
    for trainee in CLASS:
        assert ours.marks(trainee) == stock.marks(trainee)
        assert comments(ours, trainee) == comments(stock, trainee)
        assert normalised(ours.graded(trainee)) == normalised(stock.graded(trainee)), trainee


def comments(small: Small, trainee: str) -> dict[str, str | None]:
    with small.gradebook() as gradebook:
        notebook = gradebook.find_submission_notebook("m03", "m03", trainee)
        return {comment.name: comment.auto_comment for comment in notebook.comments}


def normalised(folder: Path) -> Any:
    """A graded notebook without what may differ: in how many messages a text came, how an error is drawn, the level."""
    notebook = json.loads((folder / "m03.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
        outputs: list[dict[str, Any]] = []
        for output in cell.get("outputs", []):
            output = plain_output(output)
            if outputs and output.get("name") and outputs[-1].get("name") == output["name"]:
                outputs[-1]["text"] += output["text"]
            else:
                outputs.append(output)
        if "outputs" in cell:
            cell["outputs"] = outputs
    return notebook


def plain_output(output: dict[str, Any]) -> dict[str, Any]:
    output.pop("traceback", None)
    if "text" in output:
        output["text"] = "".join(output["text"])
    for kind, value in output.get("data", {}).items():
        if isinstance(value, list):
            output["data"][kind] = "".join(value)
    output.get("data", {}).get(VERDICT_MIME, {}).pop("sandbox", None)
    return output


def test_submissions_are_not_touched(graded_once: Graded, collected: Small) -> None:
    assert digests(graded_once[0].root / "submitted") == digests(collected.root / "submitted")
