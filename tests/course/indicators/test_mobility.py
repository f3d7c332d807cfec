"""Skilled emigration, matching, costs of moving and agreements: worked figures, limits, refusals."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import (
    MixedYears,
    NegativeStock,
    NotGiven,
    OutOfRange,
    TotalAmongParts,
    UnknownOption,
    UnsuitableTable,
    ZeroDenominator,
    complaints_per_thousand,
    disposable_income_ppp,
    fill_rate,
    match_score,
    months_to_recover,
    months_to_repay,
    recruitment_cost,
    selection_rate_ratio,
    selectivity,
    tertiary_emigration_rate,
    treaty_coverage,
)

COUNT = st.integers(min_value=1, max_value=10**6)
INVENTED = pd.DataFrame(
    {
        "tertiary_emigrants": [48, 210, 30],
        "tertiary_residents": [26, 1_500, 900],
        "emigrants": [90, 1_200, 700],
        "residents": [400, 9_000, 6_400],
    },
    index=["Isla Menor", "Valle Grande", "Nueva Ribera"],
)
VACANCY = pd.DataFrame(
    {
        "skill": ["weld", "read plans", "drive", "speak English"],
        "weight": [5, 3, 2, 4],
        "kind": ["mandatory", "required", "required", "optional"],
    }
)


def test_three_invented_countries_of_exercise_m11_e6() -> None:
    rates = tertiary_emigration_rate(INVENTED["tertiary_emigrants"], INVENTED["tertiary_residents"])
    assert rates.round(2).tolist() == [64.86, 12.28, 3.23]
    assert selectivity(**{name: INVENTED[name] for name in INVENTED}).round(2).tolist() == [3.53, 1.04, 0.33]


def test_graduates_at_their_limits() -> None:
    """Nobody left is 0, nobody stayed 100; who emigrates as everybody does has selectivity 1."""
    assert tertiary_emigration_rate(0, 7) == 0
    assert tertiary_emigration_rate(7, 0) == 100
    assert selectivity(tertiary_emigrants=3, tertiary_residents=7, emigrants=30, residents=70) == pytest.approx(1)


def test_score_at_its_limits() -> None:
    """All that counts is 1, nothing is 0, and a missing mandatory skill is 0 however much else is there."""
    everything = {"weld", "read plans", "drive"}
    assert match_score(everything, VACANCY) == 1
    assert match_score(set(), VACANCY) == 0
    assert match_score(everything - {"weld"}, VACANCY) == 0
    assert match_score({"weld"}, VACANCY) == 0.5


@given(st.sets(st.sampled_from(["weld", "read plans", "drive"])), st.integers(min_value=2, max_value=99))
def test_optional_skills_order_and_unit_never_count(held: set[str], unit: int) -> None:
    """An optional skill is neither asked nor weighed, and the score is a share of the weights."""
    expected = match_score(held, VACANCY)
    assert match_score(held | {"speak English", "juggle"}, VACANCY) == expected
    assert match_score(held, VACANCY[VACANCY["kind"] != "optional"]) == expected
    assert match_score(sorted(held, reverse=True), VACANCY.iloc[::-1]) == expected
    assert match_score(held, VACANCY.assign(weight=VACANCY["weight"] * unit)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("vacancy", "refusal", "words"),
    [
        (VACANCY.drop(columns="kind"), UnsuitableTable, "kind"),
        (VACANCY.replace("optional", "nice to have"), UnknownOption, "mandatory"),
        (VACANCY.replace("drive", "weld"), TotalAmongParts, "«weld» aparece 2 veces"),
        (VACANCY.assign(weight=[5, 3, -2, 4]), NegativeStock, "drive"),
        (VACANCY.assign(weight=[5, None, 2, 4]), NotGiven, "read plans"),
        (VACANCY.assign(kind="optional"), ZeroDenominator, "cero"),
    ],
)
def test_score_refuses(vacancy: pd.DataFrame, refusal: type[Exception], words: str) -> None:
    with pytest.raises(refusal, match=words):
        match_score({"weld"}, vacancy)


def test_selection_of_exercise_m10_e4() -> None:
    """180 of 620 women and 920 of 1,880 men selected: 29.03 and 48.94 per cent, a ratio well below four fifths."""
    ratio = selection_rate_ratio(selected_women=180, women=620, selected_men=920, men=1_880)
    assert ratio == pytest.approx(29.03 / 48.94, abs=0.0005)
    assert ratio < 0.8


@given(COUNT, COUNT, COUNT, COUNT)
def test_swapping_the_sexes_inverts_the_ratio(women: int, her_rest: int, men: int, his_rest: int) -> None:
    hers = {"selected_women": women, "women": women + her_rest, "selected_men": men, "men": men + his_rest}
    his = {"selected_women": men, "women": men + his_rest, "selected_men": women, "men": women + her_rest}
    assert selection_rate_ratio(**hers) * selection_rate_ratio(**his) == pytest.approx(1)


def test_costs_are_of_each_person() -> None:
    """The mean of the persons' months is not total costs over total pay, and who paid nothing stays in."""
    costs, pay = pd.Series([0, 900, 3_000]), pd.Series([500, 450, 600])
    months = recruitment_cost(costs, pay)
    assert months.mean() == pytest.approx(7 / 3)
    assert months.median() == 2
    assert months.mean() != pytest.approx(costs.sum() / pay.sum())


def test_same_prices_leave_the_plain_ratio() -> None:
    """With one price level both factors cancel out, and without rent the pay is compared whole."""
    found = disposable_income_ppp(net_pay=2_000, housing=500, ppp_destination=3, home_wage=500, ppp_origin=3)
    assert found == pytest.approx(3)
    dearer = disposable_income_ppp(net_pay=2_000, housing=500, ppp_destination=6, home_wage=500, ppp_origin=3)
    assert dearer == pytest.approx(1.5)
    assert disposable_income_ppp(net_pay=500, housing=600, ppp_destination=1, home_wage=500, ppp_origin=1) < 0


def test_an_offer_of_module_8_by_its_rules() -> None:
    """M08 in Guatemala to the United States: the pay left over, in times the home wage, by hand from ``economy``."""
    rows = data.load("economy", iso3=["GTM", "USA"], year=2024).set_index("iso3")
    own = rows["gdp_per_head_ppp"] * rows["ppp_factor"]
    gross_month, home_wage = 0.5 * own["USA"] / 12, 0.5 * own["GTM"] / 12
    found = disposable_income_ppp(
        net_pay=0.88 * gross_month,
        housing=0.28 * gross_month,
        ppp_destination=float(rows["ppp_factor"]["USA"]),
        home_wage=home_wage,
        ppp_origin=float(rows["ppp_factor"]["GTM"]),
    )
    assert found == pytest.approx(0.6 * rows["gdp_per_head_ppp"]["USA"] / rows["gdp_per_head_ppp"]["GTM"])


@given(COUNT, COUNT, COUNT)
def test_the_surplus_of_those_months_is_the_cost(cost: int, surplus: int, living: int) -> None:
    """As many months of what is left over as the cost took: the definition."""
    months = months_to_recover(cost=cost, net_pay=living + surplus, living_costs=living)
    assert months * surplus == pytest.approx(cost)


def test_months_to_recover_at_its_limits() -> None:
    """No cost is recovered at once; without a surplus no number of months is right."""
    assert months_to_recover(cost=0, net_pay=1_800, living_costs=1_200) == 0
    with pytest.raises(ZeroDenominator, match="no queda excedente"):
        months_to_recover(cost=3_000, net_pay=1_200, living_costs=1_200)
    several = {
        "cost": pd.Series([1, 2], index=["ana", "leo"]),
        "net_pay": 5,
        "living_costs": pd.Series([4, 6], index=["ana", "leo"]),
    }
    with pytest.raises(ZeroDenominator, match="fila «leo»"):
        months_to_recover(**several)  # type: ignore[arg-type]


def test_debt_of_exercise_m09_e4() -> None:
    assert months_to_repay(debt=1_500, payment=150, monthly_rate=5) == pytest.approx(14.2, abs=0.05)


def test_debt_at_its_limits() -> None:
    """Without interest debt over payment; without debt nothing; interest as large as the payment, never."""
    assert months_to_repay(debt=1_500, payment=150, monthly_rate=0) == 10
    assert months_to_repay(debt=0, payment=150, monthly_rate=5) == 0
    assert months_to_repay(debt=1_500, payment=150, monthly_rate=1e-7) == pytest.approx(10)
    with pytest.raises(ZeroDenominator, match="la deuda no termina nunca"):
        months_to_repay(debt=1_500, payment=75, monthly_rate=5)


@given(st.integers(min_value=1, max_value=30), st.floats(min_value=0.1, max_value=10))
def test_the_debt_is_gone_after_those_months(months: int, per_cent: float) -> None:
    """Paying month by month, as a lender books it: the payment of an annuity of n months ends after n."""
    rate = per_cent / 100
    payment = 1_000 * rate / (1 - (1 + rate) ** -months)
    left = 1_000.0
    for _ in range(math.ceil(months_to_repay(debt=1_000, payment=payment, monthly_rate=per_cent) - 1e-6)):
        left = left * (1 + rate) - payment
    assert left == pytest.approx(0, abs=0.01)


def test_follow_up_of_exercises_m10_e4_and_e5() -> None:
    assert fill_rate(150 + 830, 1_200) == pytest.approx(81.67, abs=0.005)
    departed, complaints = pd.Series([620, 850, 980]), pd.Series([31, 51, 78])
    assert complaints_per_thousand(complaints, departed).round(1).tolist() == [50.0, 60.0, 79.6]


def test_more_than_the_quota_is_more_than_100() -> None:
    assert fill_rate(0, 50) == 0
    assert fill_rate(50, 50) == 100
    assert fill_rate(60, 50) == 120


def test_coverage_at_its_limits() -> None:
    """All in party states is 100, none 0; the two together are everybody."""
    stock = pd.Series({"ARG": 30, "ESP": 60, "CHL": 10})
    assert treaty_coverage(stock, ["ARG", "CHL", "ESP", "BOL"]) == 100
    assert treaty_coverage(stock, ["BOL"]) == 0
    assert treaty_coverage(stock, {"ARG", "CHL"}) + treaty_coverage(stock, {"ESP"}) == pytest.approx(100)


def test_parties_may_be_named_and_repeat() -> None:
    stock = pd.Series({"MEX": 30, "USA": 70})
    assert treaty_coverage(stock, ["México", "MEX"]) == 30
    assert treaty_coverage(stock.rename({"MEX": "México"}), pd.Series(["MEX"])) == 30


@pytest.mark.parametrize(
    ("parties", "words"),
    [("USA", r"escriba \['USA'\]"), ([], "no hay Estados"), (["WLD"], "no hay Estados")],
)
def test_parties_that_are_no_list_of_states_are_refused(parties: list[str], words: str) -> None:
    with pytest.raises(UnsuitableTable, match=words):
        treaty_coverage(pd.Series({"MEX": 30, "USA": 70}), parties)


@pytest.mark.parametrize(
    ("label", "parties"), [("USA", ["Atlantis"]), ("USA", ["XXX"]), ("USA", [None]), ("Atlantis", ["USA"])]
)
def test_parties_and_destinations_are_countries(label: str, parties: list[str]) -> None:
    with pytest.raises(data.UnknownName):
        treaty_coverage(pd.Series({"MEX": 30, label: 70}), parties)


def test_every_state_of_the_register_is_a_matter_of_the_caller() -> None:
    """Unfiltered, the register has all states: the answer is near 100, as the docstring says."""
    stock = data.load("stock", origin="BOL", year=2024, sex="total").set_index("destination")["stock"]
    assert treaty_coverage(stock, data.load("conventions")["iso3"]) > 99


def test_skills_are_a_list() -> None:
    with pytest.raises(UnsuitableTable, match="«skills» es el texto «weld»"):
        match_score("weld", VACANCY)
    with pytest.raises(OutOfRange, match="«weight · weld» es infinita"):
        match_score({"weld"}, VACANCY.assign(weight=[float("inf"), 3, 2, 4]))


def test_coverage_is_of_persons_where_they_live() -> None:
    """The convention of 1990, by hand from the tables: persons, not countries, and destinations, not the origin."""
    parties = set(data.load("conventions", convention="ICMW 1990", status="state party")["iso3"])
    stock = data.load("stock", origin="GTM", year=2024, sex="total").set_index("destination")["stock"]
    assert "GTM" in parties
    assert treaty_coverage(stock, parties) < 20
    by_hand = sum(persons for code, persons in stock.items() if code in parties) / sum(stock)
    assert treaty_coverage(stock, parties) == pytest.approx(100 * by_hand)


@pytest.mark.parametrize(
    ("stock", "refusal"),
    [
        (pd.Series({"ARG": 1, "OTH": 1}), TotalAmongParts),
        (pd.Series({"ARG": 1, "WLD": 1}), TotalAmongParts),
        (pd.Series({"ARG": 0}), ZeroDenominator),
        (pd.Series({"ARG": -1}), NegativeStock),
        (pd.Series({"ARG": None}), NotGiven),
        (
            pd.Series([1, 2], index=pd.MultiIndex.from_tuples([("ARG", 2020), ("ARG", 2024)], names=["iso3", "year"])),
            MixedYears,
        ),
    ],
)
def test_coverage_refuses(stock: pd.Series, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        treaty_coverage(stock, ["ARG"])
