"""A gradebook that somebody else has locked, or that is not where it was."""

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.graders.grading.kill.classes import Condition
from tests.graders.grading.kill.disturbed import Grading, undisturbed
from tests.graders.grading.kill.rounds import wrong_with
from tests.graders.grading.kill.state import GRADEBOOK

IMPATIENT = {"CORREDORES_TEST_PATIENCE": "1"}


@pytest.fixture
def root(classes: Mapping[str, Condition], tmp_path: Path) -> Path:
    return Path(shutil.copytree(classes["fresh"].root, tmp_path / "aula", symlinks=True))


@contextmanager
def locked(gradebook: Path) -> Iterator[None]:
    """Another program has the whole gradebook to itself."""
    connection = sqlite3.connect(gradebook, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    yield
    connection.rollback()
    connection.close()


def test_a_locked_gradebook_is_waited_for(classes: Mapping[str, Condition], root: Path) -> None:
    with Grading(root) as grading:
        assert grading.until("judging", 2)
        other = threading.Thread(target=_lock_for, args=(root / GRADEBOOK, 3.0))
        other.start()
        time.sleep(0.5)
        ended = grading.end()
        other.join()
    assert not wrong_with(root, classes["fresh"], ended)


def _lock_for(gradebook: Path, seconds: float) -> None:
    with locked(gradebook):
        time.sleep(seconds)


def test_a_gradebook_locked_for_too_long_is_named(classes: Mapping[str, Condition], root: Path) -> None:
    with Grading(root, **IMPATIENT) as grading:
        assert grading.until("judging", 3)
        with locked(root / GRADEBOOK):
            ended = grading.end()
        assert len(grading.graded()) == 2
    assert ended.code == 1 and "libro de notas no respondió" in ended.said and "Traceback" not in ended.said
    assert not wrong_with(root, classes["fresh"], undisturbed(root))


def test_a_gradebook_locked_from_the_beginning_is_named(classes: Mapping[str, Condition], root: Path) -> None:
    with locked(root / GRADEBOOK), Grading(root, **IMPATIENT) as grading:
        ended = grading.end()
    assert ended.code == 1 and "libro de notas no respondió" in ended.said and "Traceback" not in ended.said
    assert "CORREDORES_DEBUG" not in ended.said
    assert not wrong_with(root, classes["fresh"], undisturbed(root))


@pytest.mark.parametrize("stage", ["judging", "write"])
def test_a_gradebook_that_is_away_for_a_moment_is_waited_for(
    stage: str, classes: Mapping[str, Condition], root: Path
) -> None:
    gradebook, away = root / GRADEBOOK, root / "docente" / "away.db"
    with Grading(root) as grading:
        assert grading.until(stage, 3)
        gradebook.rename(away)
        for _ in grading.events(time.monotonic() + 2):
            pass
        made = gradebook.exists()
        away.rename(gradebook)
        ended = grading.end()
    assert not made, "an empty gradebook was made in its place"
    assert not wrong_with(root, classes["fresh"], ended)


def test_a_gradebook_that_is_not_there_is_named_and_none_is_made(classes: Mapping[str, Condition], root: Path) -> None:
    gradebook, away = root / GRADEBOOK, root / "docente" / "away.db"
    os.rename(gradebook, away)
    with Grading(root, **IMPATIENT) as grading:
        ended = grading.end()
    assert ended.code == 1 and "gradebook.db" in ended.said
    assert "Traceback" not in ended.said and "CORREDORES_DEBUG" not in ended.said
    assert not gradebook.exists()
    os.rename(away, gradebook)
    assert not wrong_with(root, classes["fresh"], undisturbed(root))
