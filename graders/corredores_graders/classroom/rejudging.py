"""`corredores rejudge`: whose grade would move if the kept answers were judged with today's keys; changed when told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import track

from corredores.command_error import CommandError, known_assignment
from corredores_graders.classroom.grading import trainees_with
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.names import known_exercise, known_trainee
from corredores_graders.classroom.rejudge_report import WIDE, Line, lines_of, table_of, words, write_report
from corredores_graders.grading import failures
from corredores_graders.grading.by_hand import marks_by_hand
from corredores_graders.grading.journal import Journal
from corredores_graders.grading.locks import Busy
from corredores_graders.grading.reach import GradebookUnreachable
from corredores_graders.grading.rejudge import Rejudgement
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.cell_names import read_grade_id


@dataclass
class _Class:
    """What became of a class."""

    lines: list[Line] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)
    """who could not be judged again, and why"""
    older: list[str] = field(default_factory=list)
    """who answered a release with other keys or data than the present ones, and which"""
    moved: list[str] = field(default_factory=list)
    """whose line in the class list is another than the one with which they were graded"""


def rejudge_assignment(
    classroom: Classroom, assignment: str, apply: bool = False, only: str = "", trainee: str = ""
) -> bool:
    """Print whose grade would move and why, and change it with ``apply``; say whether every submission was judged.

    ``only`` is an exercise ("m03.e2" or "e2"), ``trainee`` somebody of the class list.

    Raises
    ------
    CommandError
        When the assignment was not released, nothing of it has been graded, or a name is mistyped.
    """
    known_assignment(assignment, classroom.assignments)
    graded = trainees_with("autograded", classroom, assignment)
    if not graded:
        raise CommandError(
            text(
                "En {folder} no hay nada calificado de {assignment}. Califique primero con «corredores grade».",
                folder=classroom.trainer,
                assignment=assignment,
            )
        )
    wanted = [known_trainee(trainee, graded)] if trainee else graded
    rejudgement = Rejudgement(classroom, assignment, apply)
    if only:
        rejudgement.only = known_exercise(only, exercises_of(rejudgement))
    with Journal(classroom.reports(assignment) / "rejudge.log"):
        found = _through(rejudgement, wanted)
    _say(classroom, assignment, rejudgement, found)
    return not found.left


def exercises_of(rejudgement: Rejudgement) -> list[str]:
    """Return the exercises of the release that have a check cell."""
    cells = [cell.name for one in rejudgement.batch.released.values() for cell in one.source_cells]
    names = (read_grade_id(name) for name in cells)
    return list(dict.fromkeys(name.exercise_id for name in names if name.role == "check"))


def _through(rejudgement: Rejudgement, trainees: Sequence[str]) -> _Class:
    found = _Class()
    by_hand = marks_by_hand(rejudgement.batch.gradebook, rejudgement.batch.course.assignment)
    shown = Console()
    for name in track(trainees, text("Juzgar de nuevo"), console=shown, disable=not shown.is_terminal):
        try:
            rejudged = rejudgement.one(name)
        except (CommandError, GradebookUnreachable) as refused:
            found.left[name] = str(refused)
        except Busy as busy:
            found.left[name] = f"{name}: {failures.busy(str(busy))}"
        except OSError as unwritten:
            found.left[name] = f"{name}: {failures.disk(unwritten)}"
        else:
            found.lines += lines_of(rejudged, rejudgement.batch.versions, by_hand)
            if rejudged.older:
                found.older.append(f"{name} ({words(rejudged.older)})")
            if rejudged.row_changed:
                found.moved.append(name)
    return found


def _say(classroom: Classroom, assignment: str, rejudgement: Rejudgement, found: _Class) -> None:
    moving = [line for line in found.lines if line.kind == "points"]
    about = {
        "assignment": assignment,
        "applied": rejudgement.apply,
        "versions": rejudgement.batch.versions,
        "not_judged": found.left,
        "class_list_changed": found.moved,
    }
    # What was changed is not overwritten by the next look.
    name = "rejudge-applied" if rejudgement.apply and found.lines else "rejudge"
    file = write_report(classroom.reports(assignment) / name, about, found.lines)
    console = Console()
    if moving:
        console.print(table_of(moving, with_message=console.width >= WIDE))
    sentences = [
        *_result(moving, rejudgement.apply),
        *_besides(found, rejudgement.apply),
        text("La lista completa: {file}.", file=file) if found.lines else "",
        *found.left.values(),
    ]
    for sentence in filter(None, sentences):
        console.print(sentence, soft_wrap=True, markup=False, highlight=False)


def _result(moving: Sequence[Line], applied: bool) -> list[str]:
    people = len({line.trainee for line in moving})
    if applied:
        said = text("Notas cambiadas: {count}. Participantes: {people}.", count=len(moving), people=people)
        return [said, text("Escriba sus páginas de nuevo con «corredores feedback».")] if moving else [said]
    if not moving:
        return [text("Ninguna nota se movería.")]
    return [
        text(
            "Notas que se moverían: {count}. Participantes: {people}. Nada se cambió: para poner estas notas, repita "
            "la orden con --apply.",
            count=len(moving),
            people=people,
        )
    ]


def _besides(found: _Class, applied: bool) -> list[str]:
    by_hand = [f"{line.trainee} {line.exercise}" for line in found.lines if line.kind == "by_hand"]
    cards = sum(line.kind == "card" for line in found.lines)
    said = []
    if by_hand:
        said.append(text("Puestas a mano, no se mueven: {marks}.", marks=", ".join(by_hand)))
    if cards:
        said.append(
            text("Tarjetas que ahora dicen otra cosa sin mover puntos: {count}.", count=cards)
            if applied
            else text("Tarjetas que dirían otra cosa sin mover puntos: {count}.", count=cards)
        )
    if found.older:
        said.append(
            text(
                "Respondieron una publicación hecha con otras claves o datos que los de hoy: {trainees}. Lo que su "
                "cuaderno les dijo puede diferir de la nota.",
                trainees=", ".join(found.older),
            )
        )
    if found.moved:
        said.append(
            text(
                "Se calificaron con otro corredor u otro idioma que los de la lista de hoy: {trainees}. Califíquelas "
                "con «corredores grade».",
                trainees=", ".join(found.moved),
            )
        )
    return said
