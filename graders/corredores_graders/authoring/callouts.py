"""The one call-out of the dialect, drawn as a quotation where the reader's program knows no call-outs."""

from pathlib import Path

from corredores_graders.authoring.blocks import CALLOUT
from corredores_graders.authoring.errors import UnclosedCallout
from corredores_graders.authoring.module_text import TextCell


def as_quotations(source: str) -> str:
    """Return a Markdown cell with each ``:::{admonition} Title`` … ``:::`` as a block quotation."""
    lines: list[str] = []
    inside = False
    for line in source.split("\n"):
        opening = CALLOUT.match(line)
        if opening:
            inside = True
            lines += [f"> **{opening['title']}**", ">"]
        elif inside and line.strip() == ":::":
            inside = False
        else:
            lines.append(f"> {line}".rstrip() if inside else line)
    return "\n".join(lines)


def require_closed(cell: TextCell, path: Path) -> None:
    """Raise :class:`UnclosedCallout` where a call-out of ``cell`` opens and does not close."""
    opened: int | None = None
    for offset, line in enumerate(cell.source.split("\n")):
        if CALLOUT.match(line):
            if opened is not None:
                break
            opened = offset
        elif line.strip() == ":::":
            opened = None
    if opened is not None:
        raise UnclosedCallout(path, cell.line + opened)
