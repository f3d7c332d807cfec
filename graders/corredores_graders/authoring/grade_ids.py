"""The names by which nbgrader, the judge and the restorer know a module's cells."""

import hashlib


def answer_id(module: str, exercise: str) -> str:
    """Return the grade id of an exercise's answer cell: ``m03-e2-answer``."""
    return f"{module}-{exercise}-answer"


def check_id(module: str, exercise: str) -> str:
    """Return the grade id of an exercise's check cell: ``m03-e2``."""
    return f"{module}-{exercise}"


def written_id(module: str, exercise: str) -> str:
    """Return the grade id of an exercise's written answer: ``m03-e9-written``."""
    return f"{module}-{exercise}-written"


def cell_id(module: str, place: str, role: str) -> str:
    """Return a cell's id: 12 hexadecimal digits of the hash of module, exercise or index, and role.

    The id depends on no text, so that it is the same in every language and survives an edit of the cell.
    """
    return hashlib.sha256(f"{module}/{place}/{role}".encode()).hexdigest()[:12]
