"""Remittances: how much a country depends on them, how they grow, what sending them costs."""

from corredores.indicators.figures import Figures, column_of, divisor, given, quantities, quotient
from corredores.indicators.refusals import refuse_outside


def remittances_to_gdp(remittances: Figures, gdp: Figures) -> Figures:
    r"""Return remittances received as a share of the gross domestic product.

    .. math:: 100 \, \frac{R}{GDP}

    Parameters
    ----------
    remittances : float or pandas.Series
        Personal remittances received in a year, :math:`R`.
    gdp : float or pandas.Series
        Gross domestic product of the same year, in the same unit, at market prices and exchange rates.

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
    Interpretation: 24 says that remittances equal 24 of every 100 dollars produced in the country; they are no part of
    its product. Limit: recorded remittances only; a product at purchasing-power parity gives another, lower figure.

    References
    ----------
    .. [1] World Bank, World Development Indicators, "Personal remittances, received (% of GDP)",
       BX.TRF.PWKR.DT.GD.ZS.

    Examples
    --------
    >>> from corredores import data
    >>> received = data.load("remittances", iso3="SLV", year=2023)["received"].item()
    >>> product = data.load("economy", iso3="SLV", year=2023)["gdp"].item()
    >>> round(remittances_to_gdp(received, product), 3)
    24.689
    """
    return 100 * quotient(remittances=remittances, gdp=gdp)


def remittances_per_capita(remittances: Figures, population: Figures) -> Figures:
    r"""Return remittances received per inhabitant.

    .. math:: \frac{R}{P}

    Parameters
    ----------
    remittances : float or pandas.Series
        Remittances received in a year, :math:`R`; in dollars, not in millions, to read the result in dollars.
    population : float or pandas.Series
        Inhabitants of the receiving country in that year, :math:`P` (persons).

    Returns
    -------
    float or pandas.Series
        The unit of ``remittances`` per head, 0 upward.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: what each inhabitant would get if remittances were shared out equally; they are not, and most homes
    receive none. Limit: says nothing about who receives. Source: standard.

    Examples
    --------
    >>> from corredores import data
    >>> received = data.load("remittances", iso3="SLV", year=2023)["received"].item()
    >>> inhabitants = data.load("population", iso3="SLV", year=2023, sex="total")["population"].item()
    >>> round(remittances_per_capita(received, inhabitants), 2)
    1313.37
    """
    return quotient(remittances=remittances, population=population)


def real_growth(growth: Figures, inflation: Figures) -> Figures:
    r"""Return growth in constant prices.

    .. math:: 100 \left( \frac{1 + g/100}{1 + \pi/100} - 1 \right)

    Parameters
    ----------
    growth : float or pandas.Series
        Growth in current prices, :math:`g` (per cent, -100 upward).
    inflation : float or pandas.Series
        Growth of prices over the same time, :math:`\pi` (per cent, above -100), in the country and currency where the
        money is spent.

    Returns
    -------
    float or pandas.Series
        Per cent, -100 upward.

    Raises
    ------
    OutOfRange
        When one of them is below -100.
    NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: what the money buys grew by this much. Subtracting inflation is near it only where both are small.
    Limit: dollars may not be deflated with the prices of another currency: convert first, month by month.

    References
    ----------
    .. [1] Fisher, I. (1930), *The Theory of Interest*, Macmillan (the relation between nominal and real rates).

    Examples
    --------
    Invented figures: remittances grew by 8 per cent in pesos, prices by 10.

    >>> round(real_growth(8, 10), 2)
    -1.82
    """
    nominal, prices = given(growth=growth, inflation=inflation)
    for name, one in {"growth": nominal, "inflation": prices}.items():
        refuse_outside(column_of(one), name, lowest=-100)
    return 100 * ((1 + nominal / 100) / divisor(inflation=1 + prices / 100) - 1)


def sending_cost(fee: Figures, *, applied_rate: Figures, market_rate: Figures, amount: Figures) -> Figures:
    r"""Return the total cost of sending money: the fee and the margin of the exchange rate.

    .. math:: 100 \, \frac{f + A \, \frac{m - a}{m}}{A}

    Parameters
    ----------
    fee : float or pandas.Series
        What is charged, :math:`f`, in the currency sent.
    applied_rate, market_rate : float or pandas.Series
        Units of the receiving currency per unit sent: the rate that the provider applies, :math:`a`, and the one of
        the interbank market at that moment, :math:`m`.
    amount : float or pandas.Series
        What is sent, :math:`A`; the Sustainable Development Goals take 200 dollars.

    Returns
    -------
    float or pandas.Series
        Per cent of the amount sent. Below zero where the provider pays more than the market.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 4.07 says that 4.07 of every 100 dollars sent do not arrive. The goal is an average below 3 per cent
    and no corridor above 5. Limit: of one amount; a fixed fee weighs more on a smaller one. Cash-out charges and time
    are not in it.

    References
    ----------
    .. [1] World Bank, *Remittance Prices Worldwide*, methodology; Sustainable Development Goals, indicator 10.c.1.

    Examples
    --------
    An invented receipt, that of exercise 4 of module 6:

    >>> round(sending_cost(4, applied_rate=18.90, market_rate=19.30, amount=200), 2)
    4.07
    """
    charged, applied, market, sent = quantities(
        fee=fee, applied_rate=applied_rate, market_rate=market_rate, amount=amount
    )
    margin = (market - applied) / divisor(market_rate=market)
    return 100 * (charged / divisor(amount=sent) + margin)
