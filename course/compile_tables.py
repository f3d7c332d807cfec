"""Compile a CSV table to what ``corredores.data.compiled`` reads, and describes: columns in blocks of rows."""

import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.types import is_bool_dtype, is_float_dtype, is_numeric_dtype

BLOCK = 32_768  #: rows; small enough that a filter skips most of a table, large enough to compress well
Place = Callable[[bytes], list[int]]  #: keeps a run of bytes and returns where it lies

_TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean", "string": "str"}


def compile_tables(datasets: Path, target: Path) -> None:
    """Compile every table that the data package describes, unless it is compiled already; drop what is none."""
    target.mkdir(exist_ok=True)
    descriptor = (datasets / "datapackage.json").read_bytes()
    known = _hashes(target / "datapackage.json")
    resources = json.loads(descriptor)["resources"]
    for resource in resources:
        path = target / f"{resource['name']}.columns"
        if not path.is_file() or known.get(resource["name"]) != resource["hash"]:
            _replace(path, compiled(datasets / resource["path"], resource["schema"]["fields"]))
    for path in set(target.iterdir()) - {target / f"{resource['name']}.columns" for resource in resources}:
        if path.name != "datapackage.json":
            path.unlink()
    _replace(target / "datapackage.json", descriptor)


def compiled(csv: Path, fields: list[dict[str, Any]]) -> bytes:
    """Return the index of a table, one line of JSON, and its runs; only a blank is missing, "NA" is Namibia's code."""
    types = {field["name"]: _TYPES[field["type"]] for field in fields}
    frame = pd.read_csv(csv, dtype=types, keep_default_na=False, na_values=[""])
    runs = bytearray()

    def place(content: bytes) -> list[int]:
        run = zlib.compress(content, 9)
        runs.extend(run)
        return [len(runs) - len(run), len(run)]

    index = {column: _column(frame[column], place) for column in types}
    return json.dumps(index).encode("ascii") + b"\n" + bytes(runs)


def _column(column: "pd.Series[Any]", place: Place) -> dict[str, Any]:
    places, values = pd.factorize(column, sort=True)
    repeating = (places < 0).any() or len(values) <= len(column) / 4
    if is_numeric_dtype(column) and not is_bool_dtype(column) and not repeating:
        numbers, about = _smallest(column), {}
    else:
        numbers = np.where(places < 0, len(values), places).astype(np.min_scalar_type(len(values)))
        about = _values(column, values, place)
    blocks = [numbers[start : start + BLOCK] for start in range(0, len(numbers), BLOCK)]
    about["type"] = numbers.dtype.newbyteorder("<").str
    about["blocks"] = [[*place(_bytes(block)), block.min().item(), block.max().item()] for block in blocks]
    return about


def _smallest(column: "pd.Series[Any]") -> Any:
    """Return numbers in the smallest type that holds them."""
    if is_float_dtype(column):
        return column.to_numpy(dtype=np.float64)
    numbers = column.to_numpy(dtype=np.int64)
    return numbers.astype(np.result_type(np.min_scalar_type(numbers.min()), np.min_scalar_type(numbers.max())))


def _values(column: "pd.Series[Any]", values: Any, place: Place) -> dict[str, Any]:
    if is_bool_dtype(column) or is_numeric_dtype(column):
        kind = bool if is_bool_dtype(column) else np.float64 if is_float_dtype(column) else np.int64
        numbers = np.asarray(values, dtype=kind)
        return {"of": numbers.dtype.newbyteorder("<").str, "values": place(_bytes(numbers))}
    if any("\x00" in value for value in values):
        raise ValueError(f"{column.name}: a text holds the character that separates texts")
    return {"texts": place("\x00".join(values).encode("utf-8"))}


def _bytes(numbers: Any) -> bytes:
    return bytes(numbers.astype(numbers.dtype.newbyteorder("<")).tobytes())


def _hashes(descriptor: Path) -> dict[str, str]:
    if not descriptor.is_file():
        return {}
    return {one["name"]: one["hash"] for one in json.loads(descriptor.read_text(encoding="utf-8"))["resources"]}


def _replace(path: Path, content: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(content)
    os.replace(new, path)
