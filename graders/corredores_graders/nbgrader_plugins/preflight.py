"""A submission read from its folder, or the reason why it cannot be graded: the file, the cause, the next step.

Nothing is written.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from corredores_graders.classroom.class_list import ClassListError
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.notebook_files import read_notebook
from corredores_graders.nbgrader_plugins.readable_names import readable_name
from corredores_graders.nbgrader_plugins.refusals import Refused
from corredores_graders.nbgrader_plugins.submission_files import (
    MAX_TOTAL,
    content_of,
    files_of,
    nothing_there,
    require_folder,
    too_many,
)
from corredores_graders.nbgrader_plugins.trainees import UnknownTrainee, find_trainee

TIMESTAMP = "timestamp.txt"
_IGNORED = (".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback")


@dataclass
class Submission:
    """What a trainee handed in for an assignment."""

    folder: Path
    notebooks: dict[str, NotebookNode] = field(default_factory=dict)
    """by name, those that the assignment has"""
    files: dict[str, bytes] = field(default_factory=dict)
    """whatever else was handed in, by its place in the folder"""
    missing: list[str] = field(default_factory=list)
    """notebooks of the assignment that were not handed in"""
    left_out: list[str] = field(default_factory=list)
    """what is not looked at: notebooks of no assignment, links and the like"""
    timestamp: datetime | None = None
    digest: str = ""
    """of everything that was read, and of the names of what was left out"""


def refusal(course_root: Path, assignment: str, trainee: str) -> str:
    """Return in a sentence why the submission cannot be graded, or an empty text where it can."""
    try:
        find_trainee(trainee, course_root)
        expected = [path.stem for path in (course_root / "release" / assignment).glob("*.ipynb")]
        require_release(expected, assignment)
        read_submission(course_root / "submitted" / trainee / assignment, expected)
    except (UnknownTrainee, ClassListError, Refused) as refused:
        return str(refused)
    return ""


def require_release(expected: Sequence[str], assignment: str) -> None:
    """Refuse an assignment of which no notebook was released."""
    if not expected:
        raise Refused(
            "not_released",
            text(
                "«{assignment}» no se ha publicado en este curso: publíquelo y repita la orden.", assignment=assignment
            ),
        )


def read_submission(folder: Path, expected: Iterable[str], ignored: Iterable[str] = _IGNORED) -> Submission:
    """Read the notebooks ``expected`` and every other file of a submission.

    Raises
    ------
    Refused
        When it cannot be graded.
    """
    require_folder(folder)
    submission = Submission(folder)
    names = {f"{name}.ipynb" for name in expected}
    whole = hashlib.sha256()
    for relative in files_of(folder, tuple(ignored)):
        path = folder / relative
        surplus = relative.endswith(".ipynb") and relative not in names
        content = None if surplus else content_of(path, relative in names)
        whole.update(relative.encode("utf-8", "surrogateescape") + b"\0" + hashlib.sha256(content or b"").digest())
        if content is None:
            submission.left_out.append(relative)
            continue
        if relative in names:
            submission.notebooks[relative.removesuffix(".ipynb")] = read_notebook(path, content)
        else:
            _add(submission, relative, content)
    if not submission.notebooks:
        raise _none_expected(folder, sorted(names), submission.left_out)
    submission.missing = sorted(
        name.removesuffix(".ipynb") for name in names - {f"{n}.ipynb" for n in submission.notebooks}
    )
    submission.timestamp = _timestamp(submission)
    submission.digest = whole.hexdigest()
    return submission


def _add(submission: Submission, relative: str, content: bytes) -> None:
    submission.files[relative] = content
    if sum(map(len, submission.files.values())) > MAX_TOTAL:
        raise too_many(submission.folder)


def _timestamp(submission: Submission) -> datetime | None:
    written = submission.files.get(TIMESTAMP, b"").decode("utf-8", "replace").strip()
    if not written:
        return None
    try:
        moment: datetime = parse_utc(written)
    except (ValueError, OverflowError) as unreadable:
        raise Refused(
            "timestamp",
            text(
                "{file}: no es una fecha, y sin ella no se sabe cuándo se entregó. Recoja la entrega de nuevo.",
                file=submission.folder / TIMESTAMP,
            ),
            TIMESTAMP,
        ) from unreadable
    return moment


def _none_expected(folder: Path, expected: list[str], found: list[str]) -> Refused:
    notebooks = [readable_name(name) for name in found if name.endswith(".ipynb")]
    if not notebooks:
        return nothing_there(folder)
    return Refused(
        "misnamed",
        text(
            "{folder}: se esperaba el cuaderno «{expected}» y llegó «{found}». Si es el mismo, cámbiele el nombre y "
            "repita la orden.",
            folder=folder,
            expected=", ".join(expected),
            found=", ".join(notebooks),
        ),
        notebooks[0],
    )
