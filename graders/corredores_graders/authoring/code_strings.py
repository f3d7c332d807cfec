"""The sentences that a code cell holds in quotation marks, as a model answer in words does."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

#: Three words in a row; file names, codes, column names and the classes of a classification are none.
SENTENCE = re.compile(r"[^\W\d_]+,? [^\W\d_]+,? [^\W\d_]+")
LITERAL = re.compile(r"""(?P<opening>[fF]?(?P<quote>["']))(?P<text>(?:(?!(?P=quote)).)+)(?P=quote)""")


@dataclass(frozen=True)
class CodeString:
    """A sentence between quotation marks; ``line`` counts from 0, ``start`` and ``end`` are columns in that line.

    In an f-string the ``text`` keeps its ``{placeholders}``.
    """

    text: str
    line: int
    start: int
    end: int


def code_strings(source: str) -> list[CodeString]:
    """Return the sentences of a code cell, in order; a cell that is no Python has none."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    lines = source.split("\n")
    found = (_sentence(node, lines) for node in _literals(tree))
    return sorted((string for string in found if string), key=lambda string: (string.line, string.start))


def _literals(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the strings of ``node``; what an f-string is made of belongs to it."""
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
    else:
        for child in ast.iter_child_nodes(node):
            yield from _literals(child)


def _sentence(node: ast.expr, lines: list[str]) -> CodeString | None:
    if node.end_lineno != node.lineno or node.end_col_offset is None:
        return None
    encoded = lines[node.lineno - 1].encode()  # ast counts bytes
    before, literal = (encoded[: node.col_offset].decode(), encoded[node.col_offset : node.end_col_offset].decode())
    match = LITERAL.fullmatch(literal)
    if not match or not SENTENCE.search(match["text"]):
        return None
    start = len(before) + len(match["opening"])
    return CodeString(match["text"], node.lineno - 1, start, start + len(match["text"]))


def translate_strings(source: str, translate: Callable[[str], str]) -> str:
    """Return a code cell with its sentences passed through ``translate``; the code stays as it is."""
    lines = source.split("\n")
    for string in reversed(code_strings(source)):
        line = lines[string.line]
        lines[string.line] = line[: string.start] + translate(string.text) + line[string.end :]
    return "\n".join(lines)
