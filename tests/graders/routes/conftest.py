"""A class that has handed in, and three copies of it, each graded by another route."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser

from corredores_graders.classroom.class_list import Trainee, read_class_list, write_class_list
from corredores_graders.classroom.collecting import collect
from corredores_graders.classroom.demo_class import fill, read_answers
from corredores_graders.classroom.demo_table import Row, graded_row, read_expected
from corredores_graders.classroom.labs import start_trainer_lab, stop, wait_for
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import COURSE_ID
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
from tests.graders.routes import bad_inputs
from tests.graders.routes.formgrader import Formgrader

DEMO = Path(__file__).parents[3] / "demo"
MODEL = "ana-paz"
NOT_IN_CLASS = f"«{bad_inputs.STRANGER}» no está en la lista de la clase (class.csv)"


@dataclass
class Graded:
    """A class as one route graded it."""

    classroom: Classroom
    said: str
    """what the route wrote or showed"""
    on_stranger: str
    """the sentence in which it names who is not in the class"""
    trainees: list[str]
    """whom it was asked to grade and could"""

    def table(self) -> dict[str, Row]:
        """Verdicts and score of each trainee, from autograded notebooks and gradebook."""
        known = read_class_list(self.classroom.class_list)
        with self.gradebook() as gradebook:
            scores = {one.student.id: float(one.score) for one in gradebook.assignment_submissions("m03")}
        return {name: graded_row(self.classroom, "m03", known[name], scores.get(name)) for name in self.trainees}

    def marks(self, trainee: str) -> dict[str, tuple[float | None, float | None]]:
        """Mark by machine and by hand of each cell, unrounded; empty where nothing was graded."""
        with self.gradebook() as gradebook:
            notebooks = [one for one in gradebook.notebook_submissions("m03", "m03") if one.student.id == trainee]
            marks = {grade.name: (grade.auto_score, grade.manual_score) for one in notebooks for grade in one.grades}
        return marks if any(mark != (None, None) for mark in marks.values()) else {}

    def gradebook(self) -> Gradebook:
        return Gradebook(f"sqlite:///{self.classroom.gradebook}", COURSE_ID)


@pytest.fixture(scope="session")
def expected() -> dict[str, Row]:
    """The demo's table and the one of the bad inputs, both written by hand."""
    return {**read_expected(DEMO / "expected.csv"), **bad_inputs.EXPECTED}


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The class after `corredores collect`, and two submissions that only a hand could put there."""
    root = tmp_path_factory.mktemp("routes") / "aula"
    (root / "docente").mkdir(parents=True)
    demo = read_class_list(DEMO / "class.csv")
    write_class_list(root / "docente" / "class.csv", [*demo.values(), *bad_inputs.trainees()])
    classroom = prepare(root, "m03", "es", plain_console())
    inbox = root / "entregas"
    for trainee in demo.values():
        _send(inbox, trainee.trainee, _filled(classroom, trainee))
    right = _filled(classroom, demo[MODEL])
    for name in bad_inputs.EDITS:
        _send(inbox, name, bad_inputs.edited(right, name))
    refused = {bad_inputs.STRANGER: right, bad_inputs.BROKEN: right[: len(right) // 2]}
    for name, content in refused.items():
        _send(inbox, name, content)
    outcomes = list(collect(classroom, inbox))
    assert {Path(one.file).parent.name for one in outcomes if not one.collected} == set(refused)
    for name, content in refused.items():
        _send(classroom.trainer / "submitted" / name, "m03", content)
    return classroom


@pytest.fixture(scope="session")
def by_grade(collected: Classroom, expected: dict[str, Row]) -> Graded:
    """Graded by `corredores grade`."""
    classroom = _copy(collected, "by-grade")
    command = [str(Path(sys.executable).with_name("corredores")), "grade", "--folder", str(classroom.root)]
    return Graded(classroom, _refusing(command, classroom), NOT_IN_CLASS, [*expected])


@pytest.fixture(scope="session")
def by_command(collected: Classroom, expected: dict[str, Row]) -> Graded:
    """Graded by nbgrader's own command."""
    classroom = _copy(collected, "by-command")
    said = _refusing([sys.executable, "-m", "nbgrader", "autograde", "m03"], classroom)
    return Graded(classroom, said, f"No student with ID '{bad_inputs.STRANGER}' exists", [*expected])


@pytest.fixture(scope="module")
def formgrader(collected: Classroom, browser: Browser) -> Iterator[Formgrader]:
    """A browser before formgrader, in the lab that `corredores start` gives the trainer."""
    lab = start_trainer_lab(_copy(collected, "by-button"), _free_port(), "es")
    try:
        wait_for([lab])
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        yield Formgrader.open(context, lab)
        context.close()
    finally:
        stop([lab])


@pytest.fixture(scope="module")
def by_button(collected: Classroom, formgrader: Formgrader) -> Graded:
    """Graded by pressing formgrader's button: the bad inputs, the model of them all, and what cannot be graded."""
    trainees = [MODEL, *bad_inputs.EDITS]
    said = [formgrader.autograde(trainee) for trainee in (*trainees, bad_inputs.STRANGER, bad_inputs.BROKEN)]
    return Graded(Classroom(collected.root.with_name("by-button")), "\n".join(said), NOT_IN_CLASS, trainees)


def _filled(classroom: Classroom, trainee: Trainee) -> bytes:
    answers = read_answers(DEMO / "trainees" / f"{trainee.trainee}.md")
    return fill(classroom.participant / "m03" / "m03.ipynb", answers, trainee)


def _send(folder: Path, name: str, content: bytes) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "m03.ipynb").write_bytes(content)


def _copy(collected: Classroom, name: str) -> Classroom:
    root = collected.root.with_name(name)
    shutil.copytree(collected.root, root)
    return Classroom(root)


def _free_port() -> int:
    """A port that the system picks: from 8888 on, labs of other tests are started at the same time."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _refusing(command: list[str], classroom: Classroom) -> str:
    """Run a command that grades whom it can and ends in an error because of the others."""
    wide = os.environ | {"COLUMNS": "400"}
    ran = subprocess.run(
        command, cwd=classroom.trainer, env=wide, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 1, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr
