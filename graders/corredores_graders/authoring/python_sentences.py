"""The sentences of the packages themselves: every ``text("…")`` and ``N_("…")`` in their Python."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from corredores_graders.authoring.errors import BuiltSentence
from corredores_graders.authoring.extraction import Found

MARKERS = frozenset({"text", "N_"})


def extract_python(file: BinaryIO, _keywords: Any, _tags: Any, options: Any) -> Iterator[Found]:
    """Yield the literal sentences of a module, for Babel, in their order.

    Babel's own extractor reads tokens, and up to Python 3.11 an f-string is one token: it passes over a ``text("…")``
    inside ``f"{…}"``. Raises :class:`BuiltSentence` where a sentence is an f-string, which no catalogue could hold.
    """
    calls = [node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call) and node.args]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        sentence = call.args[0]
        if name in MARKERS and isinstance(sentence, ast.JoinedStr):
            raise BuiltSentence(Path(file.name), sentence.lineno)
        if name in MARKERS and isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
            yield call.lineno, name, sentence.value, []
