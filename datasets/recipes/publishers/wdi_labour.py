"""The part of ``labour`` that comes from the World Development Indicators: ILO's modelled estimates."""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers.wdi import countries_of, panel
from datasets.recipes.publishers.wdi_indicators import LABOUR_FORCE, LABOUR_FORCE_WOMEN_SHARE, RATES, Indicator

MODELLED, DERIVED = "modelled", "derived"
SECTORS = ("agriculture", "industry", "services")
SEXES = ("female", "male")
KEYS = ["indicator", "iso3", "sex", "age", "year"]


def labour(sources: Path) -> pd.DataFrame:
    """Return every labour indicator of every country and year, long, with the jobs derived from them."""
    table = countries_of(panel(sources)).set_index(["iso3", "year"])
    published = [as_published(table, indicator) for indicator in (LABOUR_FORCE, *RATES)]
    return pd.concat([*published, labour_force_by_sex(table), jobs(table)], ignore_index=True)


def as_published(table: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return one column of the panel, long; a cell that is not given has no row."""
    values = table[indicator.code].dropna().rename("value").reset_index()
    source = f"WDI {indicator.published_code}"
    return _long(values, indicator.name, indicator.sex, indicator.unit, MODELLED, source, indicator.age)


def labour_force_by_sex(table: pd.DataFrame) -> pd.DataFrame:
    """Return women's and men's labour force, in persons."""
    forces = {sex: _labour_force(table, sex).round().dropna().rename("value").reset_index() for sex in SEXES}
    return pd.concat([_long(values, "labour_force", sex, "persons", DERIVED) for sex, values in forces.items()])


def jobs(table: pd.DataFrame) -> pd.DataFrame:
    """Return jobs by sector and sex, in persons: labour force · (1 − unemployment) · share of the sector.

    Each sex is rounded to persons; the total is their sum.
    """
    parts = []
    for sector in SECTORS:
        by_sex = {sex: _employed(table, sex) * _rate(table, f"{sector}_share", sex) / 100 for sex in SEXES}
        rounded = pd.DataFrame(by_sex).dropna().round()
        rounded["total"] = rounded.sum(axis="columns")
        for sex in rounded:
            values = rounded[sex].rename("value").reset_index()
            parts.append(_long(values, f"{sector}_jobs", str(sex), "persons", DERIVED))
    return pd.concat(parts)


def _labour_force(table: pd.DataFrame, sex: str) -> "pd.Series[float]":
    women = table[LABOUR_FORCE.code] * table[LABOUR_FORCE_WOMEN_SHARE.code] / 100
    return women if sex == "female" else table[LABOUR_FORCE.code] - women


def _employed(table: pd.DataFrame, sex: str) -> "pd.Series[float]":
    return _labour_force(table, sex) * (1 - _rate(table, "unemployment_rate", sex) / 100)


def _rate(table: pd.DataFrame, name: str, sex: str) -> "pd.Series[float]":
    return table[next(one.code for one in RATES if (one.name, one.sex, one.age) == (name, sex, "15+"))]


def _long(
    values: pd.DataFrame, indicator: str, sex: str, unit: str, flag: str, source: str = "WDI", age: str = "15+"
) -> pd.DataFrame:
    return values.assign(indicator=indicator, sex=sex, age=age, unit=unit, source=source, flag=flag)
