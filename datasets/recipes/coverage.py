"""What a table covers: how many countries of which region, from when to when."""

from pathlib import Path
from typing import Any

import pandas as pd

from datasets.recipes.declaration import Table

_COUNTRIES = Path(__file__).parents[1] / "countries.csv"
REGIONS = ("LAC", "SEA", "SSA")


def coverage(frame: pd.DataFrame, table: Table) -> dict[str, Any]:
    """Return first and last time, and for each place column the number of countries: all, the 33 states, each region.

    Codes that are no country (WLD, OTH) are not counted, nor rows in which everything but the key is blank.
    """
    measures = [field.name for field in table.fields if field.name not in table.key]
    frame = frame.dropna(subset=measures, how="all") if measures else frame
    covered: dict[str, Any] = {}
    if table.time:
        times = frame[table.time].dropna()
        if table.field(table.time).type == "integer":
            times = times.astype(int)  # a blank among them has made them floats
        covered |= {"from": times.min(), "to": times.max()}
        covered = {name: value.item() if hasattr(value, "item") else value for name, value in covered.items()}
    if table.places:
        countries = frame if table.name == "countries" else pd.read_csv(_COUNTRIES, keep_default_na=False)
        covered["countries"] = {column: _counted(set(frame[column].dropna()), countries) for column in table.places}
    return covered


def _counted(codes: set[str], countries: pd.DataFrame) -> dict[str, int]:
    named = countries[countries["iso3"].isin(codes)]
    regions = {region: int((named["course_region"] == region).sum()) for region in REGIONS}
    return {"all": len(named), "lac33": int(named["lac33"].astype(str).eq("True").sum())} | regions
