"""A tiny course with one module, two exercises and a half-finished translation."""

import shutil
from pathlib import Path

import pytest

from corredores_graders.answer_keys.declaration import Exercise, ModuleKey, Value, Written
from corredores_graders.authoring.module_text import ModuleText, read_module
from corredores_graders.authoring.project import Project

FIXTURE = Path(__file__).parent / "fixture"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(FIXTURE, tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture
def key(project: Project) -> ModuleKey:
    share = Value(variable="e1_share", label="la parte", right=lambda _: 75.0, unit="percent")
    note = Written(variable="", label="la nota", points=4, rubric="R-FICHA")
    exercises = (
        Exercise(id="e1", title="Parte", parts=(share,)),
        Exercise(id="e2", title="Nota", parts=(note,)),
    )
    return ModuleKey("m00", {exercise.id: exercise for exercise in exercises}, project.module("m00").folder)


@pytest.fixture
def module(project: Project) -> ModuleText:
    return read_module(project.module("m00").text, "m00")
