"""What the gradebook has of a class, read past locks and a server that is away for a while."""

import time
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, Notebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import select

from corredores_graders.grading.reach import UNREACHED, GradebookUnreachable, passing, unreachable

Result = TypeVar("Result")
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
#: Once there is no patience left, the gradebook is tried again after so long: a lock holds up each try for seconds.
_SECONDS_BETWEEN_TRIES = 30.0


class Score(NamedTuple):
    """Points of a submission."""

    points: float
    most: float
    pending: bool
    """whether a part waits for a person's mark"""


class ReadingGradebook(Gradebook):  # type: ignore[misc]
    """nbgrader's gradebook, read with ``patience``: the seconds that a whole run waits for it."""

    _patience: float
    _last_tried: tuple[float, str] = (float("-inf"), "")
    """when it was given up last, and what was said"""

    def patiently(self, action: Callable[[], Result]) -> Result:
        """Do ``action``, again and again while the gradebook is locked or away and there is patience left.

        Raises
        ------
        GradebookUnreachable
            When there is none left.
        """
        gave_up, reason = self._last_tried
        if self._patience <= _FIRST_PAUSE and time.monotonic() < gave_up + _SECONDS_BETWEEN_TRIES:
            raise GradebookUnreachable(reason)
        pause = _FIRST_PAUSE
        while True:
            begin = time.monotonic()
            try:
                return action()
            except UNREACHED as failed:
                self._patience -= time.monotonic() - begin
                if self._patience <= pause or not passing(failed):
                    self._last_tried = time.monotonic(), unreachable(failed)
                    raise GradebookUnreachable(unreachable(failed)) from failed
                time.sleep(pause)
                self._patience -= pause
                pause = min(2 * pause, _LONGEST_PAUSE)

    def scores(self, assignment: str) -> dict[str, Score]:
        """Return the points of every submission, as nbgrader counts them, by trainee."""
        mine = (
            select(
                SubmittedAssignment.student_id,
                SubmittedAssignment.score,
                SubmittedAssignment.max_score,
                SubmittedAssignment.needs_manual_grade,
            )
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .where(Assignment.name == assignment)
        )
        return {row[0]: Score(float(row[1]), float(row[2]), bool(row[3])) for row in self._rows(mine)}

    def machine_grades(self, assignment: str, student: str | None = None) -> dict[str, dict[str, float | None]]:
        """Return what the machine gave, by trainee and then by notebook and cell."""
        grades = (
            select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade.auto_score)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
            .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
            .join(BaseCell, BaseCell.id == Grade.cell_id)
            .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
            .where(Assignment.name == assignment)
        )
        if student is not None:
            grades = grades.where(SubmittedAssignment.student_id == student)

        found: dict[str, dict[str, float | None]] = {}
        for trainee, notebook, cell, points in self._rows(grades):
            found.setdefault(trainee, {})[f"{notebook}/{cell}"] = points
        return found

    def _rows(self, wanted: Any) -> list[Any]:
        def read() -> list[Any]:
            with self.engine.connect() as connection:
                return list(connection.execute(wanted))

        return self.patiently(read)
