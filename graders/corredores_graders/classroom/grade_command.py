"""`corredores grade`: a class graded, shown as it goes, told in a table and in a report."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from corredores.command_error import known_assignment
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.loading import much_loaded
from corredores_graders.engine.levels import VARIABLE, choose_level
from corredores_graders.grading.outcome import GradeResult
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.readable_names import readable_name

#: So many submissions are worth drawing all pictures ahead, which takes a second.
_CLASS = 12


@dataclass(frozen=True)
class GradeOptions:
    """What was asked for on the command line."""

    force: bool = False
    """grade again what is graded"""
    jobs: int | None = None
    """processors for the submissions, all by default; with a scheduler, submissions that are under way at once"""
    sandbox: str = "auto"
    """level of the sandbox that is wanted, as :func:`~corredores_graders.engine.levels.choose_level` takes it"""
    scheduler: str | None = None
    """address of Dask's scheduler, where others run the submissions"""
    tls: tuple[Path | None, Path | None, Path | None] = (None, None, None)
    """authority, certificate and key for it"""


def grade_assignment(classroom: Classroom, assignment: str, options: GradeOptions) -> bool:
    """Grade every submission of ``assignment``, print the marks, and say whether all could be graded.

    Ctrl+C stops it: what was graded stays, the report says so, and the next run takes up the rest.
    """
    known_assignment(assignment, classroom.assignments)
    console = Console()
    graded: list[GradeResult] = []
    finished = False
    try:
        with grading(classroom, assignment, options) as results:
            for result in _shown(results, classroom, assignment, console):
                graded.append(result)
        finished = True
    except KeyboardInterrupt:
        console.print(
            text("Se detuvo. Lo calificado queda; repita la orden y sigue donde quedó."), soft_wrap=True, markup=False
        )
    finally:
        if graded or finished:
            _tell(classroom, assignment, graded, finished, console)
    if not finished:
        raise KeyboardInterrupt
    return all(result.ok for result in graded)


def _languages(classroom: Classroom) -> list[str]:
    from corredores_graders.classroom.class_list import read_class_list

    return sorted({person.language for person in read_class_list(classroom.class_list).values()})


@contextmanager
def grading(classroom: Classroom, assignment: str, options: GradeOptions) -> Iterator[Iterator[GradeResult]]:
    """Open what grading needs and yield the results, which come as they are ready."""
    from corredores_graders.engine.execute import expect, give_up, warm_up

    if options.sandbox != "auto":
        os.environ[VARIABLE] = options.sandbox
    level = choose_level()
    if options.scheduler is None:
        warm_up(level)  # while nbgrader and the keys, which take as long, are loaded here
    with much_loaded():
        from corredores_graders.classroom.grading import trainees_with, workers
        from corredores_graders.engine.executors import open_executor
        from corredores_graders.grading.journal import Journal
        from corredores_graders.grading.running import grade_class

        waiting = trainees_with("submitted", classroom, assignment)
        if options.scheduler is None and len(waiting) >= _CLASS:
            expect(level, _languages(classroom))
    with ExitStack() as opened:
        opened.enter_context(Journal(classroom.reports(assignment) / "grading.log"))
        runners = opened.enter_context(
            open_executor(options.jobs, options.scheduler, *options.tls, default_jobs=workers())
        )
        results = grade_class(
            classroom.trainer,
            assignment,
            waiting,
            runners.executor,
            run=runners.run,
            force=options.force,
            in_flight=runners.in_flight,
        )
        try:
            yield results
        except KeyboardInterrupt:
            give_up()  # what still runs is not waited for
            raise
        finally:
            results.close()


def plan_assignment(classroom: Classroom, assignment: str, force: bool) -> None:
    """Print what would be graded, and why; nothing is changed."""
    from corredores_graders.classroom.grading import trainees_with
    from corredores_graders.grading.plan import plan_class

    known_assignment(assignment, classroom.assignments)
    table = Table(text("Participante"), text("Se calificaría"), Column(text("Por qué"), overflow="fold"))
    count = 0
    for planned in plan_class(classroom.trainer, assignment, trainees_with("submitted", classroom, assignment), force):
        count += planned.grades
        grades = text("sí") if planned.grades else text("no")
        table.add_row(Text(readable_name(planned.trainee)), grades, Text(planned.why))
    console = Console()
    console.print(table)
    console.print(text("Se calificarían: {count}. Nada se cambió.", count=count), soft_wrap=True, markup=False)


def _shown(
    results: Iterator[GradeResult], classroom: Classroom, assignment: str, console: Console
) -> Iterator[GradeResult]:
    from corredores_graders.classroom.grading import trainees_with
    from corredores_graders.grading.progress import shown

    return shown(results, len(trainees_with("submitted", classroom, assignment)), assignment, console)


def _tell(
    classroom: Classroom, assignment: str, results: Sequence[GradeResult], finished: bool, console: Console
) -> None:
    from corredores_graders.classroom.class_list import read_class_list
    from corredores_graders.classroom.nbgrader_course import shown_gradebook
    from corredores_graders.grading.report import write_report

    console.print(_table(results))
    page = write_report(
        classroom.reports(assignment), assignment, results, read_class_list(classroom.class_list), finished
    )
    sentences = [
        text("Libro de notas: {file}. La nota escrita se pone a mano en formgrader.", file=shown_gradebook(classroom)),
        text("Informe (a quién escribir, y sobre qué): {file}", file=page),
    ]
    if older := _older_releases(results):
        sentences.append(older)
    others = [result.trainee for result in results if result.other_keys]
    if others:
        sentences.append(
            text(
                "Juzgadas con otras claves o datos que los de hoy: {trainees}. «corredores rejudge» dice qué notas se "
                "moverían.",
                trainees=", ".join(others),
            )
        )
    if any(result.state == "graded" and result.sandbox == "none" for result in results):
        sentences.append(
            text("Se calificó sin recinto (--no-sandbox): el código de las entregas tuvo los permisos de usted.")
        )
    for sentence in sentences:
        console.print(sentence, soft_wrap=True, markup=False)


def _older_releases(results: Sequence[GradeResult]) -> str:
    words = {"keys": text("claves"), "data": text("datos")}
    named = [
        f"{result.trainee} ({', '.join(words[name] for name in result.other_release)})"
        for result in results
        if result.other_release
    ]
    if not named:
        return ""
    return text(
        "Respondieron una publicación hecha con otras claves o datos que los de hoy: {trainees}. Lo que su cuaderno "
        "les dijo puede diferir de la nota.",
        trainees=", ".join(named),
    )


def _table(results: Sequence[GradeResult]) -> Table:
    table = Table(text("Participante"), text("Corredor"), text("Puntos"), Column(text("Observación"), overflow="fold"))
    for result in sorted(results, key=lambda result: result.trainee):
        points = f"{result.score:g} / {result.max_score:g}" if result.ok else "—"
        note = text("sin cambio") if result.state == "unchanged" else result.reason
        table.add_row(Text(readable_name(result.trainee)), result.pair or "—", points, Text(note))
    return table
