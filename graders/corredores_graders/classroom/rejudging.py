"""`corredores rejudge`: whose grade would move if the kept answers were judged with today's keys; no change made."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from corredores.checking.card import headline
from corredores.checking.verdicts import Verdict
from corredores.command_error import CommandError, known_assignment
from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.classroom.grading import trainees_with
from corredores_graders.classroom.kept_answers import KeptVerdict, UnreadableVerdicts, kept_verdicts, older_editions
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import marked_by_hand
from corredores_graders.judging.judge import judge
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.judge import verdict_output
from corredores_graders.nbgrader_plugins.trainees import UnknownTrainee, find_trainee


@dataclass(frozen=True)
class Move:
    """A grade that would move."""

    trainee: str
    kept: KeptVerdict
    verdict: str
    points: float
    """what today's keys give, 0 to the most that the cell earns"""


def rejudge_assignment(classroom: Classroom, assignment: str) -> bool:
    """Print whose grade would move, and say whether every graded notebook could be read.

    Raises
    ------
    CommandError
        When the assignment was not released, or nothing of it has been graded.
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
    moves: list[Move] = []
    unread: list[str] = []
    for trainee in graded:
        try:
            person = find_trainee(trainee, classroom.trainer)
            moves += _moves(person, kept_verdicts(classroom, assignment, trainee))
        except (UnknownTrainee, UnreadableVerdicts) as refused:
            unread.append(str(refused))
    _report(moves, marked_by_hand(classroom, assignment), [older_editions(classroom, assignment, graded), *unread])
    return not unread


def _moves(person: Trainee, kept: Iterable[KeptVerdict]) -> list[Move]:
    judged = (_again(person, one) for one in kept)
    return [move for move in judged if move.points != move.kept.earned]


def _again(person: Trainee, kept: KeptVerdict) -> Move:
    bundle = {"exercise": kept.name.exercise_id, "answers": kept.record["answers"]}
    module = module_key(kept.name.module)
    # The inputs with which the functions were tried are kept: they cannot be drawn again from the graded notebook,
    # whose Markdown was cleaned after they were drawn.
    outcome = judge(module, kept.name.exercise, bundle, person.assigned, person.language, probes=kept.record["probes"])
    points = float(verdict_output(outcome, kept.most)["data"]["text/plain"])
    return Move(person.trainee, kept, outcome.verdict, points)


def _report(moves: list[Move], by_hand: set[tuple[str, str]], sentences: Iterable[str]) -> None:
    console = Console()
    moving = [move for move in moves if (move.trainee, move.kept.grade_id) not in by_hand]
    table = Table(text("Participante"), text("Ejercicio"), text("Veredicto"), text("Puntos"))
    for move in moving:
        verdicts = f"{_words(move.kept.record['verdict'])} → {_words(move.verdict)}"
        points = f"{move.kept.earned:g} → {move.points:g}"
        table.add_row(move.trainee, move.kept.name.exercise_id, verdicts, points)
    if moving:
        console.print(table)
        said = text("Nada se cambió. Para poner estas notas, califique de nuevo con «corredores grade --force».")
    else:
        said = text("Ninguna nota se movería.")
    kept = [f"{move.trainee} {move.kept.name.exercise_id}" for move in moves if move not in moving]
    if kept:
        said += " " + text("Puestas a mano, no se mueven: {marks}.", marks=", ".join(kept))
    for sentence in filter(None, [said, *sentences]):
        console.print(sentence, soft_wrap=True, markup=False)


def _words(verdict: str) -> str:
    return headline(Verdict(verdict))
