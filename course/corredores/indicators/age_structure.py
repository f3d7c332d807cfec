"""Who depends on whom, and who will replace those who retire."""

from corredores.indicators.figures import Figures, divisor, quantities, quotient


def dependency_ratio(*, children: Figures, working_age: Figures, older: Figures) -> Figures:
    r"""Return children and older persons per 100 persons of working age.

    .. math:: 100 \, \frac{P_{0-14} + P_{65+}}{P_{15-64}}

    Parameters
    ----------
    children, working_age, older : float or pandas.Series
        Persons aged 0 to 14, 15 to 64, 65 and over, in one year.

    Returns
    -------
    float or pandas.Series
        Persons per 100 of working age, 0 upward.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 50 says that two persons of working age stand beside each child or older person. Limit: ages stand
    for work, though many study, care without pay or work after 65. The course's ``population`` gives no ages.

    References
    ----------
    .. [1] United Nations, Department of Economic and Social Affairs, *World Population Prospects*, "Total dependency
       ratio (0–14 and 65+ per 100 of 15–64)".

    Examples
    --------
    Invented figures, in thousands:

    >>> dependency_ratio(children=240, working_age=650, older=85)
    50.0
    """
    young, active, old = quantities(children=children, working_age=working_age, older=older)
    return 100 * (young + old) / divisor(working_age=active)


def replacement_ratio(entering: Figures, leaving: Figures) -> Figures:
    r"""Return how many reach working age for every 100 who near retirement.

    .. math:: 100 \, \frac{P_{15-24}}{P_{55-64}}

    Parameters
    ----------
    entering, leaving : float or pandas.Series
        Persons aged 15 to 24 and 55 to 64, in one year.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 upward.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: below 100, fewer will enter the labour market than leave it, unless migration adds some. Limit: ages
    stand for work, as in :func:`dependency_ratio`; who studies longer enters later. Source: standard.

    Examples
    --------
    Invented figures, in thousands:

    >>> replacement_ratio(entering=180, leaving=60)
    300.0
    """
    return 100 * quotient(entering=entering, leaving=leaving)
