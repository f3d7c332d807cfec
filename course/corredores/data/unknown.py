"""A name that the tables do not have, answered with what there is and the nearest match."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from corredores.language import text

_SHOWN = 40
_NEAR = 0.72  #: below, a hint would lead to another country


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
        self,
        sentence: str,
        name: object,
        available: Iterable[object] = (),
        hints: Mapping[str, str] | None = None,
    ) -> None:
        self.name = str(name)
        self.available = tuple(str(one) for one in available)
        close = _closest(self.name, hints or {one: one for one in self.available})
        self.nearest = close[1] if close else None
        parts = [sentence]
        if close:
            meant = close[1] if close[0].casefold() == close[1].casefold() else f"{close[0]} ({close[1]})"
            parts.append(text("¿Quiso decir «{nearest}»?", nearest=meant))
        if 0 < len(self.available) <= _SHOWN:
            parts.append(text("Existen: {available}.", available=", ".join(self.available)))
        super().__init__(" ".join(parts))


def _closest(name: str, hints: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the hint nearest to a name and what it stands for; none where the nearest is far."""
    numbers = {float(hint): hint for hint in hints if hint.isdecimal()}
    if numbers and name.isdecimal():
        nearest = numbers[min(numbers, key=lambda number: abs(number - int(name)))]
        return nearest, hints[nearest]
    lowered = {hint.casefold(): hint for hint in hints}
    close = get_close_matches(name.casefold(), lowered, n=1, cutoff=_NEAR)
    return (lowered[close[0]], hints[lowered[close[0]]]) if close else None
