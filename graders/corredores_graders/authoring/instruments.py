"""An instrument of a module (`instruments/I-03.toml`): its sentences, and the same instrument in another language."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

#: Keys whose values are for the program; every other text of an instrument is read by a person.
MACHINE_KEYS = frozenset({"id", "key", "kind", "unit", "module", "exercise", "pattern", "version", "language", "role"})

#: A text with a word in it; "2024", "34,7 %" and NO_DISPONIBLE are the same in every language.
SENTENCE = re.compile(r"[a-záéíóúñ]{2}")


def read_instrument(path: Path, translate: Callable[[str], str] = str) -> dict[str, Any]:
    """Read an instrument, its sentences passed through ``translate``."""
    translated: dict[str, Any] = _translated(tomllib.loads(path.read_text(encoding="utf-8")), translate)
    return translated


def sentences(instrument: dict[str, Any]) -> Iterator[str]:
    """Yield the sentences of an instrument that a person reads, in order."""
    found: list[str] = []

    def note(sentence: str) -> str:
        found.append(sentence)
        return sentence

    _translated(instrument, note)
    yield from found


def _translated(value: Any, translate: Callable[[str], str], key: str = "") -> Any:
    if key in MACHINE_KEYS:
        return value
    if isinstance(value, dict):
        return {name: _translated(inner, translate, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_translated(inner, translate, key) for inner in value]
    return translate(value) if isinstance(value, str) and SENTENCE.search(value) else value
