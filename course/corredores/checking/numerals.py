"""Numbers as people write them: thousands, decimals, signs and units in a text."""

import re
from dataclasses import dataclass

#: How many of the base unit one written unit is: ``("percent", 1.0)`` for "%".
UNITS: dict[str, tuple[str, float]] = {
    "%": ("percent", 1.0),
    "por ciento": ("percent", 1.0),
    "porciento": ("percent", 1.0),
    "percent": ("percent", 1.0),
    "per cent": ("percent", 1.0),
    "‰": ("percent", 0.1),
    "por mil": ("percent", 0.1),
    "per thousand": ("percent", 0.1),
    "personas": ("persons", 1.0),
    "persons": ("persons", 1.0),
    "people": ("persons", 1.0),
    "mil": ("persons", 1e3),
    "miles": ("persons", 1e3),
    "thousand": ("persons", 1e3),
    "millon": ("persons", 1e6),
    "millones": ("persons", 1e6),
    "million": ("persons", 1e6),
    "destinos": ("count", 1.0),
    "destinations": ("count", 1.0),
    "corredores": ("count", 1.0),
    "corridors": ("count", 1.0),
    "países": ("count", 1.0),
    "countries": ("count", 1.0),
}
#: A text in this unit read for a question in that one.
CONVERSIONS: dict[tuple[str, str], float] = {("percent", "share"): 0.01, ("percent", "ratio"): 0.01}

_NUMBER = re.compile(r"^([+\-]?)\s*([.,]?\d[\d.,' \u00a0\u202f]*)\s*(.*)$")


@dataclass(frozen=True)
class Numeral:
    """What a text says: a value and the unit written beside it, or the text that could be read in two ways."""

    value: float | None = None
    unit: str | None = None
    ambiguous: bool = False


def read_numeral(written: str, decimal_mark: str, whole: bool = False) -> Numeral | None:
    """Read ``written`` as a number; ``None`` where it is none.

    ``decimal_mark`` is the country's own ("." in Mexico, "," in Argentina). A lone mark before exactly three digits is
    the decimal mark where it is the country's own; where it is not, it could be either and comes back ``ambiguous``.
    Where only a ``whole`` number makes sense, as of persons, it separates thousands.
    """
    match = _NUMBER.match(written.replace("−", "-").strip().rstrip("."))
    if not match:
        return None
    sign, digits, tail = match.groups()
    unit = UNITS.get(_plain(tail)) if tail.strip() else ("", 1.0)
    if unit is None:
        return None
    digits = digits.strip().rstrip(".,")
    if whole and not tail.strip().startswith("mil") and re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits):
        digits = re.sub(r"[.,]", "", digits)
    plain = _decimal_point(digits, decimal_mark)
    if plain is None:
        return Numeral(ambiguous=True)
    if not plain:
        return None
    value = float(plain) * unit[1]
    return Numeral(-value if sign == "-" else value, unit[0] or None)


def _decimal_point(digits: str, decimal_mark: str) -> str | None:
    """Return digits with a point before the decimals; "" where they are no number, None where two readings fit."""
    marks = [character for character in digits if character in ".,"]
    whole, fraction = digits, ""
    if len(set(marks)) == 2 or len(marks) == 1:  # the last mark is the decimal one: 1.234,5 and 1,234.5
        whole, _, fraction = digits.rpartition(marks[-1])
        alone = len(marks) == 1 and whole.isdigit()
        if alone and len(fraction) == 3 and len(whole) <= 3 and not whole.startswith("0") and marks[-1] != decimal_mark:
            return None
    groups = re.split(r"[.,' \u00a0\u202f]", whole)
    grouped = all(len(group) == 3 for group in groups[1:]) and (len(groups) == 1 or 1 <= len(groups[0]) <= 3)
    if not grouped or len(set(re.sub(r"\d", "", whole))) > 1 or (not fraction.isdigit() and fraction):
        return ""
    return f"{''.join(groups)}.{fraction}"


def _plain(words: str) -> str:
    return words.strip().lower().replace("ó", "o")


def write_number(value: float, decimals: int, decimal_mark: str) -> str:
    """Return ``value`` as the country writes it: ``1.234,5`` or ``1,234.5``."""
    written = f"{value:,.{decimals}f}"
    return written if decimal_mark == "." else written.translate(str.maketrans(",.", ".,"))
