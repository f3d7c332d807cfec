"""``stock_by_source``: what censuses, registers and agencies say of the same corridor, as UN DESA's staff collected."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, COUNT, TEXT, Kind, read_csv

PUBLISHER = "K. Andreev, migrantstock"
CONCEPTS = ("foreign_born", "foreign_citizens", "refugees", "asylum_seekers", "other_in_need_of_protection")
COLUMNS = {
    "origin_iso3": CODE,
    "dest_iso3": CODE,
    "ref_date": Kind(number=True, minimum=1990, maximum=2030),
    "population": Kind(values=CONCEPTS),
    "sex": Kind(values=("total", "male", "female")),
    "source": TEXT,
    "value": COUNT,
}


def stock_by_source(sources: Path) -> pd.DataFrame:
    """Return every figure under the label of its source; the date is a year with its fraction (2018.42)."""
    table = read_csv(sources / "un_desa_ims" / "stock_by_source_lac_corridors.csv", PUBLISHER, COLUMNS)
    names = {"origin_iso3": "origin", "dest_iso3": "destination", "population": "concept", "value": "stock"}
    return table.rename(columns=names)
