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
    """A column of a table."""

    name: str
    type: str  #: of the Table Schema: string, integer, number or boolean
    description: str
    unit: str = ""


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
    key: tuple[str, ...]
    fields: tuple[Field, ...]
