"""``population``, ``economy`` and ``remittances``: World Development Indicators (World Bank)."""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers.wdi_indicators import (
    ECONOMY,
    INDICATORS,
    NET_MIGRATION,
    RECEIVED,
    TOTAL,
    WOMEN_SHARE,
)
from datasets.recipes.source import AMOUNT, CODE, TEXT, YEAR, Kind, read_csv

PUBLISHER = "World Bank, WDI"
PANEL = "wdi/wdi_panel_1990_2025.csv"
PAID = "wdi/API_BM.TRF.PWKR.CD.DT_v2_3012027_2021vintage.csv"
PAID_YEARS = tuple(str(year) for year in range(1960, 2021))
WORLD = "WLD"


def panel(sources: Path) -> pd.DataFrame:
    """Return the panel as published: iso3, year, a column an indicator, and whether the code is a group's."""
    columns = {"iso3": CODE, "year": YEAR} | {indicator.code: indicator.kind for indicator in INDICATORS}
    table = read_csv(sources / PANEL, PUBLISHER, columns | {"is_aggregate": Kind(values=("0", "1"))})
    return table.assign(is_aggregate=table["is_aggregate"] == "1")


def countries_of(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the panel that are a country's."""
    return table[~table["is_aggregate"]]


def paid(sources: Path) -> pd.DataFrame:
    """Return iso3, name, year and the remittances paid, of countries and groups, where they are given.

    The file has four lines of its own before the header, a column a year and a comma after the last.
    """
    columns = {"Country Name": TEXT, "Country Code": CODE} | dict.fromkeys(PAID_YEARS, AMOUNT)
    table = read_csv(sources / PAID, f"{PUBLISHER}, 2021", columns, skiprows=4)
    table = table.rename(columns={"Country Name": "name", "Country Code": "iso3"})
    long = table.melt(["iso3", "name"], PAID_YEARS, "year", "paid").dropna(subset="paid")
    return long.astype({"year": int})


def population(sources: Path) -> pd.DataFrame:
    """Return population by sex; the publisher gives the total and women's per cent, the sexes are derived here."""
    table = panel(sources)
    table = table[~table["is_aggregate"] | (table["iso3"] == WORLD)].dropna(subset=[TOTAL.code])
    table["total"] = table[TOTAL.code].round().astype("Int64")
    table["female"] = (table[TOTAL.code] * table[WOMEN_SHARE.code] / 100).round().astype("Int64")
    table["male"] = table["total"] - table["female"]
    keys = ["iso3", "year", NET_MIGRATION.code]
    long = table.melt(keys, ["total", "male", "female"], "sex", "population").dropna(subset="population")
    long["net_migration"] = long[NET_MIGRATION.code].where(long["sex"] == "total").astype("Int64")
    return long


def economy(sources: Path) -> pd.DataFrame:
    """Return one row a country and year of the panel, a column an indicator; what is not given stays blank."""
    names = {indicator.code: indicator.name for indicator in ECONOMY}
    return countries_of(panel(sources)).rename(columns=names)


def remittances(sources: Path) -> pd.DataFrame:
    """Return remittances received and paid of each country; the share of GDP is derived here.

    Rows: each country and year of the panel, given or not, and the years before 1990 of the vintage of 2021 in
    which the country paid something.
    """
    gdp = ECONOMY[0]
    given = countries_of(panel(sources)).rename(columns={RECEIVED.code: "received", gdp.code: "gdp"})
    outward = paid(sources)
    outward = outward[outward["iso3"].isin(given["iso3"])]
    joined = given[["iso3", "year", "received", "gdp"]].merge(outward, on=["iso3", "year"], how="outer")
    return joined.assign(received_share=(100 * joined["received"] / joined["gdp"]).round(6))
