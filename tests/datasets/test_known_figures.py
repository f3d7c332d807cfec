"""Every check holds on the committed tables and fails on a wrong row planted for it."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from datasets.recipes.check import NONE, Check, Tables
from datasets.recipes.known_figures import CHECKS

Plant = Callable[[Tables], dict[str, pd.DataFrame]]


def chosen(table: pd.DataFrame, where: dict[str, Any]) -> pd.Index:
    for column, value in where.items():
        table = table[table[column] == value]
    return table.index


def change(name: str, column: str, value: Any, **where: Any) -> Plant:
    """Give one row another value; a function of the old one may be given."""

    def plant(tables: Tables) -> dict[str, pd.DataFrame]:
        changed = tables[name].copy()
        row = chosen(changed, where)[0]
        changed.loc[row, column] = value(changed.loc[row, column]) if callable(value) else value
        return {**tables, name: changed}

    return plant


def add(name: str, **row: Any) -> Plant:
    return lambda tables: {**tables, name: pd.concat([tables[name], pd.DataFrame([row])], ignore_index=True)}


def repeat(name: str, **where: Any) -> Plant:
    def plant(tables: Tables) -> dict[str, pd.DataFrame]:
        row = tables[name].loc[chosen(tables[name], where)[:1]]
        return {**tables, name: pd.concat([tables[name], row], ignore_index=True)}

    return plant


def drop(name: str, **where: Any) -> Plant:
    return lambda tables: {**tables, name: tables[name].drop(chosen(tables[name], where))}


def one_more(figure: int) -> int:
    return figure + 1


MEX_USA = {"origin": "MEX", "destination": "USA", "year": 2024}

PLANTS: dict[str, Plant] = {
    "keys": repeat("population", iso3="SLV", year=2024),
    "codes": change("stock", "destination", "XYZ", origin="SLV", destination="USA"),
    "counts": change("stock", "stock", -5, origin="SLV", destination="USA", year=2024, sex="female"),
    "stock.sexes": change("stock", "stock", one_more, **MEX_USA, sex="female"),
    "population.sexes": change("population", "population", one_more, iso3="SLV", year=2024, sex="male"),
    "stock.origins": drop("stock", **MEX_USA),
    "stock_vintages.UN.2024": change("stock_vintages", "stock", one_more, edition="UN 2024", **MEX_USA),
    "borders.closed": change("borders", "lon", lambda lon: lon + 1, iso3="SLV", point=0),
    "borders.jumps": change("borders", "lon", lambda lon: lon + 360, iso3="SLV", point=3),
    "countries.lac33": change("countries", "lac33", True, iso3="PRI"),
    "countries.NA": change("countries", "iso2", None, iso3="NAM"),
    "countries.MEX": change("countries", "decimal_mark", ",", iso3="MEX"),
    "countries.CRI": change("countries", "decimal_mark", ".", iso3="CRI"),
    "countries.PRY": change("countries", "decimal_mark", ".", iso3="PRY"),
    "stock.world.2024": drop("stock", origin="WLD", destination="USA", year=2024, sex="total"),
    "stock.unnamed.2024": drop("stock", origin="OTH", destination="USA", year=2024, sex="total"),
    "stock.USA.origins": add("stock", origin="CRI", destination="USA", year=1990, sex="total", stock=0),
    "stock_vintages.world.2020": drop("stock_vintages", edition="UN 2020", origin="WLD", destination="USA", year=2020),
    "stock_vintages.folded.2020": drop("stock_vintages", edition="UN 2024", origin="SLV", destination="USA", year=2020),
}


def planted(check: Check) -> Plant:
    """Return the plant for a check; for a check of one cell, its name says which cell."""
    if check.name in PLANTS:
        return PLANTS[check.name]
    name, *edition, origin, destination, year = check.name.split(".")
    which = {"edition": " ".join(edition)} if edition else {"sex": "total"}
    cell = {"origin": origin, "destination": destination, "year": int(year), **which}
    # A cell that is not given is planted as the zero that it must not become.
    return add(name, **cell, stock=0) if check.expected == NONE else change(name, "stock", one_more, **cell)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_holds_and_fails_on_a_planted_row(check: Check, tables: dict[str, pd.DataFrame]) -> None:
    assert check.run(tables).ok
    missed = check.run(planted(check)(tables))
    assert not missed.ok
    assert str(missed.found) in str(missed)


def test_names_are_distinct() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
