"""`corredores grade`, `feedback` and `export`: nbgrader's own work on a whole class, shown as a table."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from corredores.command_error import known_assignment
from corredores_graders.classroom.class_list import Trainee, read_class_list
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import run_nbgrader
from corredores_graders.language import text


def grade_assignment(classroom: Classroom, assignment: str, force: bool) -> bool:
    """Grade every submission of ``assignment``, print the marks, and say whether all could be graded."""
    from corredores_graders.classroom.kept_answers import older_editions
    from corredores_graders.grading.journal import Journal
    from corredores_graders.grading.running import grade_class

    known_assignment(assignment, classroom.assignments)
    waiting = trainees_with("submitted", classroom, assignment)
    with ThreadPoolExecutor(workers()) as executor, Journal(classroom.reports(assignment) / "grading.log"):
        results = list(
            track(
                grade_class(classroom.trainer, assignment, waiting, executor, force=force),
                text("Calificar {assignment}", assignment=assignment),
                len(waiting),
            )
        )
    graded = sorted(results, key=lambda result: result.trainee)
    known = read_class_list(classroom.class_list)
    table = Table(text("Participante"), text("Corredor"), text("Puntos"), text("Nota"))
    for result in graded:
        points = f"{result.score:g} / {result.max_score:g}" if result.ok else "—"
        table.add_row(result.trainee, _corridor(known.get(result.trainee)), points, result.reason)
    console = Console()
    console.print(table)
    console.print(
        text("Libro de notas: {file}. La nota escrita se pone a mano en formgrader.", file=classroom.gradebook),
        soft_wrap=True,
    )
    if older := older_editions(classroom, assignment, [result.trainee for result in graded if result.ok]):
        console.print(older, soft_wrap=True, markup=False)
    return all(result.ok for result in graded)


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


def _corridor(trainee: Trainee | None) -> str:
    return trainee.assigned.pair if trainee else "—"
