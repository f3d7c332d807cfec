"""Who works, who seeks work and who takes part: the first rates of every labour force survey."""

from corredores.indicators.figures import Figures, proportion


def unemployment_rate(unemployed: Figures, labour_force: Figures) -> Figures:
    r"""Return the unemployment rate, LU1.

    .. math:: LU_1 = 100 \, \frac{U}{LF}

    Parameters
    ----------
    unemployed : float or pandas.Series
        Persons without work, seeking it and available, :math:`U`; of a survey, the sum of their weights.
    labour_force : float or pandas.Series
        Employed and unemployed, :math:`LF`, of the same date and ages.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 who work or seek work, how many seek it. Those who do neither are in no part of it.
    Limit: low where nobody can afford to be unemployed; rates by the resolutions of 1982 and 2013 do not compare, since
    producers for own use left employment.

    References
    ----------
    .. [1] International Labour Organization (2013), *Resolution concerning statistics of work, employment and labour
       underutilization*, 19th International Conference of Labour Statisticians, paragraph 73.

    Examples
    --------
    Norway, third quarter of 2016, thousands of persons (Statistics Norway):

    >>> round(unemployment_rate(138, 2_804), 1)
    4.9
    """
    return 100 * proportion(unemployed=unemployed, labour_force=labour_force)


def participation_rate(labour_force: Figures, working_age_population: Figures) -> Figures:
    r"""Return the labour force participation rate.

    .. math:: 100 \, \frac{LF}{P}

    Parameters
    ----------
    labour_force : float or pandas.Series
        Employed and unemployed, :math:`LF` (persons).
    working_age_population : float or pandas.Series
        Everyone of the same ages, :math:`P`: 15 and over, or as the publisher says.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 persons of working age, how many work or seek work. Limit: unpaid care is no part of
    the labour force, so a low rate of women's does not mean little work.

    References
    ----------
    .. [1] International Labour Organization (2013), as in :func:`unemployment_rate`.

    Examples
    --------
    Invented figures, in thousands:

    >>> participation_rate(650, 1_000)
    65.0
    """
    return 100 * proportion(labour_force=labour_force, working_age_population=working_age_population)


def employment_population_ratio(employed: Figures, working_age_population: Figures) -> Figures:
    r"""Return the employment-to-population ratio.

    .. math:: 100 \, \frac{E}{P}

    Parameters
    ----------
    employed : float or pandas.Series
        Persons who worked for pay or profit at least one hour, :math:`E`.
    working_age_population : float or pandas.Series
        As in :func:`participation_rate`.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100: the participation rate times the employed share of the labour force.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 persons of working age, how many work. Limit: silent about hours, pay and protection.

    References
    ----------
    .. [1] International Labour Organization (2013), as in :func:`unemployment_rate`.

    Examples
    --------
    Invented figures, in thousands:

    >>> employment_population_ratio(600, 1_000)
    60.0
    """
    return 100 * proportion(employed=employed, working_age_population=working_age_population)
