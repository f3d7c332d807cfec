"""How fast a figure grew, and what a population gained or lost by migration."""

from corredores.indicators.figures import Figures, divisor, given, quantities, quotient


def annual_growth_rate(initial: Figures, final: Figures, years: Figures) -> Figures:
    r"""Return the compound annual growth rate between two figures.

    .. math:: 100 \left[ \left( \frac{S_1}{S_0} \right)^{1/n} - 1 \right]

    Parameters
    ----------
    initial : float or pandas.Series
        The figure at the beginning, :math:`S_0`; above zero.
    final : float or pandas.Series
        The figure at the end, :math:`S_1`, in the same unit.
    years : float or pandas.Series
        Years between the two, :math:`n`: intervals, not the number of figures. From 1990 to 2024, 34.

    Returns
    -------
    float or pandas.Series
        Per cent a year, -100 upward.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: growing by this rate each year leads from the first figure to the last. Limit: silent about what
    happened between; of two stocks it is no flow, since arrivals, departures and deaths are mixed. Source: standard.

    Examples
    --------
    >>> from corredores import data
    >>> stock = data.load("stock", origin="MEX", destination="USA", sex="total").set_index("year")["stock"]
    >>> round(annual_growth_rate(stock[1990], stock[2024], 2024 - 1990), 2)
    2.74
    """
    ratio = quotient(final=final, initial=initial)
    ratio, intervals = quantities(final=ratio, years=years)
    growth: Figures = ratio ** (1 / divisor(years=intervals))
    return 100 * (growth - 1)


def net_migration(
    *, initial_population: Figures, final_population: Figures, births: Figures, deaths: Figures
) -> Figures:
    r"""Return net migration as what births and deaths leave unexplained.

    .. math:: N = (P_1 - P_0) - (B - D)

    Parameters
    ----------
    initial_population, final_population : float or pandas.Series
        Persons at the beginning and at the end of the period, :math:`P_0` and :math:`P_1`.
    births, deaths : float or pandas.Series
        Of the whole period, :math:`B` and :math:`D`.

    Returns
    -------
    float or pandas.Series
        Persons over the period: positive where more came than left.

    Raises
    ------
    NegativeStock, NotGiven, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: arrivals minus departures, of nationals and foreigners together; how many moved is not known.
    Limit: a residual, so every error of the two counts, births and deaths ends up in it.

    References
    ----------
    .. [1] United Nations (1970), *Methods of Measuring Internal Migration*, Manual VI, chapter II (vital statistics
       method).

    Examples
    --------
    Invented figures, those of exercise 6 of module 2:

    >>> net_migration(initial_population=2_000_000, final_population=2_100_000, births=205_000, deaths=63_000)
    -42000.0
    """
    start, end, born, died = quantities(
        initial_population=initial_population, final_population=final_population, births=births, deaths=deaths
    )
    return (end - start) - (born - died)


def net_migration_rate(net: Figures, population: Figures, years: Figures) -> Figures:
    r"""Return net migration per 1,000 inhabitants and year.

    .. math:: 1000 \, \frac{N}{n \, \bar P}

    Parameters
    ----------
    net : float or pandas.Series
        Net migration of the period, :math:`N` (persons, any sign).
    population : float or pandas.Series
        Population in the middle of the period, :math:`\bar P` (persons): the mean of its beginning and end, or the
        mid-year figure of a single year.
    years : float or pandas.Series
        Length of the period, :math:`n`; 1 for the figures of one year.

    Returns
    -------
    float or pandas.Series
        Per 1,000 inhabitants a year, any sign.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: -4 says that migration took 4 of every 1,000 inhabitants each year. Limit: crude, so it mixes ages;
    0 may hide large flows both ways. Source: standard.

    Examples
    --------
    Invented figures, those of exercise 6 of module 2:

    >>> round(net_migration_rate(-42_000, (2_000_000 + 2_100_000) / 2, years=5), 2)
    -4.1
    """
    (balance,) = given(net=net)
    inhabitants, length = quantities(population=population, years=years)
    balance, person_years = given(net=balance, population=inhabitants * length)
    return 1000 * balance / divisor(population=person_years)
