"""Whole answers kept on disk, so that an interrupted download goes on instead of beginning again."""

import hashlib
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HALF_A_DAY = 12 * 60 * 60


@dataclass(frozen=True)
class KeptAnswers:
    """A folder with an answer a file; an older one may be of another edition and is not used."""

    folder: Path
    seconds: float = HALF_A_DAY

    def recall(self, address: str) -> bytes | None:
        """Return the answer kept for ``address``, or None."""
        path = self._path(address)
        if not path.is_file() or time.time() - path.stat().st_mtime > self.seconds:
            return None
        return path.read_bytes()

    def keep(self, address: str, content: bytes) -> None:
        """Keep a whole answer."""
        write_whole(self._path(address), content)

    def forget(self, addresses: Iterable[str]) -> None:
        """Drop answers that do not fit together, so that the next run asks anew."""
        for address in addresses:
            self._path(address).unlink(missing_ok=True)

    def forget_all(self) -> None:
        """Drop every answer."""
        for path in self.folder.glob("*"):
            path.unlink()

    def _path(self, address: str) -> Path:
        return self.folder / hashlib.sha256(address.encode("utf-8")).hexdigest()[:32]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all, whenever the writing is interrupted."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beginning = path.with_name(f".{path.name}.new")
    beginning.write_bytes(content)
    os.replace(beginning, path)
