"""Wrong rows, planted one at a time, so that each check is seen to fail."""

from collections.abc import Callable, Iterator
from functools import singledispatch
from typing import Any

import pandas as pd

from datasets.recipes.checks.check import NONE, Check, Tables
from datasets.recipes.checks.declared import OutOfOrder, RepeatedKey, UnknownCode, WrongValue
from datasets.recipes.checks.findings import Count, Figure, PartAbove, PartsApart, Values, rows_of

Planted = dict[str, pd.DataFrame]
Plant = Callable[[Tables], Planted]


def change(name: str, column: str, value: Any, **where: Any) -> Plant:
    """Give the first row with these values another one; a function of the old value may be given."""

    def plant(tables: Tables) -> Planted:
        table = tables[name].copy()
        row = rows_of(table, where).index[0]
        changed = value(table.loc[row, column]) if callable(value) else value
        if isinstance(changed, str):
            table[column] = table[column].astype(object)
        table.loc[row, column] = changed
        return {**tables, name: table}

    return plant


def add(name: str, **row: Any) -> Plant:
    """Add a row."""
    return lambda tables: {**tables, name: pd.concat([tables[name], pd.DataFrame([row])], ignore_index=True)}


def drop(name: str, **where: Any) -> Plant:
    """Take away the rows with these values."""
    return lambda tables: {**tables, name: tables[name].drop(rows_of(tables[name], where).index)}


def planted(check: Check, own: dict[str, Plant], tables: Tables) -> Planted:
    """Return the tables with a row that the check must find: planted for it by name, or by the kind of its finding."""
    if check.name in own:
        return own[check.name](tables)
    return plant(check.find, check, tables)


def without_part(check: Check, tables: Tables) -> Planted:
    """Return the tables without any row of the last of the parts that a check adds up: all men and no woman."""
    find = check.find
    assert isinstance(find, PartsApart)
    return drop(find.table, **{find.by: find.parts[-1]})(tables)


def without_part_in_a_group(check: Check, tables: Tables) -> Planted:
    """Return the tables without that part in the first group only."""
    find = check.find
    assert isinstance(find, PartsApart)
    row = tables[find.table].iloc[0]
    group = {key: row[key] for key in find.keys}
    return drop(find.table, **group, **{find.by: find.parts[-1]})(tables)


def undeclared_totals(check: Check, tables: Tables) -> Iterator[Planted]:
    """Yield the tables with WLD, then OTH, in a column that declares no such code."""
    find = check.find
    assert isinstance(find, UnknownCode)
    for code in sorted({"WLD", "OTH"} - set(find.field.totals)):
        table = tables[find.table.name].copy()
        table.loc[table.index[0], find.field.name] = code
        yield {**tables, find.table.name: table}


@singledispatch
def plant(find: Any, check: Check, tables: Tables) -> Planted:
    """Plant a violation of a finding of this kind."""
    raise LookupError(f"{check.name}: nothing is planted for it; add it to a plants_*.py")


@plant.register
def _(find: Figure, check: Check, tables: Tables) -> Planted:
    if check.expected == NONE:
        # A cell that is not given is planted as the zero that it must not become.
        return add(find.table, **{name: value for name, value in find.where.items()}, **{find.column: 0})(tables)
    table = tables[find.table].copy()
    row = rows_of(table, find.where).index[0]
    table[find.column] = table[find.column].astype(float)
    table.loc[row, find.column] = table.loc[row, find.column] + (find.scale if find.scale != 1 else 1)
    return {**tables, find.table: table}


@plant.register
def _(find: Count, check: Check, tables: Tables) -> Planted:
    rows = rows_of(tables[find.table], find.where)
    first = rows.head(1)
    if rows.empty:
        values = {name: value[0] if isinstance(value, tuple) else value for name, value in find.where.items()}
        first = tables[find.table].head(1).assign(**values)
    if find.column:
        numeric = pd.api.types.is_numeric_dtype(first[find.column])
        first = first.assign(**{find.column: -1 if numeric else "sembrado"})
    return {**tables, find.table: pd.concat([tables[find.table], first], ignore_index=True)}


@plant.register
def _(find: Values, check: Check, tables: Tables) -> Planted:
    return change(find.table, find.column, "sembrado", **find.where)(tables)


@plant.register
def _(find: PartsApart, check: Check, tables: Tables) -> Planted:
    rows = rows_of(tables[find.table], {find.by: (*find.parts, find.total)}).dropna(subset=find.column)
    groups = rows.groupby(list(find.keys))[find.by].nunique()
    whole = groups[groups == len(find.parts) + 1].index[0]
    values = whole if isinstance(whole, tuple) else (whole,)
    where = {**dict(zip(find.keys, values, strict=True)), find.by: find.total}
    table = tables[find.table].astype({find.column: float})
    table.loc[rows_of(table, where).index[0], find.column] += 10 * find.tolerance + 1
    return {**tables, find.table: table}


@plant.register
def _(find: PartAbove, check: Check, tables: Tables) -> Planted:
    given = tables[find.table].dropna(subset=[find.part, find.whole]).index[0]
    table = tables[find.table].astype({find.part: float})
    table.loc[given, find.part] = float(table.loc[given, find.whole]) + 1
    return {**tables, find.table: table}


@plant.register
def _(find: RepeatedKey, check: Check, tables: Tables) -> Planted:
    table = tables[find.table.name]
    return {**tables, find.table.name: pd.concat([table, table.head(1)], ignore_index=True)}


@plant.register
def _(find: OutOfOrder, check: Check, tables: Tables) -> Planted:
    table = tables[find.table.name]
    return {**tables, find.table.name: pd.concat([table.iloc[1:], table.head(1)], ignore_index=True)}


@plant.register
def _(find: WrongValue, check: Check, tables: Tables) -> Planted:
    name, field = find.table.name, find.field
    table = tables[name].copy()
    if not field.blank:
        wrong: Any = None
    elif field.values:
        wrong = "sembrado"
    else:
        wrong = field.minimum - 1 if field.minimum is not None else (field.maximum or 0) + 1
    if wrong is None or isinstance(wrong, str):
        table[field.name] = table[field.name].astype(object)
    else:
        table[field.name] = table[field.name].astype(float)
    table.loc[table.index[0], field.name] = wrong
    return {**tables, name: table}


@plant.register
def _(find: UnknownCode, check: Check, tables: Tables) -> Planted:
    table = tables[find.table.name].copy()
    table.loc[table.index[0], find.field.name] = "XYZ"
    return {**tables, find.table.name: table}
