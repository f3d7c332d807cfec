"""The cells of a submission, freed of every mark that a person or a program may have changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode

from corredores_graders.nbgrader_plugins.originals import new_cell

_KINDS = ("code", "markdown", "raw")


@dataclass(eq=False)
class Submitted:
    """A cell as it came: its text, and what it claims to be."""

    cell: NotebookNode
    claimed_id: str
    claimed_grade_id: str


def read_cell(cell: Mapping[str, Any], place: int) -> Submitted:
    """Return a clean cell: text and type stay, metadata and outputs go, its id is new.

    Outputs are what the trainee's machine wrote; the code is run again and writes its own. Metadata could forge marks,
    skip cells or hide them.
    """
    kind = cell.get("cell_type")
    known = str(kind) if kind in _KINDS else "raw"
    clean = new_cell(known, _text(cell.get("source", "")), f"submitted-{place}")
    if kind == "markdown" and (attachments := _pictures(cell.get("attachments"))):
        clean["attachments"] = attachments
    metadata = cell.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return Submitted(clean, str(cell.get("id", "")), str(grade_id or ""))


def _text(source: object) -> str:
    """Return what was written; half a character (a lone surrogate), which no file can hold, becomes a question mark."""
    written = "".join(str(line) for line in source) if isinstance(source, list) else str(source)
    return written.encode("utf-8", "replace").decode("utf-8")


def _pictures(attachments: object) -> dict[str, dict[str, str]]:
    """Return the pasted pictures, each with its kinds and their content; what has another form is left out."""
    if not isinstance(attachments, dict):
        return {}
    return {
        _text(name): {
            _text(kind): _text(content) for kind, content in kinds.items() if isinstance(content, (str, list))
        }
        for name, kinds in attachments.items()
        if isinstance(kinds, dict)
    }
