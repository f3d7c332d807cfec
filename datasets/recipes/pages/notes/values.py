"""What stands in the gaps of a note: figures and names, each of which knows how a language writes it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from corredores.charts.numbers import Numbers
from corredores.language import text
from datasets.recipes.pages.notes.figures import NoteWithoutData

Names = Mapping[str, str]  #: of countries, by code, in the language in force


@dataclass(frozen=True)
class Number:
    """A count or amount; ``percent`` says that it is one."""

    value: float
    decimals: int = 0
    percent: bool = False

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise NoteWithoutData(text("Una cifra de la nota salió sin valor: {value}.", value=self.value))

    def written(self, numbers: Numbers, names: Names) -> str:
        """Return the number as the language writes it."""
        write = numbers.percent if self.percent else numbers.write
        return write(self.value, self.decimals)


@dataclass(frozen=True)
class Millions:
    """An amount that is told in millions, with the unit where it is not persons."""

    value: float
    decimals: int = 1

    def written(self, numbers: Numbers, names: Names) -> str:
        """Return the amount in millions, as the language writes it."""
        return Number(self.value / 1e6, self.decimals).written(numbers, names)


@dataclass(frozen=True)
class Plain:
    """A year, a code, a name of the publisher: the same in every language, without separators."""

    value: int | str

    def written(self, numbers: Numbers, names: Names) -> str:
        """Return it as it is."""
        return str(self.value)


@dataclass(frozen=True)
class Country:
    """A country, by its code."""

    code: str

    def written(self, numbers: Numbers, names: Names) -> str:
        """Return its name."""
        return names[self.code]


@dataclass(frozen=True)
class Listed:
    """Several countries, each with what is said of it; none is refused."""

    items: tuple[tuple[str, Number | Plain | None], ...]

    def __post_init__(self) -> None:
        if not self.items:
            raise NoteWithoutData(text("La lista de países de la nota salió vacía."))

    def written(self, numbers: Numbers, names: Names) -> str:
        """Return the names, each with its figure in brackets, separated by commas."""
        return ", ".join(
            names[code] if value is None else f"{names[code]} ({value.written(numbers, names)})"
            for code, value in self.items
        )


Value = Number | Millions | Plain | Country | Listed


def share(value: float, decimals: int = 1) -> Number:
    """Return a percentage."""
    return Number(value, decimals, percent=True)
