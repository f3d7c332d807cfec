"""What all formulas share: numbers and columns alike, order and labels, and the figures they refuse."""

import random
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores import data, indicators
from corredores.indicators import (
    MixedYears,
    NegativeStock,
    NotGiven,
    OutOfRange,
    PartAboveWhole,
    UnsuitableTable,
    ZeroDenominator,
)
from corredores.language import use

# One worked set of figures a formula that takes numbers and columns alike.
SAMPLES: dict[str, dict[str, float]] = {
    "annual_growth_rate": {"initial": 100, "final": 150, "years": 10},
    "complaints_per_thousand": {"complaints": 31, "departed": 620},
    "dependency_ratio": {"children": 240, "working_age": 650, "older": 85},
    "disposable_income_ppp": {
        "net_pay": 2_400,
        "housing": 700,
        "ppp_destination": 1,
        "home_wage": 3_000,
        "ppp_origin": 4,
    },
    "employment_population_ratio": {"employed": 600, "working_age_population": 1_000},
    "fill_rate": {"departed": 980, "quota": 1_200},
    "immigrant_share": {"stock": 60, "population": 500},
    "informality_rate": {"informal": 30, "employed": 52},
    "location_quotient": {"jobs": 300, "all_jobs": 1_000, "reference_jobs": 2_000, "reference_all_jobs": 9_000},
    "lu2": {"time_related_underemployed": 720, "unemployed": 640, "labour_force": 9_240},
    "lu3": {"unemployed": 640, "potential_labour_force": 410, "labour_force": 9_240},
    "lu4": {
        "time_related_underemployed": 720,
        "unemployed": 640,
        "potential_labour_force": 410,
        "labour_force": 9_240,
    },
    "months_to_recover": {"cost": 3_000, "net_pay": 1_800, "living_costs": 1_200},
    "months_to_repay": {"debt": 1_500, "payment": 150, "monthly_rate": 1},
    "neet_rate": {"youth": 1_000, "employed": 380, "in_education_not_employed": 410},
    "net_migration": {"initial_population": 2_000, "final_population": 2_100, "births": 205, "deaths": 63},
    "net_migration_rate": {"net": 42, "population": 2_050, "years": 5},
    "participation_rate": {"labour_force": 650, "working_age_population": 1_000},
    "pay_gap": {"men": 20, "women": 16},
    "real_growth": {"growth": 8, "inflation": 10},
    "recruitment_cost": {"cost": 900, "monthly_income": 450},
    "remittances_per_capita": {"remittances": 1_925, "population": 6_237},
    "remittances_to_gdp": {"remittances": 1_925, "gdp": 13_738},
    "replacement_ratio": {"entering": 180, "leaving": 60},
    "selection_rate_ratio": {"selected_women": 9, "women": 30, "selected_men": 12, "men": 30},
    "selectivity": {"tertiary_emigrants": 48, "tertiary_residents": 26, "emigrants": 90, "residents": 400},
    "sending_cost": {"fee": 4, "applied_rate": 18.90, "market_rate": 19.30, "amount": 200},
    "tertiary_emigration_rate": {"emigrants": 48, "residents": 26},
    "tightness": {"vacancies": 277, "unemployed": 316},
    "unemployment_rate": {"unemployed": 138, "labour_force": 2_804},
    "vacancy_rate": {"vacancies": 30, "employed": 970},
}
NAMES = sorted(SAMPLES)
ANY_SIGN = {"net_migration_rate": {"net"}, "real_growth": {"growth", "inflation"}}
# The figures that each formula divides by, alone.
DIVISORS = {
    "annual_growth_rate": ["initial", "years"],
    "complaints_per_thousand": ["departed"],
    "dependency_ratio": ["working_age"],
    "disposable_income_ppp": ["ppp_destination", "home_wage", "ppp_origin"],
    "employment_population_ratio": ["working_age_population"],
    "fill_rate": ["quota"],
    "immigrant_share": ["population"],
    "informality_rate": ["employed"],
    "location_quotient": ["all_jobs", "reference_jobs", "reference_all_jobs"],
    "lu2": ["labour_force"],
    "months_to_repay": ["payment"],
    "neet_rate": ["youth"],
    "net_migration_rate": ["population", "years"],
    "participation_rate": ["working_age_population"],
    "pay_gap": ["men"],
    "recruitment_cost": ["monthly_income"],
    "remittances_per_capita": ["population"],
    "remittances_to_gdp": ["gdp"],
    "replacement_ratio": ["leaving"],
    "selection_rate_ratio": ["women", "selected_men", "men"],
    "selectivity": ["emigrants"],
    "sending_cost": ["market_rate", "amount"],
    "tightness": ["unemployed"],
    "unemployment_rate": ["labour_force"],
}
# The first of each pair is part of the second.
PARTS = {
    "employment_population_ratio": ("employed", "working_age_population"),
    "immigrant_share": ("stock", "population"),
    "informality_rate": ("informal", "employed"),
    "location_quotient": ("jobs", "all_jobs"),
    "lu2": ("unemployed", "labour_force"),
    "lu3": ("unemployed", "labour_force"),
    "lu4": ("unemployed", "labour_force"),
    "neet_rate": ("employed", "youth"),
    "participation_rate": ("labour_force", "working_age_population"),
    "selection_rate_ratio": ("selected_women", "women"),
    "unemployment_rate": ("unemployed", "labour_force"),
}
each_formula = pytest.mark.parametrize("name", NAMES)


def formula(name: str) -> Callable[..., object]:
    return getattr(indicators, name)  # type: ignore[no-any-return]


def columns(figures: dict[str, float], labels: list[str] | pd.MultiIndex) -> dict[str, pd.Series]:
    """Return every figure as a column, the figures of row ``i`` multiplied by ``1 + i``."""
    return {
        name: pd.Series([value * (1 + row) for row in range(len(labels))], index=labels)
        for name, value in figures.items()
    }


def of_years(*years: int) -> pd.MultiIndex:
    return pd.MultiIndex.from_product([["GTM", "SLV"], years], names=["iso3", "year"])


def test_every_formula_of_numbers_and_columns_is_tried() -> None:
    whole_columns = {
        "aggregate_net_migration_rate", "allocate_remittances", "concentration_ratio", "duncan_index",
        "effective_number", "factor_weighted_pay_gap", "herfindahl", "intraregional_share", "item_difficulty",
        "item_discrimination", "match_score", "migration_effectiveness", "mismatch_index", "net_stock",
        "normalised_gain", "preference_index", "shares", "shift_share", "shortage_index", "treaty_coverage",
        "weighted_kappa", "womens_share",
    }  # fmt: skip
    formulas = {name for name in indicators.__all__ if name.islower()}
    assert formulas == set(SAMPLES) | whole_columns | {"emigration_rate"}


@each_formula
def test_a_column_is_answered_row_by_row(name: str) -> None:
    """A column gives for each row what its numbers give, under the labels it came with."""
    arrived = columns(SAMPLES[name], ["GTM", "SLV", "HND"])
    answers = formula(name)(**arrived)
    assert isinstance(answers, pd.Series)
    assert list(answers.index) == ["GTM", "SLV", "HND"]
    for label in arrived[next(iter(arrived))].index:
        one = {figure: float(column[label]) for figure, column in arrived.items()}
        assert answers[label] == pytest.approx(formula(name)(**one))


@each_formula
@settings(max_examples=5)
@given(st.randoms())
def test_neither_order_nor_labels_matter(name: str, chance: random.Random) -> None:
    """Rows are matched by label, in whatever order each column brings them, and renamed countries keep their figure."""
    labels = ["GTM", "SLV", "HND", "NIC"]
    arrived = columns(SAMPLES[name], labels)
    shuffled = {figure: column.loc[chance.sample(labels, 4)] for figure, column in arrived.items()}
    expected = formula(name)(**arrived)
    assert isinstance(expected, pd.Series)
    found = formula(name)(**shuffled)
    assert isinstance(found, pd.Series)
    pd.testing.assert_series_equal(found.sort_index(), expected.sort_index())
    renamed = formula(name)(**{figure: column.rename(str.lower) for figure, column in arrived.items()})
    assert isinstance(renamed, pd.Series)
    assert renamed.tolist() == expected.tolist()


@each_formula
def test_a_number_beside_a_column_stands_for_every_row(name: str) -> None:
    figures: dict[str, object] = dict(SAMPLES[name])
    first = next(iter(figures))
    figures[first] = pd.Series([SAMPLES[name][first]] * 2, index=["GTM", "SLV"])
    answers = formula(name)(**figures)
    assert isinstance(answers, pd.Series)
    assert answers.tolist() == pytest.approx([formula(name)(**SAMPLES[name])] * 2)


@each_formula
def test_a_cell_not_given_is_refused(name: str) -> None:
    for figure in SAMPLES[name]:
        for blank in (None, float("nan"), pd.NA):
            with pytest.raises(NotGiven, match=f"«{figure}» no está dada, y no dada no es cero"):
                formula(name)(**{**SAMPLES[name], figure: blank})
        arrived = columns(SAMPLES[name], ["GTM", "SLV"])
        arrived[figure] = arrived[figure].astype("Float64").where([True, False])
        with pytest.raises(NotGiven, match=f"«{figure} · SLV»"):
            formula(name)(**arrived)


@each_formula
def test_a_quantity_below_zero_is_refused(name: str) -> None:
    for figure in SAMPLES[name].keys() - ANY_SIGN.get(name, set()):
        with pytest.raises(NegativeStock, match=f"La cifra de «{figure}» es -1"):
            formula(name)(**{**SAMPLES[name], figure: -1})


@pytest.mark.parametrize(("name", "figure"), [(name, figure) for name in DIVISORS for figure in DIVISORS[name]])
def test_zero_to_divide_by_is_refused(name: str, figure: str) -> None:
    with pytest.raises(ZeroDenominator):
        formula(name)(**{**SAMPLES[name], figure: 0})


@pytest.mark.parametrize("name", ["lu3", "lu4", "tertiary_emigration_rate", "vacancy_rate"])
def test_nobody_at_all_is_refused(name: str) -> None:
    """Where the denominator is a sum, it is nothing only when all its terms are."""
    with pytest.raises(ZeroDenominator):
        formula(name)(**dict.fromkeys(SAMPLES[name], 0))


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_part_above_its_whole_is_refused(name: str) -> None:
    part, whole = PARTS[name]
    too_many = SAMPLES[name][whole] + 1
    with pytest.raises(PartAboveWhole, match="la parte no puede superar al todo"):
        formula(name)(**{**SAMPLES[name], part: too_many})


@each_formula
def test_years_do_not_mix(name: str) -> None:
    """Figures of 2022 over figures of 2023 are refused with both years."""
    arrived = columns(SAMPLES[name], of_years(2023))
    last = list(arrived)[-1]
    arrived[last] = arrived[last].set_axis(of_years(2022))
    with pytest.raises(MixedYears, match=f"de 2023 y «{last}» de 2022"):
        formula(name)(**arrived)


@each_formula
def test_several_years_side_by_side_are_fine(name: str) -> None:
    """Nothing is added up here, so a panel gives one figure a country and year."""
    answers = formula(name)(**columns(SAMPLES[name], of_years(2022, 2023)))
    assert isinstance(answers, pd.Series)
    assert len(answers) == 4


@each_formula
def test_other_rows_and_other_things_are_refused(name: str) -> None:
    arrived = columns(SAMPLES[name], ["GTM", "SLV"])
    last = list(arrived)[-1]
    with pytest.raises(UnsuitableTable, match="GTM está solo en una de las dos"):
        formula(name)(**{**arrived, last: arrived[last].set_axis(["HND", "SLV"])})
    for thing in ("5 %", [1, 2], {"GTM": 1}):
        with pytest.raises(UnsuitableTable, match="debe ser un número o una columna de números"):
            formula(name)(**{**SAMPLES[name], last: thing})
    with pytest.raises(UnsuitableTable, match="llegó muchas"):
        formula(name)(**{**arrived, last: pd.Series(["muchas", "4"], index=["GTM", "SLV"])})


@each_formula
@pytest.mark.parametrize(
    ("thing", "refusal", "words"),
    [
        (float("inf"), OutOfRange, "es infinita"),
        (float("-inf"), OutOfRange, "es infinita"),
        (True, UnsuitableTable, "Es verdadero o falso"),
        ("1", UnsuitableTable, "Es un texto"),
    ],
)
def test_what_is_no_quantity_is_refused(name: str, thing: object, refusal: type[Exception], words: str) -> None:
    """An infinite figure, an answer and a text that looks like a number: alone, and in a row of a column."""
    last = list(SAMPLES[name])[-1]
    with pytest.raises(refusal, match=words):
        formula(name)(**{**SAMPLES[name], last: thing})
    figures: dict[str, object] = dict(SAMPLES[name])
    with pytest.raises(refusal, match=words):
        formula(name)(**{**figures, last: pd.Series([SAMPLES[name][last], thing], index=["GTM", "SLV"])})
    with pytest.raises(refusal, match=words):
        formula(name)(**{**figures, last: pd.Series([thing, thing], index=["GTM", "SLV"])})


def test_a_list_says_what_to_write() -> None:
    with pytest.raises(UnsuitableTable, match=r"llegó list.*escriba pd\.Series"):
        indicators.tightness([1, 2], 3)  # type: ignore[type-var]


def test_a_column_without_rows_is_refused() -> None:
    with pytest.raises(UnsuitableTable, match="«vacancies» no tiene ninguna fila"):
        indicators.tightness(pd.Series(dtype="float64"), pd.Series(dtype="float64"))


def test_a_number_not_given_is_not_told_to_drop_rows() -> None:
    with pytest.raises(NotGiven, match="sin ella no hay resultado") as refused:
        indicators.tightness(float("nan"), 3)
    assert "dropna" not in str(refused.value)


def test_years_below_zero_are_no_persons() -> None:
    with pytest.raises(NegativeStock, match="«years» es -1 y no puede bajar de cero") as refused:
        indicators.annual_growth_rate(1, 2, -1)
    assert "personas" not in str(refused.value)


def test_a_row_that_comes_twice_cannot_be_matched() -> None:
    twice = pd.Series([1, 2], index=["SLV", "SLV"])
    with pytest.raises(indicators.TotalAmongParts, match="«SLV» aparece 2 veces"):
        indicators.tightness(twice, pd.Series([3.0], index=["SLV"]))
    assert indicators.tightness(twice, twice * 2).tolist() == [0.5, 0.5]


def test_per_cent_below_all_is_refused() -> None:
    with pytest.raises(OutOfRange, match="«growth» es -101 y no puede bajar de -100"):
        indicators.real_growth(-101, 5)
    with pytest.raises(ZeroDenominator):
        indicators.real_growth(5, -100)


def test_columns_keep_saying_where_they_come_from() -> None:
    """Both sources of a ratio stand under it, and the answers for whole columns keep theirs."""
    product = data.load("economy", iso3=["GTM", "SLV"], year=2023).set_index("iso3")["gdp"]
    received = data.load("remittances", iso3=["GTM", "SLV"], year=2023).set_index("iso3")["received"]
    line = data.source_line(indicators.remittances_to_gdp(received, product))
    assert data.source_line(received) in line
    assert data.source_line(product) in line
    stock = data.load("stock", origin=["GTM", "SLV"], destination=["USA", "MEX"], year=2024, sex="total")
    matrix = stock.pivot(index="origin", columns="destination", values="stock")
    jobs = data.load("labour", iso3=["GTM", "SLV"], year=2024, sex="total", unit="persons")
    by_country = jobs.pivot(index="indicator", columns="iso3", values="value").drop(index="labour_force")
    of_both = by_country.sum(axis="columns")
    answers: list[tuple[object, str]] = [
        (indicators.shares(matrix.loc["SLV"]), "stock"),
        (indicators.preference_index(matrix), "stock"),
        (indicators.allocate_remittances(100, matrix.loc["SLV"]), "stock"),
        (
            indicators.shift_share(
                jobs_before=by_country["SLV"],
                jobs_after=by_country["SLV"],
                reference_before=of_both,
                reference_after=of_both,
            ),
            "labour",
        ),
    ]
    for answer, table in answers:
        assert data.source_line(table) in data.source_line(answer)  # type: ignore[arg-type]


def test_refusals_speak_english_too() -> None:
    with use("en"), pytest.raises(ZeroDenominator, match="is zero"):
        indicators.tightness(1, 0)
