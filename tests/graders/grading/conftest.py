"""A small class, collected and not graded yet; each test works in a copy of it."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from corredores.corridor import ASSIGNABLE
from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.layout import Classroom
from corredores_graders.grading.outcome import GradeResult
from corredores_graders.grading.running import grade_class
from corredores_graders.judging.check_file import write_check_file
from tests.graders.nbgrader_plugins.conftest import CONFIG, enter, hand_in, in_course, source_notebook
from tests.graders.nbgrader_plugins.submissions import exits, fill, loops, right, untouched

CLASS: dict[str, Callable[..., Any]] = {
    "ana": right,
    "bea": lambda notebook, corridor: fill(right(notebook, corridor), e8="e8_option = nada"),
    "caro": untouched,
    "dora": exits,
    "elsa": loops,
}
#: Who is quick to grade.
QUICK = ("ana", "bea", "caro")
POINTS = {"ana": 5.0, "bea": 4.0, "caro": 0.0, "dora": 2.0, "elsa": 3.0}


@dataclass
class Small:
    """The small class."""

    classroom: Classroom

    @property
    def root(self) -> Path:
        """The trainer's folder."""
        return self.classroom.trainer

    def grade(self, *trainees: str, force: bool = False, patience: float = 60.0) -> dict[str, GradeResult]:
        """Grade ``trainees`` (the quick ones where nobody is named), as `corredores grade` does."""
        with ThreadPoolExecutor(2) as executor:
            results = grade_class(self.root, "m03", trainees or QUICK, executor, force=force, patience=patience)
            return {result.trainee: result for result in results}

    def submission(self, trainee: str) -> Path:
        """The notebook that was handed in."""
        return self.root / "submitted" / trainee / "m03" / "m03.ipynb"

    def graded(self, trainee: str) -> Path:
        """The graded folder."""
        return self.root / "autograded" / trainee / "m03"

    def gradebook(self) -> Gradebook:
        """The gradebook, opened by nbgrader itself."""
        return Gradebook(f"sqlite:///{self.root}/gradebook.db", "corredores")

    def marks(self, trainee: str) -> dict[str, tuple[float | None, float | None, bool]]:
        """By cell, what machine and hand gave, and whether it waits for a person."""
        with self.gradebook() as gradebook:
            grades = gradebook.find_submission_notebook("m03", "m03", trainee).grades
            return {
                grade.name: (grade.auto_score, grade.manual_score, bool(grade.needs_manual_grade)) for grade in grades
            }


def digests(root: Path, without: Iterable[str] = ()) -> dict[str, str]:
    """Digest of every file below ``root``, but for those below a folder named in ``without``."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink() and not set(path.parts) & set(without)
    }


@pytest.fixture(scope="session")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """The class before it is graded, not to be changed."""
    small = Small(Classroom(tmp_path_factory.mktemp("collected") / "aula"))
    root = small.root
    source = root / "source" / "m03"
    source.mkdir(parents=True)
    small.classroom.config.write_text(CONFIG.replace("timeout = 15", "timeout = 3"), encoding="utf-8")
    nbformat.write(source_notebook(), source / "m03.ipynb")
    write_check_file(module_key("m03"), "es", source / "m03.check.json")
    with in_course(root) as api:
        released = api.generate_assignment("m03")
    assert released["success"], released["error"]
    corridors = dict(zip(CLASS, ASSIGNABLE, strict=False))
    enter(root, corridors)
    for trainee, edit in CLASS.items():
        release = nbformat.read(root / "release" / "m03" / "m03.ipynb", as_version=4)
        hand_in(root, trainee, json.dumps(edit(release, corridors[trainee])))
    return small


@pytest.fixture
def small(collected: Small, tmp_path: Path) -> Small:
    """The class before it is graded."""
    shutil.copytree(collected.classroom.root, tmp_path / "aula")
    return Small(Classroom(tmp_path / "aula"))


@pytest.fixture(scope="session")
def graded_once(collected: Small, tmp_path_factory: pytest.TempPathFactory) -> tuple[Small, dict[str, GradeResult]]:
    """The whole class graded, not to be changed."""
    root = tmp_path_factory.mktemp("graded") / "aula"
    shutil.copytree(collected.classroom.root, root)
    small = Small(Classroom(root))
    return small, small.grade(*CLASS)


@pytest.fixture
def graded(graded_once: tuple[Small, dict[str, GradeResult]], tmp_path: Path) -> Small:
    """The class graded, in a copy."""
    shutil.copytree(graded_once[0].classroom.root, tmp_path / "graded")
    return Small(Classroom(tmp_path / "graded"))
