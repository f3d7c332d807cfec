"""A name that the tables do not have, answered with what there is and the nearest match."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from corredores.language import text

_SHOWN = 40


class UnknownName(LookupError):
    """A table, column, country, year or other value that does not exist.

    Attributes
    ----------
    name : str
        What was asked for.
    available : tuple of str
        What exists.
    nearest : str or None
        The closest of them, if any is close.
    """

    def __init__(
        self, sentence: str, name: object, available: Iterable[object], hints: Mapping[str, str] | None = None
    ) -> None:
        self.name = str(name)
        self.available = tuple(str(one) for one in available)
        self.nearest = _nearest(self.name, hints or {one: one for one in self.available})
        parts = [sentence]
        if self.nearest:
            parts.append(text("¿Quiso decir «{nearest}»?", nearest=self.nearest))
        if len(self.available) <= _SHOWN:
            parts.append(text("Existen: {available}.", available=", ".join(self.available)))
        super().__init__(" ".join(parts))


def _nearest(name: str, hints: Mapping[str, str]) -> str | None:
    numbers = {float(hint): hint for hint in hints if hint.isdecimal()}
    if numbers and name.isdecimal():
        return numbers[min(numbers, key=lambda number: abs(number - int(name)))]
    lowered = {hint.casefold(): answer for hint, answer in hints.items()}
    close = get_close_matches(name.casefold(), lowered, n=1, cutoff=0.5)
    return lowered[close[0]] if close else None
