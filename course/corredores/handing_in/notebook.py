"""A trainee's notebook as it lies on disk: its answer cells by exercise, and the corridor code typed in it."""

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corredores.command_error import CommandError
from corredores.language import SOURCE, text

_GRADE_ID = re.compile(r"(?P<module>m\d\d)-(?P<exercise>[a-z]\d+)(?P<role>-\w+)?")


class UnreadableNotebook(CommandError):
    """The file is no Jupyter notebook: not JSON, or without cells."""


@dataclass(frozen=True)
class Notebook:
    """The bytes of a notebook and what they say."""

    path: Path
    content: bytes
    cells: tuple[dict[str, Any], ...]

    @property
    def saved(self) -> datetime:
        """When the file was last written, UTC."""
        return datetime.fromtimestamp(self.path.stat().st_mtime, UTC)

    @property
    def sha256(self) -> str:
        """Checksum of the file, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def answer_cells(self) -> dict[str, dict[str, Any]]:
        """The cell that a person fills for each exercise (``"e2"``), in the order of the notebook.

        A written answer stands apart from its exercise's code, as ``"e9-written"``.
        """
        found = {}
        for cell in self.cells:
            if exercise_of(cell) and cell["metadata"]["nbgrader"].get("solution"):
                written = "-written" if cell.get("cell_type") == "markdown" else ""
                found[exercise_of(cell) + written] = cell
        return found

    @property
    def corridor_code(self) -> str:
        """The code that the trainee typed into ``my_corridor("…")``, or nothing."""
        typed = re.search(r"""my_corridor\(\s*["']([^"']*)["']""", "\n".join(map(source_of, self.cells)))
        return typed.group(1).strip() if typed else ""


def assignment_name(module: str, language: str) -> str:
    """Return the nbgrader assignment of a module in a language: ``m03`` in Spanish, ``m03-en`` in English."""
    return module if language == SOURCE else f"{module}-{language}"


def read_notebook(path: Path) -> Notebook:
    """Return the notebook at ``path``.

    Raises
    ------
    UnreadableNotebook
        When it is not JSON (cut short in a copy, or saved by another program) or has no cells.
    """
    return parse_notebook(path, path.read_bytes())


def parse_notebook(path: Path, content: bytes) -> Notebook:
    """Return the notebook that ``content`` holds; ``path`` is what its errors name."""
    try:
        cells = json.loads(content)["cells"]
        if not all(isinstance(cell, dict) for cell in cells):
            raise TypeError("cells")
    except (ValueError, KeyError, TypeError, RecursionError) as unreadable:
        raise UnreadableNotebook(
            text(
                "{file} no es un cuaderno de Jupyter legible: el archivo está cortado o lo guardó otro programa. "
                "Ábralo en JupyterLab, guárdelo y repita la orden.",
                file=path,
            )
        ) from unreadable
    return Notebook(path, content, tuple(cells))


def source_of(cell: dict[str, Any]) -> str:
    """Return the text of a cell, which the format allows to be one string or a list of lines."""
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def exercise_of(cell: dict[str, Any]) -> str:
    """Return the exercise (``"e2"``) that a cell belongs to, by its grade id, or nothing."""
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id", "") if isinstance(nbgrader, dict) else ""
    found = _GRADE_ID.fullmatch(str(grade_id))
    return found["exercise"] if found else ""


def is_as_released(cell: dict[str, Any]) -> bool:
    """Say whether an answer cell is still the one that was released, by the checksum that nbgrader left in it."""
    marks = cell["metadata"]["nbgrader"]
    parts = [
        source_of(cell),
        cell.get("cell_type"),
        *(bool(marks.get(name)) for name in ("grade", "solution", "locked")),
    ]
    parts += [marks["grade_id"], *([float(marks["points"])] if marks.get("grade") else [])]
    return (
        str(marks.get("checksum")) == hashlib.md5("".join(map(str, parts)).encode(), usedforsecurity=False).hexdigest()
    )
