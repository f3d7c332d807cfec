"""Read the encoded answer of a part, by its kind."""

import re
from typing import Any

from corredores.checking.reference import PartSpec
from corredores.checking.scalars import (
    MISSING,
    Reading,
    describe,
    is_blank,
    plain_word,
    quoted,
    read_number,
    read_place,
)
from corredores.checking.tables import read_table
from corredores.language import text


def read_part(encoded: Any, spec: PartSpec, decimal_mark: str) -> Reading:
    """Return what ``encoded`` says as an answer to ``spec``."""
    if spec.kind == "value":
        return read_number(encoded, spec.unit, decimal_mark)
    if spec.kind == "place":
        return read_place(encoded)
    if spec.kind == "table":
        return read_table(encoded, spec, decimal_mark)
    if spec.kind == "function":
        return _read_calls(encoded, spec, decimal_mark)
    if spec.kind in ("choice", "order"):
        return _read_letters(encoded, spec)
    if spec.kind == "classification":
        return _read_cases(encoded, spec)
    return Reading("unreadable", said=describe(encoded), problem=text("Esta respuesta no se revisa aquí."))


def _read_calls(encoded: Any, spec: PartSpec, decimal_mark: str) -> Reading:
    if encoded is None:
        return MISSING
    if not isinstance(encoded, dict) or "function" not in encoded:
        problem = text("Aquí se espera una función: el nombre sin paréntesis, definida con «def».")
        return Reading("unreadable", said=describe(encoded), problem=problem)
    results = encoded["function"]
    raised = [str(result["raised"])[:40] for result in results if "raised" in result]
    if len(raised) == len(results):
        problem = text("Al llamarla con una matriz pequeña se detuvo con «{error}».", error=raised[0])
        return Reading("unreadable", said=text("una función"), problem=problem)
    readings = [read_number(result.get("returned"), spec.unit, decimal_mark) for result in results]
    if not any(reading.state == "read" for reading in readings):
        return Reading("unreadable", said=text("una función"), problem=text("Debe devolver un número con «return»."))
    said = next(reading.said for reading in readings if reading.state == "read")
    value = [reading.value if reading.state == "read" else None for reading in readings]
    return Reading("read", value, text("una función; con la primera matriz de prueba devuelve {result}", result=said))


def _read_letters(encoded: Any, spec: PartSpec) -> Reading:
    if is_blank(encoded):
        return MISSING
    parts = encoded.get("list", [encoded]) if isinstance(encoded, dict) else [encoded]
    words = [str(part["text"]) if isinstance(part, dict) and "text" in part else "" for part in parts]
    letters = re.sub(r"opci[oó]n|option|[\s,;.\-→>()/«»\"']+", "", "".join(words).lower())
    if (
        not letters
        or any(letter not in spec.letters for letter in letters)
        or (spec.kind == "choice" and len(letters) != 1)
    ):
        problem = text("Escriba solo letras entre comillas, de estas: {letters}.", letters=", ".join(spec.letters))
        said = quoted("".join(words)[:30]) if any(words) else describe(encoded)
        return Reading("unreadable", said=said, problem=problem)
    return Reading("read", letters, quoted(letters))


def _read_cases(encoded: Any, spec: PartSpec) -> Reading:
    if encoded is None or encoded == {"mapping": []}:
        return MISSING
    if not isinstance(encoded, dict) or "mapping" not in encoded:
        return Reading(
            "unreadable",
            said=describe(encoded),
            problem=text("Aquí se espera un diccionario: letra y clase de cada caso."),
        )
    classes = {plain_word(name): main for main, names in spec.aliases.items() for name in (main, *names)}
    cases: dict[str, str] = {}
    for key, value in encoded["mapping"]:
        if is_blank(value) or not isinstance(key, dict):
            continue
        case = plain_word(str(key.get("text", "")))
        word = plain_word(str(value.get("text", ""))) if isinstance(value, dict) else ""
        if case not in spec.letters or word not in classes:
            problem = text("Las clases se escriben así: {classes}.", classes=", ".join(map(quoted, spec.classes)))
            return Reading("unreadable", said=quoted(f"{case[:20]}: {word[:30]}"), problem=problem)
        cases[case] = classes[word]
    if not cases:
        return MISSING
    return Reading("read", cases, text("casos clasificados: {count}", count=len(cases)))
