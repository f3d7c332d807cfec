"""What our preprocessors tell each other about the notebook that is being graded."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from corredores_graders.nbgrader_plugins.cell_names import CellName


class Happening(NamedTuple):
    """What happened to a cell while it ran."""

    what: str
    """``slow``: interrupted, it took too long; ``cut``: more output than is kept; ``ended``: the run ended there"""
    place: int
    """its place in the notebook, from 0"""


@dataclass
class GradingNotes:
    """Notes on one notebook, kept outside it, where the trainee's code cannot write."""

    sources: dict[CellName, str] = field(default_factory=dict)
    """released text of each check cell"""
    probes: dict[CellName, Any] = field(default_factory=dict)
    """inputs with which a function was tried; None where the exercise asks for none"""
    stopped: str = ""
    """name of what ended the run before its last cell"""
    ended: str = ""
    """why it ended there, in the engine's word: exit, killed, wall, memory, output, disk, cpu"""
    sandbox: str = ""
    """level at which the code ran: namespaces, landlock or none; empty where nobody said it"""
    seconds: float = 0.0
    """how long it ran"""
    happened: list[Happening] = field(default_factory=list)
    """what did not go its way while the cells ran, in their order"""

    def note(self, what: str, place: int) -> None:
        """Note once what happened in the cell at ``place`` of the notebook."""
        if Happening(what, place) not in self.happened:
            self.happened.append(Happening(what, place))


def notes_of(resources: dict[str, Any]) -> GradingNotes:
    """Return the notes of this run, made when first asked for."""
    notes = resources.setdefault("corredores_grading", GradingNotes())
    assert isinstance(notes, GradingNotes)
    return notes
