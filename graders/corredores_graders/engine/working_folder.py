"""The files that lie beside a submitted notebook and go with it into the sandbox."""

import os
import stat
from pathlib import Path

MAX_FILES = 200
MAX_BYTES = 50_000_000


def files_beside(folder: Path, without: str = ".ipynb") -> dict[str, bytes]:
    """Return the plain files of ``folder`` and its subfolders by relative name, notebooks left out.

    Links are not followed; beyond :data:`MAX_FILES` files or :data:`MAX_BYTES` bytes the rest stays behind.
    """
    found: dict[str, bytes] = {}
    room = MAX_BYTES
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = Path(root, name)
            content = None if path.suffix == without or len(found) == MAX_FILES else _plain_content(path, room)
            if content is not None:
                found[path.relative_to(folder).as_posix()] = content
                room -= len(content)
    return found


def _plain_content(path: Path, room: int) -> bytes | None:
    try:
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    with open(opened, "rb") as file:
        about = os.fstat(file.fileno())
        return file.read() if stat.S_ISREG(about.st_mode) and about.st_size <= room else None
