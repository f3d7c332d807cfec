"""Figures that a formula must refuse, because it would answer and be wrong."""

import math
from collections.abc import Hashable

import pandas as pd

from corredores.language import text

_ROUNDING = 1e-9


class IndicatorError(ValueError):
    """An indicator was asked of figures on which it means nothing."""


class OutOfRange(IndicatorError):
    """A figure lies outside the values that it can have."""


class NegativeStock(OutOfRange):
    """A quantity of persons, jobs or money is below zero."""


class PartAboveWhole(OutOfRange):
    """A part is larger than the whole that should hold it."""


class ZeroDenominator(IndicatorError):
    """There is nobody, or nothing, to divide by."""


class NotGiven(IndicatorError):
    """A cell that the publisher does not give stands among those of the formula."""


class TotalAmongParts(IndicatorError):
    """A total (both sexes, the world) stands among its own parts and would be counted twice."""


class MixedYears(IndicatorError):
    """Figures of different years stand where the formula needs one.

    Years are compared where ``year`` is a level of the index, as ``set_index(["iso3", "year"])`` gives, or a column of
    the frame. A number, or a column that only countries name, does not say its year: there the caller has to look.
    """


class UnknownOption(IndicatorError):
    """A formula was asked for a convention that it does not have."""


class UnsuitableTable(IndicatorError):
    """A table lacks a column, a row or a country that the formula needs, or holds no numbers."""


def _written(value: float) -> str:
    return f"{value:.12g}"


def row_name(of: str, label: Hashable) -> str:
    """Return how a message names the row ``label`` of the column ``of``."""
    levels = label if isinstance(label, tuple) else (label,)
    return " · ".join(str(level) for level in (of, *levels) if level != "")


def refuse_negative(figures: pd.Series, of: str = "") -> None:
    """Raise :class:`NegativeStock` for the first figure below zero."""
    below = figures[figures < 0]
    if len(below):
        raise NegativeStock(
            text(
                "La cifra de «{label}» es {value} y no puede bajar de cero. Revísela: el signo, una resta, o un código "
                "con que la fuente dice que no está dada.",
                label=row_name(of, below.index[0]),
                value=_written(below.iloc[0]),
            )
        )


def refuse_outside(figures: pd.Series, of: str, lowest: float, highest: float = math.inf) -> None:
    """Raise :class:`OutOfRange` for the first figure below ``lowest`` or above ``highest``."""
    outside = figures[(figures < lowest) | (figures > highest)]
    if len(outside):
        label, value = row_name(of, outside.index[0]), outside.iloc[0]
        sentence = (
            text("«{label}» es {value} y no puede bajar de {limit}.", label=label, value=_written(value), limit=lowest)
            if value < lowest
            else text(
                "«{label}» es {value} y no puede pasar de {limit}.", label=label, value=_written(value), limit=highest
            )
        )
        raise OutOfRange(sentence + " " + text("Revise la cifra y su unidad."))


def refuse_unknown_option(name: str, value: object, options: tuple[str, ...]) -> None:
    """Raise :class:`UnknownOption` when ``value`` is none of the options."""
    if value not in options:
        raise UnknownOption(
            text(
                "«{name}» es «{value}» y la fórmula cambia con ello: escriba {options}.",
                name=name,
                value=value,
                options=" | ".join(options),
            )
        )


def refuse_not_given(figures: pd.Series, of: str = "") -> None:
    """Raise :class:`NotGiven` for the first blank cell."""
    blank = figures[figures.isna()]
    if not len(blank):
        return
    label = row_name(of, blank.index[0])
    if len(figures) == 1:
        raise NotGiven(
            text("La cifra de «{label}» no está dada, y no dada no es cero: sin ella no hay resultado.", label=label)
            + " "
            + text("Dígalo así, sin un número.")
        )
    raise NotGiven(
        text(
            "La celda de «{label}» no está dada, y no dada no es cero. Quítela con dropna() y diga que el "
            "resultado es solo de lo dado.",
            label=label,
        )
    )


def refuse_text(name: str, members: object) -> None:
    """Raise :class:`UnsuitableTable` for a text where a list of them is needed: it would be read letter by letter."""
    if isinstance(members, str):
        raise UnsuitableTable(
            text(
                "«{name}» es el texto «{arrived}» y debe ser una lista: escriba [{written}].",
                name=name,
                arrived=members,
                written=repr(members),
            )
        )


def refuse_zero_rows(figures: pd.Series, of: str = "") -> None:
    """Raise :class:`ZeroDenominator` for the first zero of a column by which each row is divided."""
    zero = figures[figures == 0]
    if len(zero):
        raise ZeroDenominator(
            text(
                "«{label}» es cero y habría que dividir entre esa cifra. Revísela; si de verdad es cero, no hay "
                "resultado: dígalo así.",
                label=row_name(of, zero.index[0]),
            )
        )


def refuse_part_above_whole(part: pd.Series, whole: pd.Series, of: tuple[str, str]) -> None:
    """Raise :class:`PartAboveWhole` for the first row where the part exceeds the whole."""
    above = part[part > whole * (1 + _ROUNDING)]
    if len(above):
        row = above.index[0]
        raise PartAboveWhole(
            text(
                "«{part}» es {part_value} y su total «{whole}» es {whole_value}: la parte no puede superar al todo. "
                "¿Son del mismo año, lugar y fuente, y están en ese orden?",
                part=row_name(of[0], row),
                part_value=_written(above.iloc[0]),
                whole=of[1],
                whole_value=_written(whole[part > whole * (1 + _ROUNDING)].iloc[0]),
            )
        )


def refuse_zero(denominator: float) -> None:
    """Raise :class:`ZeroDenominator` when there is nobody to divide by."""
    if denominator == 0:
        raise ZeroDenominator(
            text("La suma es cero: no hay nada que repartir ni entre qué dividir. Revise las cifras y el filtro.")
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
