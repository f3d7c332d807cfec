"""Looking through a built site for what a reader must not see: solutions and the digests of check files."""

import json
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html import unescape
from pathlib import Path

from nbformat import NotebookNode

READ_AS_TEXT = frozenset({".html", ".js", ".json", ".css", ".svg", ".txt", ".md", ".ipynb", ".xml"})
SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
#: Characters: shorter lines (`rows = []`, `)`) are said everywhere.
LEAST = 12
#: What `corredores.checking.digests` writes; one of digits alone could be any number of persons.
DIGEST = re.compile(r"(?=[0-9]*[a-f])[0-9a-f]{8}")
WORD = re.compile(r"[0-9A-Za-z]+")


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
    """Return the salted digests of a check file, of answers and of the rows of tables."""
    references = json.dumps(json.loads(check_file.read_text(encoding="utf-8"))["references"])
    return {word for word in WORD.findall(references) if DIGEST.fullmatch(word)}


def leaks(site: Path, lines: set[str], digested: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """Yield ``file: secret`` for each solution line or digest that a file of ``site`` says.

    A line is looked for without spaces, in the text and between its tags; a digest as a word of its own.
    """
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in READ_AS_TEXT:
            content = path.read_text(encoding="utf-8", errors="replace")
            squeezed = _squeezed(unescape(TAG.sub("", content))) + _squeezed(content)
            found = {line for line in lines if line in squeezed} | (digested & set(WORD.findall(content)))
            yield from (f"{path.relative_to(site)}: {secret}" for secret in sorted(found))


def _squeezed(content: str) -> str:
    return "".join(content.split())
