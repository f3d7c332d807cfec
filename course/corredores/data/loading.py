"""``load``: a tidy table, filtered, typed and with its provenance."""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from corredores.data import compiled, shown
from corredores.data.countries import country_code, known_names
from corredores.data.provenance import provenance
from corredores.data.unknown import UnknownName
from corredores.language import text

_COUNTRY_COLUMNS = ("iso3", "origin", "destination")


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
        Countries may be given by code or by name.

    Returns
    -------
    pandas.DataFrame
        A copy of its own; ``.attrs["provenance"]`` says where the figures come from. A cell that the publisher does
        not give has no row: it is not zero.

    Raises
    ------
    UnknownName
        When the table, a column or a value does not exist: with what exists and the nearest match.

    Examples
    --------
    >>> from corredores import data
    >>> data.load("stock", origin="MEX", destination="USA", year=2024, sex="total")["stock"].item()
    11279561
    """
    source = provenance(name)
    frame = compiled.frame(name)
    keep = pd.Series(True, index=frame.index)
    for column, wanted in filters.items():
        if column not in frame.columns:
            raise UnknownName(
                text("La tabla «{table}» no tiene la columna «{column}».", table=name, column=column),
                column,
                frame.columns,
            )
        keep &= frame[column].isin(_values(name, column, wanted))
    table = frame[keep].reset_index(drop=True) if filters else frame.copy()
    table.attrs["provenance"] = source
    shown.show_sources()
    return table


def _values(table: str, column: str, wanted: Any) -> list[Any]:
    listed = isinstance(wanted, list | tuple | set | frozenset | range | pd.Series | pd.Index | np.ndarray)
    return [_value(table, column, one) for one in (wanted if listed else [wanted])]


def _value(table: str, column: str, wanted: Any) -> Any:
    existing = compiled.values(table, column)
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
        sorted(existing),
        hints,
    )
