"""Files written so that whoever finds them finds them whole.

Nothing here waits for the disk itself: a file that a power cut took is found by its digest, and graded again.
"""

import hashlib
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def digest(content: bytes) -> str:
    """Return what tells a file's content from any other."""
    return hashlib.sha256(content).hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` aside, then put it in the place of ``path`` at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    try:
        _write(aside, content)
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


class Replacement:
    """A folder written aside, to be put at once in the place of another.

    A killed run may leave the new folder aside, or the old one; :meth:`recover` makes good what it left.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fresh = folder.with_name(f".{folder.name}.new")
        self._old = folder.with_name(f".{folder.name}.old")

    def recover(self) -> None:
        """Put the old folder back where a run was stopped before the new one was in its place, and clean up."""
        if self._old.exists() and not self.folder.exists():
            self._old.rename(self.folder)
        self._clear()

    def _clear(self) -> None:
        for left in (self._fresh, self._old):
            if left.exists():
                _remove(left)

    def write(self, files: Mapping[str, bytes], permissions: int) -> None:
        """Write the files of the new folder aside."""
        self._clear()
        try:
            for name, content in files.items():
                path = self._fresh / name
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, content)
                path.chmod(permissions)
        except BaseException:
            self._clear()
            with suppress(OSError):  # where it is empty, this run made it
                self.folder.parent.rmdir()
            raise

    def put(self) -> None:
        """Put the new folder in place."""
        if self.folder.exists():
            self.folder.rename(self._old)
        self._fresh.rename(self.folder)
        self._clear()


def contents(folder: Path) -> dict[str, str]:
    """Return the digest of every file below ``folder``; nothing where there is no folder."""
    return {
        path.relative_to(folder).as_posix(): digest(path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as failed:
        failed.filename = failed.filename or str(path)  # a full disk names no file
        raise


def _remove(folder: Path) -> None:
    for place, folders, names in os.walk(folder):
        for name in folders:
            (Path(place) / name).chmod(0o700)
        for name in names if os.name == "nt" else ():  # where what can only be read cannot be removed
            (Path(place) / name).chmod(0o600)
    shutil.rmtree(folder)
