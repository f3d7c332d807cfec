"""Who the migrants of some corridors are: women's share, and the share that stays in the region."""

from collections.abc import Collection

import pandas as pd

from corredores.indicators.labels import refuse_totals, refuse_years
from corredores.indicators.numbers import as_numbers
from corredores.indicators.refusals import (
    NotGiven,
    refuse_negative,
    refuse_text,
    refuse_zero,
    require_columns,
    row_name,
)
from corredores.language import text

SEXES = ("female", "male")


def womens_share(stock: pd.DataFrame) -> float:
    r"""Return women's share of the migrants of one or more corridors, persons pooled.

    .. math:: W = 100 \, \frac{\sum_i F_i}{\sum_i (F_i + M_i)}

    Parameters
    ----------
    stock : pandas.DataFrame
        Rows of the table ``stock`` (columns ``sex`` and ``stock``): one year, one or more corridors, with the rows of
        women :math:`F_i` and men :math:`M_i` of each (by ``origin`` and ``destination``, where it has them). Rows of
        the total, if there are any, are left out.

    Returns
    -------
    float
        Per cent, 0 to 100.

    Raises
    ------
    UnsuitableTable
        When a column is missing.
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, ZeroDenominator
        See :mod:`corredores.indicators.refusals`; :class:`NotGiven` also when a corridor lacks the row of a
        sex, and :class:`UnsuitableTable` when the table has no rows.

    Notes
    -----
    Interpretation: 52 says that 52 of 100 persons are women. Pooling weighs each corridor by its persons: the mean of
    the corridors' shares is another figure. Limit: sex as the publisher records it, two values. Source: standard.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"sex": ["female", "male", "total"], "stock": [30, 20, 50]})
    >>> womens_share(rows)
    60.0
    """
    require_columns(stock, ("sex", "stock"))
    corridor = [column for column in ("origin", "destination") if column in stock]
    _refuse_unpaired(stock, corridor)
    persons = _persons(stock[stock["sex"].isin(SEXES)], [*corridor, "sex"])
    women = persons[persons.index.get_level_values("sex") == "female"]
    return 100 * float(women.sum()) / float(persons.sum())


def intraregional_share(stock: pd.DataFrame, region: Collection[str]) -> float:
    r"""Return the share of the emigrants born in a region who live in the same region.

    .. math:: I = 100 \, \frac{\sum_{o \in R} \sum_{d \in R} S_{od}}{\sum_{o \in R} \sum_{d} S_{od}}

    Parameters
    ----------
    stock : pandas.DataFrame
        Rows of the table ``stock`` (columns ``origin``, ``destination``, ``stock``): one year and one sex.
    region : collection of str
        Codes of the countries of the region :math:`R`.

    Returns
    -------
    float
        Per cent, 0 to 100.

    Raises
    ------
    UnsuitableTable
        When a column is missing.
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 40 says that 40 of 100 known emigrants born in the region live in another country of it. The
    denominator is the region's *emigrants*; over its immigrants the figure is another. Limit: emigrants whose origin
    was folded into ``OTH`` are in neither sum. Source: standard.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"origin": ["NIC", "NIC"], "destination": ["CRI", "USA"], "stock": [30, 70]})
    >>> intraregional_share(rows, ["NIC", "CRI"])
    30.0
    """
    refuse_text("region", region)
    require_columns(stock, ("origin", "destination", "stock"))
    persons = _persons(stock[stock["origin"].isin(list(region))], ["origin", "destination"])
    within = persons.index.get_level_values("destination").isin(list(region))
    return 100 * float(persons[within].sum()) / float(persons.sum())


def _persons(rows: pd.DataFrame, keys: list[str]) -> pd.Series:
    """Return the stock by ``keys``, fit to be added up."""
    if "year" in rows:
        refuse_years(pd.Index(rows["year"]))
    persons = rows.set_index(keys)["stock"]
    if len(keys) > 1:
        refuse_totals(persons.index)
    if persons.empty:
        refuse_zero(0)
    figures = as_numbers("stock", persons)
    refuse_negative(figures, "stock")
    refuse_zero(float(figures.sum()))
    return figures


def _refuse_unpaired(rows: pd.DataFrame, corridor: list[str]) -> None:
    """Raise :class:`NotGiven` for the first corridor without women's or men's row: pooled, it would tilt the share."""
    by_corridor = rows.groupby(corridor)["sex"].agg(set) if corridor else pd.Series({"": set(rows["sex"])})
    for label, given in by_corridor.items():
        for sex in SEXES:
            if sex not in given:
                raise NotGiven(
                    text(
                        "No está dada la fila de «{label}», y no dada no es cero: sin mujeres y hombres de un corredor "
                        "no se sabe su proporción. Quite ese corredor y diga que el resultado es solo de los demás.",
                        label=row_name("", (*(label if isinstance(label, tuple) else (label,)), sex)),
                    )
                )
