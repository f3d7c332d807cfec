"""Two indicators of the eighth Sustainable Development Goal: young people left out, and informal employment."""

from corredores.indicators.figures import Figures, divisor, proportion, quantities, within


def neet_rate(*, youth: Figures, employed: Figures, in_education_not_employed: Figures) -> Figures:
    r"""Return the share of young people in neither employment, education nor training.

    .. math:: 100 \, \frac{Y - E_Y - S_Y}{Y}

    Parameters
    ----------
    youth : float or pandas.Series
        All persons aged 15 to 24, :math:`Y`.
    employed : float or pandas.Series
        Those who work, students or not, :math:`E_Y`.
    in_education_not_employed : float or pandas.Series
        Those in education or training who do not work, :math:`S_Y`. Who studies *and* works counts once, above.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 to 100.

    Raises
    ------
    PartAboveWhole
        When those who work or study are more than all.
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 young people, how many are in neither. It is not youth unemployment: the denominator is
    all, and it holds those who care for others without pay, most of them women. Limit: seeks no cause.

    References
    ----------
    .. [1] United Nations, metadata of indicator 8.6.1 of the Sustainable Development Goals (International Labour
       Organization).

    Examples
    --------
    Invented figures, in thousands:

    >>> neet_rate(youth=1_000, employed=380, in_education_not_employed=410)
    21.0
    """
    everyone, working, studying = quantities(
        youth=youth, employed=employed, in_education_not_employed=in_education_not_employed
    )
    share = (everyone - working - studying) / divisor(youth=everyone)
    within(employed_or_in_education=working + studying, youth=everyone)
    return 100 * share


def informality_rate(informal: Figures, employed: Figures) -> Figures:
    r"""Return the proportion of informal employment.

    .. math:: 100 \, \frac{E_{inf}}{E}

    Parameters
    ----------
    informal : float or pandas.Series
        Persons in informal jobs, :math:`E_{inf}`: without the protection of law or custom, in any kind of firm.
    employed : float or pandas.Series
        All employed persons of the same activities, :math:`E`.

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
    Interpretation: of every 100 jobs, how many are informal. Say whether agriculture is in it: the two figures differ
    much. Limit: informal *employment* is more than the informal *sector*; national definitions differ.

    References
    ----------
    .. [1] United Nations, metadata of indicator 8.3.1 of the Sustainable Development Goals (International Labour
       Organization).

    Examples
    --------
    Mexico, third quarter of 2017 (National Institute of Statistics and Geography):

    >>> round(informality_rate(29_987_215, 52_400_000), 1)
    57.2
    """
    return 100 * proportion(informal=informal, employed=employed)
