"""Shares, rates and growth: worked figures, limits and what the two conventions have to do with each other."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import (
    UnknownOption,
    ZeroDenominator,
    annual_growth_rate,
    dependency_ratio,
    emigration_rate,
    immigrant_share,
    net_migration,
    net_migration_rate,
    replacement_ratio,
)

PERSONS = st.integers(min_value=1, max_value=10**9)


def test_nobody_and_everybody_came_from_elsewhere() -> None:
    """A share is 0 where nobody is a migrant and 100 where all are."""
    assert immigrant_share(0, 500) == 0
    assert immigrant_share(500, 500) == 100


@given(PERSONS, PERSONS)
def test_the_two_conventions_are_one_another(emigrants: int, residents: int) -> None:
    """With e = E/P, the other convention is e/(1 + e): never larger, and always below 100."""
    over_residents = emigration_rate(emigrants, residents, base="residents")
    over_both = emigration_rate(emigrants, residents, base="residents_and_emigrants")
    assert over_both == pytest.approx(100 * over_residents / (100 + over_residents))
    assert over_both <= min(over_residents, 100)


def test_as_many_abroad_as_at_home() -> None:
    """E = P is 100 per cent of the residents and half of all."""
    assert emigration_rate(7, 7, base="residents") == 100
    assert emigration_rate(7, 7, base="residents_and_emigrants") == 50


def test_the_convention_has_to_be_named() -> None:
    with pytest.raises(UnknownOption, match="escriba residents"):
        emigration_rate(1, 2, base="population")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="base"):
        emigration_rate(1, 2)  # type: ignore[call-arg]


def test_emigration_of_columns() -> None:
    emigrants, residents = pd.Series({"SLV": 20, "GTM": 10}), pd.Series({"GTM": 90, "SLV": 80})
    assert emigration_rate(emigrants, residents, base="residents").to_dict() == {
        "SLV": 25.0,
        "GTM": pytest.approx(100 / 9),
    }
    both = emigration_rate(emigrants, residents, base="residents_and_emigrants")
    assert both.to_dict() == {"SLV": 20.0, "GTM": 10.0}
    with pytest.raises(ZeroDenominator):
        emigration_rate(0, 0, base="residents_and_emigrants")


def test_growth_of_exercise_m01_e6() -> None:
    """From 3.2 to 4.3 million in five years is 6.1 per cent a year."""
    assert annual_growth_rate(3.2, 4.3, 5) == pytest.approx(6.1, abs=0.05)


def test_growth_at_its_limits() -> None:
    """No change is 0, doubling in one year 100, and losing everybody -100, whatever the years."""
    assert annual_growth_rate(5, 5, 34) == 0
    assert annual_growth_rate(5, 10, 1) == pytest.approx(100)
    assert annual_growth_rate(5, 0, 34) == -100


@given(PERSONS, PERSONS, st.integers(min_value=1, max_value=40))
def test_growth_leads_from_the_first_to_the_last(first: int, last: int, years: int) -> None:
    """Compounding the rate over the years gives the last figure back: the definition of the rate."""
    assert first * (1 + annual_growth_rate(first, last, years) / 100) ** years == pytest.approx(last)


@given(PERSONS, PERSONS, st.integers(min_value=2, max_value=1000))
def test_growth_knows_no_unit(first: int, last: int, unit: int) -> None:
    assert annual_growth_rate(first * unit, last * unit, 10) == pytest.approx(annual_growth_rate(first, last, 10))


def test_net_migration_of_exercise_m02_e6() -> None:
    net = net_migration(initial_population=2_000_000, final_population=2_100_000, births=205_000, deaths=63_000)
    assert net == -42_000
    assert net_migration_rate(net, (2_000_000 + 2_100_000) / 2, 5) == pytest.approx(-4.10, abs=0.005)


@given(PERSONS, PERSONS, PERSONS, PERSONS)
def test_the_balancing_equation_balances(initial: int, births: int, deaths: int, final: int) -> None:
    """Start + births - deaths + net migration is the end: net migration is defined as what makes it so."""
    net = net_migration(initial_population=initial, final_population=final, births=births, deaths=deaths)
    assert initial + births - deaths + net == final


def test_net_migration_rates_of_the_region() -> None:
    """Column by column as the table gives them: sign and size follow net migration."""
    rows = data.load("population", iso3=["CHL", "SLV", "VEN"], year=2024, sex="total").set_index("iso3")
    rates = net_migration_rate(rows["net_migration"], rows["population"], pd.Series(1, index=rows.index))
    assert (rates.gt(0) == rows["net_migration"].gt(0)).all()
    assert rates["SLV"] == pytest.approx(1000 * rows.loc["SLV", "net_migration"] / rows.loc["SLV", "population"])


def test_dependency_at_its_limits() -> None:
    """Nobody too young or too old is 0; as many dependants as persons of working age is 100."""
    assert dependency_ratio(children=0, working_age=650, older=0) == 0
    assert dependency_ratio(children=300, working_age=650, older=350) == 100


def test_replacement_at_its_limits() -> None:
    """Generations of one size replace each other: 100."""
    assert replacement_ratio(60, 60) == 100
    assert replacement_ratio(0, 60) == 0
