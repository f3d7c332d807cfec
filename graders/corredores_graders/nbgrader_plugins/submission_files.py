"""The files of a submission as they lie in their folder: no link is followed, and none is read beyond its bound."""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path

from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.refusals import Refused

#: A notebook with its outputs takes one or two megabytes.
MAX_NOTEBOOK = 50_000_000
MAX_FILES = 400
MAX_TOTAL = 30_000_000
MAX_DEPTH = 20


def require_folder(folder: Path) -> None:
    """Refuse a submission whose folder is not there, or is no folder."""
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
        raise nothing_there(folder)
    if not folder.is_dir():
        raise Refused(
            "not_a_file",
            text("{file}: se esperaba una carpeta. Quítelo y recoja la entrega de nuevo.", file=folder),
            folder.name,
        )


def files_of(folder: Path, ignored: Sequence[str]) -> list[str]:
    """Return every file below ``folder`` that nbgrader would copy, and the links, which are not followed."""
    found = list(islice(_walk(folder, ignored), MAX_FILES + 1))
    if len(found) > MAX_FILES:
        raise too_many(folder)
    return sorted(found)


def _walk(folder: Path, ignored: Sequence[str]) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        here = Path(place).relative_to(folder)
        if len(here.parts) > MAX_DEPTH:
            raise too_many(folder)
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(
            name for name in folders if name not in links and not any(fnmatch(name, glob) for glob in ignored)
        )
        for name in [*names, *links]:
            if not any(fnmatch(name, glob) for glob in ignored):
                yield (here / name).as_posix()


def content_of(path: Path, wanted: bool) -> bytes | None:
    """Return the bytes of a file, or None for what is no file; ``wanted`` ones are refused then."""
    try:
        kind = path.lstat()
    except OSError as failed:
        if failed.errno == errno.ENAMETOOLONG:  # folders in folders with long names
            raise too_many(path.parent) from failed
        raise
    if not stat.S_ISREG(kind.st_mode):
        if wanted:
            raise _no_file(path, stat.S_ISLNK(kind.st_mode))
        return None
    if not wanted and kind.st_nlink > 1:  # a second name of a file that may lie anywhere, and may be anybody's
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
        raise too_many(path.parent)
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
        return file.read(MAX_NOTEBOOK + 1)


def _no_file(path: Path, link: bool) -> Refused:
    if link:
        sentence = text(
            "{file}: es un enlace a otro archivo, y no se sigue. Pida a la persona el archivo mismo.", file=path
        )
        return Refused("link", sentence, path.name)
    sentence = text("{file}: no es un archivo. Quítelo y recoja la entrega de nuevo.", file=path)
    return Refused("not_a_file", sentence, path.name)


def too_many(folder: Path) -> Refused:
    """Say that more lies beside the notebook than is read."""
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


def nothing_there(folder: Path) -> Refused:
    """Say that nothing was handed in."""
    return Refused(
        "nothing", text("{folder}: no hay ninguna entrega. Recójala con «corredores collect».", folder=folder)
    )
