"""``load``: a tidy table, filtered, typed and with its provenance."""

from typing import Any

import pandas as pd

from corredores.ahead import anywhere, ready_ahead
from corredores.data import compiled
from corredores.data.frame import SOURCES, SourcedFrame, Sources
from corredores.data.matching import matching
from corredores.data.provenance import provenance
from corredores.data.unknown import UnknownName
from corredores.language import text


def tables() -> list[str]:
    """Return the names of the tables."""
    return list(compiled.descriptors())


def latest(table: str) -> int:
    """Return the last year of which ``table`` has a row.

    Raises
    ------
    UnknownName
        When the table does not exist or is not by year.
    """
    provenance(table)
    if "year" not in compiled.columns(table):
        raise UnknownName(
            text("La tabla «{table}» no tiene la columna «{column}».", table=table, column="year"),
            "year",
            compiled.columns(table),
        )
    return int(compiled.values(table, "year")[-1])


@ready_ahead(anywhere)
def load(name: str, **filters: Any) -> pd.DataFrame:
    """Return a table of the course, one observation a row.

    Parameters
    ----------
    name : str
        One of :func:`tables`.
    **filters
        A column and the value, or list of values, to keep: ``load("stock", origin="SLV", year=[2020, 2024])``.
        Countries may be given by code or by name, numbers with or without quotation marks; None keeps the rows in
        which the publisher gives no value. Only the rows that may be among them are read.

    Returns
    -------
    pandas.DataFrame
        A copy of its own that keeps its sources through filters, merges, groups and pivots, when it is the table on
        the left; a column copied from another table, ``Series.map`` and ``crosstab`` leave theirs behind. A cell that
        the publisher does not give has no row or is blank: it is not zero. What a column means: :func:`fields`.

    Raises
    ------
    UnknownName
        When the table, a column or a value does not exist: with what exists and the nearest match.
    AbsentTable
        When this is the browser kernel, and the table none of the core ones that it carries.
    DamagedTable
        When the table of this installation cannot be read: with the command that mends it.

    Examples
    --------
    >>> from corredores import data
    >>> data.load("stock", origin="MEX", destination="USA", year=2024, sex="total")["stock"].item()
    11279561
    """
    source = provenance(name)
    wanted = {column: matching(name, column, ones) for column, ones in filters.items()}
    table = SourcedFrame(compiled.frame(name, wanted))
    table.attrs[SOURCES] = Sources((source,))
    return table
