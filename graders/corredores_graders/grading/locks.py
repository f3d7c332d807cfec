"""One grader a submission: a lock that names its holder and goes with it, however it ends."""

import json
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Busy(Exception):
    """Somebody else grades this submission; the message names who."""


class Lock:
    """The right to grade one submission, until it is released or the process ends.

    Raises
    ------
    Busy
        When another process has it.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._file)
        except OSError as taken:
            os.close(self._file)
            raise Busy(_holder(path)) from taken
        holder = json.dumps({"process": os.getpid(), "machine": socket.gethostname()}).encode()
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, holder, 0) if hasattr(os, "pwrite") else os.write(self._file, holder)

    def release(self) -> None:
        """Give the right back."""
        os.close(self._file)

    def __enter__(self) -> "Lock":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _take(file: int) -> None:
    if sys.platform == "win32":
        os.lseek(file, 1 << 20, os.SEEK_SET)  # beyond the holder's name, which others may read
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(path: Path) -> str:
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads(path.read_bytes())
        return f"{int(said['process'])}, {str(said['machine'])[:80]}"
    return "?"
