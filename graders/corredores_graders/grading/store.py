"""A judged submission stored: written aside, saved in one transaction, put in place."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import nbformat
from nbformat import NotebookNode

from corredores_graders.grading.course import Course
from corredores_graders.grading.deep_outputs import drop_deep
from corredores_graders.grading.files import Replacement
from corredores_graders.grading.gradebook import CourseGradebook, Saved
from corredores_graders.grading.journal import stage
from corredores_graders.grading.ledger import Ledger
from corredores_graders.grading.prepare import GradedNotebook


@dataclass
class Finishing:
    """What finishing a submission needs besides the submission."""

    course: Course
    gradebook: CourseGradebook
    ledger: Ledger
    versions: dict[str, str]


@dataclass
class Judged:
    """A judged submission."""

    trainee: str
    notebooks: Sequence[GradedNotebook]
    beside: Mapping[str, bytes]
    """files that lie beside the notebooks when it is stored"""
    moment: datetime | None = None
    """when it was handed in, where that is to be noted"""
    missing: Sequence[str] = ()
    """notebooks that were not handed in"""
    cells: Callable[[NotebookNode], list[NotebookNode]] | None = None
    """which cells of a notebook have their grades saved; all, where nothing is said"""


def _at_once(saved: Saved, files: Mapping[str, bytes]) -> None:
    """Do nothing before the transaction ends."""


def store(
    about: Finishing, judged: Judged, before_commit: Callable[[Saved, Mapping[str, bytes]], None] = _at_once
) -> Saved:
    """Store the grades and the files of a submission; ``before_commit`` is told both.

    Stopped at whatever moment, it leaves the graded folder as it was, or wholly as it is to be: the folder is put in
    place last. Marks and comments by hand are never written to.

    Raises
    ------
    GradebookUnreachable
        When the gradebook could not be written to.
    OSError
        When a file could not be written.
    """
    replacement = Replacement(about.course.autograded(judged.trainee))
    try:
        saved = _save(about, judged, replacement, before_commit)
        if saved.late:
            for one in judged.notebooks:
                through(one, about.course.penalties)
        stage("rename", judged.trainee)
        replacement.put()
    except BaseException:
        replacement.recover()  # a full disk is not to be filled with what nobody will use
        raise
    about.course.share(judged.trainee)
    return saved


def _save(
    about: Finishing,
    judged: Judged,
    replacement: Replacement,
    before_commit: Callable[[Saved, Mapping[str, bytes]], None],
) -> Saved:
    """Write the graded folder aside and the grades into the gradebook."""
    course, gradebook, trainee = about.course, about.gradebook, judged.trainee
    with gradebook.one_transaction(trainee):
        moment: dict[str, Any] = {"timestamp": judged.moment} if judged.moment else {}
        submission = gradebook.enter_submission(course.assignment, trainee, **moment)
        for name in judged.missing:
            gradebook.score_nothing(name)
        for one in judged.notebooks:
            _save_cells(one, course, judged)
        saved = gradebook.entered(submission)
        stage("write", trainee)
        files = {**judged.beside, **{f"{one.name}.ipynb": _written(one) for one in judged.notebooks}}
        replacement.write(files, course.permissions)
        before_commit(saved, files)
        stage("commit", trainee)
    return saved


def _save_cells(one: GradedNotebook, course: Course, judged: Judged) -> None:
    if judged.cells is None:
        through(one, course.saving)
        return
    whole = one.notebook.cells
    one.notebook.cells = judged.cells(one.notebook)
    try:
        through(one, course.saving)
    finally:
        one.notebook.cells = whole


def through(one: GradedNotebook, steps: Sequence[object]) -> None:
    """Let a notebook go through nbgrader's preprocessors."""
    for step in steps:
        one.notebook, one.resources = step(one.notebook, one.resources)  # type: ignore[operator]


def _written(one: GradedNotebook) -> bytes:
    """Return the graded notebook as a file; in one line, for the readable form takes five times as long to write."""
    try:
        return _encoded(one.notebook)
    except RecursionError:
        drop_deep(one.notebook)
        return _encoded(one.notebook)


def _encoded(notebook: NotebookNode) -> bytes:
    nbformat.validate(notebook, relax_add_props=True)
    written = json.dumps(notebook, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (written + "\n").encode("utf-8", "replace")
