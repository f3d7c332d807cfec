"""Who the migrants of some corridors are: women's share, and the share that stays in the region."""

from collections.abc import Collection

import pandas as pd

from corredores.indicators.refusals import (
    TotalAmongParts,
    refuse_negative,
    refuse_not_given,
    refuse_repeated,
    refuse_world,
    refuse_zero,
    require_columns,
)
from corredores.language import text


def womens_share(stock: pd.DataFrame) -> float:
    r"""Return women's share of the migrants of one or more corridors, persons pooled.

    .. math:: W = 100 \, \frac{\sum_i F_i}{\sum_i (F_i + M_i)}

    Parameters
    ----------
    stock : pandas.DataFrame
        Rows of the table ``stock`` (columns ``sex`` and ``stock``): one year, one or more corridors, with the rows of
        women :math:`F_i` and men :math:`M_i`. Rows of the total, if there are any, are left out.

    Returns
    -------
    float
        Per cent, 0 to 100.

    Raises
    ------
    UnsuitableTable
        When a column is missing.
    NegativeStock, NotGiven, TotalAmongParts, ZeroDenominator
        See :mod:`corredores.indicators.refusals`; :class:`NotGiven` also when one of the sexes has no rows.

    Notes
    -----
    Interpretation: 52 says that 52 of 100 persons are women. Pooling weighs each corridor by its persons: the mean of
    the corridors' shares is another figure. Limit: sex as the publisher records it, two values. Source: standard.

    Examples
    --------
    >>> rows = pd.DataFrame({"sex": ["female", "male", "total"], "stock": [30, 20, 50]})
    >>> womens_share(rows)
    60.0
    """
    require_columns(stock, ("sex", "stock"))
    parts = stock[stock["sex"].isin(["female", "male"])]
    if "origin" in parts and "destination" in parts:
        _refuse_repeated_rows(parts, ["origin", "destination", "sex"])
    persons = parts.set_index("sex")["stock"]
    refuse_not_given(persons.reindex(["female", "male"]) if persons.index.nunique() < 2 else persons)
    refuse_negative(persons)
    total = float(persons.sum())
    refuse_zero(total)
    return 100 * float(persons[persons.index == "female"].sum()) / total


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
    NegativeStock, NotGiven, TotalAmongParts, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 40 says that 40 of 100 known emigrants born in the region live in another country of it. The
    denominator is the region's *emigrants*; over its immigrants the figure is another. Limit: emigrants whose origin
    was folded into ``OTH`` are in neither sum. Source: standard.

    Examples
    --------
    >>> rows = pd.DataFrame({"origin": ["NIC", "NIC"], "destination": ["CRI", "USA"], "stock": [30, 70]})
    >>> intraregional_share(rows, ["NIC", "CRI"])
    30.0
    """
    require_columns(stock, ("origin", "destination", "stock"))
    born = stock[stock["origin"].isin(list(region))]
    _refuse_repeated_rows(born, ["origin", "destination"])
    persons = born.set_index(["origin", "destination"])["stock"]
    refuse_not_given(persons)
    refuse_negative(persons)
    total = float(persons.sum())
    refuse_zero(total)
    return 100 * float(born.loc[born["destination"].isin(list(region)), "stock"].sum()) / total


def _refuse_repeated_rows(rows: pd.DataFrame, keys: list[str]) -> None:
    if "year" in rows and rows["year"].nunique() > 1:
        raise TotalAmongParts(
            text("La tabla trae varios años y se sumarían como si fueran personas distintas. Elija uno.")
        )
    refuse_world(pd.Index(rows["origin"].unique()))
    refuse_repeated(pd.Index([" · ".join(map(str, row)) for row in rows[keys].itertuples(index=False)]))
