"""A disk of a few megabytes, in a view of the file system that only its own processes have."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MEGABYTES = 64
_PAGE = 4096


class SmallDisk:
    """A disk that can be filled to its last page."""

    def __init__(self, process: int, mounted: Path, within: list[str]) -> None:
        self.inside, self.within = mounted, within
        self.outside = Path(f"/proc/{process}/root{mounted}")
        self._ballast = self.outside / "ballast"

    def fill(self) -> None:
        """Leave no room at all."""
        file = os.open(self._ballast, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for size in (1 << 20, _PAGE):
            try:
                while os.write(file, b"\0" * size) == size:
                    pass
            except OSError:
                continue
        os.close(file)
        assert os.statvfs(self.outside).f_bavail == 0

    def free(self) -> None:
        """Make room again."""
        self._ballast.unlink()


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Mount a small disk at ``folder``; where that may not be done, the test is skipped by name."""
    folder.mkdir()
    own = [] if os.getuid() == 0 else ["--user", "--map-root-user"]
    if not shutil.which("unshare") or not shutil.which("nsenter"):
        pytest.skip("small disk: unshare and nsenter are not installed")
    mount = f'mount -t tmpfs -o size={MEGABYTES}m small "$1" && echo mounted && exec sleep 1000'
    holder = subprocess.Popen(
        ["unshare", *own, "--mount", "sh", "-c", mount, "sh", str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    try:
        if holder.stdout.readline() != "mounted\n":
            pytest.skip("small disk: this user may not mount one")
        enter = ["nsenter", f"--target={holder.pid}", "--mount", *(["--user", "--preserve-credentials"] if own else [])]
        yield SmallDisk(holder.pid, folder, [*enter, "--"])
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()
