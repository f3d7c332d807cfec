"""Who the migrants of some corridors are: women's share, and the share that stays in the region."""

from collections.abc import Collection

import pandas as pd

from corredores.indicators.labels import refuse_totals, refuse_years
from corredores.indicators.refusals import refuse_negative, refuse_not_given, refuse_zero, require_columns


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
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, ZeroDenominator
        See :mod:`corredores.indicators.refusals`; :class:`NotGiven` also when one of the sexes has no rows.

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
    parts = stock[stock["sex"].isin(["female", "male"])]
    persons = _persons(parts, ["origin", "destination", "sex"] if {"origin", "destination"} <= set(parts) else ["sex"])
    refuse_not_given(pd.Series(parts["sex"].unique()).value_counts().reindex(["female", "male"]))
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
    refuse_not_given(persons)
    refuse_negative(persons)
    refuse_zero(float(persons.sum()))
    return persons
