"""What our preprocessors tell each other about the notebook that is being graded."""

from dataclasses import dataclass, field
from typing import Any

from corredores_graders.nbgrader_plugins.cell_names import CellName


@dataclass
class GradingNotes:
    """Notes on one notebook, kept outside it, where the trainee's code cannot write."""

    sources: dict[CellName, str] = field(default_factory=dict)
    """released text of each check cell"""
    probes: dict[CellName, Any] = field(default_factory=dict)
    """inputs with which a function was tried; None where the exercise asks for none"""
    stopped: str = ""
    """name of what ended the run before its last cell"""


def notes_of(resources: dict[str, Any]) -> GradingNotes:
    """Return the notes of this run, made when first asked for."""
    notes = resources.setdefault("corredores_grading", GradingNotes())
    assert isinstance(notes, GradingNotes)
    return notes
