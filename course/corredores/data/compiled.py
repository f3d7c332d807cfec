"""The tables as the build compiled them into the package: columns in blocks of rows, described by the data package.

A table is one ``.npz`` file. Of each column it holds the values that occur, sorted (``year.values``), and blocks of
rows that point to them (``year.0``, ``year.1`` …; one past the last value stands for a blank), with the least and the
greatest of each block (``year.low``, ``year.high``). So a filter opens only the blocks in which its values may lie.
A column of numbers that hardly repeat has blocks of numbers and no values. ``course/hatch_build.py`` writes it.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any
from zipfile import BadZipFile

import numpy as np
import pandas as pd

from corredores.language import text

_TABLES = files("corredores") / "tables"
_TYPES = {"integer": "int64", "number": "float64", "boolean": "bool", "string": "str"}

Codes = np.ndarray[Any, Any]


class DamagedTable(RuntimeError):
    """A table of this installation cannot be read."""


@cache
def descriptors() -> dict[str, dict[str, Any]]:
    """Return what the data package says of each table, by name."""
    package = json.loads((_TABLES / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


@cache
def fingerprint() -> str:
    """Return a short name for the edition of all tables together, from their checksums."""
    checksums = "".join(str(resource["hash"]) for resource in descriptors().values())
    return hashlib.sha256(checksums.encode()).hexdigest()[:12]


def columns(name: str) -> list[str]:
    """Return the columns of a table."""
    return [field["name"] for field in descriptors()[name]["schema"]["fields"]]


def values(name: str, column: str) -> list[Any]:
    """Return the values that a column has, sorted; a blank is none of them."""
    with _opened(name) as members:
        found = _values(members, column)
        if found is None:
            found = np.unique(np.concatenate([members[f"{column}.{block}"] for block in _blocks(members, column)]))
    return list(found.tolist() if isinstance(found, np.ndarray) else found)


def frame(name: str, wanted: Mapping[str, Sequence[Any]] | None = None) -> pd.DataFrame:
    """Return the rows of a table whose columns have one of the values ``wanted``, which must occur there.

    Raises
    ------
    DamagedTable
        When the compiled file is absent or broken.
    """
    with _opened(name) as members:
        asked = {column: _codes(members, column, ones) for column, ones in (wanted or {}).items()}
        selected = list(_selected(members, columns(name)[0], asked))
        decoded = {
            field["name"]: _decoded(members, field, selected) for field in descriptors()[name]["schema"]["fields"]
        }
    return pd.DataFrame(decoded, copy=False)


@contextmanager
def _opened(name: str) -> Iterator[Mapping[str, Any]]:
    try:
        with (_TABLES / f"{name}.npz").open("rb") as file, np.load(file, allow_pickle=False) as members:
            yield members
    except (OSError, EOFError, BadZipFile, KeyError, ValueError, IndexError, zlib.error) as error:
        raise DamagedTable(
            text(
                "La tabla «{name}» de esta instalación está dañada o falta ({error}). Vuelva a instalar el curso: "
                "«uv sync --reinstall-package corredores» o «pip install --force-reinstall --no-deps corredores».",
                name=name,
                error=type(error).__name__,
            )
        ) from error


def _blocks(members: Mapping[str, Any], column: str) -> range:
    return range(len(members[f"{column}.low"]))


def _values(members: Mapping[str, Any], column: str) -> Any:
    """Return the sorted values of a column: numbers, or texts; None where the blocks hold the numbers themselves."""
    if f"{column}.text" in members:
        written = members[f"{column}.text"].tobytes().decode("utf-8")
        return written.split("\x00") if written else []
    return members[f"{column}.values"] if f"{column}.values" in members else None


def _codes(members: Mapping[str, Any], column: str, wanted: Sequence[Any]) -> Codes:
    """Return what the blocks hold for the values wanted."""
    found = _values(members, column)
    if found is None:
        return np.asarray(wanted)
    places = {value: place for place, value in enumerate(found if isinstance(found, list) else found.tolist())}
    return np.asarray([places[value] for value in wanted])


def _selected(members: Mapping[str, Any], first: str, asked: Mapping[str, Codes]) -> Iterator[tuple[int, Any]]:
    """Yield each block that has rows as asked, and which rows; a slice of all where nothing is asked."""
    for block in _blocks(members, first):
        rows: Any = slice(None)
        for column, codes in asked.items():
            low, high = members[f"{column}.low"][block], members[f"{column}.high"][block]
            if not ((codes >= low) & (codes <= high)).any():
                break
            among = np.isin(members[f"{column}.{block}"], codes)
            rows = among if isinstance(rows, slice) else rows & among
            if not rows.any():
                break
        else:
            yield block, rows


def _decoded(members: Mapping[str, Any], field: Mapping[str, Any], selected: Sequence[tuple[int, Any]]) -> Any:
    name = field["name"]
    parts = [members[f"{name}.{block}"][rows] for block, rows in selected]
    codes = np.concatenate(parts) if parts else members[f"{name}.0"][:0]
    kind = _TYPES[field["type"]]
    found = _values(members, name)
    if found is None:
        return codes.astype(kind)
    if kind == "int64" and not field.get("constraints", {}).get("required"):
        kind = "Int64"
    known = pd.Series(found, dtype=kind).array
    places = codes.astype(np.intp)
    if kind in ("int64", "bool"):
        return known.take(places)
    return known.take(np.where(places == len(known), -1, places), allow_fill=True)
