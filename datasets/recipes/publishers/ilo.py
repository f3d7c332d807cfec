"""``informality``, ``informality_vintages``, ``neet`` and ``earnings_occupation``: series of ILOSTAT.

Flags: B is a break in the series, U is an unreliable value; a value that the ILO withholds as unreliable is blank.
E is the course's: pay of zero, which cannot be.
"""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers.ilo_errors import with_errors_marked
from datasets.recipes.publishers.ilo_names import codes_of
from datasets.recipes.source import AMOUNT, CODE, PERCENT, TEXT, YEAR, Columns, Kind, read_csv

PUBLISHER = "ILO, ILOSTAT"
SDG_EDITION, LATER_EDITION = "SDG 8.3.1", "2024-07-26"
SEX = Kind(values=("total", "male", "female", "other"))
FLAG = Kind(values=("B", "U"))
SOURCE = Kind(pattern="[A-Z]{2}:[0-9]+")
FLAGS = {"Break in series": "B", "Unreliable": "U"}
SEXES = {f"Sex: {sex.title()}": sex for sex in SEX.values}
LOWEST_PAY = 0.01  # the file has two decimals: what is lower says 0, and nobody earns that
OUTSIDE_ISO = {"KOS": "XKX"}  # Kosovo, under the code that the ILO uses


def informality(sources: Path) -> pd.DataFrame:
    """Return SDG 8.3.1, informal employment in % of employment, by sex and economic activity."""
    return series(sources / "ilostat" / "informal_employment_rate_sdg831.csv", {"activity": TEXT, "value": PERCENT})


def neet(sources: Path) -> pd.DataFrame:
    """Return SDG 8.6.1, persons of 15 to 24 not in employment, education or training, in % of that age."""
    return series(sources / "ilostat" / "neet_rate_15_24.csv", {"value": PERCENT})


def earnings_occupation(sources: Path) -> pd.DataFrame:
    """Return SDG 8.5.1, average hourly earnings of employees in local currency, by sex and occupation (ISCO-08)."""
    path = sources / "ilostat" / "avg_hourly_earnings_occupation_sdg851.csv"
    table = series(path, {"occupation": TEXT, "value": AMOUNT, "note_indicator": TEXT})
    return with_errors_marked(table.rename(columns={"note_indicator": "note"}), LOWEST_PAY)


def series(path: Path, columns: Columns) -> pd.DataFrame:
    """Return a series as published, with the columns that are its own."""
    shared = {"iso3": CODE, "year": YEAR, "sex": SEX, "flag": FLAG, "source": SOURCE}
    table = read_csv(path, PUBLISHER, {**shared, **columns})
    table["iso3"] = table["iso3"].replace(OUTSIDE_ISO)
    return table


def informality_vintages(sources: Path) -> pd.DataFrame:
    """Return informality of all activities together in both editions, one row a country, year and sex."""
    sdg = informality(sources)
    sdg = sdg[sdg["activity"] == "ECO_SECTOR_TOTAL"].assign(edition=SDG_EDITION, note_indicator=None, note_source=None)
    return pd.concat([sdg, later_informality(sources)], ignore_index=True)


def later_informality(sources: Path) -> pd.DataFrame:
    """Return the download of July 2024, which prints labels where SDG 8.3.1 prints codes."""
    path = sources / "ilostat" / "raw_EMP_NIFL_SEX_RT_A_2024-07-26.csv"
    columns = {
        "ref_area.label": TEXT, "source.label": TEXT, "sex.label": Kind(values=tuple(SEXES)), "time": YEAR,
        "obs_value": PERCENT, "obs_status.label": Kind(values=tuple(FLAGS)), "note_indicator.label": TEXT,
        "note_source.label": TEXT,
    }  # fmt: skip
    table = read_csv(path, PUBLISHER, columns)
    table["iso3"] = codes_of(table["ref_area.label"], sources, PUBLISHER, path)
    table["sex"] = table["sex.label"].map(SEXES)
    table["flag"] = table["obs_status.label"].map(FLAGS)
    renamed = {"time": "year", "obs_value": "value"}
    renamed |= {f"{name}.label": name for name in ("source", "note_indicator", "note_source")}
    columns_kept = ["iso3", "sex", "flag", *renamed]
    return table[columns_kept].rename(columns=renamed).assign(edition=LATER_EDITION)
