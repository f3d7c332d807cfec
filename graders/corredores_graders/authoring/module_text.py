"""Reading `module.md`: the cells of a module with their place in the file."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jupytext.myst import MystMetadataParsingError, myst_to_notebook
from nbformat import NotebookNode, ValidationError

from corredores_graders.authoring.errors import UnreadableText

HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class TextCell:
    """One cell as the author wrote it.

    ``line`` is the file line (from 1) of the first line of ``source``; ``context`` is the exercise's id or, outside
    of exercises, the id of the section, and tells a translator where a sentence stands.
    """

    kind: str
    source: str
    line: int
    exercise: str | None
    context: str
    metadata: dict[str, Any]


@dataclass(frozen=True)
class ModuleText:
    """A module's text in Spanish, as cells in order."""

    id: str
    path: Path
    cells: tuple[TextCell, ...]

    @property
    def title(self) -> str:
        """Return the first heading."""
        found = next((HEADING.search(cell.source) for cell in self.cells if cell.kind == "markdown"), None)
        return found.group(1) if found else self.id


def read_module(path: Path, module_id: str) -> ModuleText:
    """Read ``path``, a MyST Markdown notebook.

    Raises :class:`UnreadableText` where jupytext cannot parse the front matter or a cell's options.
    """
    content = path.read_text(encoding="utf-8")
    try:
        notebook = myst_to_notebook(content, add_source_map=True)
    except (MystMetadataParsingError, ValidationError) as error:
        reason = str(error).splitlines()[0]
        line = re.search(r"at line (\d+)", reason)
        raise UnreadableText(path, int(line.group(1)) if line else 1, reason) from error
    return ModuleText(module_id, path, tuple(_cells(notebook, content.splitlines())))


def _cells(notebook: NotebookNode, lines: list[str]) -> Iterator[TextCell]:
    section = "inicio"
    for cell, start in zip(notebook.cells, notebook.metadata["source_map"], strict=True):
        metadata = dict(cell.metadata)
        exercise = metadata.pop("exercise", None)
        if cell.cell_type == "markdown" and (headings := HEADING.findall(cell.source)):
            section = section_id(headings[0])
        first = _first_line(lines, start, cell.cell_type)
        yield TextCell(cell.cell_type, cell.source, first, exercise, exercise or section, metadata)


def _first_line(lines: list[str], start: int, kind: str) -> int:
    """Return the file line of a cell's first line; options and blank lines before it belong to no cell."""
    index = start
    while kind == "code" and lines[index].startswith(":"):
        index += 1
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index + 1


def section_id(heading: str) -> str:
    """Return the id of a section: its heading in lower case, without accents, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii").lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")
