"""Pay of women and men."""

import pandas as pd

from corredores.indicators.figures import Figures, divisor, parts_of_one_whole, quantities
from corredores.indicators.refusals import refuse_zero


def pay_gap(men: Figures, women: Figures) -> Figures:
    r"""Return the gender pay gap: how much less women earn than men, in per cent of men's pay.

    .. math:: 100 \, \frac{m - f}{m}

    Parameters
    ----------
    men, women : float or pandas.Series
        Mean or median pay, :math:`m` and :math:`f`, of the same time unit: an hour, a month.

    Returns
    -------
    float or pandas.Series
        Per cent of men's pay, up to 100; below 0 where women earn more.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 20 says that women earn 80 where men earn 100. Say which: mean or median, hour or month; the
    hourly and the monthly gap may have opposite signs. Limit: unadjusted, so it mixes unequal pay with unequal jobs and
    hours; the base is men's pay, so swapping the sexes does more than turn the sign.

    References
    ----------
    .. [1] International Labour Organization (2018), *Global Wage Report 2018/19: What lies behind gender pay gaps*.

    Examples
    --------
    Mean monthly earnings in Mexico, 2024:

    >>> from corredores import data
    >>> pay = data.load("earnings_monthly", iso3="MEX", year=2024, area="national").set_index("sex")["value"]
    >>> round(pay_gap(men=pay["male"], women=pay["female"]), 2)
    16.17
    """
    his, hers = quantities(men=men, women=women)
    return 100 * (his - hers) / divisor(men=his)


def factor_weighted_pay_gap(men: pd.Series, women: pd.Series, employees: pd.Series) -> float:
    r"""Return the factor-weighted gender pay gap: the gaps within groups, weighted by all employees of each.

    .. math:: \sum_k \pi_k \, 100 \, \frac{m_k - f_k}{m_k}, \qquad \pi_k = \frac{n_k}{\sum_j n_j}

    Parameters
    ----------
    men, women : pandas.Series
        Mean pay in each group :math:`k` (by education and hours, say), :math:`m_k` and :math:`f_k`.
    employees : pandas.Series
        Employees of the group, women and men together, :math:`n_k`; of a survey, the sum of their weights.

    Returns
    -------
    float
        Per cent, up to 100; below 0 where women earn more.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, TotalAmongParts, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: the gap between women and men who are alike in the factors that make the groups. Weights are shares
    of *all* employees: men's shares, or none, give other figures. Limit: a group without women or men has no gap and
    has to be left out, and said; small groups decide much. The International Labour Organization uses four factors.

    References
    ----------
    .. [1] International Labour Organization (2018), *Global Wage Report 2018/19: What lies behind gender pay gaps*,
       part II.

    Examples
    --------
    Invented figures:

    >>> import pandas as pd
    >>> men = pd.Series({"part time": 10.0, "full time": 20.0})
    >>> women = pd.Series({"part time": 11.0, "full time": 17.0})
    >>> employees = pd.Series({"part time": 400, "full time": 600})
    >>> round(factor_weighted_pay_gap(men, women, employees), 2)
    5.0
    """
    his, hers, persons = parts_of_one_whole(men=men, women=women, employees=employees)
    refuse_zero(float(persons.sum()))
    gaps = pay_gap(his, hers)
    return float((gaps * persons).sum()) / float(persons.sum())
