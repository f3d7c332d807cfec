"""A classroom as `corredores start` makes it, prepared once; each test works in a copy."""

import contextlib
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corredores import cli
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
from tests.graders.classroom.graded_class import graded_class

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


@pytest.fixture(scope="session")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class graded with today's keys, not to be changed."""
    return graded_class(tmp_path_factory.mktemp("graded"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, str, int]]:
    """Run `corredores` in this process: what it prints, what it complains of, its exit code."""

    def run(*arguments: str) -> tuple[str, str, int]:
        monkeypatch.setattr("sys.argv", ["corredores", *arguments])
        monkeypatch.setenv("COLUMNS", "400")
        printed, complained = io.StringIO(), io.StringIO()
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(complained),
            pytest.raises(SystemExit) as ended,
        ):
            cli.main()
        return printed.getvalue(), complained.getvalue().strip(), int(ended.value.code or 0)

    return run
