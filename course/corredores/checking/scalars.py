"""Read one encoded value as a number with its unit, a country or a word."""

import math
import unicodedata
from dataclasses import dataclass
from typing import Any

from corredores import data
from corredores.checking.numerals import CONVERSIONS, read_numeral, write_number
from corredores.language import current, text


@dataclass(frozen=True)
class Reading:
    """What was read: a value, or the state that kept it from being read and a sentence about it."""

    state: str
    """read, missing, unreadable"""
    value: Any = None
    said: str = ""
    """what arrived, in words, for the card"""
    problem: str = ""
    """why it could not be read and what to type instead"""


MISSING = Reading("missing")
NOT_AVAILABLE_WORDS = {
    *("no disponible", "not available", "nao disponivel", "n/d", "n.d", "n. d", "nd"),
    *("no se sabe", "no se puede saber", "no se puede saber con estos datos", "cannot be known"),
}


def plain_word(written: str) -> str:
    """Return ``written`` without accents, case, underscores or repeated spaces."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", written) if not unicodedata.combining(c))
    return " ".join(bare.replace("_", " ").casefold().split())


def quoted(words: str) -> str:
    """Return ``words`` in the quotation marks of the current language."""
    return text("«{words}»", words=words)


def describe(encoded: Any) -> str:
    """Say in a few words what kind of thing arrived."""
    if encoded is None:
        return text("nada")
    if isinstance(encoded, (int, float)):
        return text("un número")
    name = next(iter(encoded), "object") if isinstance(encoded, dict) else "object"
    if name == "object":
        return text("un objeto de tipo «{type}»", type=str(encoded.get("object"))[:40])
    if name == "too_large":
        return text("una tabla demasiado grande ({rows} filas)", rows=encoded["too_large"][0])
    return {
        "text": text("un texto"),
        "bool": text("un valor verdadero/falso"),
        "nan": text("un valor vacío (NaN)"),
        "inf": text("un número infinito"),
        "not_available": "NO_DISPONIBLE",
        "list": text("una lista"),
        "mapping": text("un diccionario"),
        "table": text("una tabla"),
        "function": text("una función"),
    }.get(name, text("algo que no se reconoce"))


def is_blank(encoded: Any) -> bool:
    """Whether a cell is empty: nothing, NaN or a text of spaces."""
    return (
        encoded is None
        or encoded == {"nan": True}
        or (isinstance(encoded, dict) and not str(encoded.get("text", "x")).strip())
    )


def is_not_available(encoded: Any) -> bool:
    """Whether the answer is NO_DISPONIBLE, as the name or written out."""
    if not isinstance(encoded, dict):
        return False
    return "not_available" in encoded or plain_word(str(encoded.get("text", ""))).rstrip(".") in NOT_AVAILABLE_WORDS


def read_number(encoded: Any, unit: str, decimal_mark: str) -> Reading:
    """Read a number, or a text with a number and perhaps its unit, in the unit that is asked."""
    if encoded is None:
        return MISSING
    if is_not_available(encoded):
        return Reading("read", "NOT_AVAILABLE", "NO_DISPONIBLE")
    if isinstance(encoded, (int, float)) and not isinstance(encoded, bool):
        return Reading("read", float(encoded), as_arrived(float(encoded), decimal_mark))
    if isinstance(encoded, dict) and "list" in encoded and len(encoded["list"]) == 1:
        return read_number(encoded["list"][0], unit, decimal_mark)
    if isinstance(encoded, dict) and "table" in encoded and _single_cell(encoded):
        return read_number(encoded["table"]["rows"][0][0], unit, decimal_mark)
    if encoded == {"nan": True}:
        problem = text(
            "Una celda en blanco no es una respuesta: si con estos datos no se puede saber, escriba NO_DISPONIBLE; "
            "si se puede, revise el filtro y la división."
        )
        return Reading("unreadable", said=describe(encoded), problem=problem)
    if not isinstance(encoded, dict) or "text" not in encoded:
        return Reading("unreadable", said=describe(encoded), problem=text("Aquí se espera un número."))
    return _read_text(str(encoded["text"]), unit, decimal_mark)


def _single_cell(encoded: dict[str, Any]) -> bool:
    rows = encoded["table"]["rows"]
    return len(rows) == 1 and len(rows[0]) == 1


def _read_text(written: str, unit: str, decimal_mark: str) -> Reading:
    shown = quoted(written[:40])
    if not written.strip():
        return MISSING
    numeral = read_numeral(written, decimal_mark, whole=unit == "persons")
    if numeral is None:
        problem = (
            text("No se reconoce lo que acompaña al número: escriba solo el número y, si quiere, su unidad.")
            if any(character.isdigit() for character in written)
            else text("No se encuentra un número en ese texto.")
        )
        return Reading("unreadable", said=shown, problem=problem)
    if numeral.ambiguous or numeral.value is None:
        problem = text(
            "Puede leerse como decimal o como miles. Escríbalo sin separador de miles y con punto decimal, "
            "sin comillas."
        )
        return Reading("unreadable", said=shown, problem=problem)
    value = numeral.value
    if numeral.unit and unit and numeral.unit != unit:
        factor = CONVERSIONS.get((numeral.unit, unit))
        if factor is None:
            return Reading("unreadable", said=shown, problem=text("La unidad escrita no es la que se pide."))
        value *= factor
    return Reading("read", value, shown)


def as_arrived(value: float, decimal_mark: str) -> str:
    """Return a number as it arrived, without the unit that it should have had: at most six significant figures."""
    if abs(value) >= 1e15 or 0 < abs(value) < 1e-6:
        return f"{value:.3g}"
    decimals = 0 if float(value).is_integer() else max(0, 5 - math.floor(math.log10(abs(value))))
    mark = "." if current() == "en" else decimal_mark  # an English card writes numbers as the English text does
    written = write_number(value, decimals, mark)
    return written.rstrip("0").rstrip(mark) if decimals else written


def read_place(encoded: Any) -> Reading:
    """Read a country from its code or its name in any language of the course."""
    if is_blank(encoded):
        return MISSING
    if isinstance(encoded, dict) and "list" in encoded and len(encoded["list"]) == 1:
        return read_place(encoded["list"][0])
    if not isinstance(encoded, dict) or "text" not in encoded:
        return Reading(
            "unreadable",
            said=describe(encoded),
            problem=text("Aquí se espera un país, por ejemplo «CRI» o «Costa Rica»."),
        )
    written = str(encoded["text"])
    code = data.country_code(written) or data.country_code(written.partition("(")[0].strip())
    if code is None:
        return Reading(
            "unreadable", said=quoted(written[:40]), problem=text("Ese nombre no está en la tabla de países.")
        )
    return Reading("read", code, data.country_name(code))
