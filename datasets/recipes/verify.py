"""Checking the committed tables: their checksums, and figures that the publishers are known to give."""

import hashlib
import json
from pathlib import Path

import pandas as pd
from pandas.api.types import is_numeric_dtype

from datasets.recipes.check import NONE, CheckResult
from datasets.recipes.declaration import N_, Table
from datasets.recipes.known_figures import CHECKS
from datasets.recipes.package import DESCRIPTOR
from datasets.recipes.source import SourceError, read_csv
from datasets.recipes.tables import TABLES


def verify_tables(folder: Path) -> list[CheckResult]:
    """Return the result of every check on the tables in ``folder``; if one cannot be read, of the reading alone."""
    readings = [_reading(folder, table) for table in TABLES]
    if not all(result.ok for result in readings):
        return readings
    tables = read_tables(folder)
    sums = [_checksum(folder, table) for table in TABLES]
    return [*readings, *sums, *(check.run(tables) for check in CHECKS)]


def read_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the tables in ``folder`` by name."""
    return {table.name: _read(folder, table) for table in TABLES}


def _read(folder: Path, table: Table) -> pd.DataFrame:
    return read_csv(folder / f"{table.name}.csv", "Corredores", tuple(field.name for field in table.fields))


def _reading(folder: Path, table: Table) -> CheckResult:
    """Check that the file is there, with its columns, and that counts and measures are numbers."""
    try:
        frame = _read(folder, table)
        found = ", ".join(
            field.name
            for field in table.fields
            if field.type in ("integer", "number") and not is_numeric_dtype(frame[field.name])
        )
    except SourceError as error:
        found = str(error)
    statement = N_("El archivo existe, tiene sus columnas, y las de números traen números.")
    return CheckResult(f"{table.name}.columns", statement, NONE, found or NONE)


def _checksum(folder: Path, table: Table) -> CheckResult:
    """Check that the file is the one that the data package describes."""
    described = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["resources"]
    expected = next((one["hash"] for one in described if one["name"] == table.name), NONE)
    found = "sha256:" + hashlib.sha256((folder / f"{table.name}.csv").read_bytes()).hexdigest()
    statement = N_("El archivo es el que describe datapackage.json.")
    return CheckResult(f"{table.name}.checksum", statement, expected, found)
