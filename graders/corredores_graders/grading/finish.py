"""From what a submission's code did to its grade: judged, stored, and entered in the ledger."""

from collections.abc import Sequence
from datetime import UTC, datetime

from corredores_graders.engine.job import Run
from corredores_graders.grading.files import contents
from corredores_graders.grading.gradebook import Saved
from corredores_graders.grading.journal import stage
from corredores_graders.grading.ledger import Entry
from corredores_graders.grading.outcome import GradeResult, Trouble
from corredores_graders.grading.prepare import Prepared, PreparedNotebook, depends_on
from corredores_graders.grading.store import Finishing, Judged, store, through
from corredores_graders.grading.versions import answered_versions, differing
from corredores_graders.nbgrader_plugins.cell_names import checked_exercise
from corredores_graders.nbgrader_plugins.grading_notes import notes_of
from corredores_graders.nbgrader_plugins.replayed_execute import RUN


def finish(about: Finishing, prepared: Prepared, runs: Sequence[Run]) -> GradeResult:
    """Judge a submission that was run and store its grade.

    Whatever moment this is stopped at, the next run grades the submission again: its entry in the ledger is written
    last, and says which files and grades belong to it.

    Raises
    ------
    GradebookUnreachable
        When the gradebook could not be written to.
    OSError
        When a file could not be written.
    """
    course, trainee = about.course, prepared.trainee.trainee
    stage("judging", trainee)
    for one, run in zip(prepared.notebooks, runs, strict=True):
        one.resources[RUN] = run
        through(one, course.after_run)
    submission = prepared.submission
    judged = Judged(trainee, prepared.notebooks, prepared.files(course), submission.timestamp, submission.missing)
    saved = store(about, judged)
    result = _result(prepared, saved)
    result.other_release = differing(result.answered, about.versions)
    stage("ledger", trainee)
    entry = Entry(
        depends=depends_on(course, prepared.trainee, prepared.submission),
        versions=about.versions,
        written=contents(course.autograded(trainee)),
        grades=saved.grades,
        result=result.kept(),
    )
    about.ledger.write(trainee, entry)
    stage("done", trainee)
    return result


def _result(prepared: Prepared, saved: Saved) -> GradeResult:
    notes = [notes_of(one.resources) for one in prepared.notebooks]
    return GradeResult(
        prepared.trainee.trainee,
        True,
        score=saved.score.points,
        max_score=saved.score.most,
        pending=saved.score.pending,
        pair=prepared.trainee.assigned.pair,
        language=prepared.trainee.language,
        troubles=[trouble for one in prepared.notebooks for trouble in _troubles(one)],
        ended=next((note.ended for note in notes if note.ended), ""),
        left_out=prepared.submission.left_out,
        missing=prepared.submission.missing,
        seconds=sum(note.seconds for note in notes),
        sandbox=next((note.sandbox for note in notes), ""),
        answered={name: said for one in prepared.notebooks for name, said in answered_versions(one.notebook).items()},
        graded_at=f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
    )


def _troubles(one: PreparedNotebook) -> list[Trouble]:
    cells = one.notebook.cells
    troubles = []
    for what, place in notes_of(one.resources).happened:
        number = sum(cell.cell_type == "code" for cell in cells[: place + 1])
        names = (checked_exercise(cell) for cell in cells[place:])
        exercise = next((name.exercise_id for name in names if name), "")
        troubles.append(Trouble(what, one.name, number, exercise))
    return troubles
