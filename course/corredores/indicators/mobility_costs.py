"""What getting a job abroad costs a worker, and what is left of its pay."""

from corredores.indicators.figures import Figures, divisor, quantities, quotient


def recruitment_cost(cost: Figures, monthly_income: Figures) -> Figures:
    r"""Return the recruitment cost borne by each worker, in months of the pay abroad.

    .. math:: \frac{C_i}{w_i}

    Parameters
    ----------
    cost : float or pandas.Series
        What the worker paid to get the job, :math:`C_i`; 0 for who paid nothing, and those stay in.
    monthly_income : float or pandas.Series
        What the *same* worker earned in a month abroad, :math:`w_i`, in the same currency.

    Returns
    -------
    float or pandas.Series
        Months of pay, 0 upward, one a person. The indicator of a group is the mean of these, or their median; total
        costs over total pay are another figure.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 2 says that two months of pay went into getting the job. By the principles of fair recruitment it
    should be 0. Limit: short seasonal stays lie outside the indicator; who never left is not asked.

    References
    ----------
    .. [1] International Labour Organization and World Bank (2019), *Statistics for SDG indicator 10.7.1: Guidelines for
       their collection*.

    Examples
    --------
    Three invented workers:

    >>> import pandas as pd
    >>> months = recruitment_cost(pd.Series([0, 900, 3_000]), pd.Series([500, 450, 600]))
    >>> months.tolist()
    [0.0, 2.0, 5.0]
    >>> round(float(months.mean()), 2), float(months.median())
    (2.33, 2.0)
    """
    return quotient(cost=cost, monthly_income=monthly_income)


def disposable_income_ppp(
    *, net_pay: Figures, housing: Figures, ppp_destination: Figures, home_wage: Figures, ppp_origin: Figures
) -> Figures:
    r"""Return what is left of the pay abroad after rent, in times the wage at home, by what it buys where it is spent.

    .. math:: \frac{(w - h) / PPP_d}{w_0 / PPP_o}

    Parameters
    ----------
    net_pay, housing : float or pandas.Series
        A month's pay after deductions, :math:`w`, and a month's rent, :math:`h`, in the destination's currency.
    home_wage : float or pandas.Series
        A month's pay at home, :math:`w_0`, in the origin's currency.
    ppp_destination, ppp_origin : float or pandas.Series
        Purchasing power parity factors of the year, local currency per international dollar.

    Returns
    -------
    float or pandas.Series
        Times the home wage, any sign; below 0 where rent takes more than the pay.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 3 says that what is left buys three times as much there as the home wage buys at home. What is sent
    home goes by the market rate instead. Limit: the factors are of whole countries and of all that is produced, not of
    a city or of a worker's basket; rent at home is not in it. Source: standard.

    Examples
    --------
    Invented figures:

    >>> round(
    ...     disposable_income_ppp(net_pay=2_400, housing=700, ppp_destination=1.0, home_wage=3_000, ppp_origin=4.0), 2
    ... )
    2.27
    """
    pay, rent, there, wage, here = quantities(
        net_pay=net_pay, housing=housing, ppp_destination=ppp_destination, home_wage=home_wage, ppp_origin=ppp_origin
    )
    abroad = (pay - rent) / divisor(ppp_destination=there)
    return abroad / divisor(home_wage=wage / divisor(ppp_origin=here))
