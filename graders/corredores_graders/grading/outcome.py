"""What became of a submission, as the table, the report and the ledger tell it."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Trouble(NamedTuple):
    """What did not go its way while a submission ran."""

    what: str
    """``slow``, ``cut`` or ``ended``, as :class:`~corredores_graders.nbgrader_plugins.grading_notes.Happening` says"""
    notebook: str
    cell: int
    """which code cell, from 1"""
    exercise: str
    """the exercise whose check comes next, such as ``m03.e6``; empty below the last check"""


@dataclass
class GradeResult:
    """What became of one submission."""

    trainee: str
    ok: bool
    reason: str = ""
    """why it was not graded and what to do, empty where it was"""
    score: float | None = None
    """points by machine and by hand, as the gradebook has them"""
    max_score: float | None = None
    state: str = "graded"
    """``graded`` now, ``unchanged`` since it was graded, ``refused`` for what it is, ``failed`` for what happened"""
    cause: str = ""
    """name of the reason"""
    file: str = ""
    """what the reason is about"""
    pair: str = ""
    """corridor of the class list"""
    language: str = ""
    troubles: list[Trouble] = field(default_factory=list)
    ended: str = ""
    """how the run ended before its last cell, in the engine's word"""
    left_out: list[str] = field(default_factory=list)
    """files that were not looked at"""
    missing: list[str] = field(default_factory=list)
    """notebooks that were not handed in"""
    seconds: float = 0.0
    """how long the trainee's code ran"""
    sandbox: str = ""
    """level at which it ran"""
    graded_at: str = ""
    """when, for people to read; nothing is decided by it"""
    pending: bool = False
    """whether a part waits for a person's mark"""
    answered: dict[str, str] = field(default_factory=dict)
    """versions of keys and data of the release that was answered"""
    other_keys: bool = False
    """whether it was judged with other keys or data than the present ones"""
    other_release: list[str] = field(default_factory=list)
    """``keys``, ``data``: what in the release that was answered is not the present one"""

    def kept(self) -> dict[str, Any]:
        """Return what the ledger keeps of it, to tell it again where nothing changed."""
        return {
            "troubles": [list(trouble) for trouble in self.troubles],
            "ended": self.ended,
            "left_out": self.left_out,
            "missing": self.missing,
            "seconds": round(self.seconds, 3),
            "sandbox": self.sandbox,
            "graded_at": self.graded_at,
            "answered": self.answered,
        }
