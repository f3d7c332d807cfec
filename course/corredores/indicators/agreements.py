"""Following up a labour agreement, and whom a treaty reaches."""

from collections.abc import Collection

import pandas as pd

from corredores.data import require_country
from corredores.indicators.figures import Figures, parts_of_one_whole, quotient
from corredores.indicators.labels import UNNAMED, WORLD
from corredores.indicators.refusals import TotalAmongParts, UnsuitableTable, refuse_text, refuse_zero
from corredores.language import text


def fill_rate(departed: Figures, quota: Figures) -> Figures:
    r"""Return how much of an agreed quota was used.

    .. math:: 100 \, \frac{d}{q}

    Parameters
    ----------
    departed : float or pandas.Series
        Workers who left with a job under the agreement, :math:`d` (persons): not who applied, was selected or got a
        visa.
    quota : float or pandas.Series
        Places agreed for the same period, :math:`q`.

    Returns
    -------
    float or pandas.Series
        Per cent, 0 upward; above 100 where more left than was agreed.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: of every 100 places, how many were used. By sex it exists only where the quota is by sex. Limit:
    a full quota says nothing about conditions. Source: this course, after the follow-up of bilateral agreements.

    Examples
    --------
    Invented figures, those of exercise 4 of module 10:

    >>> round(fill_rate(150 + 830, 1_200), 2)
    81.67
    """
    return 100 * quotient(departed=departed, quota=quota)


def complaints_per_thousand(complaints: Figures, departed: Figures) -> Figures:
    r"""Return complaints per 1,000 workers who left.

    .. math:: 1000 \, \frac{c}{d}

    Parameters
    ----------
    complaints : float or pandas.Series
        Complaints received in a year, :math:`c`.
    departed : float or pandas.Series
        Workers who left under the agreement that year, :math:`d` (persons), not contracts.

    Returns
    -------
    float or pandas.Series
        Per 1,000 workers, 0 upward.

    Raises
    ------
    NegativeStock, NotGiven, ZeroDenominator, MixedYears, UnsuitableTable
        See :mod:`corredores.indicators.refusals`.

    Notes
    -----
    Interpretation: more complaints may mean worse conditions or a door that works at last; read it with how to complain
    and what came of it. Limit: one worker may complain twice. Source: this course, as :func:`fill_rate`.

    Examples
    --------
    Invented figures, those of exercise 5 of module 10:

    >>> complaints_per_thousand(31, 620)
    50.0
    """
    return 1000 * quotient(complaints=complaints, departed=departed)


def treaty_coverage(stock: pd.Series, parties: Collection[str]) -> float:
    r"""Return the share of a country's emigrants who live in a state party to a treaty.

    .. math:: 100 \, \frac{\sum_{d \in T} S_d}{\sum_d S_d}

    Parameters
    ----------
    stock : pandas.Series
        Emigrants by destination, :math:`S_d` (persons): one year, both sexes together, destinations as index.
    parties : collection of str
        Codes or names of the states for which the treaty is in force, :math:`T`: ratified or acceded, not only signed.
        Filter ``conventions`` by convention *and* status: it has a row for every state, party or not, and with all of
        them the answer is near 100.

    Returns
    -------
    float
        Per cent, 0 to 100.

    Raises
    ------
    corredores.data.UnknownName
        When a party or a destination is no country.
    NegativeStock, NotGiven, TotalAmongParts, MixedYears, UnsuitableTable, ZeroDenominator
        See :mod:`corredores.indicators.refusals`; :class:`UnsuitableTable` also when there are no parties.

    Notes
    -----
    Interpretation: of every 100 known emigrants, how many live where the treaty binds. It binds the state where they
    work; that the origin ratified does not help them there. Limit: known destinations; being bound is not complying.
    Source: this course.

    Examples
    --------
    Bolivia's emigrants of 2024 and the Convention on migrant workers of 1990 (status of August 2022):

    >>> from corredores import data
    >>> stock = data.load("stock", origin="BOL", year=2024, sex="total").set_index("destination")["stock"]
    >>> parties = data.load("conventions", convention="ICMW 1990", status="state party")["iso3"]
    >>> round(treaty_coverage(stock, parties), 2)
    66.1
    """
    (persons,) = parts_of_one_whole(stock=stock)
    if UNNAMED in persons.index:
        raise TotalAmongParts(
            text("OTH reúne muchos países sin nombrar: no se sabe si el tratado los obliga. Quítelo y dígalo.")
        )
    bound = _states(parties)
    whole = float(persons.sum())
    refuse_zero(whole)
    return 100 * sum(float(living) for code, living in persons.items() if require_country(str(code)) in bound) / whole


def _states(parties: Collection[str]) -> set[str]:
    """Return the codes of states, none of which may be unknown: it would count as a state where nobody lives."""
    refuse_text("parties", parties)
    codes = {require_country(str(party)) for party in parties}
    if not codes or codes & {WORLD, UNNAMED}:
        raise UnsuitableTable(
            text(
                "En «parties» no hay Estados uno por uno: dé la lista de los que ratificaron o se adhirieron. Quizá el "
                "filtro no dejó ninguno."
            )
        )
    return codes
