"""``stock`` and the UN editions of ``stock_vintages``: International Migrant Stock (UN DESA, Population Division)."""

from pathlib import Path

import pandas as pd

from datasets.recipes.source import CODE, COUNT, YEAR, Kind, read_csv

PUBLISHER = "UN DESA"
SEXES = ("total", "male", "female")
REVISIONS = (2019, 2020, 2024)


def revision(sources: Path, year: int) -> pd.DataFrame:
    """Return a revision as published: origin, destination, year and a column a sex.

    The publisher leaves a total blank where it gives none (one cell of 2024, with 0 for each sex): such a cell is
    dropped whole, as every other cell that is not given has no row.
    """
    path = sources / "un_desa_ims" / f"ims{year}_bilateral_by_sex.csv"
    columns = {"origin_iso3": CODE, "dest_iso3": CODE, "year": YEAR} | dict.fromkeys(SEXES, COUNT)
    table = read_csv(path, f"{PUBLISHER}, {year}", columns)
    table = table.rename(columns={"origin_iso3": "origin", "dest_iso3": "destination"})
    return table[table["total"].notna()]


def stock(sources: Path) -> pd.DataFrame:
    """Return the 2024 revision, one row a cell and sex; a cell that is not given has no row."""
    table = revision(sources, 2024).melt(["origin", "destination", "year"], SEXES, "sex", "stock")
    table["stock"] = table["stock"].astype(int)
    return table.sort_values(["origin", "destination", "year", "sex"], ignore_index=True)


def stock_by_age(sources: Path) -> pd.DataFrame:
    """Return the 2020 revision by five-year age of the migrants in each destination; the file ends at 74."""
    path = sources / "un_desa_ims" / "ims2020_dest_age_sex.csv"
    age, sex = Kind(number=True, minimum=0, maximum=120), Kind(values=SEXES)
    columns = {"dest_iso3": CODE, "year": YEAR, "sex": sex, "age_from": age, "age_len": age, "value": COUNT}
    table = read_csv(path, f"{PUBLISHER}, 2020", columns)
    table["age_to"] = table["age_from"] + table["age_len"] - 1
    return table.rename(columns={"dest_iso3": "destination", "value": "stock"}).drop(columns="age_len")
