"""Matrices of origins (rows) and destinations (columns), checked before they are added up."""

import pandas as pd

from corredores.indicators.labels import refuse_repeated, refuse_world
from corredores.indicators.numbers import refuse_infinite
from corredores.indicators.refusals import UnsuitableTable, refuse_negative, refuse_not_given
from corredores.language import text


def corridors(matrix: pd.DataFrame, skip_not_given: bool) -> pd.DataFrame:
    """Return the matrix as numbers, its diagonal blank: whoever lives where they were born has not migrated."""
    refuse_labels(matrix)
    figures = matrix.astype("float64")
    for country in figures.index.intersection(figures.columns):
        figures.loc[country, country] = float("nan")
    moved = {
        f"{origin} → {destination}": figures.loc[origin, destination]
        for origin in figures.index
        for destination in figures.columns
        if origin != destination
    }
    named = pd.Series(moved, dtype="float64")
    refuse_infinite(named)
    refuse_negative(named)
    if not skip_not_given:
        refuse_not_given(named)
    return figures


def closed_system(matrix: pd.DataFrame, skip_not_given: bool) -> pd.DataFrame:
    """Return a matrix of the same countries in rows and columns, in one order, with nothing where nobody counts."""
    refuse_labels(matrix)
    refuse_other_countries(matrix.index, matrix.columns)
    return corridors(matrix, skip_not_given).loc[:, list(matrix.index)].fillna(0.0)


def refuse_labels(matrix: pd.DataFrame) -> None:
    """Refuse a country that comes twice, or the world among countries, in rows or columns."""
    for labels in (matrix.index, matrix.columns):
        refuse_repeated(labels)
        refuse_world(labels)


def refuse_other_countries(countries: pd.Index, others: pd.Index) -> None:
    """Raise :class:`UnsuitableTable` when both do not name the same countries."""
    outside = sorted(set(countries) ^ set(others), key=str)
    if outside:
        raise UnsuitableTable(
            text(
                "Filas, columnas y población deben ser de los mismos países; {outside} no está en todas.",
                outside=", ".join(map(str, outside)),
            )
        )
