"""Which values of a column a person means by what they wrote in a filter."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from corredores.data import compiled
from corredores.data.countries import country_code, country_name, known_names
from corredores.data.unknown import UnknownName
from corredores.language import text

_COUNTRY_COLUMNS = ("iso3", "origin", "destination", "sender", "receiver", "country_a", "country_b", "place")


def matching(table: str, column: str, wanted: Any) -> Sequence[Any]:
    """Return the values of a column that are wanted, one or a list; None stands for a blank.

    Raises
    ------
    UnknownName
        When the table has no such column or the column no such value.
    """
    columns = compiled.columns(table)
    if column not in columns:
        raise UnknownName(
            text("La tabla «{table}» no tiene la columna «{column}».", table=table, column=column), column, columns
        )
    listed = isinstance(wanted, list | tuple | set | frozenset | range | pd.Series | pd.Index | np.ndarray)
    existing = {str(value): value for value in compiled.values(table, column)}
    return [_value(table, column, one, existing) for one in (wanted if listed else [wanted])]


def _value(table: str, column: str, wanted: Any, existing: dict[str, Any]) -> Any:
    if wanted is None or wanted is pd.NA or (isinstance(wanted, float) and np.isnan(wanted)):
        return _blank(table, column, existing)
    for written in _written(wanted):
        if written in existing:
            return existing[written]
    hints = None
    if column in _COUNTRY_COLUMNS and isinstance(wanted, str):
        code = country_code(wanted)
        if code in existing:
            return code
        if code is not None:
            raise UnknownName(
                text(
                    "La tabla «{table}» no da {country} ({code}) en la columna «{column}»: no dado no es cero.",
                    table=table,
                    country=country_name(code),
                    code=code,
                    column=column,
                ),
                code,
            )
        hints = {name: code for name, code in known_names().items() if code in existing and len(name) > 3}
    raise UnknownName(
        text("En la columna «{column}» de «{table}» no hay «{value}».", column=column, table=table, value=wanted),
        wanted,
        existing,
        hints,
    )


def _blank(table: str, column: str, existing: dict[str, Any]) -> None:
    if not compiled.has_blanks(table, column):
        sentence = text("La columna «{column}» de «{table}» no tiene celdas en blanco.", column=column, table=table)
        raise UnknownName(sentence, None, existing)


def _written(wanted: Any) -> list[str]:
    """Return how a value may be written: 2024 as a number, a text or a measure is the same year."""
    written = [str(wanted)]
    if isinstance(wanted, float | np.floating) and float(wanted).is_integer():
        written.append(str(int(wanted)))
    return written
