"""The columns of a heat map: years where there are few, spans of years where there are many."""

from dataclasses import dataclass

import pandas as pd

FEW = 12  #: columns that fit on a page
SPANS = (5, 10)  #: years


@dataclass(frozen=True)
class Period:
    """A column: the years from ``first`` to ``last``, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def years_of(times: pd.Series) -> pd.Series:
    """Return the year of each time: a year, a fractional year, a month ("1995-01") or a quarter ("2011Q1")."""
    if pd.api.types.is_numeric_dtype(times):
        return times // 1
    return pd.to_numeric(times.str[:4])


def periods(years: pd.Series) -> tuple[Period, ...]:
    """Return the columns for these years: each of them, or spans that begin at a round year, cut at both ends."""
    single = sorted({int(year) for year in years.dropna()})
    if len(single) <= FEW:
        return tuple(Period(year, year) for year in single)
    first, last = single[0], single[-1]
    width = next((span for span in SPANS if last // span - first // span < FEW), SPANS[-1])
    starts = range(first // width * width, last + 1, width)
    return tuple(Period(max(start, first), min(start + width - 1, last)) for start in starts)
