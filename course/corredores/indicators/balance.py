"""Who gains and who loses in a matrix of origins (rows) and destinations (columns)."""

import pandas as pd

from corredores.indicators.figures import parts_of_one_whole
from corredores.indicators.matrices import closed_system, refuse_other_countries
from corredores.indicators.refusals import UnsuitableTable, refuse_zero
from corredores.language import text


def net_stock(matrix: pd.DataFrame, country: str, *, skip_not_given: bool = False) -> float:
    r"""Return immigrants minus emigrants of a country within a closed system.

    .. math:: N_c = \sum_{o \ne c} M_{oc} - \sum_{d \ne c} M_{cd}

    Parameters
    ----------
    matrix : pandas.DataFrame
        Persons :math:`M_{od}`, origins as index, destinations as columns, the same countries in both.
    country : str
        One of them.
    skip_not_given : bool
        Add up the given cells only, and so answer for those alone; by default a blank cell is refused.

    Returns
    -------
    float
        Persons, any sign: positive where more people born elsewhere live in the country than people born in the
        country live elsewhere. The net stocks of all countries add up to 0.

    Raises
    ------
    UnsuitableTable
        When rows and columns are not the same countries, or ``country`` is not one of them.
    NegativeStock, NotGiven, TotalAmongParts
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: a balance of *stocks*, of people present at a date; it is no flow of a year. The diagonal is left
    out: whoever lives where they were born has not migrated. Limit: countries outside the matrix do not count.
    Source: standard; the balance of a corridor matrix.

    Examples
    --------
    >>> import pandas as pd
    >>> matrix = pd.DataFrame([[None, 30], [10, None]], index=["NIC", "CRI"], columns=["NIC", "CRI"])
    >>> net_stock(matrix, "CRI")
    20.0
    """
    closed = closed_system(matrix, skip_not_given)
    if country not in closed.index:
        raise UnsuitableTable(
            text(
                "«{country}» no está en la matriz; están {countries}.",
                country=country,
                countries=", ".join(map(str, closed.index)),
            )
        )
    arrivals, departures = closed.sum(axis="index"), closed.sum(axis="columns")
    return float(arrivals[country]) - float(departures[country])


def migration_effectiveness(matrix: pd.DataFrame, *, skip_not_given: bool = False) -> float:
    r"""Return the migration effectiveness index of a closed system, MEI.

    .. math:: MEI = 100 \, \frac{\sum_c |D_c - O_c|}{\sum_c (D_c + O_c)}

    with :math:`D_c` the immigrants (column sum) and :math:`O_c` the emigrants (row sum) of country ``c``.

    Parameters
    ----------
    matrix : pandas.DataFrame
        As in :func:`net_stock`.
    skip_not_given : bool
        As in :func:`net_stock`.

    Returns
    -------
    float
        0 (every country gains what it loses) to 100 (each only receives or only sends), in per cent.

    Raises
    ------
    UnsuitableTable, NegativeStock, NotGiven, TotalAmongParts
        As :func:`net_stock`.
    ZeroDenominator
        When nobody moved.

    Notes
    -----
    Interpretation: of every 100 movements, how many changed the distribution between countries. Limit: made for flows;
    on stocks it compares who is present, whenever they came.

    References
    ----------
    .. [1] Bell, M. et al. (2002), "Cross-national comparison of internal migration: issues and measures", *Journal of
       the Royal Statistical Society A* 165(3), 435–464.

    Examples
    --------
    >>> import pandas as pd
    >>> matrix = pd.DataFrame([[None, 30], [10, None]], index=["NIC", "CRI"], columns=["NIC", "CRI"])
    >>> migration_effectiveness(matrix)
    50.0
    """
    closed = closed_system(matrix, skip_not_given)
    arrivals, departures = closed.sum(axis="index"), closed.sum(axis="columns")
    moved = float((arrivals + departures).sum())
    refuse_zero(moved)
    return 100 * float((arrivals - departures).abs().sum()) / moved


def aggregate_net_migration_rate(matrix: pd.DataFrame, population: pd.Series, *, skip_not_given: bool = False) -> float:
    r"""Return the aggregate net migration rate of a closed system, ANMR.

    .. math:: ANMR = 50 \, \frac{\sum_c |D_c - O_c|}{\sum_c P_c}

    with :math:`D_c` and :math:`O_c` as in :func:`migration_effectiveness`.

    Parameters
    ----------
    matrix : pandas.DataFrame
        As in :func:`net_stock`.
    population : pandas.Series
        Inhabitants of each country of the matrix, :math:`P_c` (persons), countries as index.
    skip_not_given : bool
        As in :func:`net_stock`.

    Returns
    -------
    float
        Per cent of the population, 0 upward: what migration moved from some countries to others.

    Raises
    ------
    UnsuitableTable
        When matrix and population are not of the same countries.
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, ZeroDenominator
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: 2 says that 2 of every 100 inhabitants would have to go back for no country to have gained or lost.
    It is the effectiveness times the intensity of migration, over 100. Limit: as :func:`migration_effectiveness`.

    References
    ----------
    .. [1] Bell, M. et al. (2002), as in :func:`migration_effectiveness`.

    Examples
    --------
    >>> import pandas as pd
    >>> matrix = pd.DataFrame([[None, 30], [10, None]], index=["NIC", "CRI"], columns=["NIC", "CRI"])
    >>> aggregate_net_migration_rate(matrix, pd.Series({"NIC": 600, "CRI": 400}))
    2.0
    """
    closed = closed_system(matrix, skip_not_given)
    (inhabitants,) = parts_of_one_whole(population=population)
    refuse_other_countries(closed.index, inhabitants.index)
    arrivals, departures = closed.sum(axis="index"), closed.sum(axis="columns")
    residents = float(inhabitants.sum())
    refuse_zero(residents)
    return 50 * float((arrivals - departures).abs().sum()) / residents
