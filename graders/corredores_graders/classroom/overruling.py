"""`corredores overrule`: a trainer's points count instead of a verdict's, and it is noted who set them and why."""

import math
from collections.abc import Mapping

from rich.console import Console

from corredores.command_error import WrongUsage, known_assignment, nearest_name
from corredores_graders.classroom.grading import trainees_with
from corredores_graders.classroom.kept_answers import KeptVerdict, kept_notebooks
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.names import known_exercise, known_trainee
from corredores_graders.grading.batch import Batch
from corredores_graders.grading.overrule import Decision, decide
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.overrules import FILE_NAME, SET

_LONGEST_REASON = 1000


def overrule(
    classroom: Classroom, assignment: str, trainee: str, exercise: str, points: str | None, why: str, by: str
) -> None:
    """Put ``points`` ("1.5" or "1,5") in the place of a verdict's, or take them back where there are none; say so.

    Raises
    ------
    CommandError
        When a name is mistyped, the points are out of bounds, or nothing has been graded; nothing is changed then.
    """
    known_assignment(assignment, classroom.assignments)
    why, by = " ".join(why.split()), " ".join(by.split())
    _require_words(why, by)
    batch = Batch(classroom.trainer, assignment)
    graded = trainees_with("autograded", classroom, assignment)
    if trainee not in batch.people:
        sentence = text(
            "«{trainee}» no está en la lista de la clase ({file}).", trainee=trainee, file=classroom.class_list.name
        )
        raise WrongUsage(sentence + nearest_name(trainee, batch.people))
    verdicts = _verdicts(classroom, assignment, known_trainee(trainee, graded))
    verdict = verdicts[known_exercise(exercise, verdicts)]
    given = None if points is None else _within(points, verdict.most or 0.0)
    line = decide(batch, Decision(trainee, verdict, given, by, why))
    console = Console(soft_wrap=True, highlight=False, markup=False)
    console.print(
        text(
            "{trainee}, {exercise}: {before} → {after} de {most} puntos. Vale aunque se califique de nuevo, y quedó "
            "anotado en {file}.",
            trainee=trainee,
            exercise=line.exercise,
            before=_read(line.points_before),
            after=_read(line.points_after),
            most=f"{verdict.most:g}",
            file=classroom.trainer / FILE_NAME,
        )
        if line.action == SET
        else text(
            "{trainee}, {exercise}: {before} → {after} puntos. Vuelve a valer la revisión automática; quedó anotado "
            "en {file}.",
            trainee=trainee,
            exercise=line.exercise,
            before=_read(line.points_before),
            after=_read(line.points_after),
            file=classroom.trainer / FILE_NAME,
        )
    )
    console.print(text("Escriba su página de nuevo con «corredores feedback»."))


def _verdicts(classroom: Classroom, assignment: str, trainee: str) -> Mapping[str, KeptVerdict]:
    """Return the verdicts that earn points, by exercise."""
    kept = kept_notebooks(classroom, assignment, trainee)
    return {verdict.name.exercise_id: verdict for one in kept for verdict in one.verdicts if verdict.most is not None}


def _require_words(why: str, by: str) -> None:
    if not why:
        raise WrongUsage(text("Falta el motivo. Escríbalo con --why: lo leerá la persona a quien califica."))
    if len(why) > _LONGEST_REASON:
        raise WrongUsage(text("El motivo tiene {length} letras; caben {most}.", length=len(why), most=_LONGEST_REASON))
    if not by:
        raise WrongUsage(text("Falta el nombre de quien decide. Escríbalo con --by."))


def _within(written: str, most: float) -> float:
    try:
        points = float(written.replace(",", "."))
    except ValueError:
        points = math.nan
    if not 0 <= points <= most:
        raise WrongUsage(
            text(
                "«{written}» no sirve: los puntos de ese ejercicio van de 0 a {most}.",
                written=written,
                most=f"{most:g}",
            )
        )
    return points


def _read(points: str) -> str:
    return f"{float(points):g}" if points else "—"
