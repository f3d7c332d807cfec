"""The same grades by `corredores grade`, by `nbgrader autograde` and by formgrader's button pressed in Chromium.

Each route grades its own copy of one class: the twelve of the demo, five people with a bad notebook, and two
submissions that nobody can grade. Formgrader has a button for each submission and none for all: it is pressed for the
bad notebooks, for the right one that they were made of, and for the two others; a class of nineteen takes too long.
"""

import csv
from pathlib import Path

import pytest

from corredores_graders.classroom.class_list import read_class_list
from corredores_graders.classroom.demo_table import Row, differences
from corredores_graders.classroom.nbgrader_course import run_nbgrader
from tests.graders.routes.bad_inputs import BROKEN, STRANGER
from tests.graders.routes.conftest import MODEL, Graded
from tests.graders.routes.formgrader import WRITTEN, Formgrader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("routes")]

COMMENT = "Nombre la fuente de las 1 298 936 personas."


@pytest.fixture(params=["by_grade", "by_command", "by_button"])
def graded(request: pytest.FixtureRequest) -> Graded:
    route = request.getfixturevalue(request.param)
    assert isinstance(route, Graded)
    return route


def test_the_class_is_graded_as_written_by_hand(graded: Graded, expected: dict[str, Row]) -> None:
    assert len(graded.trainees) >= 6
    assert differences(graded.table(), {name: expected[name] for name in graded.trainees}) == []


@pytest.mark.parametrize("route", ["by_command", "by_button"])
def test_every_cell_has_the_mark_that_corredores_grade_gives(
    by_grade: Graded, route: str, request: pytest.FixtureRequest
) -> None:
    other = request.getfixturevalue(route)
    marks = {trainee: by_grade.marks(trainee) for trainee in other.trainees}
    assert {len(one) for one in marks.values()} == {10}
    assert {trainee: other.marks(trainee) for trainee in other.trainees} == marks


def test_who_is_not_in_the_class_is_named_and_leaves_no_ghost(graded: Graded) -> None:
    assert graded.on_stranger in graded.said
    with graded.gradebook() as gradebook:
        assert {student.id for student in gradebook.students} == set(read_class_list(graded.classroom.class_list))


def test_what_cannot_be_graded_is_named_and_stays_as_it_came(graded: Graded) -> None:
    for name in (BROKEN, STRANGER):
        assert name in graded.said
        sent = graded.classroom.root / "entregas" / name / "m03.ipynb"
        assert (graded.classroom.submitted(name, "m03") / "m03.ipynb").read_bytes() == sent.read_bytes()
        assert not list((graded.classroom.trainer / "autograded" / name).rglob("*.*"))
        assert graded.marks(name) == {}


def test_a_mark_set_in_formgrader_is_kept_when_its_button_grades_again(
    by_button: Graded, formgrader: Formgrader, expected: dict[str, Row], tmp_path: Path
) -> None:
    assert formgrader.row(MODEL) == ("needs manual grading", "17 / 21")
    formgrader.open_submission(MODEL)
    formgrader.type_in(WRITTEN, "3.5")
    formgrader.type_in(f"{WRITTEN}-comment", COMMENT)
    before = by_button.marks(MODEL)
    assert before[WRITTEN] == (None, 3.5)
    notebook = by_button.classroom.trainer / "autograded" / MODEL / "m03" / "m03.ipynb"
    first = notebook.stat().st_mtime_ns

    assert formgrader.row(MODEL) == ("graded", "20.5 / 21")
    assert f"Successfully autograded 'm03' for student '{MODEL}'" in formgrader.autograde(MODEL)
    assert notebook.stat().st_mtime_ns > first
    # nbgrader keeps the mark, and asks the person who set it to look at it again.
    assert formgrader.row(MODEL) == ("needs manual grading", "20.5 / 21")
    assert by_button.marks(MODEL) == before
    formgrader.open_submission(MODEL)
    assert formgrader.page.locator(f"#{WRITTEN}").input_value() == "3.5"
    assert formgrader.page.locator(f"#{WRITTEN}-comment").input_value() == COMMENT

    by_hand = {name: float(expected[name]["score"]) for name in by_button.trainees} | {MODEL: 20.5}
    exported = _exported(by_button, tmp_path / "notas.csv")
    assert exported == pytest.approx(dict.fromkeys(exported, 0.0) | by_hand, abs=0.005)
    assert set(exported) == set(read_class_list(by_button.classroom.class_list))


def test_formgraders_pages_fetch_nothing_from_outside_and_show_the_figures(
    by_button: Graded, formgrader: Formgrader
) -> None:
    formgrader.open_submission(MODEL)
    page = formgrader.page
    figures = page.locator("figure.corredores-figure")
    assert figures.count() > 0
    for figure in figures.all():
        figure.locator("svg.main-svg").first.wait_for()
    assert page.locator(".corredores-card").count() == 11
    assert formgrader.outside == []
    assert formgrader.errors == []


def _exported(graded: Graded, path: Path) -> dict[str, float]:
    run_nbgrader(graded.classroom, "export", f"--to={path}")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
