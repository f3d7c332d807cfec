"""`corredores feedback` and `export`: nbgrader's own work on a whole class, shown as a table."""

import os
import shutil
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from corredores.command_error import known_assignment
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import run_nbgrader
from corredores_graders.language import text


def write_feedback(classroom: Classroom, assignment: str) -> bool:
    """Write the feedback page of every graded trainee, print where it lies, and say whether all have one."""
    from corredores_graders.nbgrader_plugins.feedback import feedback_all

    known_assignment(assignment, classroom.assignments)
    waiting = trainees_with("autograded", classroom, assignment)
    pages = feedback_all(classroom.trainer, assignment, waiting, jobs=workers())
    written = list(track(pages, text("Escribir comentarios de {assignment}", assignment=assignment), len(waiting)))
    table = Table(text("Participante"), text("Página de comentarios"))
    for result in written:
        table.add_row(result.trainee, "\n".join(map(str, result.pages)) or result.reason)
    Console().print(table)
    return all(result.ok for result in written)


def export_marks(classroom: Classroom, to: Path) -> None:
    """Write the gradebook's marks to the CSV ``to``."""
    draft = classroom.state / "export.csv"
    run_nbgrader(classroom, "export", f"--to={draft}")
    try:
        shutil.copyfile(draft, to)
    except OSError as error:
        error.filename = error.filename or str(to)
        raise
    Console(soft_wrap=True).print(text("Notas guardadas en {file}.", file=to))


def trainees_with(stage: str, classroom: Classroom, assignment: str) -> list[str]:
    """Return who has a folder of ``assignment`` under ``submitted`` or ``autograded``."""
    return sorted(folder.parent.name for folder in (classroom.trainer / stage).glob(f"*/{assignment}"))


def workers() -> int:
    """Return how many submissions are worked on at a time: one a processor."""
    return os.cpu_count() or 1
