"""`corredores feedback` and `export`: nbgrader's own work on a whole class, shown as a table."""

import os
import shutil
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Column, Table
from rich.text import Text

from corredores.command_error import known_assignment
from corredores_graders.classroom.class_list import read_class_list
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
    rows = [(result.trainee, "\n".join(map(str, result.pages)) or result.reason) for result in written]
    rows += [(trainee, str(page)) for trainee, page in _refusal_pages(classroom, assignment).items()]
    table = Table(text("Participante"), Column(text("Página de comentarios"), overflow="fold"))
    for trainee, said in sorted(rows):
        table.add_row(Text(trainee), Text(said))
    Console().print(table)
    return all(result.ok for result in written)


def _refusal_pages(classroom: Classroom, assignment: str) -> dict[str, Path]:
    """Write a page for everybody whose submission could not be graded, and remove those that are no longer true."""
    from corredores_graders.grading.ledger import Ledger
    from corredores_graders.grading.refusal_page import NAME, write_refusal_page

    refused = Ledger(classroom.trainer, assignment).refused()
    pages = {}
    for trainee, person in read_class_list(classroom.class_list).items():
        folder = classroom.feedback(trainee, assignment)
        if trainee in refused:
            entry = refused[trainee]
            pages[trainee] = write_refusal_page(folder, assignment, person, entry.refused, bool(entry.depends))
        else:
            (folder / NAME).unlink(missing_ok=True)
    return pages


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
