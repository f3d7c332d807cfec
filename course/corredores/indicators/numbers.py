"""What counts as a number: figures, not text, not true and false, not a bare list; all given, none without end."""

import math
from typing import Any

import numpy as np
import pandas as pd

from corredores.indicators.refusals import OutOfRange, UnsuitableTable, refuse_not_given, row_name
from corredores.language import text


def as_numbers(name: str, column: pd.Series) -> pd.Series:
    """Return a column as numbers."""
    if column.empty:
        raise UnsuitableTable(
            text("«{name}» no tiene ninguna fila: quizá el filtro no dejó nada. Revíselo.", name=name)
        )
    refuse_not_given(column, name)
    if pd.api.types.is_bool_dtype(column) or not pd.api.types.is_numeric_dtype(column):
        for figure in column:
            _refuse_no_figure(name, figure)
    try:
        figures = column.astype("float64")
    except (TypeError, ValueError) as cause:
        raise _no_number(name, column.iloc[0]) from cause
    refuse_infinite(figures, name)
    return figures


def as_number(name: str, figure: Any) -> float:
    """Return a single figure as a number."""
    if isinstance(figure, list | tuple | np.ndarray | pd.Index):
        raise UnsuitableTable(
            _no_number(name, type(figure).__name__).args[0]
            + " "
            + text("Una lista no dice de qué fila es cada cifra: escriba pd.Series(cifras, index=nombres).")
        )
    if not pd.api.types.is_scalar(figure):
        raise _no_number(name, type(figure).__name__)
    refuse_not_given(pd.Series([figure], index=[""]), name)
    _refuse_no_figure(name, figure)
    try:
        number = float(figure)
    except (TypeError, ValueError) as cause:
        raise _no_number(name, figure) from cause
    refuse_infinite(pd.Series([number], index=[""]), name)
    return number


def refuse_infinite(figures: pd.Series, of: str = "") -> None:
    """Raise :class:`OutOfRange` for the first figure without end."""
    endless = figures[figures.abs() == math.inf]
    if len(endless):
        raise OutOfRange(
            text(
                "La cifra de «{label}» es infinita: suele venir de dividir antes entre cero. Revise ese paso.",
                label=row_name(of, endless.index[0]),
            )
        )


def _refuse_no_figure(name: str, figure: object) -> None:
    """Refuse what Python would take for a number without being told so: "1", and True for 1."""
    if isinstance(figure, str):
        mend = text("Es un texto: si lo que dice es un número, conviértalo antes con float() o pd.to_numeric().")
    elif isinstance(figure, bool | np.bool_):
        mend = text("Es verdadero o falso, una respuesta y no una cantidad: cuente antes cuántas hay con .sum().")
    else:
        return
    raise UnsuitableTable(_no_number(name, figure).args[0] + " " + mend)


def _no_number(name: str, arrived: object) -> UnsuitableTable:
    return UnsuitableTable(
        text(
            "«{name}» debe ser un número o una columna de números (una Series de pandas); llegó {arrived}.",
            name=name,
            arrived=arrived,
        )
    )
