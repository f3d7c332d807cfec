"""How many of those who live here came from elsewhere, and how many of ours live elsewhere."""

from typing import Literal

from corredores.indicators.figures import Figures, divisor, proportion, quantities, quotient
from corredores.indicators.refusals import refuse_unknown_option


def immigrant_share(stock: Figures, population: Figures) -> Figures:
    r"""Return the share of a population that was born abroad.

    .. math:: 100 \, \frac{S_d}{P_d}

    Parameters
    ----------
    stock : float or pandas.Series
        Migrants who live in the destination, from every origin: :math:`S_d` (persons).
    population : float or pandas.Series
        All who live there in the same year, :math:`P_d` (persons).

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
    Interpretation: 12 says that 12 of every 100 inhabitants are migrants, as the publisher counts them (by birth in
    most countries, by citizenship in the rest). Limit: stock and population must be of the same year; a high share
    says nothing about recent arrivals.

    References
    ----------
    .. [1] United Nations, Department of Economic and Social Affairs (2020), *International Migration 2020 Highlights*.

    Examples
    --------
    >>> from corredores import data
    >>> migrants = data.load("stock", origin="WLD", destination="CRI", year=2024, sex="total")["stock"].item()
    >>> inhabitants = data.load("population", iso3="CRI", year=2024, sex="total")["population"].item()
    >>> round(immigrant_share(migrants, inhabitants), 2)
    12.25
    """
    return 100 * proportion(stock=stock, population=population)


def emigration_rate(
    emigrants: Figures, population: Figures, *, base: Literal["residents", "residents_and_emigrants"]
) -> Figures:
    r"""Return emigrants over the population of their country, by one of the two conventions in use.

    .. math:: 100 \, \frac{E_o}{P_o} \qquad \text{or} \qquad 100 \, \frac{E_o}{P_o + E_o}

    Parameters
    ----------
    emigrants : float or pandas.Series
        Persons born in the country who live in another, :math:`E_o`.
    population : float or pandas.Series
        Who lives in the country in the same year, :math:`P_o` (persons).
    base : {"residents", "residents_and_emigrants"}
        The denominator, which has to be named: :math:`P_o` alone, or :math:`P_o + E_o`.

    Returns
    -------
    float or pandas.Series
        Per cent. Over residents and emigrants 0 to 100; over residents alone it may pass 100.

    Raises
    ------
    UnknownOption
        When ``base`` is neither.
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: over residents and emigrants, 20 says that 20 of every 100 persons of the country live abroad.
    Limit: known emigrants only, so a lower bound; residents include immigrants. Figures of the two conventions may not
    be compared: quote the convention with the figure.

    References
    ----------
    .. [1] Docquier, F. and Marfouk, A. (2006), "International migration by education attainment, 1990–2000", in Özden
       and Schiff (eds.), *International Migration, Remittances and the Brain Drain*, World Bank (second convention).

    Examples
    --------
    >>> from corredores import data
    >>> abroad = data.load("stock", origin="SLV", year=2024, sex="total")["stock"].sum()
    >>> residents = data.load("population", iso3="SLV", year=2024, sex="total")["population"].item()
    >>> round(emigration_rate(abroad, residents, base="residents"), 2)
    28.95
    >>> round(emigration_rate(abroad, residents, base="residents_and_emigrants"), 2)
    22.45
    """
    refuse_unknown_option("base", base, ("residents", "residents_and_emigrants"))
    if base == "residents":
        return 100 * quotient(emigrants=emigrants, population=population)
    abroad, residents = quantities(emigrants=emigrants, population=population)
    return 100 * abroad / divisor(population=abroad + residents)
