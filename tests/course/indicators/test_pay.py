"""Pay gaps: the sample of module 11, limits, and what happens when the sexes swap."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import NotGiven, TotalAmongParts, ZeroDenominator, factor_weighted_pay_gap, pay_gap

PAY = st.floats(min_value=0.01, max_value=1e6)
MEN, WOMEN = 1, 2


@pytest.fixture(scope="module")
def employees() -> pd.DataFrame:
    """Employees of the survey sample with pay and hours, as exercise 1 of module 11 defines them."""
    rows = data.load("survey_sample")
    kept = rows[
        (rows["ESTADO"] == 1)
        & (rows["CAT_OCUP"] == 3)
        & (rows["CH06"] >= 15)
        & (rows["P21"] > 0)
        & rows["PP3E_TOT"].between(1, 998)
    ]
    schooling = kept["NIVEL_ED"].map({7: "low", 1: "low", 2: "low", 3: "low", 4: "medium", 5: "medium", 6: "high"})
    hours = kept["PP3E_TOT"].ge(35).map({True: "full", False: "part"})
    return kept.assign(hourly=kept["P21"] / (kept["PP3E_TOT"] * 52 / 12), group=schooling + " " + hours)


def mean(rows: pd.DataFrame, pay: str) -> float:
    return float((rows[pay] * rows["PONDIIO"]).sum() / rows["PONDIIO"].sum())


def median(rows: pd.DataFrame, pay: str) -> float:
    ranked = rows.sort_values(pay)
    return float(ranked[pay][ranked["PONDIIO"].cumsum() >= ranked["PONDIIO"].sum() / 2].iloc[0])


@pytest.mark.parametrize(
    ("pay", "measure", "expected"),
    [("hourly", mean, -13.45), ("hourly", median, -6.67), ("P21", mean, 10.18), ("P21", median, 25.00)],
)
def test_sample_of_exercises_m11_e1_and_e2(employees: pd.DataFrame, pay: str, measure, expected: float) -> None:  # type: ignore[no-untyped-def]
    """By the hour women earn more, by the month less: they are paid for fewer hours."""
    men, women = employees[employees["CH04"] == MEN], employees[employees["CH04"] == WOMEN]
    assert (len(employees), len(women)) == (957, 418)
    assert pay_gap(men=measure(men, pay), women=measure(women, pay)) == pytest.approx(expected, abs=0.005)


def test_sample_of_exercise_m11_e3(employees: pd.DataFrame) -> None:
    """Six cells of schooling and hours: the hourly gap turns to 3.96 per cent."""
    cells = {
        sex: pd.Series({group: mean(cell, "hourly") for group, cell in rows.groupby("group")})
        for sex, rows in employees.groupby("CH04")
    }
    weights = employees.groupby("group")["PONDIIO"].sum()
    assert factor_weighted_pay_gap(cells[MEN], cells[WOMEN], weights) == pytest.approx(3.96, abs=0.005)


def test_gap_at_its_limits() -> None:
    """Equal pay is 0, unpaid women 100, and women paid double are at -100."""
    assert pay_gap(men=20, women=20) == 0
    assert pay_gap(men=20, women=0) == 100
    assert pay_gap(men=20, women=40) == -100
    with pytest.raises(ZeroDenominator):
        pay_gap(men=0, women=20)


@given(PAY, PAY)
def test_swapping_the_sexes_turns_the_sign(men: float, women: float) -> None:
    """The gap changes sign, and its size too, since the base is the other's pay: (1 - a)(1 - b) = 1."""
    gap, swapped = pay_gap(men, women), pay_gap(women, men)
    assert (gap > 0) == (swapped < 0)
    assert (1 - gap / 100) * (1 - swapped / 100) == pytest.approx(1)


@given(PAY, PAY, st.floats(min_value=0.01, max_value=1000))
def test_the_gap_knows_no_currency(men: float, women: float, rate: float) -> None:
    assert pay_gap(men * rate, women * rate) == pytest.approx(pay_gap(men, women), rel=1e-6, abs=1e-6)


GROUPS = pd.Index(["part time", "full time"])


@given(PAY, PAY, st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_one_gap_in_all_groups_needs_no_weights(men: float, ratio: float, few: int, many: int) -> None:
    """A mean of equal gaps is that gap, whatever the weights."""
    his = pd.Series([men, 2 * men], index=GROUPS)
    weights = pd.Series([few, many], index=GROUPS)
    found = factor_weighted_pay_gap(his, his * ratio, weights)
    assert found == pytest.approx(100 * (1 - ratio), rel=1e-6, abs=1e-6)


def test_all_weight_on_one_group_is_its_gap() -> None:
    his, hers = pd.Series([10.0, 20.0], index=GROUPS), pd.Series([5.0, 20.0], index=GROUPS)
    assert factor_weighted_pay_gap(his, hers, pd.Series([7, 0], index=GROUPS)) == 50
    assert factor_weighted_pay_gap(his, hers, pd.Series([0, 7], index=GROUPS)) == 0


def test_weighted_gap_may_differ_from_the_raw_one() -> None:
    """Equal pay in each group, yet a raw gap: women are in the group that pays less."""
    his = hers = pd.Series([10.0, 20.0], index=GROUPS)
    men, women = pd.Series([10, 90], index=GROUPS), pd.Series([90, 10], index=GROUPS)
    raw = pay_gap(float((his * men).sum()) / 100, float((hers * women).sum()) / 100)
    assert raw == pytest.approx(100 * (19 - 11) / 19)
    assert factor_weighted_pay_gap(his, hers, men + women) == 0


def test_weighted_gap_refuses() -> None:
    pay = pd.Series([10.0, 20.0], index=GROUPS)
    with pytest.raises(NotGiven, match="women · full time"):
        factor_weighted_pay_gap(pay, pd.Series([9.0, None], index=GROUPS), pay)
    with pytest.raises(ZeroDenominator):
        factor_weighted_pay_gap(pay, pay, pay * 0)
    twice = pd.Series([1.0, 2.0], index=["part time", "part time"])
    with pytest.raises(TotalAmongParts):
        factor_weighted_pay_gap(twice, twice, twice)
