"""A trainer's points in the place of a verdict's, or taken back: nbgrader's mark by hand and comment, and a record."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from nbgrader.api import Comment, Grade, MissingEntry

from corredores.command_error import CommandError
from corredores.language import use
from corredores_graders.authoring.grade_ids import answer_id
from corredores_graders.classroom.kept_answers import KeptVerdict
from corredores_graders.grading import failures
from corredores_graders.grading.batch import Batch
from corredores_graders.grading.journal import stage
from corredores_graders.grading.locks import Busy, Lock
from corredores_graders.grading.reach import GradebookUnreachable
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.overrules import (
    SET,
    UNDONE,
    Overrule,
    answers_digest,
    append,
    points_written,
    standing,
)


@dataclass(frozen=True)
class Decision:
    """What a trainer decides on a trainee's exercise."""

    trainee: str
    verdict: KeptVerdict
    """what was judged"""
    points: float | None
    """None takes an earlier decision back"""
    by: str
    why: str


def decide(batch: Batch, decision: Decision) -> Overrule:
    """Enter a decision in the gradebook and in the record, and return the line of the record.

    The line is written before the gradebook's transaction ends: nothing is ever overruled without one.

    Raises
    ------
    CommandError
        When there is nothing to take back, or the gradebook or the record cannot be written to.
    """
    try:
        with Lock(batch.ledger.lock_path(decision.trainee)), batch.gradebook.one_transaction(decision.trainee):
            return _entered(batch, decision)
    except Busy as busy:
        raise CommandError(failures.busy(str(busy))) from busy
    except OSError as unwritten:
        raise CommandError(failures.disk(unwritten)) from unwritten
    except GradebookUnreachable as away:
        raise CommandError(str(away)) from away


def _entered(batch: Batch, decision: Decision) -> Overrule:
    root, assignment, verdict = batch.course.root, batch.course.assignment, decision.verdict
    exercise = verdict.name.exercise_id
    grade, comment = _rows(batch, decision)
    earlier = standing(root, assignment, decision.trainee).get((verdict.notebook, exercise))
    before = grade.manual_score if grade.manual_score is not None else grade.auto_score
    if decision.points is None:
        _require_standing(earlier, grade, decision)
    said = _comment(batch, decision) if decision.points is not None else ""
    grade.manual_score = decision.points
    grade.needs_manual_grade = decision.points is None and grade.auto_score is None
    if comment is not None:
        kept = _without(comment.manual_comment or "", earlier.comment if earlier else "")
        comment.manual_comment = "\n\n".join(filter(None, [kept, said])) or None
    batch.gradebook.db.flush()
    line = Overrule(
        at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        assignment=assignment,
        trainee=decision.trainee,
        notebook=verdict.notebook,
        exercise=exercise,
        action=UNDONE if decision.points is None else SET,
        points_before=points_written(before),
        points_after=points_written(grade.auto_score if decision.points is None else decision.points),
        machine=points_written(grade.auto_score),
        by=decision.by,
        why=decision.why,
        comment=said,
        answers=answers_digest(verdict.record),
    )
    append(root, line)
    stage("commit", decision.trainee)
    return line


def _rows(batch: Batch, decision: Decision) -> tuple[Grade, Comment | None]:
    """Return the grade of the check cell, and the comment on the answer above it, where there is one."""
    verdict = decision.verdict
    place = (verdict.notebook, batch.course.assignment, decision.trainee)
    try:
        grade: Any = batch.gradebook.find_grade(verdict.grade_id, *place)
    except MissingEntry as missing:
        raise CommandError(
            text(
                "El libro de notas no tiene la entrega de {trainee}. Califíquela con «corredores grade».",
                trainee=decision.trainee,
            )
        ) from missing
    try:
        return grade, batch.gradebook.find_comment(answer_id(verdict.name.module, verdict.name.exercise), *place)
    except MissingEntry:
        return grade, None


def _require_standing(earlier: Overrule | None, grade: Grade, decision: Decision) -> None:
    exercise = decision.verdict.name.exercise_id
    if earlier is not None and points_written(grade.manual_score) == earlier.points_after:
        return
    if grade.manual_score is None:
        raise CommandError(
            text(
                "Nadie ha cambiado los puntos de {trainee} en {exercise}: no hay nada que quitar.",
                trainee=decision.trainee,
                exercise=exercise,
            )
        )
    raise CommandError(
        text(
            "Los puntos de {trainee} en {exercise} ({points}) se pusieron en formgrader. Quítelos ahí.",
            trainee=decision.trainee,
            exercise=exercise,
            points=f"{grade.manual_score:g}",
        )
    )


def _comment(batch: Batch, decision: Decision) -> str:
    """Return what the trainee reads, in the trainee's language."""
    with use(batch.people[decision.trainee].language):
        return text(
            "{by} puso {points} de {most} puntos en este ejercicio, en lugar de los de la revisión automática. "
            "Motivo: {why}",
            by=decision.by,
            points=f"{decision.points:g}",
            most=f"{decision.verdict.most:g}",
            why=decision.why,
        )


def _without(comment: str, said: str) -> str:
    """Return a trainer's comment without what an earlier decision added to it."""
    return comment.replace(said, "").strip() if said else comment
