"""A submission read from its folder, or the reason why it cannot be graded: the file, the cause, the next step.

Links are never followed, no file is read beyond its bound, and nothing is written.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from corredores_graders.classroom.class_list import ClassListError
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.notebook_files import read_notebook
from corredores_graders.nbgrader_plugins.readable_names import readable_name
from corredores_graders.nbgrader_plugins.refusals import Refused
from corredores_graders.nbgrader_plugins.trainees import UnknownTrainee, find_trainee

#: A notebook with its outputs takes one or two megabytes.
MAX_NOTEBOOK = 50_000_000
MAX_FILES = 400
MAX_TOTAL = 30_000_000
MAX_DEPTH = 20
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
    """of everything that was read"""


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
    _require_folder(folder)
    submission = Submission(folder)
    names = {f"{name}.ipynb" for name in expected}
    whole = hashlib.sha256()
    for relative in sorted(islice(_files(folder, tuple(ignored)), 2 * MAX_FILES)):  # more are refused below
        path = folder / relative
        if relative.endswith(".ipynb") and relative not in names:
            submission.left_out.append(relative)
            continue
        content = _content(path, relative in names)
        if content is None:
            submission.left_out.append(relative)
            continue
        whole.update(relative.encode("utf-8", "surrogateescape") + b"\0" + hashlib.sha256(content).digest())
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


def _require_folder(folder: Path) -> None:
    for part in (folder.parent, folder):
        if part.is_symlink():
            raise Refused(
                "link",
                text(
                    "{file}: es un enlace a otro lugar, y no se sigue. Ponga ahí la carpeta de la entrega misma.",
                    file=part,
                ),
                part.name,
            )
    if not folder.exists():
        raise _nothing(folder)
    if not folder.is_dir():
        raise Refused(
            "not_a_file",
            text("{file}: se esperaba una carpeta. Quítelo y recoja la entrega de nuevo.", file=folder),
            folder.name,
        )


def _files(folder: Path, ignored: Sequence[str]) -> Iterator[str]:
    """Yield every file below ``folder`` that nbgrader would copy, and the links, which are not followed."""
    for place, folders, names in os.walk(folder):
        here = Path(place).relative_to(folder)
        if len(here.parts) > MAX_DEPTH:
            raise _too_many(folder)
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(
            name for name in folders if name not in links and not any(fnmatch(name, glob) for glob in ignored)
        )
        for name in [*names, *links]:
            if not any(fnmatch(name, glob) for glob in ignored):
                yield (here / name).as_posix()


def _content(path: Path, wanted: bool) -> bytes | None:
    """Return the bytes of a file, or None for what is no file; ``wanted`` ones are refused then."""
    kind = path.lstat()
    shared = kind.st_nlink > 1  # a second name of a file that may lie anywhere, and may be anybody's
    if not stat.S_ISREG(kind.st_mode) or shared:
        if wanted:
            raise _no_file(path, stat.S_ISLNK(kind.st_mode) or shared)
        return None
    if wanted and kind.st_size > MAX_NOTEBOOK:
        raise Refused(
            "too_large",
            text(
                "{file}: pesa {megabytes} MB y no se abre. Pida a la persona que borre las salidas del cuaderno y "
                "entregue de nuevo.",
                file=path,
                megabytes=kind.st_size // 1_000_000,
            ),
            path.name,
        )
    if not wanted and kind.st_size > MAX_TOTAL:
        raise _too_many(path.parent)
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
        return file.read(MAX_NOTEBOOK + 1)


def _add(submission: Submission, relative: str, content: bytes) -> None:
    submission.files[relative] = content
    if len(submission.files) > MAX_FILES or sum(map(len, submission.files.values())) > MAX_TOTAL:
        raise _too_many(submission.folder)


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


def _no_file(path: Path, link: bool) -> Refused:
    if link:
        sentence = text(
            "{file}: es un enlace a otro archivo, y no se sigue. Pida a la persona el archivo mismo.", file=path
        )
        return Refused("link", sentence, path.name)
    sentence = text("{file}: no es un archivo. Quítelo y recoja la entrega de nuevo.", file=path)
    return Refused("not_a_file", sentence, path.name)


def _too_many(folder: Path) -> Refused:
    return Refused(
        "too_many",
        text(
            "{folder}: hay más de {count} archivos o de {megabytes} MB junto al cuaderno. Pida a la persona que "
            "entregue solo el cuaderno y lo que necesita.",
            folder=folder,
            count=MAX_FILES,
            megabytes=MAX_TOTAL // 1_000_000,
        ),
    )


def _nothing(folder: Path) -> Refused:
    return Refused(
        "nothing", text("{folder}: no hay ninguna entrega. Recójala con «corredores collect».", folder=folder)
    )


def _none_expected(folder: Path, expected: list[str], found: list[str]) -> Refused:
    notebooks = [readable_name(name) for name in found if name.endswith(".ipynb")]
    if not notebooks:
        return _nothing(folder)
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
