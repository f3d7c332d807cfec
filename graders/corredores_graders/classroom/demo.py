"""`corredores demo`: a class of twelve from release to feedback, compared with a table written by hand."""

import shutil
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from corredores.command_error import WrongUsage
from corredores.handing_in.rehearsal import rehearse
from corredores.handing_in.submission import find_work, pack
from corredores_graders.authoring.project import Project
from corredores_graders.classroom.class_list import Trainee, read_class_list
from corredores_graders.classroom.collecting import collect
from corredores_graders.classroom.demo_class import fill, read_answers
from corredores_graders.classroom.demo_table import Row, as_table, differences, graded_row, read_expected
from corredores_graders.classroom.grade_command import GradeOptions, grading
from corredores_graders.classroom.grading import trainees_with, workers
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console, step
from corredores_graders.language import text

MODULE = "m03"
REHEARSED = (
    "ana-paz"  # one person's zip goes through the whole of `corredores submit`; a kernel for each takes too long
)
BARE = "luis-bello"  # and one sends the notebook alone, in a folder of Moodle's bulk download


def play(folder: Path | None) -> bool:
    """Play the class in ``folder`` (a new one by default) and say whether its table is the one written by hand."""
    console = plain_console()
    demo = Project().root / "demo"
    root = _empty_folder(folder)
    (root / "docente").mkdir(parents=True)
    shutil.copyfile(demo / "class.csv", root / "docente" / "class.csv")
    classroom = prepare(root, MODULE, "es", console)
    trainees = read_class_list(classroom.class_list)
    inbox = root / "entregas"
    with step(console, text("Responder y entregar ({count} participantes)", count=len(trainees))):
        shutil.copytree(demo / "arrivals", inbox)
        for trainee in trainees.values():
            _hand_in(classroom, trainee, demo / "trainees" / f"{trainee.trainee}.md", inbox)
    with step(console, text("Recoger")):
        outcomes = list(collect(classroom, inbox))
    for outcome in outcomes:
        if not outcome.collected:
            console.print(f"  {outcome.trainee}, {outcome.file}: {outcome.sentence}")
    graded = _grade(classroom, trainees, console)
    Console(width=max(100, console.width)).print(as_table(graded))
    wrong = differences(graded, read_expected(demo / "expected.csv"))
    for sentence in wrong:
        console.print(sentence)
    _say_where(console, classroom, demo, wrong)
    return not wrong


def _empty_folder(folder: Path | None) -> Path:
    if folder is None:
        return Path(tempfile.mkdtemp(prefix="corredores-demo-"))
    if folder.exists() and any(folder.iterdir()):
        raise WrongUsage(text("{folder} no está vacía. Elija otra carpeta con --folder.", folder=folder))
    return folder.resolve()


def _hand_in(classroom: Classroom, trainee: Trainee, cells: Path, inbox: Path) -> None:
    """Fill the released notebook and hand it in as this person does."""
    home = classroom.root / "equipos" / trainee.trainee
    shutil.copytree(classroom.participant / MODULE, home)
    notebook = home / f"{MODULE}.ipynb"
    notebook.write_bytes(fill(notebook, read_answers(cells), trainee))
    if trainee.trainee == BARE:
        target = inbox / f"{trainee.name}_20932_assignsubmission_file_"
        target.mkdir()
        shutil.copyfile(notebook, target / notebook.name)
        return
    work = find_work(home)
    rehearsal = rehearse(work.notebook, work.check_file, execute=trainee.trainee == REHEARSED)
    shutil.copy(pack(work, trainee.trainee, rehearsal, home, datetime.now(UTC)), inbox)


def _grade(classroom: Classroom, trainees: Mapping[str, Trainee], console: Console) -> dict[str, Row]:
    from corredores_graders.nbgrader_plugins.feedback import feedback_all

    with step(console, text("Calificar")), grading(classroom, MODULE, GradeOptions()) as graded:
        results = {result.trainee: result for result in graded}
    for result in results.values():
        if not result.ok:
            console.print(f"  {result.trainee}: {result.reason}")
    with step(console, text("Escribir comentarios")):
        pages = list(feedback_all(classroom.trainer, MODULE, trainees_with("autograded", classroom, MODULE), workers()))
    for page in pages:
        if not page.ok:
            console.print(f"  {page.trainee}: {page.reason}")
    return {
        name: graded_row(classroom, MODULE, trainee, results[name].score if name in results else None)
        for name, trainee in trainees.items()
    }


def _say_where(console: Console, classroom: Classroom, demo: Path, wrong: list[str]) -> None:
    page = next(iter(sorted((classroom.trainer / "feedback").glob(f"*/{MODULE}/*.html"))), "—")
    if wrong:
        console.print(
            text("La tabla difiere en {count} celdas de {file}.", count=len(wrong), file=demo / "expected.csv")
        )
    else:
        console.print(text("La tabla es igual a {file}.", file=demo / "expected.csv"))
    console.print(text("Libro de notas: {file}", file=classroom.gradebook))
    console.print(text("Una página de comentarios: {file}", file=page))
    book = demo.parent / "build" / "book"
    if book.exists():
        console.print(text("El libro del curso: {file}", file=book))
    else:
        console.print(text("El libro del curso se escribe en {file} con «corredores book build».", file=book))
