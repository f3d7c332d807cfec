"""Checks that every declaration of a table gives for nothing: key, order, values, ranges, codes of countries."""

from collections.abc import Iterator
from dataclasses import dataclass

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import first
from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.values import wrong_rows


def declared(tables: tuple[Table, ...]) -> Iterator[Check]:
    """Yield the checks of every table: its key, its order, each field that has values, a range or codes."""
    for table in tables:
        yield Check(
            f"{table.name}.key", table.name, N_("Ninguna fila repite la clave de otra."), NONE, RepeatedKey(table)
        )
        yield Check(
            f"{table.name}.order", table.name, N_("Las filas van en el orden de la clave."), NONE, OutOfOrder(table)
        )
        for field in table.fields:
            yield from of_field(table, field)


def of_field(table: Table, field: Field) -> Iterator[Check]:
    """Yield the checks of one column."""
    name = f"{table.name}.{field.name}"
    if not field.blank or field.values or field.minimum is not None or field.maximum is not None:
        statement = N_("Cada celda tiene un valor de los declarados.")
        yield Check(f"{name}.values", table.name, statement, NONE, WrongValue(table, field))
    if field.place and table.name != "countries":
        statement = N_("Cada código está en countries o es uno de los totales declarados.")
        yield Check(f"{name}.codes", table.name, statement, NONE, UnknownCode(table, field))


@dataclass(frozen=True)
class RepeatedKey:
    """The first row whose key an earlier row has."""

    table: Table

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        rows, key = tables[self.table.name], list(self.table.key)
        return first(rows.loc[rows.duplicated(key), key])


@dataclass(frozen=True)
class OutOfOrder:
    """The first row that should not stand where it stands."""

    table: Table

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        rows = tables[self.table.name][list(self.table.key)].reset_index(drop=True)
        expected = rows.sort_values(list(self.table.key), kind="stable", ignore_index=True)
        moved = (rows.ne(expected) & ~(rows.isna() & expected.isna())).any(axis="columns")
        return first(rows[moved])


@dataclass(frozen=True)
class WrongValue:
    """The first row whose cell is blank, not among the values or out of the range declared."""

    table: Table
    field: Field

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        shown = list(dict.fromkeys([*self.table.key, self.field.name]))
        return first(wrong_rows(tables[self.table.name], self.field)[shown])


@dataclass(frozen=True)
class UnknownCode:
    """The first row with a code that is neither in ``countries`` nor one of the field's totals."""

    table: Table
    field: Field

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        codes = {*tables["countries"]["iso3"], *self.field.totals}
        rows, shown = tables[self.table.name], list(dict.fromkeys([*self.table.key, self.field.name]))
        return first(rows.loc[rows[self.field.name].notna() & ~rows[self.field.name].isin(codes), shown])
