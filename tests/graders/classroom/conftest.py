"""A classroom as `corredores start` makes it, prepared once; each test works in a copy."""

import shutil
from pathlib import Path

import pytest

from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console

DEMO_CLASS = Path(__file__).parents[3] / "demo" / "class.csv"


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A classroom with the class of the demo and M03 released, not to be changed."""
    root = tmp_path_factory.mktemp("prepared") / "aula"
    (root / "docente").mkdir(parents=True)
    shutil.copyfile(DEMO_CLASS, root / "docente" / "class.csv")
    return prepare(root, "m03", "es", plain_console())


@pytest.fixture
def classroom(prepared: Classroom, tmp_path: Path) -> Classroom:
    """A classroom of the test's own."""
    shutil.copytree(prepared.root, tmp_path / "aula")
    return Classroom(tmp_path / "aula")
