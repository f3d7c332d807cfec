"""``displaced``, ``asylum_applications`` and ``displacement_flows``: the Refugee Data Finder of UNHCR."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, COUNT, TEXT, YEAR, Columns, read_csv

PUBLISHER = "UNHCR"
WORLD = "WLD"
CATEGORIES = (
    "refugees", "asylum_seekers", "returned_refugees", "idps", "returned_idps", "stateless", "ooc", "oip", "hst",
)  # fmt: skip
FLOWS = ("refugees", "asylum_seekers", "refugee_like", "oip")
NO_COUNTRY = ("XXA", "TIB")  #: stateless persons and Tibetans: origins that are no country of ISO 3166

# The files write unknown origin in two ways, and stateless persons in two.
ONE_CODE = {"UNK": "OTH", "UKN": "OTH", "STA": "XXA"}

PLACES = {"coo_iso": "origin", "coa_iso": "destination"}


def displaced(sources: Path) -> pd.DataFrame:
    """Return persons at the end of the year; WLD stands where the file gives the total of all origins or asylums."""
    pairs = _read(sources, "population_2000_2025_lac.csv", ("coo_iso", "coa_iso"), CATEGORIES)
    asylum = _read(
        sources,
        "population_by_asylum_2000_2025_all.csv",
        ("coa_iso",),
        ("refugees", "asylum_seekers", "idps", "stateless", "ooc", "oip", "hst"),
    )
    origin = _read(
        sources, "population_by_origin_2000_2025_all.csv", ("coo_iso",), ("refugees", "asylum_seekers", "idps", "oip")
    )
    parts = [pairs, asylum.assign(origin=WORLD), origin.assign(destination=WORLD)]
    return pd.concat([_long(part) for part in parts])


def asylum_applications(sources: Path) -> pd.DataFrame:
    """Return applications lodged in a year, by the publisher's code of their type."""
    columns = {"year": YEAR, "coo_iso": CODE, "coa_iso": CODE, "app_type": TEXT, "applied": COUNT}
    table = read_csv(sources / "unhcr" / "asylum_applications_2000_2025_lac.csv", PUBLISHER, columns)
    return _placed(table).rename(columns={"app_type": "application_type", "applied": "persons"})


def displacement_flows(sources: Path) -> pd.DataFrame:
    """Return persons who fled within a year; a category that is not given has no row."""
    return _long(_read(sources, "flows_1962_2025_lac.csv", ("coo_iso", "coa_iso"), FLOWS))


def _read(sources: Path, file: str, places: Sequence[str], categories: Sequence[str]) -> pd.DataFrame:
    columns: Columns = {"year": YEAR} | dict.fromkeys(places, CODE) | dict.fromkeys(categories, COUNT)
    return _placed(read_csv(sources / "unhcr" / file, PUBLISHER, columns))


def _placed(table: pd.DataFrame) -> pd.DataFrame:
    table = table.rename(columns=PLACES)
    return table.assign(**{place: table[place].replace(ONE_CODE) for place in PLACES.values() if place in table})


def _long(table: pd.DataFrame) -> pd.DataFrame:
    keys = ["origin", "destination", "year"]
    long = table.melt(keys, var_name="category", value_name="persons").dropna(subset="persons")
    return long.astype({"persons": int})
