from itertools import pairwise

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from datasets.recipes.pages.heat import HeatRow
from datasets.recipes.pages.periods import FEW, periods, years_of

YEARS = st.lists(st.integers(1927, 2026), min_size=1, max_size=80)


@given(YEARS)
def test_every_year_is_in_one_period_and_they_fit_on_a_page(years: list[int]) -> None:
    found = periods(pd.Series(years))
    assert len(found) <= FEW
    for year in years:
        assert sum(period.first <= year <= period.last for period in found) == 1
    assert (found[0].first, found[-1].last) == (min(years), max(years))
    assert all(one.last < other.first for one, other in pairwise(found))


def test_spans_begin_at_round_years_and_are_cut_at_both_ends() -> None:
    assert [str(period) for period in periods(pd.Series(range(1997, 2025)))] == [
        "1997–1999", "2000–2004", "2005–2009", "2010–2014", "2015–2019", "2020–2024",
    ]  # fmt: skip
    assert [str(period) for period in periods(pd.Series([1990, 1995, 2024]))] == ["1990", "1995", "2024"]


def test_months_quarters_and_fractions_are_of_their_year() -> None:
    assert years_of(pd.Series(["1995-01", "2011Q1", "2017Q1-Q2", "2016"])).tolist() == [1995, 2011, 2017, 2016]
    assert years_of(pd.Series([2018.42, 2019.0])).tolist() == [2018, 2019]


def test_a_shade_is_a_quarter_of_the_region() -> None:
    row = HeatRow("lac33", 33, ())
    assert [row.shade(count) for count in (0, 1, 8, 9, 17, 25, 33)] == [0, 1, 1, 2, 3, 4, 4]
