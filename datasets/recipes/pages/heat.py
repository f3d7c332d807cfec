"""The small heat map of a table: how many countries of each region, or how many rows, it gives in which years."""

from dataclasses import dataclass

import pandas as pd

from datasets.recipes.declaration import N_, Table
from datasets.recipes.pages.periods import Period, periods, years_of

SHADES = 4
REGIONS = {
    "lac33": N_("América Latina y el Caribe"),
    "SEA": N_("Sudeste Asiático"),
    "SSA": N_("África subsahariana"),
    "rest": N_("Otros países y territorios"),
}


@dataclass(frozen=True)
class HeatRow:
    """A region (or the rows of the table): its counts, period by period, and what would be all."""

    name: str  #: of the region, in Spanish; empty where rows are counted
    all: int
    counts: tuple[int, ...]

    def shade(self, count: int) -> int:
        """Return how strongly a count is shaded: 0 for none, then 1 to 4 by quarters of all."""
        return 0 if count == 0 else min(SHADES, 1 + (SHADES * count - 1) // max(self.all, 1))


@dataclass(frozen=True)
class HeatMap:
    """Counts by region and period."""

    place: str  #: the column whose countries are counted; empty where rows are counted
    time: str
    periods: tuple[Period, ...]
    rows: tuple[HeatRow, ...]


def region_of(countries: pd.DataFrame) -> "pd.Series[str]":
    """Return the region of each country by its code; every country is in one."""
    named = countries["course_region"].where(countries["course_region"].isin(["SEA", "SSA"]), "rest")
    named = named.mask(countries["lac33"].astype(bool), "lac33")
    return named.set_axis(countries["iso3"])


def given(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return the rows that say something: those in which not everything but the key is blank."""
    measures = [field.name for field in table.fields if field.name not in table.key]
    return frame.dropna(subset=measures, how="all") if measures else frame


def heat_maps(frame: pd.DataFrame, table: Table, countries: pd.DataFrame) -> tuple[HeatMap, ...]:
    """Return a map for each place column, or one of the rows; none where the table has no time."""
    if not table.time:
        return ()
    frame = given(frame, table).dropna(subset=table.time)
    years = years_of(frame[table.time])
    columns = periods(years)
    if not table.places:
        counts = tuple(int(years.between(period.first, period.last).sum()) for period in columns)
        return (HeatMap("", table.time, columns, (HeatRow("", max(counts), counts),)),)
    regions = region_of(countries)
    sizes = regions.value_counts()
    return tuple(
        HeatMap(
            place,
            table.time,
            columns,
            tuple(
                HeatRow(
                    name,
                    int(sizes[region]),
                    _counted(frame[place].map(regions) == region, frame[place], years, columns),
                )
                for region, name in REGIONS.items()
            ),
        )
        for place in table.places
    )


def _counted(inside: pd.Series, codes: pd.Series, years: pd.Series, columns: tuple[Period, ...]) -> tuple[int, ...]:
    within = ((inside & years.between(period.first, period.last)) for period in columns)
    return tuple(int(codes[rows].nunique()) for rows in within)
