"""Read the bundle that a notebook published: hostile data until it has passed here."""

import json
from typing import Any

from corredores.checking.encoding import LARGEST

MAX_BYTES = 2_000_000
MAX_DEPTH = 14
#: An unknown value takes at most so many times the room when it is kept.
_GROWTH = 12


class BadBundle(ValueError):
    """A bundle that is no answer: too large, too deep or of another form."""


def read_answers(bundle: object, exercise: str) -> dict[str, Any]:
    """Return the encoded answers by variable.

    Raises
    ------
    BadBundle
        When the bundle is not one that ``check(exercise)`` publishes.
    """
    if (
        not isinstance(bundle, dict)
        or bundle.get("exercise") != exercise
        or not isinstance(bundle.get("answers"), dict)
    ):
        raise BadBundle(f"no answers of {exercise}")
    answers: dict[str, Any] = bundle["answers"]
    try:
        size = len(json.dumps(answers, allow_nan=False))
    except (ValueError, RecursionError, TypeError):
        raise BadBundle("not plain values") from None
    if size > MAX_BYTES:
        raise BadBundle("too large")
    plain = {str(variable): _plain(value, 0) for variable, value in list(answers.items())[:20]}
    if size > MAX_BYTES // _GROWTH and len(json.dumps(plain)) > MAX_BYTES:
        raise BadBundle("too large")  # what is kept of it would be, when it is judged again
    return plain


def _plain(value: Any, depth: int) -> Any:
    """Let through only what the grammar of answers knows; anything else becomes an unreadable object."""
    if depth > MAX_DEPTH:
        raise BadBundle("too deep")
    if value is None:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value if abs(value) < LARGEST else {"inf": True}
    if isinstance(value, dict) and len(value) == 1:
        name, content = next(iter(value.items()))
        return _named(name, content, depth)
    return {"object": "unknown"}


def _named(name: str, content: Any, depth: int) -> Any:
    if name in ("text", "object") and isinstance(content, str):
        return {name: content[:4_000]}
    if name in ("nan", "inf", "not_available") and content is True:
        return {name: True}
    if name == "bool" and isinstance(content, bool):
        return {name: content}
    if name == "too_large" and isinstance(content, list) and len(content) == 2:
        return {name: [int(content[0]), int(content[1])] if all(isinstance(n, int) for n in content) else [0, 0]}
    if name == "list" and isinstance(content, list):
        return {name: [_plain(item, depth + 1) for item in content]}
    if (
        name == "mapping"
        and isinstance(content, list)
        and all(isinstance(pair, list) and len(pair) == 2 for pair in content)
    ):
        return {name: [[_plain(key, depth + 1), _plain(item, depth + 1)] for key, item in content]}
    if name == "function" and isinstance(content, list):
        return {name: [_call(result, depth) for result in content[:20]]}
    if name == "table" and isinstance(content, dict):
        return {name: _table(content, depth)}
    return {"object": "unknown"}


def _call(result: Any, depth: int) -> dict[str, Any]:
    if isinstance(result, dict) and "returned" in result:
        return {"returned": _plain(result["returned"], depth + 1)}
    raised = result.get("raised") if isinstance(result, dict) else None
    return {"raised": str(raised)[:60] if isinstance(raised, str) else "unknown"}


def _table(content: dict[str, Any], depth: int) -> dict[str, Any]:
    lists = {name: content.get(name) for name in ("index_names", "index", "columns", "rows")}
    if not all(isinstance(part, list) for part in lists.values()):
        raise BadBundle("a table without its parts")
    names, index, columns, rows = (lists[name] or [] for name in ("index_names", "index", "columns", "rows"))
    if len(index) != len(rows) or any(not isinstance(row, list) or len(row) != len(columns) for row in rows):
        raise BadBundle("a table whose rows differ in length")
    return {
        "index_names": [_plain(name, depth + 1) for name in names],
        "index": [_plain(label, depth + 1) for label in index],
        "columns": [_plain(label, depth + 1) for label in columns],
        "rows": [[_plain(cell, depth + 2) for cell in row] for row in rows],
    }
