"""Putting a newer edition in the place of the tables: all of it or nothing."""

import json
import os
from pathlib import Path

from datasets.recipes.package import DESCRIPTOR


def replace_tables(edition: Path, folder: Path) -> list[Path]:
    """Put the tables of ``edition`` into ``folder``, with their entries of the data package; the others stay.

    The new files are written beside the old ones first. If anything stops the change, every old file is put back.
    """
    entries = _entries(edition)
    contents = {entry["path"]: (edition / entry["path"]).read_bytes() for entry in entries.values()}
    package = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    package["resources"] = [entries.get(entry["name"], entry) for entry in package["resources"]]
    contents[DESCRIPTOR] = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    try:
        for name, content in contents.items():
            (folder / f".{name}.new").write_bytes(content)
        _swap(folder, list(contents))
    finally:
        for name in contents:
            (folder / f".{name}.new").unlink(missing_ok=True)
    return [folder / name for name in contents]


def _entries(edition: Path) -> dict[str, dict[str, str]]:
    package = json.loads((edition / DESCRIPTOR).read_text(encoding="utf-8"))
    return {entry["name"]: entry for entry in package["resources"]}


def _swap(folder: Path, names: list[str]) -> None:
    """Put each new file in the place of the old one; on any stop, an interrupt too, put the old ones back."""
    done: list[str] = []
    try:
        for name in names:
            (folder / f".{name}.old").write_bytes((folder / name).read_bytes())
        for name in names:
            done.append(name)
            os.replace(folder / f".{name}.new", folder / name)
    except BaseException:
        for name in done:
            os.replace(folder / f".{name}.old", folder / name)
        raise
    finally:
        for name in names:
            (folder / f".{name}.old").unlink(missing_ok=True)
