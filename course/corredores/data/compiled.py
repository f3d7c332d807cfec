"""The tables as the build compiled them into the package: columns in blocks of rows, described by the data package.

A table is one file: a line of JSON, the index, and after it compressed runs of bytes. Of each column the index gives
the type of its numbers and where its blocks of rows lie, with the least and the greatest number of each, so that a
filter opens only the blocks in which its values may lie. The numbers of a block point to the values that occur in the
column, sorted, themselves a run (one past the last value stands for a blank); a column of numbers that hardly repeat
has no values, and its blocks hold the numbers. ``course/compile_tables.py`` writes it.

NumPy's own ``.npz`` would hold the same, but opening its members takes longer in a browser than reading them.
"""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import pandas as pd

from corredores.data.runs import Numbers, Runs
from corredores.language import text

_TABLES = files("corredores") / "tables"
_TYPES = {"integer": "int64", "number": "float64", "boolean": "bool", "string": "str"}


class DamagedTable(RuntimeError):
    """A table of this installation cannot be read."""


class AbsentTable(RuntimeError):
    """A table that is no core table, asked for in the browser kernel, which carries those only."""

    def __init__(self, name: str) -> None:
        sentence = text(
            "El núcleo del navegador no trae la tabla «{name}»: solo trae las tablas básicas, para que la página "
            "cargue pronto. Abra este cuaderno en JupyterLab con el curso instalado, que trae todas.",
            name=name,
        )
        super().__init__(sentence)


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


def core_only() -> bool:
    """Return whether this installation carries the core tables and no other, as the browser kernel's does."""
    rest = [name for name, resource in descriptors().items() if not resource["core"]]
    return not any((_TABLES / f"{name}.columns").is_file() for name in rest)


def columns(name: str) -> list[str]:
    """Return the columns of a table."""
    return [field["name"] for field in descriptors()[name]["schema"]["fields"]]


def values(name: str, column: str) -> list[Any]:
    """Return the values that a column has, sorted; a blank is none of them."""
    with _opened(name) as table:
        found = table.values(column)
        if found is None:
            found = np.unique(np.concatenate([table.block(column, block) for block in table.blocks(column)]))
    return list(found.tolist() if isinstance(found, np.ndarray) else found)


def has_blanks(name: str, column: str) -> bool:
    """Return whether a cell of the column is blank."""
    with _opened(name) as table:
        found = table.values(column)
        return found is not None and any(table.bounds(column, block)[1] == len(found) for block in table.blocks(column))


def frame(name: str, wanted: Mapping[str, Sequence[Any]] | None = None) -> pd.DataFrame:
    """Return the rows of a table whose columns have one of the values ``wanted``, which must occur; None is a blank.

    Raises
    ------
    DamagedTable
        When the compiled file is absent or broken.
    """
    fields = descriptors()[name]["schema"]["fields"]
    with _opened(name) as table:
        asked = {column: _asked(table, column, ones) for column, ones in (wanted or {}).items()}
        selected = list(_selected(table, fields[0]["name"], asked))
        decoded = {field["name"]: _decoded(table, field, selected) for field in fields}
    return pd.DataFrame(decoded, copy=False)


@contextmanager
def _opened(name: str) -> Iterator[Runs]:
    try:
        with (_TABLES / f"{name}.columns").open("rb") as file:
            yield Runs(file)
    except (OSError, EOFError, LookupError, ValueError, TypeError, zlib.error) as error:
        if isinstance(error, FileNotFoundError) and core_only() and not descriptors()[name]["core"]:
            raise AbsentTable(name) from None
        raise DamagedTable(
            text(
                "La tabla «{name}» de esta instalación está dañada o falta ({error}). Vuelva a instalar el curso: "
                "«uv sync --reinstall-package corredores» o «pip install --force-reinstall --no-deps corredores».",
                name=name,
                error=type(error).__name__,
            )
        ) from error


@dataclass(frozen=True)
class _Asked:
    """What is asked of a column: the numbers that its blocks hold for the values wanted."""

    numbers: Numbers
    values: int | None  #: how many values the column has; None where its blocks hold the numbers

    def among(self, block: Numbers) -> Any:
        """Return which rows of a block are asked for."""
        if len(self.numbers) == 1:
            return block == self.numbers.item()
        if self.values is None:
            return np.isin(block, self.numbers)
        chosen = np.zeros(self.values + 1, dtype=bool)
        chosen[self.numbers] = True
        return chosen[block]


def _asked(table: Runs, column: str, wanted: Sequence[Any]) -> _Asked:
    found = table.values(column)
    if found is None:
        return _Asked(np.asarray(wanted), None)
    places = {value: place for place, value in enumerate(found if isinstance(found, list) else found.tolist())}
    places[None] = len(found)
    return _Asked(np.asarray([places[value] for value in wanted], dtype=np.intp), len(found))


def _selected(table: Runs, first: str, asked: Mapping[str, _Asked]) -> Iterator[tuple[int, Any]]:
    """Yield each block that has rows as asked, and the places of these rows; a slice of all where nothing is asked."""
    for block in table.blocks(first):
        rows: Any = slice(None)
        for column, wanted in asked.items():
            low, high = table.bounds(column, block)
            if not ((wanted.numbers >= low) & (wanted.numbers <= high)).any():
                break
            among = wanted.among(table.block(column, block))
            rows = among if isinstance(rows, slice) else rows & among
            if not rows.any():
                break
        else:
            yield block, rows if isinstance(rows, slice) else np.flatnonzero(rows)


def _decoded(table: Runs, field: Mapping[str, Any], selected: Sequence[tuple[int, Any]]) -> Any:
    name, kind = field["name"], _TYPES[field["type"]]
    parts = [table.block(name, block)[rows] for block, rows in selected]
    numbers = np.concatenate(parts) if parts else np.empty(0, dtype=table.index[name]["type"])
    found = table.values(name)
    if found is None:
        return numbers.astype(kind)
    if kind == "int64" and not field.get("constraints", {}).get("required"):
        kind = "Int64"
    known, places = table.array(name, kind), numbers.astype(np.intp)
    if kind in ("int64", "bool"):
        return known.take(places)
    return known.take(np.where(places == len(known), -1, places), allow_fill=True)
