"""What the tables say: the figures and first offending rows that the checks compare."""

from collections.abc import Callable

import pandas as pd

from datasets.recipes.check import NONE, Finding, Tables
from datasets.recipes.tables import TABLES


def rows_of(table: pd.DataFrame, **where: object) -> pd.DataFrame:
    """Return the rows with these values."""
    for column, value in where.items():
        table = table[table[column] == value]
    return table


def total_of(name: str, **where: object) -> Callable[[Tables], Finding]:
    """Return a finding: the persons in the rows with these values, or :data:`NONE` where there is no row."""

    def find(tables: Tables) -> Finding:
        rows = rows_of(tables[name], **where)
        return int(rows[rows.columns[-1]].sum()) if len(rows) else NONE

    return find


def first(rows: pd.DataFrame) -> str:
    """Return the first offending row in words, or :data:`NONE`."""
    return NONE if rows.empty else ", ".join(f"{column}={value}" for column, value in rows.iloc[0].items())


def sexes_apart(name: str) -> Callable[[Tables], Finding]:
    """Return a finding: the first cell in which women and men are not the total."""

    def find(tables: Tables) -> Finding:
        table = tables[name]
        keys = [column for column in table.columns[:-1] if column != "sex"]
        wide = table.pivot(index=keys, columns="sex", values=table.columns[-1])
        return first(wide[wide["female"] + wide["male"] != wide["total"]].reset_index())

    return find


def origins_apart(tables: Tables) -> Finding:
    """Return the first destination and year whose origins do not add up to WLD."""
    both = rows_of(tables["stock"], sex="total").drop(columns="sex")
    keys = ["destination", "year"]
    parts = both[both["origin"] != "WLD"].groupby(keys)["stock"].sum()
    world = both[both["origin"] == "WLD"].set_index(keys)["stock"]
    apart = parts.ne(world.reindex(parts.index))
    return first(parts[apart].reset_index())


def unknown_codes(tables: Tables) -> Finding:
    """Return the first code that ``countries`` does not have."""
    codes = {*tables["countries"]["iso3"], "WLD", "OTH"}
    for name, table in tables.items():
        for column in {"iso3", "origin", "destination"} & set(table.columns):
            unknown = set(table[column]) - codes
            if unknown:
                return f"{name}.{column}: {min(unknown)}"
    return NONE


def repeated_keys(tables: Tables) -> Finding:
    """Return the first row whose key another row has."""
    for declared in TABLES:
        key = list(declared.key)
        repeated = tables[declared.name][tables[declared.name].duplicated(key)]
        if len(repeated):
            return f"{declared.name}: {first(repeated[key])}"
    return NONE


def negative_counts(tables: Tables) -> Finding:
    """Return the first number of persons that is below zero or blank."""
    for name, column in (("stock", "stock"), ("stock_vintages", "stock"), ("population", "population")):
        wrong = tables[name][~tables[name][column].ge(0)]
        if len(wrong):
            return f"{name}: {first(wrong)}"
    return NONE


def unlike_stock(tables: Tables) -> Finding:
    """Return the first cell in which the edition of 2024 differs from ``stock``."""
    keys = ["origin", "destination", "year"]
    vintage = rows_of(tables["stock_vintages"], edition="UN 2024")[[*keys, "stock"]]
    stock = rows_of(tables["stock"], sex="total")[[*keys, "stock"]]
    joined = vintage.merge(stock, on=keys, how="left", suffixes=("", "_2024"))
    return first(joined[joined["stock"] != joined["stock_2024"]])


def named_origins(name: str, destination: str, **where: object) -> Callable[[Tables], Finding]:
    """Return a finding: how many origins a destination names, its own sums among them."""
    return lambda tables: int(rows_of(tables[name], destination=destination, **where)["origin"].nunique())


def folded(tables: Tables) -> Finding:
    """Return the emigrants of the 33 states in 2020 whose cell the revision of 2020 gives and that of 2024 does not."""
    region = tables["countries"].loc[tables["countries"]["lac33"], "iso3"]
    vintages = rows_of(tables["stock_vintages"], year=2020)
    vintages = vintages[vintages["origin"].isin(region)].set_index(["origin", "destination"])
    before, after = (rows_of(vintages, edition=edition)["stock"] for edition in ("UN 2020", "UN 2024"))
    return int(before[~before.index.isin(after.index)].sum())


def value_of(name: str, column: str, **where: object) -> Callable[[Tables], Finding]:
    """Return a finding: the values of a column in the rows with these values, joined."""
    return lambda tables: " ".join(str(value) for value in rows_of(tables[name], **where)[column])


def open_rings(tables: Tables) -> Finding:
    """Return the first ring whose last point is not its first."""
    rings = tables["borders"].groupby(["iso3", "ring"])[["lon", "lat"]]
    apart = rings.first().ne(rings.last()).any(axis="columns")
    return first(apart[apart].reset_index())


def jumps(tables: Tables) -> Finding:
    """Return the first point from which a line would cross the map."""
    borders = tables["borders"]
    steps = borders.groupby(["iso3", "ring"])["lon"].diff().abs()
    return first(borders[(steps > 180) | (borders["lon"].abs() > 180) | (borders["lat"].abs() > 90)])
