"""The class that is disturbed, made once for all workers."""

import fcntl
from collections.abc import Mapping

import pytest

from tests.graders.grading.kill.classes import Condition, conditions, make_classes


@pytest.fixture(scope="session")
def classes(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Mapping[str, Condition]:
    """The class never graded (``fresh``); handed in anew, graded whole (``again``) or where it changed (``anew``)."""
    shared = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder = shared / "kill-classes"
    with (shared / "kill-classes.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            make_classes(folder)
            (folder / "made").touch()
    return conditions(folder)
