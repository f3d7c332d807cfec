"""The class that is graded and disturbed: six that can be graded, one of them raising, and one that is refused.

It exists in two conditions: collected and never graded, and graded from earlier submissions, marked by hand, and then
handed in anew by some. There is what an undisturbed run makes of them.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook

from corredores_graders.classroom.class_list import Trainee, read_class_list, write_class_list
from corredores_graders.classroom.demo_class import Answers, fill, read_answers
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import COURSE_ID
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
from tests.graders.grading.kill.disturbed import undisturbed
from tests.graders.grading.kill.state import GRADEBOOK, rows_of, state_of

DEMO = Path(__file__).parents[4] / "demo"
RAISES, REFUSED = "fabio-souza", "hugo-villa"
CLASS = ("ana-paz", "carla-mena", RAISES, REFUSED, "jonas-pierre", "karina-solis", "luis-bello")
#: Who hands in something else the second time.
ANEW = ("ana-paz", RAISES, REFUSED, "luis-bello")
HANDED_IN = "2026-03-02 10:00:00 UTC"
#: Marks and comments by hand: trainee, cell, points, extra points, comment. One stands over a mark of the machine.
BY_HAND = (
    ("ana-paz", "m03-e9-written", 3.5, None, "Diga de qué año es la cifra."),
    ("carla-mena", "m03-e2", 0.25, None, None),
    ("carla-mena", "m03-e9-written", 2.0, 1.0, "Bien."),
    (REFUSED, "m03-e9-written", 4.0, None, "Muy bien."),
    ("luis-bello", "m03-e5", 1.0, None, None),
)

#: What an undisturbed run gives: the demo's scores, less two points of the exercise that raises.
SCORES = {
    "ana-paz": 17.0,
    "carla-mena": 8.14,
    RAISES: 7.79,
    "jonas-pierre": 11.23,
    "karina-solis": 0.0,
    "luis-bello": 6.0,
}

#: Name, condition and order: never graded; handed in anew, all of it or what changed graded again.
ORDERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "fresh": ("fresh", ()),
    "again": ("again", ("--force",)),
    "anew": ("again", ()),
}


@dataclass(frozen=True)
class Condition:
    """A class before it is graded, and what an undisturbed run makes of it."""

    root: Path
    graded: Path
    """the same class after an undisturbed run"""
    options: tuple[str, ...]
    code: int
    """with which grading ends"""
    count: int
    """of submissions that are graded"""
    after: dict[str, str]
    rows: list[str]
    """of the gradebook with the ids that were drawn, where all were there before; else empty"""


def make_classes(folder: Path) -> None:
    """Make the class in its two conditions, each graded once, below ``folder``."""
    fresh, again = folder / "fresh", folder / "again"
    classroom = _collected(fresh)
    shutil.copytree(fresh, again)
    for trainee in ANEW:
        _hand_in(Classroom(again), trainee, _earlier(classroom, trainee))
    ended = undisturbed(again)
    assert ended.code == 0, ended.said
    mark_by_hand(again / GRADEBOOK)
    for trainee in ANEW:
        shutil.rmtree(again / "docente" / "submitted" / trainee)
        shutil.copytree(fresh / "docente" / "submitted" / trainee, again / "docente" / "submitted" / trainee)
    for name, (root, options) in ORDERS.items():
        graded = folder / f"{name}-graded"
        shutil.copytree(folder / root, graded)
        ended = undisturbed(graded, *options)
        assert ended.code == 1 and REFUSED in ended.said, ended.said
    assert scores(folder / "fresh-graded" / GRADEBOOK) == SCORES


def conditions(folder: Path) -> dict[str, Condition]:
    """Return the class by the names of :data:`ORDERS`."""
    counts = {"fresh": len(CLASS) - 1, "again": len(CLASS) - 1, "anew": len(ANEW) - 1}
    found = {}
    for name, (root, options) in ORDERS.items():
        graded = folder / f"{name}-graded"
        rows = rows_of(graded / GRADEBOOK, drawn=True) if root == "again" else []
        found[name] = Condition(folder / root, graded, options, 1, counts[name], state_of(graded), rows)
    return found


def mark_by_hand(gradebook: Path) -> None:
    """Set the marks and comments as formgrader does."""
    with Gradebook(f"sqlite:///{gradebook}", COURSE_ID) as book:
        for trainee, cell, points, extra, comment in BY_HAND:
            grade = book.find_grade(cell, "m03", "m03", trainee)
            grade.manual_score, grade.needs_manual_grade = points, False
            if extra is not None:
                grade.extra_credit = extra
            if comment is not None:
                book.find_comment(cell, "m03", "m03", trainee).manual_comment = comment
        book.db.commit()


def scores(gradebook: Path) -> dict[str, float]:
    """Return the points of everybody who was graded."""
    with Gradebook(f"sqlite:///{gradebook}", COURSE_ID) as book:
        return {one.student.id: round(float(one.score), 2) for one in book.assignment_submissions("m03")}


def by_hand(gradebook: Path) -> list[str]:
    """Return what the gradebook has by hand."""
    with Gradebook(f"sqlite:///{gradebook}", COURSE_ID) as book:
        return sorted(_marks(book))


def _marks(book: Gradebook) -> Iterator[str]:
    for submission in book.assignment_submissions("m03"):
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                if grade.manual_score is not None or grade.extra_credit:
                    yield f"{submission.student.id} {grade.name} {grade.manual_score} {grade.extra_credit}"
            for comment in notebook.comments:
                if comment.manual_comment is not None:
                    yield f"{submission.student.id} {comment.name} {comment.manual_comment}"


def _collected(root: Path) -> Classroom:
    (root / "docente").mkdir(parents=True)
    demo = read_class_list(DEMO / "class.csv")
    write_class_list(root / "docente" / "class.csv", [demo[name] for name in CLASS])
    classroom = prepare(root, "m03", "es", plain_console())
    for name in CLASS:
        answers = read_answers(DEMO / "trainees" / f"{name}.md")
        if name == RAISES:
            answers.code["e5"] = 'raise ValueError("no hay datos")'
        content = _filled(classroom, demo[name], answers)
        _hand_in(classroom, name, content[: len(content) // 2] if name == REFUSED else content)
    return classroom


def _earlier(classroom: Classroom, name: str) -> bytes:
    """Return what a person handed in first: nothing done yet, or, of the two below, all of it and whole."""
    demo = read_class_list(DEMO / "class.csv")
    whole = read_answers(DEMO / "trainees" / f"{name}.md")
    return _filled(classroom, demo[name], whole if name in (RAISES, REFUSED) else Answers())


def _filled(classroom: Classroom, trainee: Trainee, answers: Answers) -> bytes:
    return fill(classroom.participant / "m03" / "m03.ipynb", answers, trainee)


def _hand_in(classroom: Classroom, name: str, content: bytes) -> None:
    folder = classroom.submitted(name, "m03")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "m03.ipynb").write_bytes(content)
    (folder / "timestamp.txt").write_text(HANDED_IN, encoding="utf-8")
