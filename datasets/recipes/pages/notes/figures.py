"""Reading a figure of a note from the tables, and refusing to write the note without it."""

from typing import Any

import pandas as pd

from corredores.language import text
from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.findings import rows_of


class NoteWithoutData(ValueError):
    """A teaching note asks for figures that the tables do not give, or says what they no longer show."""


def rows(tables: Tables, table: str, **where: Any) -> pd.DataFrame:
    """Return the rows with these values. Raises :class:`NoteWithoutData` where there is none."""
    found = rows_of(tables[table], where)
    if found.empty:
        raise NoteWithoutData(_missing(table, where))
    return found


def total(tables: Tables, table: str, column: str, **where: Any) -> float:
    """Return the sum of a column over the rows with these values. Raises :class:`NoteWithoutData` if none is given."""
    given = rows(tables, table, **where)[column].dropna()
    if given.empty:
        raise NoteWithoutData(_missing(table, where))
    return float(given.sum())


def cell(tables: Tables, table: str, column: str, **where: Any) -> float:
    """Return the one figure with these values. Raises :class:`NoteWithoutData` where there is none or more than one."""
    given = rows(tables, table, **where)[column].dropna()
    if len(given) != 1:
        raise NoteWithoutData(_missing(table, where))
    return float(given.iloc[0])


def percent(part: float, whole: float) -> float:
    """Return 100 · part/whole. Raises :class:`NoteWithoutData` where the whole is not positive."""
    if not whole > 0:
        raise NoteWithoutData(text("No se puede decir qué parte es de un total de {whole}.", whole=whole))
    return 100 * part / whole


def region(tables: Tables) -> list[str]:
    """Return the codes of the 33 states of Latin America and the Caribbean."""
    return list(rows(tables, "countries", lac33=True)["iso3"])


def holds(still: bool, statement: str) -> None:
    """Raise :class:`NoteWithoutData` where what a note takes for granted, ``statement``, is no longer so."""
    if not still:
        raise NoteWithoutData(
            text("Ya no es cierto lo que la nota da por sentado: {statement}", statement=text(statement))
        )


def _missing(table: str, where: dict[str, Any]) -> str:
    asked = ", ".join(f"{column}={value}" for column, value in where.items())
    return text("La tabla {table} no da la cifra que se pide: {asked}.", table=table, asked=asked)
