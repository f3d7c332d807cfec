"""The state of a class: every row of its gradebook and every file, so that two can be compared.

What may differ between two runs is named here, with its reason, and nothing else is left out.
"""

import functools
import hashlib
import json
import os
import re
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

GRADEBOOK = "docente/gradebook.db"
NORMALISED = {
    "docente/gradebook.db": "compared row by row; an id that nbgrader drew is replaced by what the row says",
    "docente/.grading/*/*.json: result.seconds, result.graded_at": "how long the code ran, and when",
    "docente/.grading/*/*.json: refused": "names a file by its whole path; two classes lie in two folders",
    "docente/.grading/*/*.lock": "who graded last: process and machine",
    "docente/reports/*/grading.{log,html,json}": "what a run says of itself: when, how long, in what order",
}
_ABOVE = re.compile(rb'[^\s"]*(?=/docente/)')
_DRAWN = re.compile(r"[0-9a-f]{32}")
_REPORT = re.compile(r"docente/reports/[^/]+/grading\.(log|html|json)")
_ENTRY = re.compile(r"docente/\.grading/[^/]+/[^/]+\.json")
_LOCK = re.compile(r"docente/\.grading/[^/]+/[^/]+\.lock")


def state_of(root: Path) -> dict[str, str]:
    """Return what a class consists of: each file by its place, each row of the gradebook."""
    rows = Counter(rows_of(root / GRADEBOOK))
    return {**files_of(root), **{f"row: {row}": f"{count} times" for row, count in rows.items()}}


def files_of(root: Path, below: str = ".") -> dict[str, str]:
    """Return permissions and digest of every file and folder of a class."""
    found = {}
    for path in sorted((root / below).rglob("*")):
        place = path.relative_to(root).as_posix()
        if place == GRADEBOOK or _REPORT.fullmatch(place):
            continue
        what = os.readlink(path) if path.is_symlink() else "folder" if path.is_dir() else _digest(path, root)
        found[place] = f"{path.lstat().st_mode:o} {what}"
    return found


def _digest(path: Path, root: Path) -> str:
    place, content = path.relative_to(root).as_posix(), path.read_bytes()
    if _LOCK.fullmatch(place):
        content = b""
    elif _ENTRY.fullmatch(place):
        said = json.loads(_ABOVE.sub(b"", content))
        for name in ("seconds", "graded_at"):
            said["entry"]["result"].pop(name, None)
        content = json.dumps(said, sort_keys=True).encode()
    return hashlib.sha256(content).hexdigest()


def rows_of(gradebook: Path, drawn: bool = False) -> list[str]:
    """Return every row of every table; with ``drawn`` with the ids as they are."""
    with sqlite3.connect(f"file:{gradebook}?mode=ro", uri=True) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        content = {table: _read(database, table) for table in tables}
        refers = {table: _foreign(database, table) for table in tables}
    database.close()

    @functools.cache
    def said(table: str, key: str) -> str:
        return _words(next(row for row in content[table] if row["id"] == key), table)

    def _words(row: dict[str, Any], table: str) -> str:
        words, of = [], []
        for column, value in row.items():
            if not drawn and column in refers[table] and value is not None:
                of.append(f"{column}=({said(refers[table][column], value)})")
            elif drawn or not (column == "id" and _DRAWN.fullmatch(str(value))):
                words.append(f"{column}={value!r}")
        return ", ".join([*words, *of])

    return sorted(f"{table}: {_words(row, table)}" for table in tables for row in content[table])


def _read(database: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    read = database.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in read.description]
    return [dict(zip(names, row, strict=True)) for row in read]


def _foreign(database: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return the table to which each column refers, where it refers by id."""
    return {row[3]: row[2] for row in database.execute(f"PRAGMA foreign_key_list({table})")}


def differences(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Return what two states do not share, a few lines of it."""
    lines = [
        f"{'missing' if name not in other else 'surplus' if name not in one else 'changed'}: {name}"
        for name in sorted({*one, *other})
        if one.get(name) != other.get(name)
    ]
    return [line[:400] for line in lines[:20]]
