"""``remittances_bilateral``: the World Bank's bilateral remittance matrices (KNOMAD), a model and not a record."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import AMOUNT, CODE, YEAR, read_csv

PUBLISHER = "World Bank / KNOMAD"
EDITIONS = (2018, 2021)


def remittances_bilateral(sources: Path) -> pd.DataFrame:
    """Return both matrices as published; only that of 2021 prints totals, under the code WLD."""
    return pd.concat([matrix(sources, year) for year in EDITIONS], ignore_index=True)


def matrix(sources: Path, year: int) -> pd.DataFrame:
    """Return one matrix: year, sender, receiver and millions of dollars."""
    path = sources / "knomad" / f"bilateral_remittances_{year}_tidy.csv"
    columns = {"sender_iso3": CODE, "receiver_iso3": CODE, "usd_million": AMOUNT, "year": YEAR}
    table = read_csv(path, f"{PUBLISHER}, {year}", columns)
    return table.rename(columns={"sender_iso3": "sender", "receiver_iso3": "receiver", "usd_million": "remittances"})
