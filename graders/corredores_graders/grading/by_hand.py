"""The marks that a person set, which no grading moves."""

from nbgrader.api import Assignment, BaseCell, Grade, Notebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import select

from corredores_graders.grading.gradebook import CourseGradebook

#: Trainee, notebook and cell.
Mark = tuple[str, str, str]


def marks_by_hand(gradebook: CourseGradebook, assignment: str) -> dict[Mark, float]:
    """Return every mark of ``assignment`` that a person set."""
    marks = (
        select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, Grade.manual_score)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == assignment, Grade.manual_score.is_not(None))
    )

    def read() -> dict[Mark, float]:
        with gradebook.engine.connect() as connection:
            return {(row[0], row[1], row[2]): float(row[3]) for row in connection.execute(marks)}

    return gradebook.patiently(read)
