"""Figures that a formula must refuse, because it would answer and be wrong."""

import pandas as pd

from corredores.language import text

WORLD = "WLD"
UNNAMED = "OTH"


class IndicatorError(ValueError):
    """An indicator was asked of figures on which it means nothing."""


class NegativeStock(IndicatorError):
    """A number of persons is below zero."""


class ZeroDenominator(IndicatorError):
    """There is nobody to divide by."""


class NotGiven(IndicatorError):
    """A cell that the publisher does not give stands among those to be added."""


class TotalAmongParts(IndicatorError):
    """A total (both sexes, the world, all years) stands among its own parts and would be counted twice."""


class UnsuitableTable(IndicatorError):
    """A table lacks a column or a country that the formula needs."""


def refuse_negative(figures: pd.Series) -> None:
    """Raise :class:`NegativeStock` for the first figure below zero."""
    below = figures[figures < 0]
    if len(below):
        raise NegativeStock(
            text(
                "La cifra de «{label}» es {value}: una cantidad de personas no baja de cero. Revise esa fila.",
                label=below.index[0],
                value=below.iloc[0],
            )
        )


def refuse_not_given(figures: pd.Series) -> None:
    """Raise :class:`NotGiven` for the first blank cell."""
    blank = figures[figures.isna()]
    if len(blank):
        raise NotGiven(
            text(
                "La celda de «{label}» no está dada, y no dada no es cero. Quítela con dropna() y diga que el "
                "resultado es solo de lo dado.",
                label=blank.index[0],
            )
        )


def refuse_repeated(labels: pd.Index) -> None:
    """Raise :class:`TotalAmongParts` when a label comes twice: sexes with their total, or several years."""
    repeated = labels[labels.duplicated()]
    if len(repeated):
        raise TotalAmongParts(
            text(
                "«{label}» aparece {times} veces: quizá sumó total, mujeres y hombres, o varios años. "
                'Deje una sola fila por país, por ejemplo con sex="total" y un año.',
                label=repeated[0],
                times=int((labels == repeated[0]).sum()),
            )
        )


def refuse_world(labels: pd.Index) -> None:
    """Raise :class:`TotalAmongParts` when the world's total stands among countries."""
    if WORLD in labels and len(labels) > 1:
        raise TotalAmongParts(text("WLD es la suma de los demás países: quítelo, o los contará dos veces."))


def refuse_zero(denominator: float) -> None:
    """Raise :class:`ZeroDenominator` when there is nobody to divide by."""
    if denominator == 0:
        raise ZeroDenominator(
            text("La suma es cero: no hay personas entre las que repartir. Revise el filtro de la tabla.")
        )


def require_columns(table: pd.DataFrame, columns: tuple[str, ...]) -> None:
    """Raise :class:`UnsuitableTable` when a column is missing."""
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise UnsuitableTable(
            text(
                "A la tabla le falta la columna {missing}; se necesitan {columns}.",
                missing=", ".join(missing),
                columns=", ".join(columns),
            )
        )
