"""Emigration of persons with tertiary education."""

from corredores.indicators.figures import Figures, divisor, quantities


def tertiary_emigration_rate(emigrants: Figures, residents: Figures) -> Figures:
    r"""Return the emigration rate of persons with tertiary education.

    .. math:: 100 \, \frac{E_t}{E_t + N_t}

    Parameters
    ----------
    emigrants, residents : float or pandas.Series
        Persons aged 25 and over with tertiary education who live abroad, :math:`E_t`, and in the country,
        :math:`N_t`.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 graduates of the country, how many live abroad. It is not the share of graduates among
    emigrants, which is a composition. Limit: graduates who studied abroad count too; a high rate in a small state may
    be few persons.

    References
    ----------
    .. [1] Docquier, F. and Marfouk, A. (2006), "International migration by education attainment, 1990–2000", in Özden
       and Schiff (eds.), *International Migration, Remittances and the Brain Drain*, World Bank.

    Examples
    --------
    Invented country, that of exercise 6 of module 11, in thousands:

    >>> round(tertiary_emigration_rate(48, 26), 2)
    64.86
    """
    abroad, home = quantities(emigrants=emigrants, residents=residents)
    return 100 * abroad / divisor(emigrants_and_residents=abroad + home)


def selectivity(
    *, tertiary_emigrants: Figures, tertiary_residents: Figures, emigrants: Figures, residents: Figures
) -> Figures:
    r"""Return how much more graduates emigrate than the whole population.

    .. math:: \frac{E_t / (E_t + N_t)}{E / (E + N)}

    Parameters
    ----------
    tertiary_emigrants, tertiary_residents : float or pandas.Series
        As in :func:`tertiary_emigration_rate`, :math:`E_t` and :math:`N_t`.
    emigrants, residents : float or pandas.Series
        Of every schooling, of the same ages, :math:`E` and :math:`N`.

    Returns
    -------
    float or pandas.Series
        Ratio, 0 upward; 1 where graduates emigrate as everybody does.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 3.5 says that a graduate is 3.5 times as likely to live abroad. Limit: bounded above by 100 over the
    general rate, so small where everybody emigrates.

    References
    ----------
    .. [1] Docquier and Marfouk (2006), as in :func:`tertiary_emigration_rate`.

    Examples
    --------
    Invented country, that of exercise 6 of module 11, in thousands:

    >>> round(selectivity(tertiary_emigrants=48, tertiary_residents=26, emigrants=90, residents=400), 2)
    3.53
    """
    graduates, graduates_home, everybody, everybody_home = quantities(
        tertiary_emigrants=tertiary_emigrants,
        tertiary_residents=tertiary_residents,
        emigrants=emigrants,
        residents=residents,
    )
    rate = tertiary_emigration_rate(graduates, graduates_home)
    return rate / divisor(emigrants=tertiary_emigration_rate(everybody, everybody_home))
