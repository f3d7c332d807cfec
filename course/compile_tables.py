"""Compile a CSV table to the ``.npz`` that ``corredores.data.compiled`` reads: columns in blocks of rows."""

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_float_dtype, is_numeric_dtype

BLOCK = 32_768  #: rows; small enough that a filter skips most of a table, large enough to compress well
_TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean", "string": "str"}


def compile_tables(datasets: Path, target: Path) -> None:
    """Compile every table that the data package describes, unless it is compiled already; drop what is none."""
    target.mkdir(exist_ok=True)
    descriptor = (datasets / "datapackage.json").read_bytes()
    compiled = _hashes(target / "datapackage.json")
    resources = json.loads(descriptor)["resources"]
    for resource in resources:
        path = target / f"{resource['name']}.npz"
        if not path.is_file() or compiled.get(resource["name"]) != resource["hash"]:
            _write(path, members(datasets / resource["path"], resource["schema"]["fields"]))
    for path in set(target.iterdir()) - {target / f"{resource['name']}.npz" for resource in resources}:
        if path.name != "datapackage.json":
            path.unlink()
    _replace(target / "datapackage.json", descriptor)


def members(csv: Path, fields: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the arrays of a table; only a blank is missing, for Namibia's code is "NA"."""
    types = {field["name"]: _TYPES[field["type"]] for field in fields}
    frame = pd.read_csv(csv, dtype=types, keep_default_na=False, na_values=[""])
    return {name: array for column in types for name, array in _column(frame[column]).items()}


def _column(column: "pd.Series[Any]") -> dict[str, Any]:
    places, values = pd.factorize(column, sort=True)
    repeating = (places < 0).any() or len(values) <= len(column) / 4
    if is_numeric_dtype(column) and not is_bool_dtype(column) and not repeating:
        codes, found = _smallest(column), {}
    else:
        codes = np.where(places < 0, len(values), places).astype(np.min_scalar_type(len(values)))
        found = _values(column, values)
    blocks = [codes[start : start + BLOCK] for start in range(0, len(codes), BLOCK)]
    found |= {f"{column.name}.{number}": block for number, block in enumerate(blocks)}
    found[f"{column.name}.low"] = np.array([block.min() for block in blocks])
    found[f"{column.name}.high"] = np.array([block.max() for block in blocks])
    return found


def _smallest(column: "pd.Series[Any]") -> Any:
    """Return numbers in the smallest type that holds them."""
    if is_float_dtype(column):
        return column.to_numpy(dtype=np.float64)
    numbers = column.to_numpy(dtype=np.int64)
    return numbers.astype(np.result_type(np.min_scalar_type(numbers.min()), np.min_scalar_type(numbers.max())))


def _values(column: "pd.Series[Any]", values: Any) -> dict[str, Any]:
    if is_bool_dtype(column):
        return {f"{column.name}.values": np.asarray(values, dtype=bool)}
    if is_numeric_dtype(column):
        kind = np.float64 if is_float_dtype(column) else np.int64
        return {f"{column.name}.values": np.asarray(values, dtype=kind)}
    return _texts(column, values)


def _texts(column: "pd.Series[Any]", values: Any) -> dict[str, Any]:
    """Return texts as one run of bytes: NumPy's own would give each the room of the longest."""
    if any("\x00" in value for value in values):
        raise ValueError(f"{column.name}: a text holds the character that separates texts")
    return {f"{column.name}.text": np.frombuffer("\x00".join(values).encode("utf-8"), dtype=np.uint8)}


def _hashes(descriptor: Path) -> dict[str, str]:
    if not descriptor.is_file():
        return {}
    return {one["name"]: one["hash"] for one in json.loads(descriptor.read_text(encoding="utf-8"))["resources"]}


def _write(path: Path, arrays: dict[str, Any]) -> None:
    """Write a ``.npz`` with the same bytes for the same arrays: zip members carry no time."""
    new = path.with_suffix(".new")
    with zipfile.ZipFile(new, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy")
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as member:
                np.lib.format.write_array(member, np.ascontiguousarray(array), allow_pickle=False)
    os.replace(new, path)


def _replace(path: Path, content: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(content)
    os.replace(new, path)
