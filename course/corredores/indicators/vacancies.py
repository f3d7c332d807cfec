"""Vacancies against jobs and against those who seek one."""

from corredores.indicators.figures import Figures, divisor, quantities, quotient


def vacancy_rate(vacancies: Figures, employed: Figures) -> Figures:
    r"""Return the job vacancy rate.

    .. math:: \frac{V}{V + E}

    Parameters
    ----------
    vacancies : float or pandas.Series
        Unfilled paid posts for which someone outside is sought, :math:`V`.
    employed : float or pandas.Series
        Filled posts of the same date, :math:`E`.

    Returns
    -------
    float or pandas.Series
        Share of all posts, 0 to 1. Multiply by 100 for the per cent of Eurostat.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 0.03 says that 3 of every 100 posts stand empty. The denominator is filled *and* empty posts.
    Limit: a vacancy that nobody announces is not counted; one unfilled at that pay is not yet a shortage.

    References
    ----------
    .. [1] Eurostat, *Statistics Explained*, "Glossary: Job vacancy rate (JVR)".

    Examples
    --------
    A month of an occupation in the synthetic register of an invented country:

    >>> from corredores import data
    >>> rows = data.load("vacancy_register", country="Auroria", isco2="22", month=1)
    >>> round(vacancy_rate(rows["vacancies"].item(), rows["employed"].item()), 3)
    0.03
    """
    empty, filled = quantities(vacancies=vacancies, employed=employed)
    return empty / divisor(posts=empty + filled)


def tightness(vacancies: Figures, unemployed: Figures) -> Figures:
    r"""Return labour market tightness: vacancies per unemployed person.

    .. math:: \theta = \frac{V}{U}

    Parameters
    ----------
    vacancies : float or pandas.Series
        Unfilled posts, :math:`V`; of several months, their sum.
    unemployed : float or pandas.Series
        Persons who seek a job, :math:`U`, of the same months.

    Returns
    -------
    float or pandas.Series
        Vacancies per person, 0 upward.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 0.5 says that two persons seek each vacancy; from 1 upward there are vacancies for all, if they
    suited. Limit: of a year, divide sum by sum: the mean of monthly ratios is another figure. A register knows only
    its own vacancies and job-seekers.

    References
    ----------
    .. [1] Pissarides, C. A. (2000), *Equilibrium Unemployment Theory*, 2nd edition, MIT Press, chapter 1.

    Examples
    --------
    The Netherlands, first quarter of 2019, in thousands (Statistics Netherlands):

    >>> round(tightness(277, 316), 2)
    0.88
    """
    return quotient(vacancies=vacancies, unemployed=unemployed)
