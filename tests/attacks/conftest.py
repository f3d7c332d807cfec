"""The class of attackers, graded once at each level of the sandbox, and the same class without them."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from corredores_graders.classroom.layout import Classroom
from corredores_graders.engine.levels import NoSandbox, choose_level
from tests.attacks.attack import Attack
from tests.attacks.attacked_class import (
    HONEST,
    AttackedClass,
    enrol,
    grade,
    hand_in,
    of_gradebook,
    prepare_class,
    run,
)
from tests.attacks.corpus import CORPUS
from tests.attacks.corpus.faults import STRANGERS
from tests.attacks.traps import Traps, set_traps

LEVELS = ("namespaces", "landlock")
#: A worker grades the class at a level and runs all tests of it.
AT_EACH_LEVEL = [pytest.param(level, marks=pytest.mark.xdist_group(f"attacks-{level}")) for level in LEVELS]
THROUGH_NBGRADER = {name: attack for name, attack in CORPUS.items() if attack.nbgrader}


@pytest.fixture(scope="session")
def traps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traps]:
    """Secrets, sockets and a process that nobody inside may reach."""
    with set_traps(tmp_path_factory.mktemp("trampas")) as found:
        yield found


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, traps: Traps) -> Classroom:
    """A classroom with M03 released."""
    return prepare_class(tmp_path_factory.mktemp("preparada"), traps)


@pytest.fixture(scope="session")
def class_of(prepared: Classroom, traps: Traps) -> Callable[[str, dict[str, Attack]], Classroom]:
    """Makes a classroom of that name in which these attackers and the honest neighbours have handed in."""

    def make(name: str, attackers: dict[str, Attack]) -> Classroom:
        root = prepared.root.with_name(name)
        shutil.copytree(prepared.root, root)
        classroom = Classroom(root)
        enrol(classroom, attackers, traps)
        hand_in(classroom, attackers, traps)
        return classroom

    return make


@pytest.fixture(scope="session")
def graded_at(class_of: Callable[..., Classroom], traps: Traps) -> Callable[[str], AttackedClass]:
    """The whole corpus, its neighbours and strangers, as `corredores grade` grades them at a level."""
    graded: dict[str, AttackedClass] = {}

    def at(level: str) -> AttackedClass:
        require(level)
        if level not in graded:
            classroom = class_of(f"ataques-{level}", CORPUS)
            for name in STRANGERS:
                shutil.copytree(classroom.trainer / "submitted" / "zoila-paz", classroom.trainer / "submitted" / name)
            graded[level] = grade(classroom, traps, level)
        return graded[level]

    return at


@pytest.fixture
def attacked(level: str, graded_at: Callable[[str], AttackedClass]) -> AttackedClass:
    """The class at the level of the test."""
    return graded_at(level)


@pytest.fixture(scope="session")
def alone_at(class_of: Callable[..., Classroom], traps: Traps) -> Callable[[str], AttackedClass]:
    """The neighbours without any attacker."""
    graded: dict[str, AttackedClass] = {}

    def at(level: str) -> AttackedClass:
        if level not in graded:
            graded[level] = grade(class_of(f"solas-{level}", {}), traps, level)
        return graded[level]

    return at


@pytest.fixture(scope="session")
def by_nbgrader(class_of: Callable[..., Classroom], traps: Traps) -> AttackedClass:
    """Part of the corpus, as nbgrader's own command grades it with our plug-ins."""
    classroom = class_of("por-nbgrader", THROUGH_NBGRADER)
    return run(classroom, traps, [sys.executable, "-m", "nbgrader", "autograde", "m03"], "auto")


def require(level: str) -> None:
    """Skip where the machine has not this level of the sandbox; where it was promised, fail."""
    try:
        choose_level(level)
    except NoSandbox as lacking:
        if os.environ.get("CORREDORES_REQUIRE_SANDBOX") == "1":
            pytest.fail(f"CORREDORES_REQUIRE_SANDBOX=1, and {lacking}", pytrace=False)
        pytest.skip(f"{level}: {lacking}")


def untouched(classroom: Classroom) -> Any:
    """What the gradebook says of the release, and of whom."""
    told = of_gradebook(classroom, [*HONEST, *CORPUS])
    return told["cells"], told["students"]
