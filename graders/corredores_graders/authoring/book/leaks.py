"""Looking through a built site for what a reader must not see: solutions and the digests of check files."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from nbformat import NotebookNode

READ_AS_TEXT = frozenset({".html", ".js", ".json", ".css", ".svg", ".txt", ".md", ".ipynb", ".xml"})
SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
#: Characters: shorter lines (`rows = []`, `)`) are said everywhere.
LEAST = 12
DIGEST = re.compile(r"[0-9A-Za-z+/=_-]{12,}")


def solution_lines(source: NotebookNode) -> set[str]:
    """Return the lines of a source notebook that only its solutions say, without spaces.

    A line that also stands, or begins to, in a worked example is the example's.
    """
    shown = _squeezed("\n".join(SOLUTION.sub("", cell.source) for cell in source.cells))
    lines = {
        _squeezed(line)
        for cell in source.cells
        for block in SOLUTION.findall(cell.source)
        for line in block.splitlines()
    }
    return {line for line in lines if len(line) >= LEAST and line not in shown}


def digests(check_file: Path) -> set[str]:
    """Return the strings of a check file that are no sentence: keys and salted digests."""
    found: set[str] = set()
    pending = [json.loads(check_file.read_text(encoding="utf-8"))]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            pending += value.values()
        elif isinstance(value, list):
            pending += value
        elif isinstance(value, str) and DIGEST.fullmatch(value) and any(sign.isdigit() for sign in value):
            found.add(value)
    return found


def leaks(site: Path, secrets: set[str]) -> Iterator[str]:
    """Yield ``file: secret`` for each of ``secrets`` that a file of ``site`` says, in or between its tags."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in READ_AS_TEXT:
            content = path.read_text(encoding="utf-8", errors="replace")
            squeezed = _squeezed(unescape(TAG.sub("", content))) + _squeezed(content)
            yield from (f"{path.relative_to(site)}: {secret}" for secret in sorted(secrets) if secret in squeezed)


def _squeezed(content: str) -> str:
    return "".join(content.split())
