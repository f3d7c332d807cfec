"""``load``: a tidy table, filtered, typed and with its provenance."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
import pandas as pd

from corredores.data import compiled
from corredores.data.countries import country_code, known_names
from corredores.data.frame import SOURCES, SourcedFrame
from corredores.data.provenance import provenance
from corredores.data.unknown import UnknownName
from corredores.language import text

_COUNTRY_COLUMNS = ("iso3", "origin", "destination", "sender", "receiver", "country_a", "country_b")


def tables() -> list[str]:
    """Return the names of the tables."""
    return list(compiled.descriptors())


def load(name: str, **filters: Any) -> pd.DataFrame:
    """Return a table of the course, one observation a row.

    Parameters
    ----------
    name : str
        One of :func:`tables`.
    **filters
        A column and the value, or list of values, to keep: ``load("stock", origin="SLV", year=[2020, 2024])``.
        Countries may be given by code or by name. Only the rows that may be among them are read.

    Returns
    -------
    pandas.DataFrame
        A copy of its own that keeps its sources through filters, merges, groups and pivots. A cell that the publisher
        does not give has no row or is blank: it is not zero.

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
    wanted = {column: _values(name, column, ones) for column, ones in filters.items()}
    table = SourcedFrame(compiled.frame(name, wanted))
    table.attrs[SOURCES] = (source,)
    return table


def _values(table: str, column: str, wanted: Any) -> Sequence[Any]:
    columns = compiled.columns(table)
    if column not in columns:
        raise UnknownName(
            text("La tabla «{table}» no tiene la columna «{column}».", table=table, column=column), column, columns
        )
    listed = isinstance(wanted, list | tuple | set | frozenset | range | pd.Series | pd.Index | np.ndarray)
    existing = compiled.values(table, column)
    return [_value(table, column, one, existing) for one in (wanted if listed else [wanted])]


def _value(table: str, column: str, wanted: Any, existing: list[Any]) -> Any:
    if isinstance(wanted, Hashable) and wanted in existing:
        return wanted
    hints = None
    if column in _COUNTRY_COLUMNS:
        code = country_code(str(wanted))
        if code in existing:
            return code
        hints = {name: code for name, code in known_names().items() if code in existing}
    raise UnknownName(
        text("En la columna «{column}» de «{table}» no hay «{value}».", column=column, table=table, value=wanted),
        wanted,
        existing,
        hints,
    )
