"""Several at the same class: graders side by side, and a trainer who sets marks by hand while it is graded."""

import shutil
import threading
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from corredores_graders.classroom.nbgrader_course import COURSE_ID
from tests.graders.grading.kill.classes import CLASS, REFUSED, Condition, by_hand
from tests.graders.grading.kill.disturbed import Ended, Grading
from tests.graders.grading.kill.rounds import wrong_with
from tests.graders.grading.kill.state import GRADEBOOK, files_of


def end_all(gradings: list[Grading]) -> list[Ended]:
    """Let all run side by side to their ends."""
    ended: dict[int, Ended] = {}

    def end(number: int) -> None:
        ended[number] = gradings[number].end()

    threads = [threading.Thread(target=end, args=(number,)) for number in range(len(gradings))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [ended[number] for number in range(len(gradings))]


@pytest.mark.parametrize(
    ("condition", "orders"), [("fresh", [[], []]), ("again", [["--force"], ["--force"], ["--force"]])]
)
def test_graders_side_by_side_end_as_one(
    condition: str, orders: list[list[str]], classes: Mapping[str, Condition], tmp_path: Path
) -> None:
    known = classes[condition]
    root = shutil.copytree(known.root, tmp_path / "aula", symlinks=True)
    with ExitStack() as running:
        gradings = [running.enter_context(Grading(root, *order)) for order in orders]
        for ended in end_all(gradings):
            assert not wrong_with(root, known, ended)
        times = Counter(name for grading in gradings for name in grading.graded())
    expected = len(orders) if orders[0] else 1
    assert times == {name: expected for name in CLASS if name != REFUSED}


def test_marks_set_while_a_class_is_graded_stay(classes: Mapping[str, Condition], tmp_path: Path) -> None:
    condition = classes["again"]
    root = shutil.copytree(condition.root, tmp_path / "aula", symlinks=True)
    marks = by_hand(root / GRADEBOOK)
    moments = {"execution": "ana-paz", "judging": "jonas-pierre", "write": "karina-solis", "commit": "luis-bello"}
    markers: list[threading.Thread] = []
    with Grading(root, "--force") as grading:
        for event in grading.events():
            trainee = moments.get(event.stage)
            if event.what != f"{event.stage} {trainee}":
                continue
            del moments[event.stage]
            marker = threading.Thread(target=_mark, args=(root / GRADEBOOK, trainee))
            marker.start()
            marker.join(0.2)  # while a transaction is open, it has to wait for its end
            markers.append(marker)
        ended = grading.end()
    for marker in markers:
        marker.join()
    assert not moments and (ended.code, len(markers)) == (1, 4)
    added = [f"{name} m03-e1 0.125 None" for name in ("ana-paz", "jonas-pierre", "karina-solis", "luis-bello")]
    comments = [line.replace("m03-e1 0.125 None", "m03-e1-answer Lo vi.") for line in added]
    assert by_hand(root / GRADEBOOK) == sorted([*marks, *added, *comments])
    files = {name: digest for name, digest in condition.after.items() if not name.startswith("row: ")}
    assert files_of(root) == files


def _mark(gradebook: Path, trainee: str) -> None:
    """Set a mark and a comment as formgrader does."""
    with Gradebook(f"sqlite:///{gradebook}", COURSE_ID) as book:
        grade = book.find_grade("m03-e1", "m03", "m03", trainee)
        grade.manual_score, grade.needs_manual_grade = 0.125, False
        book.find_comment("m03-e1-answer", "m03", "m03", trainee).manual_comment = "Lo vi."
        book.db.commit()
