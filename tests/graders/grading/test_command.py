"""`corredores grade` as a trainer runs it: stopped by hand, twice at once, on a full disk, without a sandbox."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.graders.grading.conftest import POINTS, QUICK, Small, digests

pytestmark = pytest.mark.xdist_group("grading")
COMMAND = Path(sys.executable).with_name("corredores")


@pytest.fixture
def quick(small: Small) -> Small:
    """The class without those who take long."""
    for trainee in set(POINTS) - set(QUICK):
        (small.root / "submitted" / trainee).rename(small.root / f"not-{trainee}")
    return small


def begin(
    small: Small, *options: str, before: Callable[[], None] | None = None, jobs: int = 1
) -> "subprocess.Popen[str]":
    command = [str(COMMAND), "grade", "--folder", str(small.classroom.root), "--jobs", str(jobs), *options]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "300"},
        preexec_fn=before,
    )


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    said, _ = process.communicate(timeout=240)
    return process.returncode, said


def stages(small: Small) -> str:
    journal = small.classroom.reports("m03") / "grading.log"
    return journal.read_text(encoding="utf-8") if journal.exists() else ""


def test_stopped_by_hand_it_keeps_what_is_graded_and_goes_on(quick: Small) -> None:
    process = begin(quick)
    while "done ana" not in stages(quick) and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    code, said = ended(process)
    assert code == 130, said
    assert "sigue donde quedó" in said
    assert "se detuvo" in (quick.classroom.reports("m03") / "grading.html").read_text(encoding="utf-8")
    kept = (quick.graded("ana") / "m03.ipynb").stat().st_mtime_ns
    code, said = ended(begin(quick))
    assert code == 0, said
    assert "sin cambio" in said
    assert (quick.graded("ana") / "m03.ipynb").stat().st_mtime_ns == kept
    assert {name: sum(mark[0] or 0 for mark in quick.marks(name).values()) for name in QUICK} == {
        name: POINTS[name] for name in QUICK
    }


def test_two_graders_at_once_share_the_class(quick: Small) -> None:
    both = [begin(quick), begin(quick)]
    for code, said in map(ended, both):
        assert code == 0, said
        assert all(name in said for name in QUICK)
    once = quick.grade()
    assert {name: (result.state, result.score) for name, result in once.items()} == {
        name: ("unchanged", POINTS[name]) for name in QUICK
    }


def test_a_full_disk_is_named_and_leaves_nothing_half_written(quick: Small, graded_once: tuple[Small, object]) -> None:
    def no_more_than_a_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    code, said = ended(begin(quick, before=no_more_than_a_little))
    assert code == 1, said
    report = json.loads((quick.classroom.reports("m03") / "grading.json").read_text(encoding="utf-8"))
    for one in report["for_the_trainer"]:
        assert "No se pudo leer o escribir" in one["reason"] and "m03.check.json" in one["reason"]
    assert len(report["for_the_trainer"]) == len(QUICK)
    assert not list((quick.root / "autograded").iterdir())
    with quick.gradebook() as gradebook:
        assert gradebook.assignment_submissions("m03") == []
    code, said = ended(begin(quick))
    assert code == 0, said
    assert digests(quick.graded("ana")) == digests(graded_once[0].graded("ana"))


def test_without_a_sandbox_it_is_said_in_terminal_and_report(quick: Small) -> None:
    code, said = ended(begin(quick, "--no-sandbox"))
    assert code == 0, said
    assert "Se calificó sin recinto (--no-sandbox)" in said
    assert "Sin recinto (--no-sandbox)" in (quick.classroom.reports("m03") / "grading.html").read_text(encoding="utf-8")
