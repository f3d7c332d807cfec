"""The house's linters and type checker find nothing, and the lock fits the declared dependencies."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LINTERS = [["ruff", "check", "."], ["mypy"], ["lint-imports"]]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of this environment in `folder`."""
    program = shutil.which(command[0], path=str(Path(sys.executable).parent)) or command[0]
    return subprocess.run([program, *command[1:]], cwd=folder, capture_output=True, text=True)


@pytest.mark.parametrize("command", LINTERS, ids=lambda command: command[0])
def test_linter_finds_nothing(command: list[str], project: Path) -> None:
    done = run(command, project)
    assert done.returncode == 0, f"\n{done.stdout}\n{done.stderr}"


def test_import_of_the_graders_by_the_course_is_refused(project: Path, tmp_path: Path) -> None:
    for package in ("course/corredores", "graders/corredores_graders"):
        shutil.copytree(project / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "tables"))
    shutil.copy(project / "pyproject.toml", tmp_path)
    (tmp_path / "course/corredores/planted.py").write_text("import corredores_graders\n")
    lint = "import sys; sys.path[:0] = ['course', 'graders']; from importlinter import cli; cli.lint_imports_command()"
    done = run([sys.executable, "-c", lint], tmp_path)
    assert done.returncode == 1
    assert "corredores.planted" in done.stdout


def test_lock_fits_the_dependencies(uv: Callable[..., str]) -> None:
    uv("lock", "--check")
