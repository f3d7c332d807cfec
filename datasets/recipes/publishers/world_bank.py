"""``population`` (World Development Indicators) and the World Bank's edition of ``stock_vintages``."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, COUNT, PERCENT, TEXT, YEAR, read_csv

WORLD = "WLD"


def population(sources: Path) -> pd.DataFrame:
    """Return population by sex; the publisher gives the total and women's per cent, the sexes are derived here."""
    columns = {"iso3": TEXT, "year": YEAR, "SP_POP_TOTL": COUNT, "SP_POP_TOTL_FE_ZS": PERCENT, "is_aggregate": COUNT}
    panel = read_csv(sources / "wdi" / "wdi_panel_1990_2025.csv", "World Bank, WDI", columns)
    panel = panel[(panel["is_aggregate"] == 0) | (panel["iso3"] == WORLD)].dropna(subset=["SP_POP_TOTL"])
    panel["total"] = panel["SP_POP_TOTL"].round().astype("Int64")
    panel["female"] = (panel["SP_POP_TOTL"] * panel["SP_POP_TOTL_FE_ZS"] / 100).round().astype("Int64")
    panel["male"] = panel["total"] - panel["female"]
    long = panel.melt(["iso3", "year"], ["total", "male", "female"], "sex", "population").dropna()
    return long.sort_values(["iso3", "year", "sex"], ignore_index=True)


def bilateral_stock(sources: Path) -> pd.DataFrame:
    """Return the Global Bilateral Migration database, a column a sex; the file has dropped its zeros."""
    path = sources / "worldbank_gbmd" / "wb_bilateral_stock_1960_2020.csv"
    columns = {"origin_iso3": CODE, "dest_iso3": CODE, "year": YEAR, "total": COUNT, "male": COUNT, "female": COUNT}
    table = read_csv(path, "World Bank, Global Bilateral Migration", columns)
    return table.rename(columns={"origin_iso3": "origin", "dest_iso3": "destination"})
