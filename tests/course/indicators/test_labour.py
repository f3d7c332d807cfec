"""Labour force rates, underutilisation, vacancies, segregation and mismatch: figures, limits and invariances."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import (
    MixedYears,
    NegativeStock,
    NotGiven,
    PartAboveWhole,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
    duncan_index,
    employment_population_ratio,
    informality_rate,
    lu2,
    lu3,
    lu4,
    mismatch_index,
    neet_rate,
    participation_rate,
    tightness,
    unemployment_rate,
    vacancy_rate,
)

COUNT = st.integers(min_value=0, max_value=10**6)
JOBS = st.lists(st.integers(min_value=1, max_value=10**6), min_size=2, max_size=8)


def jobs(counts: list[int]) -> pd.Series:
    return pd.Series(counts, index=[f"occupation {row}" for row in range(len(counts))])


def test_lu4_of_exercise_m04_e1() -> None:
    found = lu4(time_related_underemployed=720, unemployed=640, potential_labour_force=410, labour_force=8_600 + 640)
    assert found == pytest.approx(18.34, abs=0.005)


def test_rates_at_their_limits() -> None:
    """Nobody seeking is 0 and everybody 100; the same of taking part and of working."""
    for rate in (unemployment_rate, participation_rate, employment_population_ratio, informality_rate):
        assert rate(0, 50) == 0
        assert rate(50, 50) == 100


@given(COUNT, COUNT, COUNT, COUNT)
def test_the_four_measures_stand_in_order(hours: int, seeking: int, potential: int, other: int) -> None:
    """Each adds somebody, so LU1 ≤ LU2 ≤ LU4 and LU1 ≤ LU3 ≤ LU4; without them they are one."""
    force = hours + seeking + other
    if not force:
        return
    first = unemployment_rate(seeking, force)
    second = lu2(time_related_underemployed=hours, unemployed=seeking, labour_force=force)
    third = lu3(unemployed=seeking, potential_labour_force=potential, labour_force=force)
    fourth = lu4(
        time_related_underemployed=hours,
        unemployed=seeking,
        potential_labour_force=potential,
        labour_force=force,
    )
    slack = 1e-9
    assert first <= second + slack <= fourth + 2 * slack <= 100 + 3 * slack
    assert first <= third + slack <= fourth + 2 * slack
    if not potential:
        assert third == pytest.approx(first)
        assert fourth == pytest.approx(second)


@given(COUNT, COUNT, COUNT)
def test_employment_is_participation_of_those_who_found_work(employed: int, seeking: int, outside: int) -> None:
    """E/P = LF/P · (1 - U/LF), since the employed are the labour force without the unemployed."""
    force, everybody = employed + seeking, employed + seeking + outside
    if not force:
        return
    product = participation_rate(force, everybody) * (1 - unemployment_rate(seeking, force) / 100)
    assert employment_population_ratio(employed, everybody) == pytest.approx(product)


def test_underemployed_above_the_labour_force_are_refused() -> None:
    with pytest.raises(PartAboveWhole, match="underutilised"):
        lu2(time_related_underemployed=6, unemployed=5, labour_force=10)


def test_neet_at_its_limits() -> None:
    """Where all work or study nobody is left out; where none does, all are."""
    assert neet_rate(youth=10, employed=4, in_education_not_employed=6) == 0
    assert neet_rate(youth=10, employed=0, in_education_not_employed=0) == 100
    with pytest.raises(PartAboveWhole, match="employed_or_in_education"):
        neet_rate(youth=10, employed=6, in_education_not_employed=6)


def test_vacancy_rate_at_its_limits() -> None:
    """Without vacancies 0; with nobody employed every post is empty: 1."""
    assert vacancy_rate(0, 70) == 0
    assert vacancy_rate(7, 0) == 1


@given(st.integers(min_value=1, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_tightness_and_its_inverse(vacancies: int, unemployed: int) -> None:
    assert tightness(vacancies, unemployed) * tightness(unemployed, vacancies) == pytest.approx(1)


def test_year_of_the_register_is_sum_by_sum() -> None:
    """A year is the ratio of the sums; the synthetic register was made so that the mean of ratios differs."""
    rows = data.load("vacancy_register", country="Auroria").groupby("isco2")[["vacancies", "job_seekers"]]
    year = tightness(rows.sum()["vacancies"], rows.sum()["job_seekers"])
    months = data.load("vacancy_register", country="Auroria").set_index(["isco2", "month"])
    means = tightness(months["vacancies"], months["job_seekers"]).groupby("isco2").mean()
    assert ((means / year - 1).abs() > 0.05).any()


@pytest.mark.parametrize("index", [duncan_index, mismatch_index])
class TestDissimilarity:
    """The two indices share one formula, so they share their limits."""

    def test_spread_alike_is_0_and_apart_is_1(self, index: type) -> None:
        """Proportional distributions differ nowhere; without a common category all differs."""
        assert index(jobs([10, 30, 60]), jobs([1, 3, 6])) == pytest.approx(0)
        assert index(jobs([10, 30, 0]), jobs([0, 0, 6])) == pytest.approx(1)

    def test_half_would_have_to_change(self, index: type) -> None:
        """All of one group in A, the other half in A and half in B: half of the second would have to move."""
        assert index(jobs([10, 0]), jobs([5, 5])) == pytest.approx(0.5)

    @settings(max_examples=20)
    @given(JOBS, st.integers(min_value=2, max_value=99), st.randoms())
    def test_neither_side_size_nor_order_matters(self, index: type, counts: list[int], unit: int, chance) -> None:  # type: ignore[no-untyped-def]
        first, second = jobs(counts), jobs(counts[::-1])
        expected = index(first, second)
        assert 0 <= expected <= 1
        assert index(second, first) == pytest.approx(expected)
        assert index(first * unit, second) == pytest.approx(expected)
        shuffled = list(first.index)
        chance.shuffle(shuffled)
        assert index(first.loc[shuffled], second) == pytest.approx(expected)
        assert index(first.rename(str.upper), second.rename(str.upper)) == pytest.approx(expected)

    @settings(max_examples=20)
    @given(JOBS, JOBS)
    def test_a_finer_classification_never_hides_more(self, index: type, counts: list[int], others: list[int]) -> None:
        """Merging two categories adds their differences before taking them without sign, so the index cannot grow."""
        size = min(len(counts), len(others))
        first, second = counts[:size], others[:size]
        merged = [[sum(group[:2]), *group[2:]] for group in (first, second)]
        assert index(jobs(merged[0]), jobs(merged[1])) <= index(jobs(first), jobs(second)) + 1e-12

    @pytest.mark.parametrize(
        ("first", "second", "refusal"),
        [
            (jobs([1, -1]), jobs([1, 1]), NegativeStock),
            (jobs([0, 0]), jobs([1, 1]), ZeroDenominator),
            (jobs([1, 1]), jobs([0, 0]), ZeroDenominator),
            (pd.Series({"a": 1, "b": None}), pd.Series({"a": 1, "b": 1}), NotGiven),
            (jobs([1, 1]), jobs([1, 1, 1]), UnsuitableTable),
            (pd.Series([1, 2], index=["a", "a"]), pd.Series([1, 2], index=["a", "a"]), TotalAmongParts),
        ],
    )
    def test_refusals(self, index: type, first: pd.Series, second: pd.Series, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            index(first, second)


def test_rows_of_several_years_or_of_sexes_with_their_total_are_refused() -> None:
    """Where rows are added up, the names of the index say what may not be added."""
    sectors = ["agriculture_jobs", "industry_jobs", "services_jobs"]
    rows = data.load("labour", indicator=sectors, iso3="SLV", year=[2023, 2024])
    by_year = rows[rows["sex"] == "female"].set_index(["indicator", "year"])["value"]
    with pytest.raises(MixedYears, match="2023, 2024"):
        duncan_index(by_year, by_year)
    by_sex = rows[rows["year"] == 2024].set_index(["indicator", "sex"])["value"]
    with pytest.raises(TotalAmongParts, match="ambos sexos"):
        duncan_index(by_sex, by_sex)
