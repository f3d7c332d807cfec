"""Asking a table, or what was made of tables, where its figures come from."""

import pandas as pd

from corredores.data.frame import sources_of
from corredores.data.provenance import Provenance, line_of, provenance
from corredores.data.unknown import UnknownName
from corredores.language import text

Sourced = str | pd.DataFrame | pd.Series


def sources(table: Sourced) -> tuple[Provenance, ...]:
    """Return the provenance of every table from which ``table`` was made; a name stands for that table.

    Raises
    ------
    UnknownName
        When there is no table of that name, or the frame was not made from tables of the course.

    Examples
    --------
    >>> from corredores import data
    >>> both = data.load("stock", origin="SLV").merge(data.load("population"), left_on="origin", right_on="iso3")
    >>> [source.table for source in data.sources(both)]
    ['stock', 'population']
    """
    if isinstance(table, str):
        return (provenance(table),)
    found = sources_of(table)
    if not found:
        raise UnknownName(
            text("Esta tabla no trae su procedencia: pídala por su nombre."),
            type(table).__name__,
        )
    return found


def source_line(*tables: Sourced) -> str:
    """Return the source line of a picture or text that uses ``tables``; each source is said once.

    Raises
    ------
    UnknownName
        As :func:`sources`.
    """
    return line_of(dict.fromkeys(source for table in tables for source in sources(table)))
