"""From what a submission's code did to its grade: judged, written aside, saved in one transaction, put in place."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import nbformat

from corredores_graders.engine.job import Run
from corredores_graders.grading.course import Course
from corredores_graders.grading.files import Replacement, contents
from corredores_graders.grading.gradebook import CourseGradebook, Saved
from corredores_graders.grading.journal import stage
from corredores_graders.grading.ledger import Entry, Ledger
from corredores_graders.grading.outcome import GradeResult, Trouble
from corredores_graders.grading.prepare import Prepared, PreparedNotebook, depends_on
from corredores_graders.nbgrader_plugins.cell_names import checked_exercise
from corredores_graders.nbgrader_plugins.grading_notes import notes_of
from corredores_graders.nbgrader_plugins.replayed_execute import RUN


@dataclass
class Finishing:
    """What finishing a submission needs besides the submission."""

    course: Course
    gradebook: CourseGradebook
    ledger: Ledger
    versions: dict[str, str]


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
        _through(one, course.after_run)
    replacement = Replacement(course.autograded(trainee))
    saved = _save(about, prepared, replacement)
    if saved.late:
        for one in prepared.notebooks:
            _through(one, course.penalties)
    stage("rename", trainee)
    replacement.put()
    result = _result(prepared, saved)
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


def _save(about: Finishing, prepared: Prepared, replacement: Replacement) -> Saved:
    """Write the graded folder aside and the grades into the gradebook."""
    course, gradebook, trainee = about.course, about.gradebook, prepared.trainee.trainee
    moment = prepared.submission.timestamp
    with gradebook.one_transaction():
        submission = gradebook.enter_submission(course.assignment, trainee, **({"timestamp": moment} if moment else {}))
        for name in prepared.submission.missing:
            gradebook.score_nothing(name)
        for one in prepared.notebooks:
            _through(one, course.saving)
        saved = gradebook.entered(submission)
        stage("write", trainee)
        files = {**prepared.files(course), **{f"{one.name}.ipynb": _written(one) for one in prepared.notebooks}}
        replacement.write(files, course.permissions)
        stage("commit", trainee)
    return saved


def _through(one: PreparedNotebook, steps: Sequence[object]) -> None:
    for step in steps:
        one.notebook, one.resources = step(one.notebook, one.resources)  # type: ignore[operator]


def _written(one: PreparedNotebook) -> bytes:
    """Return the graded notebook as a file; in one line, for the readable form takes five times as long to write."""
    nbformat.validate(one.notebook, relax_add_props=True)
    written = json.dumps(one.notebook, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (written + "\n").encode("utf-8", "replace")


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
        graded_at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
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
