"""Read and compare a form: an instrument filled in, field by field, some fields against the figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corredores.checking.comparing import Match, compare
from corredores.checking.reference import MistakeReference, PartReference, PartSpec
from corredores.checking.scalars import (
    MISSING,
    Reading,
    describe,
    is_blank,
    is_not_available,
    plain_word,
    read_number,
    read_place,
)
from corredores.language import text


@dataclass(frozen=True)
class FieldProblem:
    """The first field that still needs something, and what."""

    label: str
    sentence: str
    mistake: MistakeReference | None = None


def read_form(encoded: Any) -> Reading:
    """Read a form as a mapping of field to encoded value."""
    if encoded is None:
        return MISSING
    if not isinstance(encoded, dict) or "mapping" not in encoded:
        return Reading(
            "unreadable",
            said=describe(encoded),
            problem=text("Aquí se espera la ficha: un diccionario con sus campos."),
        )
    fields = {str(key["text"]): value for key, value in encoded["mapping"] if isinstance(key, dict) and "text" in key}
    if all(is_blank(value) for value in fields.values()):
        return MISSING
    filled = sum(not is_blank(value) for value in fields.values())
    return Reading("read", fields, text("una ficha con {filled} campos llenos", filled=filled))


def compare_form(
    fields: Mapping[str, Any], spec: PartSpec, reference: PartReference, salt: str, decimal_mark: str
) -> tuple[Match, FieldProblem | None]:
    """Return how many fields are in order and the first problem."""
    right = 0
    first: FieldProblem | None = None
    for declared in spec.fields:
        problem = _field_problem(fields.get(str(declared["key"])), declared, reference, salt, decimal_mark)
        right += problem is None
        first = first or problem
    return Match(right, len(spec.fields)), first


def _field_problem(
    encoded: Any, declared: Mapping[str, Any], reference: PartReference, salt: str, decimal_mark: str
) -> FieldProblem | None:
    key, label = str(declared["key"]), str(declared["label"])
    if is_blank(encoded):
        needed = declared.get("required", True)
        return FieldProblem(label, _empty(key, declared, reference)) if needed else None
    expected = reference.right["fields"].get(key)
    if declared.get("kind") == "place":
        reading = read_place(encoded)
    elif declared.get("kind") in ("number", "percent", "year"):
        unit = "percent" if declared["kind"] == "percent" else str(declared.get("unit", ""))
        reading = read_number(encoded, unit, decimal_mark)
    else:
        return _text_problem(encoded, declared)
    if reading.state != "read":
        return FieldProblem(label, reading.problem or text("No se pudo leer."))
    if expected is None or compare(reading.value, expected, PartSpec(key, "value", label), salt).whole:
        return None
    for mistake in reference.mistakes:
        wrong = mistake.expected.get("fields", {}).get(key)
        if wrong is not None and compare(reading.value, wrong, PartSpec(key, "value", label), salt).whole:
            return FieldProblem(label, "", mistake)
    return FieldProblem(
        label, text("La cifra de la ficha no es la de su corredor en la tabla: llegó {said}.", said=reading.said)
    )


def _empty(key: str, declared: Mapping[str, Any], reference: PartReference) -> str:
    if key in reference.right["fields"]:
        return text("Está vacío: ese dato está en la tabla de existencias.")
    if not declared.get("not_available", True):
        return text("Está vacío: escríbalo con sus palabras.")
    return text("Está vacío: si no hay dato, escriba NO_DISPONIBLE y por qué.")


def _text_problem(encoded: Any, declared: Mapping[str, Any]) -> FieldProblem | None:
    label = str(declared["label"])
    written = str(encoded.get("text", "")) if isinstance(encoded, dict) else str(encoded)
    if is_not_available(encoded) or plain_word(written).startswith("no disponible"):  # a reason may follow
        if declared.get("not_available", True):
            return None
        return FieldProblem(label, text("Este campo siempre tiene algo que decir: escríbalo con sus palabras."))
    if isinstance(encoded, dict) and "text" not in encoded:
        return FieldProblem(label, text("Aquí se espera un texto entre comillas."))
    least = int(declared.get("min_words", 1))
    if len(written.split()) < least:
        return FieldProblem(label, text("Es muy breve: escriba al menos {least} palabras, con su fuente.", least=least))
    return None
