"""Location quotient, shift-share and shortage index: figures, limits, invariances, refusals."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import (
    NotGiven,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
    location_quotient,
    shift_share,
    shortage_index,
)

SIGNALS = ["wage_growth", "employment_growth", "hours_growth", "unemployment_rate", "under_qualification_growth"]
JOBS = st.lists(st.integers(min_value=1, max_value=10**6), min_size=4, max_size=4)
SIGNAL = st.lists(st.integers(min_value=-50, max_value=50), min_size=3, max_size=3)


def by_industry(counts: list[int]) -> pd.Series:
    return pd.Series(counts, index=["farms", "factories", "shops", "schools"])


def split(before: list[int], after: list[int], there_before: list[int], there_after: list[int]) -> pd.DataFrame:
    return shift_share(
        jobs_before=by_industry(before),
        jobs_after=by_industry(after),
        reference_before=by_industry(there_before),
        reference_after=by_industry(there_after),
    )


def signals(**changed: list[float | None]) -> pd.DataFrame:
    """Return three occupations, of which nothing varies but what is said."""
    table = {name: [1.0, 1.0, 1.0] for name in SIGNALS} | changed
    return pd.DataFrame(table, index=["nurses", "cooks", "welders"])


def test_the_region_against_itself_is_1() -> None:
    """The same shares divide to 1, whatever the sizes."""
    assert location_quotient(jobs=3, all_jobs=10, reference_jobs=600, reference_all_jobs=2_000) == pytest.approx(1)
    assert location_quotient(jobs=0, all_jobs=10, reference_jobs=600, reference_all_jobs=2_000) == 0


def test_quotients_weighted_by_the_region_average_to_1() -> None:
    """Σ s_i·(c_i/s_i) = Σ c_i = 1: a country cannot be above the region in everything."""
    sectors = ["agriculture_jobs", "industry_jobs", "services_jobs"]
    rows = data.load("labour", indicator=sectors, iso3=["GTM", "HND", "NIC", "SLV"], year=2024, sex="total")
    there = rows.groupby("indicator")["value"].sum()
    for _, one in rows.groupby("iso3"):
        here = one.set_index("indicator")["value"]
        quotient = location_quotient(
            jobs=here, all_jobs=here.sum(), reference_jobs=there, reference_all_jobs=there.sum()
        )
        assert (quotient * there / there.sum()).sum() == pytest.approx(1)


@settings(max_examples=30)
@given(JOBS, JOBS, JOBS, JOBS)
def test_three_effects_add_up_to_the_change(
    before: list[int], after: list[int], there_before: list[int], there_after: list[int]
) -> None:
    """National, mix and competitive telescope: e0·G + e0(g - G) + e0(c - g) = e0·c, the change itself."""
    effects = split(before, after, there_before, there_after)
    change = by_industry(after) - by_industry(before)
    assert effects.sum(axis="columns").tolist() == pytest.approx(change.tolist(), rel=1e-6, abs=1e-3)


@settings(max_examples=30)
@given(JOBS, JOBS)
def test_the_region_has_no_competitive_effect_against_itself(before: list[int], after: list[int]) -> None:
    """Of the region itself c = g, so the third effect is nothing and the mix effects cancel out."""
    effects = split(before, after, before, after)
    assert effects["competitive"].abs().max() == pytest.approx(0, abs=1e-3)
    assert effects["mix"].sum() == pytest.approx(0, abs=1e-2)


def test_one_growth_everywhere_is_all_national() -> None:
    effects = split([10, 20, 30, 40], [11, 22, 33, 44], [100, 300, 200, 500], [110, 330, 220, 550])
    assert effects["national"].tolist() == pytest.approx([1, 2, 3, 4])
    assert effects[["mix", "competitive"]].abs().max().max() == pytest.approx(0, abs=1e-9)


def test_an_industry_new_to_the_country_is_competitive() -> None:
    """Nothing there before can neither follow the region nor its industry: all its jobs are the country's own."""
    effects = split([0, 20, 30, 40], [5, 20, 30, 40], [100, 300, 200, 500], [110, 330, 220, 550])
    assert effects.loc["farms"].tolist() == [0, 0, 5]


def test_shift_share_refuses() -> None:
    with pytest.raises(ZeroDenominator, match="reference_before · farms"):
        split([1, 1, 1, 1], [1, 1, 1, 1], [0, 1, 1, 1], [1, 1, 1, 1])
    twice = pd.Series([1, 2], index=["farms", "farms"])
    with pytest.raises(TotalAmongParts, match="«farms» aparece 2 veces"):
        shift_share(jobs_before=twice, jobs_after=twice, reference_before=twice, reference_after=twice)


def test_nothing_varies_nothing_is_short() -> None:
    """A signal that does not vary tells no occupation from another: 0, not a division by zero."""
    assert shortage_index(signals()).tolist() == [0, 0, 0]
    assert shortage_index(signals(wage_growth=[0.1, 0.1, 0.1])).tolist() == [0, 0, 0]


@pytest.mark.parametrize("name", SIGNALS)
def test_more_unemployment_is_less_shortage(name: str) -> None:
    """Every signal raises the index but one: unemployment lowers it. z of 1, 2, 3 is ±1.2247 with ddof 0; over five."""
    found = shortage_index(signals(**{name: [1, 2, 3]}))
    sign = -1 if name == "unemployment_rate" else 1
    assert (sign * found).tolist() == pytest.approx([-1.224745 / 5, 0, 1.224745 / 5], abs=1e-6)


@settings(max_examples=30)
@given(SIGNAL, SIGNAL, st.integers(min_value=1, max_value=100), st.integers(min_value=-9, max_value=9))
def test_neither_unit_nor_zero_point_nor_order_matters(pay: list[int], idle: list[int], unit: int, zero: int) -> None:
    """Standardising takes away mean and unit, so per cent and per mille rank alike; the mean index is 0."""
    table = signals(wage_growth=pay, unemployment_rate=idle)
    found = shortage_index(table)
    assert found.mean() == pytest.approx(0, abs=1e-9)
    other = table.assign(wage_growth=table["wage_growth"] * unit + zero).iloc[::-1]
    pd.testing.assert_series_equal(shortage_index(other).loc[found.index], found)


def test_shortage_index_refuses() -> None:
    with pytest.raises(UnsuitableTable, match="hours_growth"):
        shortage_index(signals().drop(columns="hours_growth"))
    with pytest.raises(NotGiven, match="wage_growth · cooks"):
        shortage_index(signals(wage_growth=[1, None, 3]))
    with pytest.raises(TotalAmongParts, match="«cooks» aparece 2 veces"):
        shortage_index(signals().rename(index={"nurses": "cooks"}))
