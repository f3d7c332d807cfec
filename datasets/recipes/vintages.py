"""``stock_vintages``: what successive editions of two publishers say of the same cell."""

from pathlib import Path

import pandas as pd

from datasets.recipes import country_ref, un_desa, world_bank

KEYS = ["edition", "origin", "destination", "year"]


def stock_vintages(sources: Path) -> pd.DataFrame:
    """Return totals by edition for cells that touch Latin America and the Caribbean, and every destination's sums."""
    table = pd.concat([un_desa.totals(sources), world_bank.totals(sources)], ignore_index=True)
    countries = country_ref.countries(sources)
    region = countries.loc[countries["course_region"] == "LAC", "iso3"]
    sums = table["origin"].isin(["WLD", "OTH"])
    table = table[table["origin"].isin(region) | table["destination"].isin(region) | sums]
    table = table.astype({"stock": int})[[*KEYS, "stock"]]
    return table.sort_values(KEYS, ignore_index=True)
