"""What a grade id says: ``m03-e2`` checks exercise e2, ``m03-e2-answer`` and ``m03-e9-written`` a person fills."""

from typing import Any, NamedTuple

from corredores_graders.authoring.grade_ids import cell_id


class CellName(NamedTuple):
    """A grade id, taken apart."""

    module: str
    exercise: str
    role: str
    """``check``, ``answer`` or ``written``; empty where authoring did not make the cell"""

    @property
    def exercise_id(self) -> str:
        """The exercise as a notebook calls it: ``m03.e2``."""
        return f"{self.module}.{self.exercise}"

    @property
    def cell_id(self) -> str:
        """The id that authoring gave the cell, which survives a copy of the metadata."""
        return cell_id(*self)


def read_grade_id(grade_id: str) -> CellName:
    """Take a grade id apart."""
    module, _, rest = grade_id.partition("-")
    exercise, _, role = rest.partition("-")
    return CellName(module, exercise, (role or "check") if exercise else "")


def checked_exercise(cell: Any) -> CellName | None:
    """Return which exercise a restored cell checks, or None."""
    marks = cell.metadata.get("nbgrader", {})
    if cell.cell_type != "code" or not marks.get("locked"):
        return None
    name = read_grade_id(marks["grade_id"])
    return name if name.role == "check" else None
