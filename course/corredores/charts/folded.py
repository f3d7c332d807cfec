"""Destinations that an earlier revision names for an origin and the current one does not: what its pictures lack."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import pandas as pd

from corredores import data
from corredores.charts.numbers import Numbers
from corredores.language import text

MUCH, SOME = 10.0, 1.0  # per cent of the emigrants of 2020, in the revision of 2020


@dataclass(frozen=True)
class Missing:
    """The destinations of an origin that are not given, where the table of folded corridors knows them.

    Attributes
    ----------
    largest
        Name of the largest, empty where there is none.
    persons
        Persons of 2020 in the largest.
    share
        Part of all emigrants of 2020 in all of them, per cent.
    """

    largest: str
    persons: int
    share: float

    @property
    def much(self) -> bool:
        """Whether so many are missing that no share or rank can be said of all emigrants."""
        return self.share > MUCH

    def sentences(self, numbers: Numbers) -> list[str]:
        """Return what a note has to say of them; nothing where they are few."""
        if self.share <= SOME:
            return []
        return [
            text(
                "Falta {destination} ({persons} personas en 2020, revisión 2020). Los destinos que faltan reunían el "
                "{share} de las personas emigradas.",
                destination=self.largest,
                persons=numbers.write(self.persons),
                share=numbers.percent(self.share),
            )
        ]


@cache
def _folded() -> pd.DataFrame:
    return data.load("folded_corridors")


def missing_from(origin: str, given: Collection[str]) -> Missing:
    """Return what is missing for ``origin`` in a picture whose destinations are ``given`` (ISO codes)."""
    folded = _folded()
    folded = folded[folded["origin"] == origin]
    folded = folded[~folded["destination"].isin(list(given))]
    if folded.empty:
        return Missing("", 0, 0.0)
    largest = folded.sort_values(["stock", "destination"], ascending=[False, True]).iloc[0]
    return Missing(data.country_name(largest["destination"]), int(largest["stock"]), float(folded["share"].sum()))
