"""The demo's class, collected once and graded here once, to be graded otherwise in copies."""

import shutil
from pathlib import Path

import pytest

from corredores_graders.classroom.class_list import read_class_list
from corredores_graders.classroom.collecting import collect
from corredores_graders.classroom.demo_class import fill, read_answers
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
from tests.graders.scale.grading import Graded, grade

DEMO = Path(__file__).parents[3] / "demo"


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The class after `corredores collect`; not to be changed."""
    root = tmp_path_factory.mktemp("scale") / "aula"
    (root / "docente").mkdir(parents=True)
    shutil.copyfile(DEMO / "class.csv", root / "docente" / "class.csv")
    classroom = prepare(root, "m03", "es", plain_console())
    inbox = root / "entregas"
    for trainee in read_class_list(classroom.class_list).values():
        folder = inbox / trainee.trainee
        folder.mkdir(parents=True)
        answers = read_answers(DEMO / "trainees" / f"{trainee.trainee}.md")
        (folder / "m03.ipynb").write_bytes(fill(classroom.participant / "m03" / "m03.ipynb", answers, trainee))
    assert all(outcome.collected for outcome in collect(classroom, inbox))
    return classroom


@pytest.fixture(scope="session")
def local(collected: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """The class as `corredores grade` grades it on this machine, with a gradebook in a file."""
    classroom = copied(collected, tmp_path_factory.mktemp("local"))
    grade(classroom)
    return Graded(classroom)


@pytest.fixture
def classroom(collected: Classroom, tmp_path: Path) -> Classroom:
    """A class of the test's own, to be graded."""
    return copied(collected, tmp_path)


def copied(classroom: Classroom, folder: Path) -> Classroom:
    """A copy of a class in ``folder``."""
    shutil.copytree(classroom.root, folder / "aula")
    return Classroom(folder / "aula")
