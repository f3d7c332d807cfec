"""Other routes to the same grades, and what a person decided, kept."""

import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from corredores_graders.nbgrader_plugins.grading import grade_one
from tests.graders.nbgrader_plugins.conftest import Course, copy_course, in_course, run_nbgrader, scores_in

pytestmark = pytest.mark.xdist_group("nbgrader_plugins")


def gradebook_of(root: Path) -> Gradebook:
    return Gradebook(f"sqlite:///{root}/gradebook.db", "corredores")


def test_the_command_line_gives_the_same_grades(course: Course, tmp_path: Path) -> None:
    root = copy_course(course.root, tmp_path / "course")
    with gradebook_of(root) as gradebook:
        for trainee in ("edited", "forger"):
            for grade in gradebook.find_submission_notebook("m03", "m03", trainee).grades:
                grade.auto_score = None
        gradebook.db.commit()
    for trainee in set(course.results) - {"edited", "forger", "broken"}:
        shutil.rmtree(root / "submitted" / trainee, ignore_errors=True)
    ran = run_nbgrader(root, "autograde", "m03")
    assert ran.returncode == 1
    assert "'m03' for student 'broken'" in ran.stderr
    for trainee in ("edited", "forger"):
        assert scores_in(root, trainee) == course.scores(trainee)


def test_a_mark_set_by_hand_is_kept_when_grading_is_forced(course: Course, tmp_path: Path) -> None:
    root = copy_course(course.root, tmp_path / "course")
    with gradebook_of(root) as gradebook:
        notebook = gradebook.find_submission_notebook("m03", "m03", "right")
        marks = {grade.name: grade for grade in notebook.grades}
        marks["m03-e9-written"].manual_score = 3.5
        marks["m03-e2"].manual_score = 1
        gradebook.find_comment("m03-e9-written", "m03", "m03", "right").manual_comment = "Nombre la fuente."
        gradebook.db.commit()
    result = grade_one(root, "m03", "right")
    assert (result.ok, result.score, result.max_score) == (True, 7.5, 9.0)
    assert scores_in(root, "right")["m03-e9-written"] == 3.5
    with gradebook_of(root) as gradebook:
        assert gradebook.find_comment("m03-e9-written", "m03", "m03", "right").comment == "Nombre la fuente."


def test_no_ghost_is_made_of_an_unknown_trainee(course: Course, tmp_path: Path) -> None:
    """Formgrader's button enters whoever has a folder; the plug-in takes the name out again."""
    root = copy_course(course.root, tmp_path / "course")
    with in_course(root) as api:
        result = api.autograde("m03", "stranger", create=True)
    assert not result["success"]
    assert "«stranger» no está en la lista" in result["log"]
    with gradebook_of(root) as gradebook:
        assert "stranger" not in {student.id for student in gradebook.students}
