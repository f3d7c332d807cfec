"""nbgrader's gradebook, opened once for a class and written to in one transaction a submission."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    GradeCell,
    Notebook,
    SolutionCell,
    SourceCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Connection, event, make_url, select
from sqlalchemy.exc import OperationalError

from corredores_graders.language import text

Result = TypeVar("Result")
#: SQLite itself waits so long for a lock; a reader that keeps it longer has been forgotten open.
_LOCK_MILLISECONDS = 5_000
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0


class GradebookUnreachable(Exception):
    """The gradebook did not answer for as long as was waited; the message says what to do."""


class CourseGradebook(Gradebook):  # type: ignore[misc]
    """nbgrader's gradebook, kept open.

    What was released is read once. Within :meth:`one_transaction` nbgrader's many commits wait for one, at its end:
    SQLAlchemy's documented recipe of joining a session into an external transaction. ``patience`` are the seconds that
    a whole run waits for a gradebook that is locked or away.
    """

    def __init__(self, db_url: str, course_id: str, patience: float = 60.0) -> None:
        self._patience = patience
        self._released: dict[str, dict[str, Notebook]] = {}
        self._cells: dict[tuple[str, str, str, type], Any] = {}
        self._grades: dict[tuple[str, str], Grade] = {}
        self._comments: dict[tuple[str, str], Comment] = {}
        self.patiently(lambda: super(CourseGradebook, self).__init__(db_url, course_id))
        self.db.remove()
        if self.engine.dialect.name == "sqlite":
            _begin_writing(self.engine)

    def __exit__(self, *_: object) -> None:
        """Leave a ``with`` of one of nbgrader's preprocessors: the gradebook stays open."""

    def patiently(self, action: Callable[[], Result]) -> Result:
        """Do ``action``, again and again while the gradebook is locked or away and there is patience left.

        Raises
        ------
        GradebookUnreachable
            When there is none left.
        """
        pause = _FIRST_PAUSE
        while True:
            begin = time.monotonic()
            try:
                return action()
            except OperationalError as failed:
                self._patience -= time.monotonic() - begin
                if self._patience <= pause or not _passing(failed):
                    raise GradebookUnreachable(_unreachable(failed)) from failed
                time.sleep(pause)
                self._patience -= pause
                pause = min(2 * pause, _LONGEST_PAUSE)

    @contextmanager
    def one_transaction(self) -> Iterator[None]:
        """Make what is written inside one transaction, or none of it.

        Raises
        ------
        GradebookUnreachable
            When it cannot be begun or ended.
        """
        connection = self.patiently(self._begun)
        try:
            self.db.remove()
            self.db.configure(
                bind=connection, join_transaction_mode="rollback_only", expire_on_commit=False, autoflush=False
            )
            yield
            self.db.flush()
            connection.commit()
        except OperationalError as failed:
            raise GradebookUnreachable(_unreachable(failed)) from failed
        finally:
            self._grades.clear()
            self._comments.clear()
            self.db.remove()
            self.db.configure(bind=self.engine, expire_on_commit=True, autoflush=True)
            connection.close()

    def _begun(self) -> Connection:
        connection: Connection = self.engine.connect()
        try:
            connection.begin()
        except OperationalError:
            connection.close()
            raise
        return connection

    def released(self, assignment: str) -> dict[str, Notebook]:
        """Return the notebooks of ``assignment`` by name, read once, with all their cells."""
        if assignment not in self._released:
            self._released[assignment] = self.patiently(lambda: self._read_release(assignment))
        return self._released[assignment]

    def _read_release(self, assignment: str) -> dict[str, Notebook]:
        try:
            found = self.db.scalars(select(Notebook).join(Assignment).where(Assignment.name == assignment)).all()
            for notebook in found:
                for cell in [
                    *notebook.source_cells,
                    *notebook.grade_cells,
                    *notebook.task_cells,
                    *notebook.solution_cells,
                ]:
                    kind = type(cell) if type(cell) in (SourceCell, SolutionCell) else GradeCell
                    self._cells[assignment, notebook.name, cell.name, kind] = cell
                    getattr(cell, "max_score", None)
            self.db.expunge_all()
            return {notebook.name: notebook for notebook in found}
        finally:
            self.db.remove()

    def find_notebook(self, notebook: str, assignment: str) -> Notebook:
        """Find a released notebook."""
        found = self.released(assignment).get(notebook)
        return found if found is not None else super().find_notebook(notebook, assignment)

    def find_source_cell(self, name: str, notebook: str, assignment: str) -> SourceCell:
        """Find the released text of a cell."""
        found = self._cells.get((assignment, notebook, name, SourceCell))
        return found if found is not None else super().find_source_cell(name, notebook, assignment)

    def find_graded_cell(self, cell_id: str, notebook: str, assignment: str) -> GradeCell | TaskCell:
        """Find a released cell that earns points."""
        found = self._cells.get((assignment, notebook, cell_id, GradeCell))
        return found if found is not None else super().find_graded_cell(cell_id, notebook, assignment)

    def enter_submission(self, assignment: str, student: str, **about: Any) -> SubmittedAssignment:
        """Enter a submission, and read what the gradebook has of it, to be written to in this transaction."""
        self.update_or_create_student(student)
        submission = self.update_or_create_submission(assignment, student, **about)
        self.db.flush()
        if self.engine.dialect.name != "sqlite":  # SQLite has locked the whole gradebook
            self.db.execute(select(SubmittedAssignment.id).filter_by(id=submission.id).with_for_update())
        mine = SubmittedNotebook.assignment_id == submission.id
        for kind, known in ((Grade, self._grades), (Comment, self._comments)):
            rows = self.db.execute(
                select(kind, Notebook.name, BaseCell.name)
                .join(SubmittedNotebook, SubmittedNotebook.id == kind.notebook_id)
                .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
                .join(BaseCell, BaseCell.id == kind.cell_id)
                .where(mine)
            )
            known.update({(notebook, cell): found for found, notebook, cell in rows})
        return submission

    def score_nothing(self, notebook: str) -> None:
        """Give zero points, as nbgrader does, for a notebook that was not handed in."""
        for (name, _), grade in self._grades.items():
            if name == notebook:
                grade.auto_score = 0
                grade.needs_manual_grade = False

    def find_grade(self, grade_cell: str, notebook: str, assignment: str, student: str) -> Grade:
        """Find a grade of the submission that was entered in this transaction."""
        found = self._grades.get((notebook, grade_cell))
        return found if found is not None else super().find_grade(grade_cell, notebook, assignment, student)

    def find_comment(self, solution_cell: str, notebook: str, assignment: str, student: str) -> Comment:
        """Find a comment of the submission that was entered in this transaction."""
        found = self._comments.get((notebook, solution_cell))
        return found if found is not None else super().find_comment(solution_cell, notebook, assignment, student)

    def entered(self, submission: SubmittedAssignment) -> "Saved":
        """Return what the gradebook has, in this transaction, of the submission that was entered in it."""
        self.db.flush()
        points, most, pending = self.db.execute(
            select(
                SubmittedAssignment.score, SubmittedAssignment.max_score, SubmittedAssignment.needs_manual_grade
            ).where(SubmittedAssignment.id == submission.id)
        ).one()
        penalised = any(notebook.late_submission_penalty is not None for notebook in submission.notebooks)
        return Saved(
            Score(float(points), float(most), bool(pending)),
            {f"{notebook}/{cell}": grade.auto_score for (notebook, cell), grade in self._grades.items()},
            submission.total_seconds_late > 0 or penalised,
        )

    def scores(self, assignment: str) -> dict[str, "Score"]:
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


class Score(NamedTuple):
    """Points of a submission."""

    points: float
    most: float
    pending: bool
    """whether a part waits for a person's mark"""


class Saved(NamedTuple):
    """What the gradebook has of a submission."""

    score: Score
    grades: dict[str, float | None]
    """what the machine gave, by notebook and cell"""
    late: bool
    """whether there is a penalty to be set or taken back"""


def require_gradebook(db_url: str) -> None:
    """Refuse a gradebook that is not there: opening it would make an empty one.

    Raises
    ------
    GradebookUnreachable
        With the file that is missing.
    """
    url = make_url(db_url)
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        raise GradebookUnreachable(
            text(
                "{file}: no existe el libro de notas. Publique la tarea, o corrija c.CourseDirectory.db_url en "
                "«nbgrader_config.py».",
                file=url.database,
            )
        )


def _begin_writing(engine: Any) -> None:
    """Let SQLite take its lock when a transaction begins: SQLAlchemy's documented way round its driver's habit.

    A transaction that read first and wants to write then would fail at once where another one writes.
    """
    engine.dispose()

    @event.listens_for(engine, "connect")
    def wait_for_locks(connection: Any, _: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {_LOCK_MILLISECONDS}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _passing(failed: OperationalError) -> bool:
    """Whether what failed may go well a little later."""
    lasting = ("disk is full", "disk I/O error", "readonly", "no such table", "no such column", "malformed")
    return not any(word in str(failed.orig) for word in lasting)


def _unreachable(failed: OperationalError) -> str:
    cause = str(failed.orig).strip().rpartition("\n")[2][:200]
    if "disk is full" in cause:
        return text(
            "No queda espacio en el disco del libro de notas. Libere espacio y repita la orden: sigue donde quedó."
        )
    return text(
        "El libro de notas no respondió ({cause}). Cierre el programa que lo tiene abierto o compruebe su servidor, y "
        "repita la orden: sigue donde quedó.",
        cause=cause,
    )
