"""Service times, taken from the journal and the ledger of a run."""

from pathlib import Path

import pytest

from benchmarks.contest.queue_run import services_of, stages_in
from corredores_graders.classroom.layout import Classroom
from corredores_graders.grading.ledger import Entry, Ledger

JOURNAL = """\
2026-11-28 23:00:10,000 execution a
2026-11-28 23:00:10,100 execution b
2026-11-28 23:00:13,000 judging a
2026-11-28 23:00:13,050 write a
2026-11-28 23:00:13,080 commit a
2026-11-28 23:00:13,200 done a
2026-11-28 23:00:13,900 judging b
2026-11-28 23:00:14,000 done b
"""


@pytest.fixture
def graded(tmp_path: Path) -> Classroom:
    classroom = Classroom(tmp_path)
    journal = classroom.trainer / "reports" / "m03" / "grading.log"
    journal.parent.mkdir(parents=True)
    journal.write_text(JOURNAL, encoding="utf-8")
    ledger = Ledger(classroom.trainer, "m03")
    ledger.folder.mkdir(parents=True)
    for trainee, seconds in (("a", 1.2), ("b", 0.8)):
        ledger.write(trainee, Entry(result={"seconds": seconds}))
    return classroom


def test_waiting_is_no_service(graded: Classroom) -> None:
    read = stages_in(graded)
    measured = services_of(graded, read, began=read[0][0] - 2, ended=read[-1][0] + 0.5)
    first, second = measured.services
    assert (first.execution, second.execution) == (1.2, 0.8)
    assert first.serial == pytest.approx(0.2, abs=1e-3)  # its preparation is part of the start
    assert second.serial == pytest.approx(0.2, abs=1e-3)  # 0.1 to prepare, 0.1 to judge and write


def test_start_is_what_no_submission_took(graded: Classroom) -> None:
    read = stages_in(graded)
    measured = services_of(graded, read, began=read[0][0] - 2, ended=read[-1][0] + 0.5)
    assert measured.start == pytest.approx(2 + 1.8 + 0.5, abs=1e-3)  # before, warming up, after
