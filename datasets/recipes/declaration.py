"""How a table is declared: once, with everything that the data package says about it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd


def N_(sentence: str) -> str:
    """Mark a Spanish sentence for the catalogue `corredores`; whoever shows it translates it."""
    return sentence


@dataclass(frozen=True)
class Field:
    """A column of a table and the values that it may have.

    A value outside of them stops the build, fails ``corredores data verify`` and does not validate as Table Schema.
    """

    name: str
    type: str  #: of the Table Schema: string, integer, number or boolean
    description: str
    unit: str = ""
    values: tuple[str, ...] = ()  #: every value that may stand there, if they are few
    minimum: float | None = None
    maximum: float | None = None
    blank: bool = False  #: whether a cell may be blank: the publisher gives none
    place: bool = False  #: whether it holds a code of ``countries``
    totals: tuple[str, ...] = ()  #: codes that may stand there too and are no country: WLD, OTH


@dataclass(frozen=True)
class Table:
    """A table, where it comes from and what it cannot say."""

    name: str
    recipe: Callable[[Path], pd.DataFrame]
    title: str
    publisher: str
    edition: str
    obtained: str  #: the repository or package, at its commit or version, through which the file was obtained
    licence: str
    limits: tuple[str, ...]
    key: tuple[str, ...]  #: the rows are sorted by it, and none has the key of another
    fields: tuple[Field, ...]
    files: tuple[str, ...] = ()  #: the publisher's files that the recipe reads
    places: tuple[str, ...] = ()  #: columns whose countries are its coverage
    time: str = ""  #: column whose values are its span
    cite: str = ""  #: how to cite it; made from publisher, title and edition where it is not said
    to_confirm: bool = False  #: whether the publisher's page has to be opened to be sure of the licence
    synthetic: bool = False  #: whether the figures are invented
    core: bool = False  #: whether the browser kernel carries it

    def field(self, name: str) -> Field:
        """Return the field of that name."""
        return next(field for field in self.fields if field.name == name)
