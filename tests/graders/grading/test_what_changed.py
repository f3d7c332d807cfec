"""Only what changed is graded, whatever a clock says, and what a person decided is kept."""

import csv
import json
import os
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corredores_graders.grading.ledger import Ledger
from corredores_graders.grading.locks import Lock
from corredores_graders.grading.plan import plan_class
from corredores_graders.grading.running import grade_class
from tests.graders.grading.conftest import CLASS, QUICK, Small, digests

pytestmark = pytest.mark.xdist_group("grading")


def states(small: Small, *trainees: str) -> dict[str, str]:
    return {name: result.state for name, result in small.grade(*trainees).items()}


def test_a_second_run_grades_nobody_and_says_the_same(graded: Small) -> None:
    before = digests(graded.root, without=["reports"])
    results = graded.grade(*CLASS)
    assert {result.state for result in results.values()} == {"unchanged"}
    assert results["elsa"].troubles[0].what == "slow"
    assert (results["ana"].score, results["ana"].pending) == (5.0, True)
    assert digests(graded.root, without=["reports"]) == before


def test_a_clock_set_back_hides_no_new_submission(graded: Small) -> None:
    notebook = json.loads(graded.submission("caro").read_text())
    notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "algo más", "id": "more"})
    graded.submission("caro").write_text(json.dumps(notebook))
    os.utime(graded.submission("caro"), (0, 0))
    assert states(graded) == {"ana": "unchanged", "bea": "unchanged", "caro": "graded"}


def test_a_newer_time_on_the_same_bytes_changes_nothing(graded: Small) -> None:
    os.utime(graded.submission("ana"), (time.time() + 10_000,) * 2)
    assert states(graded, "ana") == {"ana": "unchanged"}


def test_another_corridor_in_the_class_list_is_another_grade(graded: Small) -> None:
    rows = list(csv.DictReader((graded.root / "class.csv").read_text(encoding="utf-8").splitlines()))
    rows[0]["corridor"], rows[0]["second_corridor"] = rows[0]["second_corridor"], rows[0]["corridor"]
    with (graded.root / "class.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    results = graded.grade()
    assert {name: result.state for name, result in results.items()} == {
        "ana": "graded",
        "bea": "unchanged",
        "caro": "unchanged",
    }
    assert results["ana"].score == 3.0  # e2 is asked for the corridor


def test_what_was_lost_is_graded_again(graded: Small) -> None:
    expected = graded.marks("ana"), digests(graded.graded("ana")), digests(graded.graded("bea"))
    (graded.graded("bea") / "m03.check.json").unlink()
    with graded.gradebook() as gradebook:
        for grade in gradebook.find_submission_notebook("m03", "m03", "ana").grades:
            grade.auto_score = None
        gradebook.db.commit()
    assert states(graded) == {"ana": "graded", "bea": "graded", "caro": "unchanged"}
    assert (graded.marks("ana"), digests(graded.graded("ana")), digests(graded.graded("bea"))) == expected


@pytest.mark.parametrize("left", ["a folder aside", "the old folder aside", "no entry", "half an entry"])
def test_what_a_killed_run_left_is_put_right(graded: Small, left: str) -> None:
    expected = digests(graded.root / "autograded")
    folder, entry = graded.graded("ana"), graded.root / ".grading" / "m03" / "ana.json"
    if left == "a folder aside":
        (folder.parent / ".m03.new").mkdir()
        (folder.parent / ".m03.new" / "m03.ipynb").write_text("{")
    elif left == "the old folder aside":
        folder.rename(folder.parent / ".m03.old")
    elif left == "no entry":
        entry.unlink()
    else:
        entry.write_bytes(entry.read_bytes()[:100])
    assert graded.grade("ana")["ana"].ok
    assert digests(graded.root / "autograded") == expected
    assert sorted(path.name for path in folder.parent.iterdir()) == ["m03"]
    assert graded.grade("ana")["ana"].state == "unchanged"


def test_marks_and_comments_by_hand_are_kept(graded: Small) -> None:
    with graded.gradebook() as gradebook:
        grades = {grade.name: grade for grade in gradebook.find_submission_notebook("m03", "m03", "ana").grades}
        grades["m03-e9-written"].manual_score, grades["m03-e2"].manual_score = 3.5, 1
        gradebook.find_comment("m03-e9-written", "m03", "m03", "ana").manual_comment = "Nombre la fuente."
        gradebook.db.commit()
    assert graded.grade("ana", force=True)["ana"].score == 7.5
    assert graded.marks("ana")["m03-e9-written"] == (None, 3.5, True)
    assert graded.marks("ana")["m03-e2"] == (2.0, 1.0, True)
    with graded.gradebook() as gradebook:
        assert gradebook.find_comment("m03-e9-written", "m03", "m03", "ana").comment == "Nombre la fuente."


def test_a_late_submission_has_nbgraders_penalty_and_loses_it_again(graded: Small) -> None:
    config = graded.classroom.config
    (graded.root / "strict.py").write_text(
        "from nbgrader.plugins import BasePlugin\n"
        "class Strict(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return 1.5\n",
        encoding="utf-8",
    )
    penal = f"\nimport sys\nsys.path.insert(0, {str(graded.root)!r})\n"
    penal += "c.AssignLatePenalties.plugin_class = 'strict.Strict'\n"
    config.write_text(config.read_text(encoding="utf-8") + penal, encoding="utf-8")
    for handed_in, expected in (("2026-03-02 10:00:00 UTC", 1.5), ("2026-02-01 10:00:00 UTC", None)):
        (graded.submission("ana").parent / "timestamp.txt").write_text(handed_in, encoding="utf-8")
        with graded.gradebook() as gradebook:
            gradebook.update_or_create_assignment("m03", duedate="2026-03-01 00:00:00 UTC")
        assert graded.grade("ana")["ana"].state == "graded"
        with graded.gradebook() as gradebook:
            notebook = gradebook.find_submission_notebook("m03", "m03", "ana")
            assert notebook.late_submission_penalty == expected


def test_keys_that_were_mended_move_no_grade_and_are_reported(graded: Small) -> None:
    ledger = Ledger(graded.root, "m03")
    path = graded.root / ".grading" / "m03" / "ana.json"
    said = json.loads(path.read_text())
    said["entry"]["versions"]["m03.keys"] = "000000000000"
    path.write_text(json.dumps(said))
    assert ledger.read("ana").versions["m03.keys"] == "000000000000"
    results = graded.grade()
    assert {name: result.other_keys for name, result in results.items()} == {"ana": True, "bea": False, "caro": False}
    assert results["ana"].state == "unchanged"


def test_a_dry_run_says_who_and_why_and_changes_nothing(graded: Small) -> None:
    graded.submission("caro").write_text(graded.submission("bea").read_text())
    (graded.root / "submitted" / "stranger" / "m03").mkdir(parents=True)
    graded.submission("bea").write_text("{")
    before = digests(graded.classroom.root)
    planned = {one.trainee: one for one in plan_class(graded.root, "m03", [*QUICK, "stranger"])}
    assert {name: one.grades for name, one in planned.items()} == {
        "ana": False,
        "bea": False,
        "caro": True,
        "stranger": False,
    }
    assert planned["caro"].why == "La entrega cambió."
    assert "no cambió desde" in planned["ana"].why
    assert "incompleto" in planned["bea"].why
    assert "class.csv" in planned["stranger"].why
    assert all(one.grades for one in plan_class(graded.root, "m03", ["ana", "caro"], force=True))
    assert digests(graded.classroom.root) == before


def test_a_submission_that_somebody_else_grades_is_waited_for(small: Small) -> None:
    lock = Lock(small.root / ".grading" / "m03" / "ana.lock")
    with ThreadPoolExecutor(1) as other:
        running = other.submit(small.grade)
        while not (small.root / ".grading" / "m03" / "caro.json").exists():
            time.sleep(0.05)
        assert not (small.root / ".grading" / "m03" / "ana.json").exists()
        lock.release()
        results = running.result()
    assert {name: result.state for name, result in results.items()} == dict.fromkeys(QUICK, "graded")


def locked(gradebook: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(gradebook, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    return connection


def test_a_gradebook_locked_for_long_is_named_and_the_next_run_finishes(small: Small) -> None:
    with ThreadPoolExecutor(1) as executor:
        results = grade_class(small.root, "m03", ["ana", "bea"], executor, patience=1.0)
        first = next(results)
        blocking = locked(small.root / "gradebook.db")
        second = next(results)
        results.close()
    assert (first.state, second.state, second.cause) == ("graded", "failed", "gradebook")
    assert "libro de notas" in second.reason and "locked" in second.reason
    assert not small.graded(second.trainee).exists()
    assert not list(small.graded(second.trainee).parent.glob(".*"))
    blocking.rollback()
    blocking.close()
    assert {result.state for result in small.grade("ana", "bea").values()} == {"unchanged", "graded"}


def test_a_gradebook_that_stays_locked_holds_up_the_class_once(small: Small) -> None:
    with ThreadPoolExecutor(1) as executor:
        results = grade_class(small.root, "m03", ["ana", "bea", "caro", "dora"], executor, patience=1.0)
        next(results)
        blocking = locked(small.root / "gradebook.db")
        next(results)  # waits as long as SQLite does
        begin = time.monotonic()
        causes = [result.cause for result in results]
    blocking.rollback()
    blocking.close()
    assert causes == ["gradebook"] * 2 and time.monotonic() - begin < 5


def test_a_gradebook_locked_for_a_while_is_waited_for(small: Small) -> None:
    blocking = locked(small.root / "gradebook.db")
    with ThreadPoolExecutor(1) as other:
        running = other.submit(small.grade, "ana")
        time.sleep(7)  # longer than SQLite itself waits
        assert not running.done()
        blocking.rollback()
        assert running.result()["ana"].state == "graded"
    blocking.close()
