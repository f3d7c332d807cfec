"""Bounds that no resource limit sets: what a child has written in all, and how many threads it runs.

Needed where the child's scratch folder is no file system of its own and its user is everybody's.
"""

import os
import secrets
import select
import signal
import stat
from contextlib import suppress

from .limits import PROCESSES, Bounds

SECONDS_BETWEEN_LOOKS = 0.05


def watch(pidfd: int, child: int, folder: str, bounds: Bounds) -> str:
    """Wait for the child; end it where it passes a bound, and say which: ``disk``, ``threads`` or nothing."""
    ended = select.poll()
    ended.register(pidfd, select.POLLIN)
    while not ended.poll(SECONDS_BETWEEN_LOOKS * 1000):
        why = _excess(child, folder, bounds)
        if why:
            signal.pidfd_send_signal(pidfd, signal.SIGKILL)
            return why
    return ""


def _excess(child: int, folder: str, bounds: Bounds) -> str:
    try:
        sizes = {**_written(folder, bounds.scratch_files), **_held_open(child)}
    except OSError:  # a folder closed to us, or too deep for a path: what cannot be counted is too much
        return "disk"
    if sum(sizes.values()) > bounds.scratch_bytes or len(sizes) > bounds.scratch_files or _mapped(child, folder):
        return "disk"
    try:
        threads = len(os.listdir(f"/proc/{child}/task"))
    except OSError:
        return ""
    return "threads" if threads > PROCESSES else ""


def _written(folder: str, most: int) -> dict[int, int]:
    """Return bytes on disk by inode of everything below ``folder``, no further than just over ``most`` entries.

    Raises
    ------
    OSError
        When a folder cannot be looked into.
    """
    sizes: dict[int, int] = {}
    waiting = [folder]
    while waiting and len(sizes) <= most:
        try:
            entries = os.scandir(waiting.pop())
        except (FileNotFoundError, NotADirectoryError):  # gone meanwhile
            continue
        with entries:
            for entry in entries:
                with suppress(FileNotFoundError):
                    about = entry.stat(follow_symlinks=False)
                    sizes[about.st_ino] = about.st_blocks * 512
                    if stat.S_ISDIR(about.st_mode):
                        waiting.append(entry.path)
    return sizes


def _held_open(child: int) -> dict[int, int]:
    """Return bytes on disk by inode of files that the child has open; a removed one is seen only so."""
    sizes: dict[int, int] = {}
    with suppress(FileNotFoundError, PermissionError):  # it has ended
        for name in os.listdir(f"/proc/{child}/fd"):
            with suppress(FileNotFoundError):
                about = os.stat(f"/proc/{child}/fd/{name}")
                if stat.S_ISREG(about.st_mode) and about.st_nlink == 0:
                    sizes[about.st_ino] = about.st_blocks * 512
    return sizes


def _mapped(child: int, folder: str) -> bool:
    """Return whether a removed file lives on in a mapping; nobody could say how large it is."""
    try:
        with open(f"/proc/{child}/maps", encoding="utf-8", errors="replace") as mappings:
            return any(line.endswith("(deleted)\n") and folder in line for line in mappings)
    except OSError:
        return False


def remove(folder: str) -> None:
    """Remove the folder of a child that has ended: what lies deep is lifted up, so that no path is too long."""
    while inner := [entry.path for entry in os.scandir(folder)]:
        for path in inner:
            if os.path.islink(path) or not os.path.isdir(path):
                os.unlink(path)
                continue
            os.chmod(path, 0o700)
            for entry in list(os.scandir(path)):
                if entry.is_dir(follow_symlinks=False):
                    os.chmod(entry.path, 0o700)  # moving a folder writes in it
                os.rename(entry.path, f"{folder}/{secrets.token_hex(16)}")  # a name that nobody has put there before
            os.rmdir(path)
    os.rmdir(folder)
