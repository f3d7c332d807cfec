"""Which countries a table gives: by region, the ones that are there or, where they are fewer, the ones that are not."""

from dataclasses import dataclass

import pandas as pd

from datasets.recipes.declaration import Table
from datasets.recipes.pages.heat import REGIONS, given, region_of


@dataclass(frozen=True)
class RegionCovered:
    """A region in one place column."""

    name: str
    there: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def all(self) -> int:
        """How many countries the region has."""
        return len(self.there) + len(self.absent)


@dataclass(frozen=True)
class PlacesCovered:
    """The countries of one place column, by region, and the codes in it that are no country."""

    place: str
    regions: tuple[RegionCovered, ...]
    other_codes: tuple[str, ...]


def covered(frame: pd.DataFrame, table: Table, countries: pd.DataFrame) -> tuple[PlacesCovered, ...]:
    """Return which countries each place column has with a figure in any year."""
    frame, regions = given(frame, table), region_of(countries)
    found = []
    for place in table.places:
        codes = set(frame[place].dropna())
        by_region = tuple(
            RegionCovered(name, *_split(sorted(regions.index[regions == region]), codes))
            for region, name in REGIONS.items()
        )
        found.append(PlacesCovered(place, by_region, tuple(sorted(codes - set(regions.index)))))
    return tuple(found)


def _split(members: list[str], codes: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(code for code in members if code in codes), tuple(code for code in members if code not in codes)
