"""Rows that only their place tells apart: the columns of a table as ``load`` gives it, before ``set_index``.

What hides in them (both sexes beside their total, the world, several years) no label betrays, and two of them pair
whatever stands in the same place. Figures that a reader typed carry no sources and are taken as they are.
"""

from collections.abc import Mapping
from itertools import combinations

import pandas as pd

from corredores.data.frame import sources_of
from corredores.indicators.refusals import UnsuitableTable
from corredores.language import text


def refuse_unnamed_rows(table: pd.Series | pd.DataFrame, of: str) -> None:
    """Raise :class:`UnsuitableTable` for rows of a table of the course that are to be added up and only numbered."""
    if len(table) > 1 and sources_of(table) and _only_numbered(table.index):
        raise UnsuitableTable(
            text(
                "Las filas de «{of}» solo tienen número: no se ve si hay un total, los dos sexos o varios años entre "
                "ellas, y se sumarían. Póngales nombre, por ejemplo el país como índice: "
                '.set_index("destination")["stock"].',
                of=of,
            )
        )


def refuse_paired_by_place(columns: Mapping[str, pd.Series]) -> None:
    """Raise :class:`UnsuitableTable` for two columns of different tables, or filters, whose rows no label pairs.

    The columns of one frame carry the same sources and have different names: they are read row by row.
    """
    for (first, one), (other, another) in combinations(columns.items(), 2):
        same_rows = len(one) > 1 and one.index.equals(another.index)
        if same_rows and _apart(one, another) and (_only_numbered(one.index) or one.index.has_duplicates):
            raise UnsuitableTable(
                text(
                    "«{first}» y «{other}» vienen de tablas o filtros distintos y nada dice qué fila va con cuál: "
                    "se emparejarían por su lugar, quizá países o años distintos. Póngales el mismo índice, por "
                    'ejemplo .set_index(["iso3", "year"]), o únalas antes con merge.',
                    first=first,
                    other=other,
                )
            )


def _only_numbered(rows: pd.Index) -> bool:
    return rows.nlevels == 1 and rows.name is None and pd.api.types.is_integer_dtype(rows)


def _apart(one: pd.Series, another: pd.Series) -> bool:
    """Return whether two columns of the course come from different tables, or are one column of a table, twice."""
    sources, others = frozenset(sources_of(one)), frozenset(sources_of(another))
    if one is another or not sources or not others:
        return False
    return sources != others or (one.name is not None and one.name == another.name)
