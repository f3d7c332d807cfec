"""How unlike two distributions are: half the sum of the differences of their shares."""

import pandas as pd

from corredores.indicators.figures import parts_of_one_whole
from corredores.indicators.refusals import refuse_zero


def dissimilarity(**groups: pd.Series) -> float:
    """Return the index of dissimilarity of two groups over the same categories, 0 to 1."""
    first, second = parts_of_one_whole(**groups)
    for group in (first, second):
        refuse_zero(float(group.sum()))
    return float((first / first.sum() - second / second.sum()).abs().sum()) / 2


def duncan_index(women: pd.Series, men: pd.Series) -> float:
    r"""Return the Duncan index of segregation between women and men.

    .. math:: D = \frac{1}{2} \sum_i \left| \frac{f_i}{F} - \frac{m_i}{M} \right|

    Parameters
    ----------
    women, men : pandas.Series
        Persons by occupation or sector, :math:`f_i` and :math:`m_i`: the same categories, one year, without their
        total.

    Returns
    -------
    float
        0 (spread alike) to 1 (no category holds both).

    Raises
    ------
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 0.4 says that, if the men stayed, 40 per cent of the women would have to change category (or the
    reverse) for both to be spread alike. It is no pay gap. Limit: grows with the detail of the classification, so three
    sectors hide most segregation; symmetrical, so it does not say which side gains. A total under a name of its own
    (``labour_force`` among the sectors) looks like one more category and cannot be told from one: leave it out.

    References
    ----------
    .. [1] Duncan, O. D. and Duncan, B. (1955), "A methodological analysis of segregation indexes", *American
       Sociological Review* 20(2), 210–217.

    Examples
    --------
    El Salvador in 2024 over three sectors (jobs derived from modelled rates):

    >>> from corredores import data
    >>> sectors = ["agriculture_jobs", "industry_jobs", "services_jobs"]
    >>> rows = data.load("labour", indicator=sectors, iso3="SLV", year=2024)
    >>> jobs = rows.pivot(index="indicator", columns="sex", values="value")
    >>> round(duncan_index(jobs["female"], jobs["male"]), 3)
    0.289
    """
    return dissimilarity(women=women, men=men)


def mismatch_index(unemployed: pd.Series, vacancies: pd.Series) -> float:
    r"""Return the Jackman–Roper index of mismatch between unemployed persons and vacancies.

    .. math:: MM = \frac{1}{2} \sum_i \left| \frac{U_i}{U} - \frac{V_i}{V} \right|

    Parameters
    ----------
    unemployed, vacancies : pandas.Series
        By occupation or place, :math:`U_i` and :math:`V_i`: the same categories and date, without their total.

    Returns
    -------
    float
        0 (both spread alike) to 1 (all who seek are where there are no vacancies).

    Raises
    ------
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 0.2 says that 20 per cent of the unemployed would have to change category for both to be spread
    alike. Limit: nothing about how many vacancies there are; registers miss who seeks and offers elsewhere. A total
    under a name of its own cannot be told from a category: leave it out.

    References
    ----------
    .. [1] Jackman, R. and Roper, S. (1987), "Structural unemployment", *Oxford Bulletin of Economics and Statistics*
       49(1), 9–36.

    Examples
    --------
    Invented figures:

    >>> import pandas as pd
    >>> unemployed = pd.Series({"cooks": 300, "welders": 100})
    >>> vacancies = pd.Series({"cooks": 20, "welders": 20})
    >>> mismatch_index(unemployed, vacancies)
    0.25
    """
    return dissimilarity(unemployed=unemployed, vacancies=vacancies)
