"""Writing the tables and the data package that describes them, byte for byte the same each time."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd

from datasets.recipes.declaration import Field, Table
from datasets.recipes.tables import TABLES

DESCRIPTOR = "datapackage.json"


def build(sources: Path, target: Path) -> list[Path]:
    """Derive every table from ``sources`` into ``target`` and return the paths written."""
    target.mkdir(parents=True, exist_ok=True)
    resources, paths = [], []
    for table in TABLES:
        frame = table.recipe(sources)
        path = target / f"{table.name}.csv"
        path.write_bytes(csv_bytes(frame, table))
        resources.append(resource(table, path, len(frame)))
        paths.append(path)
    descriptor = target / DESCRIPTOR
    package = {"name": "corredores", "profile": "tabular-data-package", "resources": resources}
    descriptor.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    return [*paths, descriptor]


def csv_bytes(frame: pd.DataFrame, table: Table) -> bytes:
    """Return the table as CSV: declared columns, its own order, a blank for what is not given."""
    columns = [field.name for field in table.fields]
    duplicated = frame.duplicated(list(table.key))
    if duplicated.any():
        raise ValueError(f"{table.name}: key repeated: {frame[duplicated].iloc[0].to_dict()}")
    return frame[columns].to_csv(index=False, lineterminator="\n").encode("utf-8")


def resource(table: Table, path: Path, rows: int) -> dict[str, Any]:
    """Return the table's entry in the data package."""
    return {
        "name": table.name,
        "path": path.name,
        "title": table.title,
        "publisher": table.publisher,
        "edition": table.edition,
        "obtained": table.obtained,
        "licence": table.licence,
        "limits": list(table.limits),
        "rows": rows,
        "hash": "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest(),
        "format": "csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [described(field) for field in table.fields],
            "primaryKey": list(table.key),
            "missingValues": [""],
        },
    }


def described(field: Field) -> dict[str, str]:
    """Return a field of the Table Schema, with its unit where it has one."""
    entry = {"name": field.name, "type": field.type, "description": field.description}
    return entry | ({"unit": field.unit} if field.unit else {})
