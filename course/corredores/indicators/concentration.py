"""How concentrated the destinations of an origin are (or the origins of a destination)."""

from collections.abc import Iterable

import pandas as pd

from corredores.indicators.figures import parts_of_one_whole
from corredores.indicators.labels import UNNAMED
from corredores.indicators.refusals import (
    TotalAmongParts,
    UnsuitableTable,
    refuse_zero,
)
from corredores.language import text

Stocks = pd.Series | Iterable[float]


def shares(stock: Stocks) -> pd.Series:
    r"""Return the share of each corridor in the sum of the corridors.

    .. math:: s_i = \frac{S_i}{\sum_j S_j}

    Parameters
    ----------
    stock : pandas.Series or iterable of numbers
        Persons :math:`S_i`, one figure a corridor: the destinations of one origin, one year, one sex. A column of a
        table of the course needs its countries as index; a bare list is taken as it is.

    Returns
    -------
    pandas.Series
        Shares, 0 to 1, in the order given; they add up to 1. Multiply by 100 for per cent.

    Raises
    ------
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 0.74 says that 74 of 100 persons counted live in that destination. Limit: the sum holds only the
    corridors that the publisher names, so shares are of the *known* emigrants, a lower bound. Source: standard.

    Examples
    --------
    >>> shares([60, 30, 10]).tolist()
    [0.6, 0.3, 0.1]
    """
    (persons,) = parts_of_one_whole(stock=stock if isinstance(stock, pd.Series) else pd.Series(list(stock)))
    total = float(persons.sum())
    refuse_zero(total)
    return persons / total


def concentration_ratio(stock: Stocks, k: int = 1) -> float:
    r"""Return the share of the ``k`` largest corridors together, CR-k.

    .. math:: CR_k = \sum_{i=1}^{k} s_{(i)}, \qquad s_{(1)} \ge s_{(2)} \ge \dots

    Parameters
    ----------
    stock : pandas.Series or iterable of numbers
        As in :func:`shares`.
    k : int
        How many corridors, at least 1; 1 when there are fewer corridors than ``k``.

    Returns
    -------
    float
        0 to 1. Multiply by 100 for per cent.

    Raises
    ------
    UnsuitableTable
        When ``k`` is not a positive whole number.
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        As :func:`shares`.

    Notes
    -----
    Interpretation: CR3 near 1 means that knowing three destinations is knowing nearly all. Limit: silent about how the
    ``k`` divide it among themselves; :func:`herfindahl` is not. Source: standard in industrial economics.

    Examples
    --------
    >>> round(concentration_ratio([60, 30, 10], k=2), 3)
    0.9
    """
    if int(k) != k or k < 1:
        raise UnsuitableTable(text("k es {k}: escriba cuántos destinos contar, 1 o más.", k=k))
    return float(_of_countries(stock).nlargest(int(k)).sum())


def herfindahl(stock: Stocks) -> float:
    r"""Return the Herfindahl–Hirschman index of the corridors.

    .. math:: HHI = \sum_i s_i^2

    Parameters
    ----------
    stock : pandas.Series or iterable of numbers
        As in :func:`shares`. ``OTH`` is refused: it is many countries, and the index would take it for one.

    Returns
    -------
    float
        1/n (``n`` equal corridors) to 1 (a single one). Some publish it times 10 000.

    Raises
    ------
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        As :func:`shares`.

    Notes
    -----
    Interpretation: the probability that two emigrants taken at random (with replacement) live in the same
    destination. It says how they are spread, not how many they are. Limit: corridors folded into ``OTH`` are missing,
    so it is the index of the named corridors. Source: Herfindahl (1950), Hirschman (1964).

    Examples
    --------
    >>> round(herfindahl([60, 30, 10]), 3)
    0.46
    """
    return float((_of_countries(stock) ** 2).sum())


def effective_number(stock: Stocks) -> float:
    r"""Return the effective number of corridors: how many equal ones would be as concentrated.

    .. math:: N = \frac{1}{HHI}

    Parameters
    ----------
    stock : pandas.Series or iterable of numbers
        As in :func:`herfindahl`.

    Returns
    -------
    float
        1 to the number of corridors.

    Raises
    ------
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        As :func:`shares`.

    Notes
    -----
    Interpretation: 2.2 says "as if emigrants were spread evenly over a little more than two destinations". Limits as
    :func:`herfindahl`. Source: Laakso and Taagepera (1979), for parties.

    Examples
    --------
    >>> effective_number([25, 25, 25, 25])
    4.0
    """
    return 1 / herfindahl(stock)


def _of_countries(stock: Stocks) -> pd.Series:
    named = shares(stock)
    if UNNAMED in named.index:
        raise TotalAmongParts(
            text("OTH reúne muchos países sin nombrar y aquí contaría como uno solo. Quítelo y diga que lo quitó.")
        )
    return named
