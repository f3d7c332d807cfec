"""What was graded, and from what: an entry a submission, written last, so that a run that stopped is taken up again.

Nothing is decided by a time: what was graded is known by its content.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corredores_graders.grading.files import contents, write_whole

FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """What the ledger has of one submission."""

    depends: Mapping[str, str] = field(default_factory=dict)
    """digests of what the grade follows from: submission, release, trainee"""
    versions: Mapping[str, str] = field(default_factory=dict)
    """of keys and data with which it was judged; with others ``corredores rejudge`` says what would move"""
    written: Mapping[str, str] = field(default_factory=dict)
    """digest of each file of the graded folder"""
    grades: Mapping[str, float | None] = field(default_factory=dict)
    """what the machine gave, by notebook and cell"""
    result: Mapping[str, Any] = field(default_factory=dict)
    """what the report tells of it"""
    refused: Mapping[str, str] = field(default_factory=dict)
    """why the submission that lies there could not be graded: cause, file, reason; empty where it was"""


class Ledger:
    """The entries of an assignment, a file each."""

    def __init__(self, root: Path, assignment: str) -> None:
        self.folder = root / ".grading" / assignment

    def lock_path(self, trainee: str) -> Path:
        """Return the file by which graders keep out of each other's way."""
        return self.folder / f"{trainee}.lock"

    def read(self, trainee: str) -> Entry:
        """Return the entry of a trainee; an empty one where there is none that can be read."""
        try:
            said = json.loads(self._path(trainee).read_bytes())
            return Entry(**said["entry"]) if said["format"] == FORMAT else Entry()
        except (OSError, ValueError, KeyError, TypeError):
            return Entry()

    def write(self, trainee: str, entry: Entry) -> None:
        """Write the entry of a trainee, whole or not at all."""
        said = {"format": FORMAT, "entry": vars(entry)}
        write_whole(self._path(trainee), json.dumps(said, sort_keys=True).encode())

    def forget(self, trainee: str) -> None:
        """Let the next run grade this submission anew."""
        self._path(trainee).unlink(missing_ok=True)

    def note_refusal(self, trainee: str, **refused: str) -> None:
        """Note why the submission that lies there cannot be graded, or, without words, that it was.

        What was graded before it stays graded.
        """
        entry = self.read(trainee)
        if dict(entry.refused) != refused:
            self.write(trainee, replace(entry, refused=refused))

    def refused(self) -> dict[str, Entry]:
        """Return the entries of those whose submission could not be graded, by trainee."""
        names = sorted(path.stem for path in self.folder.glob("*.json") if not path.name.startswith("."))
        entries = {name: self.read(name) for name in names}
        return {name: entry for name, entry in entries.items() if entry.refused}

    def _path(self, trainee: str) -> Path:
        return self.folder / f"{trainee}.json"


def why_grade(
    entry: Entry, depends: Mapping[str, str], graded: Path, grades: Mapping[str, float | None], force: bool
) -> str:
    """Return in a word why a submission is to be graded, or nothing where it is graded and nothing changed.

    ``new``, ``forced``, ``submission``, ``release``, ``trainee`` (what changed), ``files`` or ``gradebook`` (what was
    written is not there any more).
    """
    if force:
        return "forced"
    if not entry.depends:
        return "new"
    changed = next((name for name, now in depends.items() if entry.depends.get(name) != now), "")
    if changed:
        return changed
    if contents(graded) != dict(entry.written):
        return "files"
    return "" if dict(grades) == dict(entry.grades) else "gradebook"
