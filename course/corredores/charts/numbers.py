"""Numbers as the class writes them."""

from dataclasses import dataclass

import pandas as pd

from corredores import decimal_mark
from corredores.checking.numerals import write_number
from corredores.language import current, text

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class Numbers:
    """How one picture writes its numbers; ``decimal_mark`` is "." or ","."""

    decimal_mark: str

    @property
    def separators(self) -> str:
        """Decimal and thousands mark in plotly's notation (``layout.separators``)."""
        return ",." if self.decimal_mark == "," else ".,"

    @property
    def percent_sign(self) -> str:
        """The sign as it follows a number: after a space in Spanish, without one in English."""
        return "%" if current() == "en" else f"{NO_BREAK_SPACE}%"

    def write(self, value: object, decimals: int = 0) -> str:
        """Return ``value`` with ``decimals`` places; a missing value is "no dado", never zero."""
        if value is None or pd.isna(value):  # type: ignore[call-overload]
            return text("no dado")
        return write_number(float(value), decimals, self.decimal_mark)  # type: ignore[arg-type]

    def percent(self, value: object, decimals: int = 1) -> str:
        """Return ``value`` (already in per cent) with its sign: ``85,6 %`` in Spanish, ``85.6%`` in English."""
        written = self.write(value, decimals)
        if pd.isna(value):  # type: ignore[call-overload]
            return written
        return f"{written}{self.percent_sign}"


def written_in() -> tuple[str, str]:
    """Return the language in which a picture speaks, and the decimal mark that it writes."""
    return current(), decimal_mark.in_force()


def class_numbers() -> Numbers:
    """Return how the class writes numbers (:mod:`corredores.decimal_mark`), whichever country the picture draws."""
    return Numbers(decimal_mark.in_force())
