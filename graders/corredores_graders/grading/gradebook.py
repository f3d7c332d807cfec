"""nbgrader's gradebook, opened once for a class and written to in one transaction a submission."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    GradeCell,
    InvalidEntry,
    Notebook,
    SolutionCell,
    SourceCell,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from corredores_graders.grading.reach import (
    UNREACHED,
    GradebookUnreachable,
    TransactionLost,
    begin_writing,
    lock_trainee,
    passing,
    require_own,
    unreachable,
)
from corredores_graders.grading.standing import ReadingGradebook, Score


class _OneCommit(Session):
    """A session that, bound to a connection, leaves nbgrader's commit after each cell to the one at the end."""

    def commit(self) -> None:
        """Send rows that are new, whose numbers others refer to; changes wait for the end."""
        if not isinstance(self.bind, Connection):
            super().commit()
        elif self.new or self.deleted:
            self.flush()


class CourseGradebook(ReadingGradebook):
    """nbgrader's gradebook, kept open.

    What was released is read once. Within :meth:`one_transaction` nbgrader's many commits wait for one, at its end:
    SQLAlchemy's documented recipe of joining a session into an external transaction. ``patience`` are the seconds that
    a whole run waits for a gradebook that is locked or away.
    """

    db: Any

    def __init__(self, db_url: str, course_id: str, patience: float = 60.0) -> None:
        self._patience = patience
        self._released: dict[str, dict[str, Notebook]] = {}
        self._cells: dict[tuple[str, str, str, type], Any] = {}
        self._grades: dict[tuple[str, str], Grade] = {}
        self._comments: dict[tuple[str, str], Comment] = {}
        self.patiently(lambda: require_own(db_url, course_id))
        self.patiently(lambda: super(CourseGradebook, self).__init__(db_url, course_id))
        self.db.remove()
        self.db = scoped_session(sessionmaker(self.engine, class_=_OneCommit))
        begin_writing(self.engine)
        # Where nbgrader reports with a traceback what becomes a sentence here.
        logging.getLogger("tornado.application").setLevel(logging.CRITICAL)

    def __exit__(self, *_: object) -> None:
        """Leave a ``with`` of one of nbgrader's preprocessors: the gradebook stays open."""

    @contextmanager
    def one_transaction(self, trainee: str = "") -> Iterator[None]:
        """Make what is written inside one transaction, or none of it; nobody else writes about ``trainee`` meanwhile.

        Raises
        ------
        TransactionLost
            When the gradebook goes away in the midst of it.
        GradebookUnreachable
            When it cannot be begun, or cannot be ended however often it were tried.
        """
        connection = self.patiently(lambda: self._begun(trainee))
        try:
            self.db.remove()
            self.db.configure(
                bind=connection, join_transaction_mode="rollback_only", expire_on_commit=False, autoflush=False
            )
            yield
            self.db.flush()
            connection.commit()
        except (*UNREACHED, InvalidEntry) as failed:
            cause = failed.__context__ if isinstance(failed, InvalidEntry) else failed  # nbgrader hides what failed
            if not isinstance(cause, UNREACHED):
                raise
            kind = TransactionLost if passing(cause) else GradebookUnreachable
            raise kind(unreachable(cause)) from failed
        finally:
            self._grades.clear()
            self._comments.clear()
            self.db.remove()
            self.db.configure(bind=self.engine, expire_on_commit=True, autoflush=True)
            connection.close()

    def _begun(self, trainee: str) -> Connection:
        connection: Connection = self.engine.connect()
        try:
            connection.begin()
            lock_trainee(connection, trainee)
        except BaseException:
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


class Saved(NamedTuple):
    """What the gradebook has of a submission."""

    score: Score
    grades: dict[str, float | None]
    """what the machine gave, by notebook and cell"""
    late: bool
    """whether there is a penalty to be set or taken back"""
