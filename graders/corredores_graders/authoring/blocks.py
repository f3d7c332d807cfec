"""The units of translation: blocks of Markdown between blank lines, and comments of code cells."""

import io
import re
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

CALLOUT = re.compile(r"^(?P<opening>:::+\{admonition\}\s+)(?P<title>.*\S)\s*$")
FENCE = re.compile(r"^\s*(?P<mark>```+|~~~+|\$\$)")
MARKER = re.compile(r"^\s*(:::+|### (BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)|<!--.*-->)\s*$")
WORD = re.compile(r"[^\W\d_]{2}")
#: A word inside a formula, as in `\text{número efectivo}`.
WORD_IN_MATHS = re.compile(r"\\text\{[^}]*[^\W\d_]{2}")


@dataclass(frozen=True)
class Block:
    """A piece of a cell: ``prefix`` is kept, ``text`` is translated where ``translatable``.

    ``line`` counts from 0 inside the cell.
    """

    text: str
    line: int
    translatable: bool
    prefix: str = ""


def markdown_blocks(source: str) -> Iterator[Block]:
    r"""Cut a Markdown cell into blocks; joined by newlines, their prefixes and texts give the cell again.

    A line of maths is translated where it has words of its own in ``\text{}``.
    """
    paragraph: list[str] = []
    fence = ""
    lines = source.split("\n")
    for number, line in enumerate([*lines, ""]):
        literal = bool(fence) or not line.strip() or _stands_alone(line)
        if paragraph and literal:
            content = "\n".join(paragraph)
            yield Block(content, number - len(paragraph), bool(WORD.search(content)))
            paragraph = []
        if number == len(lines):
            return
        fence = _fence_after(fence, line)
        callout = CALLOUT.match(line)
        if callout and not fence:
            yield Block(callout["title"], number, True, callout["opening"])
        elif literal or fence:
            in_maths = fence == "$$" or line.lstrip().startswith("$$")
            yield Block(line, number, in_maths and bool(WORD_IN_MATHS.search(line)))
        else:
            paragraph.append(line)


def _stands_alone(line: str) -> bool:
    return bool(CALLOUT.match(line) or FENCE.match(line) or MARKER.match(line))


def _fence_after(fence: str, line: str) -> str:
    """Return the mark of the code or maths block that is open after ``line`` ("" for none)."""
    if fence:
        closed = line.rstrip().endswith("$$") if fence == "$$" else line.strip() == fence
        return "" if closed else fence
    match = FENCE.match(line)
    if not match:
        return ""
    on_one_line = len(line.strip()) > len(match["mark"]) and line.rstrip().endswith(match["mark"])
    return "" if on_one_line else match["mark"]


def translate_markdown(source: str, translate: Callable[[str], str]) -> str:
    """Return a Markdown cell with every translatable block passed through ``translate``."""
    return "\n".join(
        block.prefix + (translate(block.text) if block.translatable else block.text)
        for block in markdown_blocks(source)
    )


@dataclass(frozen=True)
class Comment:
    """Consecutive comment lines of a code cell, or one comment after code.

    ``first`` and ``last`` are line numbers from 0, ``column`` is where the ``#`` stands, ``alone`` says
    that no code stands before it.
    """

    text: str
    first: int
    last: int
    column: int
    alone: bool


def code_comments(source: str) -> list[Comment]:
    """Return the comments of a code cell that a person reads, nbgrader's markers left out."""
    found: list[Comment] = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT or token.string.startswith("##"):
            continue
        content = token.string.removeprefix("#").strip()
        row, column = token.start[0] - 1, token.start[1]
        alone = not token.line[:column].strip()
        previous = found[-1] if found else None
        if previous and alone and previous.alone and (previous.last, previous.column) == (row - 1, column):
            found[-1] = replace(previous, text=f"{previous.text}\n{content}", last=row)
        else:
            found.append(Comment(content, row, row, column, alone))
    return [comment for comment in found if WORD.search(comment.text)]


def translate_comments(source: str, translate: Callable[[str], str]) -> str:
    """Return a code cell with its comments passed through ``translate``; the code stays as it is."""
    lines = source.split("\n")
    for comment in reversed(code_comments(source)):
        before = lines[comment.first][: comment.column]
        first, *more = translate(comment.text).split("\n")
        translated = [f"{before}# {first}", *(f"{' ' * comment.column}# {line}".rstrip() for line in more)]
        lines[comment.first : comment.last + 1] = translated
    return "\n".join(lines)
