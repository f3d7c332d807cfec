"""Numbers and columns alike: what every formula asks of its figures before it divides them."""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import pandas as pd

from corredores.indicators.labels import refuse_repeated, refuse_totals
from corredores.indicators.numbers import as_number, as_numbers
from corredores.indicators.positions import refuse_paired_by_place, refuse_unnamed_rows
from corredores.indicators.refusals import (
    MixedYears,
    UnsuitableTable,
    refuse_negative,
    refuse_part_above_whole,
    refuse_zero_rows,
    row_name,
)
from corredores.language import text

Figures = TypeVar("Figures", float, pd.Series)


def given(**figures: Figures) -> tuple[Figures, ...]:
    """Return the figures as numbers, columns on the rows of the first; none may be blank.

    Beside a column, a number stands for the same figure in every row.
    """
    return tuple(_aligned(figures))


def quantities(**figures: Figures) -> tuple[Figures, ...]:
    """Return the figures as :func:`given` does; none may be below zero."""
    checked = given(**figures)
    for name, one in zip(figures, checked, strict=True):
        refuse_negative(column_of(one), name)
    return checked


def divisor(**figure: Figures) -> Figures:
    """Return the only figure, in which there may be no zero."""
    ((name, one),) = figure.items()
    refuse_zero_rows(column_of(one), name)
    return one


def within(**figures: Figures) -> None:
    """Refuse a part, the first figure, that is larger than its whole, the second."""
    name, whole_name = figures
    part, whole = figures.values()
    refuse_part_above_whole(column_of(part), column_of(whole), (name, whole_name))


def quotient(**figures: Figures) -> Figures:
    """Return the first of two quantities over the second."""
    _, below = figures
    dividend, divided_by = quantities(**figures)
    return dividend / divisor(**{below: divided_by})


def proportion(**figures: Figures) -> Figures:
    """Return the first of two quantities, a part, over the second, the whole that holds it."""
    name, whole_name = figures
    part, whole = quantities(**figures)
    share = part / divisor(**{whole_name: whole})
    within(**{name: part, whole_name: whole})
    return share


def parts_of_one_whole(**figures: pd.Series) -> tuple[pd.Series, ...]:
    """Return columns whose rows will be added up: quantities, of one year, without totals among their parts."""
    for name, one in figures.items():
        if isinstance(one, pd.Series):
            refuse_unnamed_rows(one, name)
            refuse_totals(one.index)
    return quantities(**figures)


def _aligned(figures: Mapping[str, Any]) -> list[Any]:
    arrived = {name: one for name, one in figures.items() if isinstance(one, pd.Series)}
    refuse_paired_by_place(arrived)
    columns = {name: as_numbers(name, one) for name, one in arrived.items()}
    numbers = {name: as_number(name, one) for name, one in figures.items() if name not in columns}
    if not columns:
        return list(numbers.values())
    first = next(iter(columns))
    rows = {name: _on_rows_of(columns[first], one, (first, name)) for name, one in columns.items()}
    spread = {name: pd.Series(one, index=columns[first].index) for name, one in numbers.items()}
    # Side by side in one frame, so that each column, and what is computed from any, carries the sources of all.
    together = pd.concat({**rows, **spread}, axis="columns")
    return [together[name] for name in figures]


def column_of(figure: float | pd.Series) -> pd.Series:
    """Return a column; a number becomes one row without a label, so that messages name it by its column alone."""
    return figure if isinstance(figure, pd.Series) else pd.Series([figure], index=[""])


def like(figure: Figures, column: pd.Series) -> Figures:
    """Return a column as its figure was given: a column, or the number of its only row."""
    arrived: Any = figure
    answer: Figures = cast(Any, column if isinstance(arrived, pd.Series) else float(column.iloc[0]))
    return answer


def _on_rows_of(first: pd.Series, other: pd.Series, names: tuple[str, str]) -> pd.Series:
    if other.index.equals(first.index):
        return other
    _refuse_other_years(first.index, other.index, names)
    alone = set(first.index) ^ set(other.index)
    if alone:
        raise UnsuitableTable(
            text(
                "«{first}» y «{other}» no tienen las mismas filas: {label} está solo en una de las dos. Dé a ambas el "
                "mismo índice, por ejemplo con set_index, y quite lo que falte en una.",
                first=names[0],
                other=names[1],
                label=row_name("", min(alone, key=str)),
            )
        )
    refuse_repeated(first.index)
    return other.reindex(first.index)


def _refuse_other_years(first: pd.Index, other: pd.Index, names: tuple[str, str]) -> None:
    if "year" not in first.names or "year" not in other.names:
        return
    years, others = (sorted(set(index.get_level_values("year"))) for index in (first, other))
    if years != others:
        raise MixedYears(
            text(
                "«{first}» es de {years} y «{other}» de {others}: un cociente de años distintos no mide ninguno. "
                "Use el mismo año en ambas.",
                first=names[0],
                years=", ".join(map(str, years)),
                other=names[1],
                others=", ".join(map(str, others)),
            )
        )
