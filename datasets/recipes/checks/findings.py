"""Findings that many checks share: a published figure, a count, sums that must come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from datasets.recipes.checks.check import NONE, Found, Tables

Where = Mapping[str, Any]


def rows_of(table: pd.DataFrame, where: Where) -> pd.DataFrame:
    """Return the rows with these values; a tuple names several."""
    for column, value in where.items():
        table = table[table[column].isin(value) if isinstance(value, tuple) else table[column] == value]
    return table


def in_words(row: "pd.Series[Any]") -> str:
    """Return a row as ``column=value`` pairs, after the line of its CSV where the row still knows it."""
    cells = ", ".join(f"{column}={value}" for column, value in row.items())
    return f"{int(row.name) + 2} ({cells})" if isinstance(row.name, int) else cells


def first(rows: pd.DataFrame) -> Found:
    """Return the first offending row, or that there is none."""
    if rows.empty:
        return Found(NONE)
    words = in_words(rows.iloc[0])
    return Found(words, words)


@dataclass(frozen=True)
class Figure:
    """The sum of ``column`` over the rows with the values ``where``, in units of ``scale``, rounded to ``decimals``.

    :data:`NONE` where there is no row or every cell is blank.
    """

    table: str
    column: str
    where: Where
    scale: float = 1
    decimals: int = 0

    def __call__(self, tables: Tables) -> Found:
        """Return the figure and the first row that it comes from."""
        rows = rows_of(tables[self.table], self.where)
        if rows[self.column].isna().all():
            return Found(NONE)
        total = round(float(rows[self.column].sum()) / self.scale, self.decimals)
        return Found(int(total) if self.decimals == 0 else total, in_words(rows.iloc[0]))


@dataclass(frozen=True)
class Count:
    """The number of rows with the values ``where``, or of different values of ``column`` in them."""

    table: str
    where: Where = field(default_factory=dict)
    column: str = ""

    def __call__(self, tables: Tables) -> Found:
        """Return the number."""
        rows = rows_of(tables[self.table], self.where)
        return Found(int(rows[self.column].nunique()) if self.column else len(rows))


@dataclass(frozen=True)
class Values:
    """The values of ``column`` in the rows with the values ``where``, joined; :data:`NONE` where there is no row."""

    table: str
    column: str
    where: Where

    def __call__(self, tables: Tables) -> Found:
        """Return the values and the first row."""
        rows = rows_of(tables[self.table], self.where)
        if rows.empty:
            return Found(NONE)
        return Found(" ".join(str(value) for value in rows[self.column]), in_words(rows.iloc[0]))


@dataclass(frozen=True)
class PartsApart:
    """The first group in which the ``parts`` of the column ``by``, all given, do not add up to its ``total``.

    A group is the rows that agree in ``keys``. One that has its total and lacks a part is a finding, unless ``gaps``
    says that the source leaves parts out; a part without any row always is one.
    """

    table: str
    column: str
    by: str
    parts: tuple[str, ...]
    total: str
    keys: tuple[str, ...]
    tolerance: float = 0
    gaps: bool = False

    def __call__(self, tables: Tables) -> Found:
        """Return the group, or that there is none."""
        rows = rows_of(tables[self.table], {self.by: (*self.parts, self.total)})
        wide = rows.pivot(index=list(self.keys), columns=self.by, values=self.column)
        missing = [part for part in (*self.parts, self.total) if part not in wide.columns]
        if missing:
            return Found(f"{self.by}={missing[0]}: 0", f"{self.by}={missing[0]}")
        wide = wide.dropna(subset=[*self.parts, self.total] if self.gaps else [self.total])
        parts = wide[list(self.parts)].sum(axis="columns", skipna=False)
        apart = ~((parts - wide[self.total]).abs() <= self.tolerance)
        return first(wide[apart].reset_index().rename(index=str))


@dataclass(frozen=True)
class PartAbove:
    """The first row whose column ``part`` is larger than its column ``whole``."""

    table: str
    part: str
    whole: str

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        table = tables[self.table]
        return first(table[(table[self.part] > table[self.whole]).fillna(False).astype(bool)])
