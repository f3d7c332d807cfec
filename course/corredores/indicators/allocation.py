"""Bilateral remittances that nobody recorded: a country's total, shared out by rules among its corridors."""

import pandas as pd

from corredores.indicators.figures import column_of, parts_of_one_whole, quantities
from corredores.indicators.refusals import UnsuitableTable, refuse_outside, refuse_zero
from corredores.language import text


def allocate_remittances(
    total: float,
    stock: pd.Series,
    *,
    income: pd.Series | None = None,
    income_at_home: float | None = None,
    exponent: float = 0.75,
) -> pd.Series:
    r"""Return a country's remittances shared out among the destinations of its emigrants.

    .. math:: R_j = R \, \frac{w_j}{\sum_k w_k}, \qquad w_j = M_j, \quad M_j \, Y_j \quad \text{or} \quad M_j \, r_j

    .. math:: r_j = Y_0 \;\text{ if } Y_j < Y_0, \qquad r_j = Y_0 + (Y_j - Y_0)^{\beta} \;\text{ otherwise}

    Parameters
    ----------
    total : float
        What the country receives in a year, :math:`R`, in any unit of money.
    stock : pandas.Series
        Its emigrants by destination, :math:`M_j` (persons): one year, both sexes together.
    income : pandas.Series, optional
        Income per head of each destination, :math:`Y_j`. Without it, rule 1: by persons alone.
    income_at_home : float, optional
        Income per head at the origin, :math:`Y_0`, in the same unit. Without it, rule 2: persons times income; with it,
        rule 3: both incomes.
    exponent : float
        :math:`\beta` of both incomes, 0 to 1.

    Returns
    -------
    pandas.Series
        By destination, in the order and unit given; they add up to ``total``.

    Raises
    ------
    UnsuitableTable
        When stock and income are not of the same destinations, or the home's income comes without the others.
    OutOfRange, NegativeStock, NotGiven, TotalAmongParts, MixedYears, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: an *estimate*: what each corridor would send if all migrants remitted alike, or in proportion to
    what they may earn. No money was counted. Limit: destinations left out get nothing, so their money lands on the
    rest. Multiplying by the home's income would change nothing, since it is the same for every corridor. The form of
    :math:`r_j` and 0.75 are the course's simplification: the texts below name both incomes, not how they are joined.

    References
    ----------
    .. [1] *Migration and Remittances during the Global Financial Crisis and Beyond*, World Bank, chapter 2, annex
       "Estimating Bilateral Remittances", page 31: persons, persons times income, both incomes.
    .. [2] *The Day After Tomorrow*, World Bank, box 17.4: :math:`R_{ij} = f(M_{ij}, y_i, y_j)`, after Ratha, D. and
       Shaw, W. (2007), *South–South Migration and Remittances*.

    Examples
    --------
    El Salvador in 2023, millions of dollars, over three destinations:

    >>> from corredores import data
    >>> received = data.load("remittances", iso3="SLV", year=2023)["received"].item() / 1e6
    >>> three = ["USA", "MEX", "CAN"]
    >>> rows = data.load("stock", origin="SLV", destination=three, year=2024, sex="total")
    >>> stock = rows.set_index("destination")["stock"]
    >>> income = data.load("economy", iso3=three, year=2023).set_index("iso3")["gni_per_head"]
    >>> home = data.load("economy", iso3="SLV", year=2023)["gni_per_head"].item()
    >>> allocate_remittances(received, stock).round(1).to_dict()
    {'CAN': 242.5, 'MEX': 274.2, 'USA': 7770.1}
    >>> allocate_remittances(received, stock, income=income).round(1).to_dict()
    {'CAN': 174.4, 'MEX': 42.7, 'USA': 8069.8}
    >>> allocate_remittances(received, stock, income=income, income_at_home=home).round(1).to_dict()
    {'CAN': 216.2, 'MEX': 168.0, 'USA': 7902.7}
    """
    if income is None and income_at_home is not None:
        raise UnsuitableTable(
            text(
                "Dio income_at_home sin income: el ingreso del origen es igual para todos los destinos y por sí solo "
                "no cambia el reparto. Dé también el ingreso de cada destino."
            )
        )
    (persons,) = parts_of_one_whole(stock=stock)
    (received,) = quantities(total=total)
    weights = persons if income is None else persons * _sent_by_each(persons, income, income_at_home, exponent)
    whole = float(weights.sum())
    refuse_zero(whole)
    return received * weights / whole


def _sent_by_each(persons: pd.Series, income: pd.Series, income_at_home: float | None, exponent: float) -> pd.Series:
    """Return what each migrant of a destination would send, up to a factor common to all."""
    _, there = quantities(stock=persons, income=income)
    if income_at_home is None:
        return there
    (home,) = quantities(income_at_home=income_at_home)
    refuse_outside(column_of(exponent), "exponent", lowest=0, highest=1)
    return home + ((there - home).clip(lower=0) ** exponent).where(there >= home, 0.0)
