"""Remittances: dependence, growth in constant prices, cost of sending, and sharing out a total."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import (
    NegativeStock,
    NotGiven,
    OutOfRange,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
    allocate_remittances,
    annual_growth_rate,
    real_growth,
    remittances_per_capita,
    remittances_to_gdp,
    sending_cost,
)

AMOUNT = st.floats(min_value=1, max_value=1e6)
RATE = st.floats(min_value=0.01, max_value=1e4)
STOCKS = st.lists(st.integers(min_value=1, max_value=10**7), min_size=2, max_size=6)


def test_cost_of_exercise_m06_e4() -> None:
    """4.00 of fee, 18.90 applied against 19.30 on the market, 200 dollars: 4.07 per cent."""
    assert sending_cost(4, applied_rate=18.90, market_rate=19.30, amount=200) == pytest.approx(4.07, abs=0.005)


@given(AMOUNT, RATE, AMOUNT)
def test_without_margin_the_cost_is_the_fee(fee: float, rate: float, amount: float) -> None:
    """At the market's rate nothing is lost in exchange, so only the fee is left: 100 f / A."""
    found = sending_cost(fee, applied_rate=rate, market_rate=rate, amount=amount)
    assert found == pytest.approx(100 * fee / amount)


@given(AMOUNT, RATE, RATE, AMOUNT, st.floats(min_value=0.001, max_value=1000))
def test_cost_knows_no_currency(fee: float, applied: float, market: float, amount: float, unit: float) -> None:
    """Quoting the receiving currency in another unit changes both rates alike and leaves the cost."""
    cost = sending_cost(fee, applied_rate=applied, market_rate=market, amount=amount)
    other = sending_cost(fee, applied_rate=applied * unit, market_rate=market * unit, amount=amount)
    assert other == pytest.approx(cost, rel=1e-6, abs=1e-6)


def test_a_better_rate_than_the_market_is_a_gift() -> None:
    assert sending_cost(0, applied_rate=20, market_rate=19, amount=200) < 0


def test_real_growth_at_its_limits() -> None:
    """Without inflation growth is real; where prices grow as fast, nothing was gained; nothing left buys nothing."""
    assert real_growth(7, 0) == pytest.approx(7)
    assert real_growth(7, 7) == pytest.approx(0)
    assert real_growth(-100, 7) == -100


def test_mexico_2022_2023_of_exercise_m06_e10() -> None:
    """Dollars grew by 7.56, pesos fell by 5.32 and pesos of constant value by 10.20 per cent."""
    received = data.load("remittances_mexico", flow="received", breakdown="total").set_index("month")["remittances"]
    prices = data.load("prices_mexico").set_index("month")
    months = pd.DataFrame(
        {
            "dollars": received,
            "pesos": received * prices["exchange_rate"],
            "constant": received * prices["exchange_rate"] / prices["cpi"],
        }
    ).dropna()
    years = months.groupby(months.index.str[:4]).sum()
    growth = annual_growth_rate(years.loc["2022"], years.loc["2023"], pd.Series(1, index=years.columns))
    assert growth.round(2).to_dict() == {"dollars": 7.56, "pesos": -5.32, "constant": -10.20}
    mean_prices = prices.groupby(prices.index.str[:4])["cpi"].mean()
    inflation = annual_growth_rate(mean_prices["2022"], mean_prices["2023"], 1)
    assert real_growth(growth["pesos"], inflation) == pytest.approx(-10.20, abs=0.1)


def test_share_of_gdp_as_the_world_bank_derives_it() -> None:
    """Of every country with both figures, what the table says that the publisher's share is."""
    received = data.load("remittances", year=2023).set_index("iso3")
    product = data.load("economy", year=2023).set_index("iso3")["gdp"].dropna()
    both = received[received["received"].notna() & received.index.isin(product.index)]
    found = remittances_to_gdp(both["received"], product.loc[both.index])
    assert len(found) > 100
    pd.testing.assert_series_equal(found, both["received_share"].astype("float64"), check_names=False, atol=1e-6)
    with pytest.raises(NotGiven, match="remittances · "):
        remittances_to_gdp(received["received"], product.reindex(received.index))


def test_no_remittances_is_none_a_head() -> None:
    assert remittances_per_capita(0, 5) == 0


def test_rule_1_shares_by_persons_and_rule_2_by_income_too() -> None:
    """Twice the persons, twice the money; and with rule 2, twice the income too."""
    stock = pd.Series({"USA": 200, "ESP": 100})
    assert allocate_remittances(90, stock).to_dict() == {"USA": 60, "ESP": 30}
    income = pd.Series({"ESP": 10, "USA": 20})
    assert allocate_remittances(100, stock, income=income).to_dict() == {"USA": 80, "ESP": 20}


def test_equal_incomes_leave_rule_1() -> None:
    """What is the same everywhere cancels out of the weights, in both other rules."""
    stock, income = pd.Series({"USA": 200, "ESP": 100}), pd.Series({"USA": 9, "ESP": 9})
    for home in (None, 4, 20):
        found = allocate_remittances(90, stock, income=income, income_at_home=home)
        assert found.to_dict() == pytest.approx({"USA": 60, "ESP": 30})


def test_both_incomes_stop_at_the_home_income() -> None:
    """Below the income at home a migrant sends it all the same, so poorer destinations weigh alike."""
    stock = pd.Series({"USA": 1, "MEX": 1, "GTM": 1})
    income = pd.Series({"USA": 50, "MEX": 5, "GTM": 2})
    shared = allocate_remittances(100, stock, income=income, income_at_home=10)
    assert shared["MEX"] == shared["GTM"] < shared["USA"]
    assert shared["USA"] / shared["MEX"] == pytest.approx((10 + 40**0.75) / 10)
    plain = allocate_remittances(100, stock, income=income, income_at_home=0, exponent=1)
    pd.testing.assert_series_equal(plain, allocate_remittances(100, stock, income=income))


@settings(max_examples=20)
@given(STOCKS, st.floats(min_value=1, max_value=1e9), st.integers(min_value=2, max_value=99))
def test_the_parts_are_the_total(stocks: list[int], total: float, unit: int) -> None:
    """Every rule gives back the whole, and counting persons in other units changes nothing."""
    stock = pd.Series(stocks, index=[f"C{row}" for row in range(len(stocks))])
    income = pd.Series(range(1, len(stocks) + 1), index=stock.index)
    for rule in ({}, {"income": income}, {"income": income, "income_at_home": 2.5}):
        shared = allocate_remittances(total, stock, **rule)  # type: ignore[arg-type]
        assert shared.sum() == pytest.approx(total)
        other = allocate_remittances(total, stock * unit, **rule)  # type: ignore[arg-type]
        pd.testing.assert_series_equal(other, shared)


@pytest.mark.parametrize(
    ("stock", "income", "refusal"),
    [
        (pd.Series({"USA": 1, "ESP": -1}), None, NegativeStock),
        (pd.Series({"USA": 1, "ESP": None}), None, NotGiven),
        (pd.Series({"USA": 0, "ESP": 0}), None, ZeroDenominator),
        (pd.Series({"WLD": 3, "ESP": 1}), None, TotalAmongParts),
        (pd.Series([1, 2], index=["USA", "USA"]), None, TotalAmongParts),
        (pd.Series({"USA": 1, "ESP": 1}), pd.Series({"USA": 9}), UnsuitableTable),
        (pd.Series({"USA": 1, "ESP": 1}), pd.Series({"USA": 9, "ESP": None}), NotGiven),
    ],
)
def test_allocation_refuses(stock: pd.Series, income: pd.Series | None, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        allocate_remittances(100, stock, income=income)


def test_allocation_needs_the_incomes_of_destinations() -> None:
    stock = pd.Series({"USA": 1, "ESP": 1})
    with pytest.raises(UnsuitableTable, match="income_at_home"):
        allocate_remittances(100, stock, income_at_home=5)
    with pytest.raises(OutOfRange, match="exponent"):
        allocate_remittances(100, stock, income=stock * 9, income_at_home=5, exponent=2)
