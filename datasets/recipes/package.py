"""Writing the tables and the data package that describes them, byte for byte the same each time."""

import hashlib
import json
import os
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pandas as pd

from corredores.language import text
from datasets.recipes.coverage import coverage
from datasets.recipes.declaration import Field, Table
from datasets.recipes.inventory import refuse_cut_files
from datasets.recipes.licences import licenses_of, sources_of
from datasets.recipes.source import SourceError
from datasets.recipes.tables import TABLES
from datasets.recipes.values import wrong_rows

DESCRIPTOR = "datapackage.json"


def build(sources: Path, target: Path, only: Collection[str] = ()) -> list[Path]:
    """Derive the tables from ``sources`` into ``target`` and return the paths written.

    Everything is derived before anything is written, and each file is replaced whole: a recipe that stops leaves the
    folder as it was. With ``only``, the other tables and what the package says of them stay.
    """
    chosen = [table for table in TABLES if not only or table.name in only]
    refuse_cut_files(sources, {file: text(table.publisher) for table in chosen for file in table.files})
    frames = {table.name: sorted_by_key(table.recipe(sources), table) for table in chosen}
    contents = {f"{table.name}.csv": csv_bytes(frames[table.name], table) for table in chosen}
    described = {name: entry for name, entry in _described(target).items() if only}
    described |= {table.name: resource(table, frames[table.name], contents[f"{table.name}.csv"]) for table in chosen}
    resources = [described[table.name] for table in TABLES if table.name in described]
    package = {"name": "corredores", "profile": "tabular-data-package", "resources": resources}
    contents[DESCRIPTOR] = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    return _write(target, contents)


def _described(target: Path) -> dict[str, dict[str, Any]]:
    if not (target / DESCRIPTOR).is_file():
        return {}
    package = json.loads((target / DESCRIPTOR).read_text(encoding="utf-8"))
    return {entry["name"]: entry for entry in package["resources"]}


def _write(target: Path, contents: dict[str, bytes]) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (target / f".{name}.new").write_bytes(content)
    for name in contents:
        os.replace(target / f".{name}.new", target / name)
    return [target / name for name in contents]


def sorted_by_key(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return the declared columns of a recipe's rows, sorted by key.

    Raises
    ------
    SourceError
        When a key is repeated or a value is outside of what the field may have.
    """
    frame = frame[[field.name for field in table.fields]]
    key = list(table.key)
    frame = frame.sort_values(key, ignore_index=True)
    repeated = frame.duplicated(key, keep=False)
    if repeated.any():
        raise SourceError(
            text(
                "La receta de «{table}» da dos filas con la misma clave: {row}. Revise si el archivo de origen la "
                "repite.",
                table=table.name,
                row=frame.loc[repeated, key].iloc[0].to_dict(),
            )
        )
    for field in table.fields:
        wrong = wrong_rows(frame, field)
        if len(wrong):
            raise SourceError(
                text(
                    "{publisher}: la receta de «{table}» da en la columna {column} un valor que no se esperaba: {row}. "
                    "Revise ese valor en el archivo de origen.",
                    publisher=table.publisher,
                    table=table.name,
                    column=field.name,
                    row=wrong.iloc[0].to_dict(),
                )
            )
    return frame


def csv_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return the table as CSV: declared columns, a blank for what is not given."""
    columns = [field.name for field in table.fields]
    return frame[columns].to_csv(index=False, lineterminator="\n").encode("utf-8")


def resource(table: Table, frame: pd.DataFrame, content: bytes) -> dict[str, Any]:
    """Return the table's entry in the data package."""
    return {
        "name": table.name,
        "profile": "tabular-data-resource",
        "path": f"{table.name}.csv",
        "title": table.title,
        "publisher": table.publisher,
        "edition": table.edition,
        "obtained": table.obtained,
        "files": list(table.files),
        "licence": table.licence,
        "licence_to_confirm": table.to_confirm,
        **licenses_of(table),
        "sources": sources_of(table),
        "synthetic": table.synthetic,
        "core": table.core,
        "cite": table.cite,
        "limits": list(table.limits),
        "rows": len(frame),
        "coverage": coverage(frame, table),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
        "format": "csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [described(field) for field in table.fields],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def described(field: Field) -> dict[str, Any]:
    """Return a field of the Table Schema, with its unit and constraints where it has them."""
    entry: dict[str, Any] = {"name": field.name, "type": field.type, "description": field.description}
    if field.unit:
        entry["unit"] = field.unit
    constraints: dict[str, Any] = {} if field.blank else {"required": True}
    if field.values:
        constraints["enum"] = list(field.values)
    if field.minimum is not None:
        constraints["minimum"] = field.minimum
    if field.maximum is not None:
        constraints["maximum"] = field.maximum
    return entry | ({"constraints": constraints} if constraints else {})
