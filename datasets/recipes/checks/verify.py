"""Checking the committed tables: their checksums, what they declare, figures of source files and of publications."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

from datasets.recipes.checks import CHECKS
from datasets.recipes.checks.check import NONE, CheckResult, Found
from datasets.recipes.coverage import coverage
from datasets.recipes.declaration import N_, Table
from datasets.recipes.package import DESCRIPTOR
from datasets.recipes.source import TEXT, SourceError, read_csv
from datasets.recipes.tables import TABLES

SAME_FILE = N_("El archivo es el que describe datapackage.json.")
SAME_ROWS = N_("Tiene las filas que dice datapackage.json.")
SAME_COVERAGE = N_("Cubre los países y años que dice datapackage.json.")


def verify_tables(folder: Path) -> list[CheckResult]:
    """Return the result of every check on the tables in ``folder``; if one cannot be read, of the reading alone."""
    readings = [_reading(folder, table) for table in TABLES]
    if not all(result.ok for result in readings):
        return readings
    tables = read_tables(folder)
    entries = {one["name"]: one for one in json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["resources"]}
    described = [result for table in TABLES for result in _described(folder, table, tables[table.name], entries)]
    return [*readings, *described, *(check.run(tables) for check in CHECKS)]


def read_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the tables in ``folder`` by name."""
    return {table.name: read_table(folder, table) for table in TABLES}


def read_table(folder: Path, table: Table) -> pd.DataFrame:
    """Return a committed table: text stays text (an ISCO code keeps its zero), a blank is missing.

    Raises
    ------
    SourceError
        When the file is absent, cut off or lacks a column.
    """
    frame = read_csv(folder / f"{table.name}.csv", "Corredores", {field.name: TEXT for field in table.fields})
    for field in table.fields:
        if field.type in ("integer", "number"):
            frame[field.name] = pd.to_numeric(frame[field.name])
        elif field.type == "boolean":
            frame[field.name] = frame[field.name].map({"True": True, "False": False})
    return frame


def _reading(folder: Path, table: Table) -> CheckResult:
    """Check that the file is there, with its columns, and that counts and measures are numbers."""
    try:
        written = read_csv(folder / f"{table.name}.csv", "Corredores", {field.name: TEXT for field in table.fields})
        found = ", ".join(
            field.name
            for field in table.fields
            if field.type in ("integer", "number") and not is_numeric_dtype(_numbers(written[field.name]))
        )
    except SourceError as error:
        found = str(error)
    statement = N_("El archivo existe, tiene sus columnas, y las de números traen números.")
    return CheckResult(f"{table.name}.columns", table.name, statement, NONE, Found(found or NONE, found))


def _numbers(column: pd.Series) -> pd.Series:
    try:
        return pd.to_numeric(column)
    except ValueError:
        return column


def _described(
    folder: Path, table: Table, frame: pd.DataFrame, entries: dict[str, dict[str, Any]]
) -> list[CheckResult]:
    """Check that the file is the one that the data package describes, with the rows and the coverage stated there."""
    entry = entries.get(table.name, {})
    checksum = "sha256:" + hashlib.sha256((folder / f"{table.name}.csv").read_bytes()).hexdigest()
    covered, stated = json.dumps(coverage(frame, table)), json.dumps(entry.get("coverage", NONE))
    return [
        CheckResult(f"{table.name}.{name}", table.name, statement, expected, Found(found, DESCRIPTOR))
        for name, statement, expected, found in (
            ("checksum", SAME_FILE, str(entry.get("hash", NONE)), checksum),
            ("rows", SAME_ROWS, int(entry.get("rows", -1)), len(frame)),
            ("coverage", SAME_COVERAGE, stated, covered),
        )
    ]
