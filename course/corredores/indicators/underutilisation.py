"""Labour underutilisation beyond unemployment: LU2, LU3 and LU4 of the 19th conference of labour statisticians."""

from corredores.indicators.figures import Figures, divisor, quantities, within


def lu2(*, time_related_underemployed: Figures, unemployed: Figures, labour_force: Figures) -> Figures:
    r"""Return LU2: time-related underemployment and unemployment over the labour force.

    .. math:: LU_2 = 100 \, \frac{TRU + U}{LF}

    Parameters
    ----------
    time_related_underemployed : float or pandas.Series
        Employed persons with few hours who want and could work more, :math:`TRU`.
    unemployed, labour_force : float or pandas.Series
        As in :func:`corredores.indicators.unemployment_rate`, :math:`U` and :math:`LF`.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100; never below the unemployment rate.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 of the labour force, how many lack work or hours. Limit: hours only, not skills or pay;
    each country sets its own threshold of few hours.

    References
    ----------
    .. [1] International Labour Organization (2013), *Resolution concerning statistics of work, employment and labour
       underutilization*, 19th International Conference of Labour Statisticians, paragraph 73.

    Examples
    --------
    Invented figures, in thousands:

    >>> round(lu2(time_related_underemployed=720, unemployed=640, labour_force=9_240), 2)
    14.72
    """
    hours, seeking, force = quantities(
        time_related_underemployed=time_related_underemployed, unemployed=unemployed, labour_force=labour_force
    )
    share = (hours + seeking) / divisor(labour_force=force)
    within(underutilised=hours + seeking, labour_force=force)
    return 100 * share


def lu3(*, unemployed: Figures, potential_labour_force: Figures, labour_force: Figures) -> Figures:
    r"""Return LU3: unemployment and the potential labour force over the extended labour force.

    .. math:: LU_3 = 100 \, \frac{U + PLF}{LF + PLF}

    Parameters
    ----------
    unemployed, labour_force : float or pandas.Series
        As in :func:`corredores.indicators.unemployment_rate`, :math:`U` and :math:`LF`.
    potential_labour_force : float or pandas.Series
        Persons who seek work but are not available, or are available but do not seek, :math:`PLF`.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100; never below the unemployment rate.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: adds those whom the unemployment rate leaves out because they gave up seeking. They enter numerator
    *and* denominator. Limit: needs a survey that asks about availability.

    References
    ----------
    .. [1] International Labour Organization (2013), as in :func:`lu2`.

    Examples
    --------
    Invented figures, in thousands:

    >>> round(lu3(unemployed=640, potential_labour_force=410, labour_force=9_240), 2)
    10.88
    """
    seeking, potential, force = quantities(
        unemployed=unemployed, potential_labour_force=potential_labour_force, labour_force=labour_force
    )
    share = (seeking + potential) / divisor(extended_labour_force=force + potential)
    within(unemployed=seeking, labour_force=force)
    return 100 * share


def lu4(
    *,
    time_related_underemployed: Figures,
    unemployed: Figures,
    potential_labour_force: Figures,
    labour_force: Figures,
) -> Figures:
    r"""Return LU4, the composite measure of labour underutilisation.

    .. math:: LU_4 = 100 \, \frac{TRU + U + PLF}{LF + PLF}

    Parameters
    ----------
    time_related_underemployed, unemployed, potential_labour_force, labour_force : float or pandas.Series
        As in :func:`lu2` and :func:`lu3`.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100; the largest of the four.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, PartAboveWhole, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 who work or would, how many lack work, hours, or the chance to seek. Limit: adds unlike
    situations; publish it with its three parts.

    References
    ----------
    .. [1] International Labour Organization (2013), as in :func:`lu2`.

    Examples
    --------
    Invented figures, those of exercise 1 of module 4, in thousands:

    >>> round(
    ...     lu4(
    ...         time_related_underemployed=720,
    ...         unemployed=640,
    ...         potential_labour_force=410,
    ...         labour_force=8_600 + 640,
    ...     ),
    ...     2,
    ... )
    18.34
    """
    hours, seeking, potential, force = quantities(
        time_related_underemployed=time_related_underemployed,
        unemployed=unemployed,
        potential_labour_force=potential_labour_force,
        labour_force=labour_force,
    )
    share = (hours + seeking + potential) / divisor(extended_labour_force=force + potential)
    within(underutilised=hours + seeking, labour_force=force)
    return 100 * share
