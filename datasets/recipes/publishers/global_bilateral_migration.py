"""The World Bank's edition of ``stock_vintages``: Global Bilateral Migration, by decade from 1960."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, COUNT, YEAR, read_csv

PUBLISHER = "World Bank, Global Bilateral Migration"


def bilateral_stock(sources: Path) -> pd.DataFrame:
    """Return origin, destination, year and a column a sex; the file has dropped its zeros."""
    path = sources / "worldbank_gbmd" / "wb_bilateral_stock_1960_2020.csv"
    columns = {"origin_iso3": CODE, "dest_iso3": CODE, "year": YEAR, "total": COUNT, "male": COUNT, "female": COUNT}
    table = read_csv(path, PUBLISHER, columns)
    return table.rename(columns={"origin_iso3": "origin", "dest_iso3": "destination"})
