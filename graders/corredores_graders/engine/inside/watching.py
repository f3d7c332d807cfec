"""Bounds that no resource limit sets: what a child has written in all, and how many threads it runs.

Needed where the child's scratch folder is no file system of its own and its user is everybody's.
"""

import os
import select
import signal
import stat

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
    sizes = {**_written(folder, bounds.scratch_files), **_held_open(child)}
    if sum(sizes.values()) > bounds.scratch_bytes or len(sizes) > bounds.scratch_files:
        return "disk"
    try:
        threads = len(os.listdir(f"/proc/{child}/task"))
    except OSError:
        return ""
    return "threads" if threads > PROCESSES else ""


def _written(folder: str, most: int) -> dict[int, int]:
    """Return bytes on disk by inode of everything below ``folder``, no further than just over ``most`` entries."""
    sizes: dict[int, int] = {}
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            try:
                about = os.lstat(os.path.join(root, name))
            except OSError:
                continue
            sizes[about.st_ino] = about.st_blocks * 512
        if len(sizes) > most:
            break
    return sizes


def _held_open(child: int) -> dict[int, int]:
    """Return bytes on disk by inode of files that the child has open; a removed one is seen only so."""
    sizes: dict[int, int] = {}
    try:
        for name in os.listdir(f"/proc/{child}/fd"):
            about = os.stat(f"/proc/{child}/fd/{name}")
            if stat.S_ISREG(about.st_mode) and about.st_nlink == 0:
                sizes[about.st_ino] = about.st_blocks * 512
    except OSError:
        return sizes
    return sizes
