"""The tables are replaced all together, or stay as they were."""

import json
from pathlib import Path

import pytest

from datasets.recipes.package import DESCRIPTOR
from datasets.recipes.refresh.replacing import _swap, replace_tables


def written(folder: Path, edition: str, *names: str) -> Path:
    folder.mkdir()
    for name in names:
        (folder / f"{name}.csv").write_text(f"{name} {edition}")
    entries = [{"name": name, "path": f"{name}.csv", "edition": edition} for name in names]
    (folder / DESCRIPTOR).write_text(json.dumps({"resources": entries}))
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "datasets", "old", "gdp", "labour", "stock")


def test_the_newer_tables_and_their_entries_come_and_the_others_stay(folder: Path, tmp_path: Path) -> None:
    replace_tables(written(tmp_path / "newer", "new", "gdp", "labour"), folder)
    found = contents(folder)
    package = json.loads(found.pop(DESCRIPTOR))
    assert found == {"gdp.csv": "gdp new", "labour.csv": "labour new", "stock.csv": "stock old"}
    assert [entry["edition"] for entry in package["resources"]] == ["new", "new", "old"]


def test_a_table_that_is_not_there_to_be_replaced_stops_before_anything_changes(folder: Path, tmp_path: Path) -> None:
    newer = written(tmp_path / "newer", "new", "gdp", "labour")
    (folder / "labour.csv").unlink()
    before = contents(folder)
    with pytest.raises(FileNotFoundError):
        replace_tables(newer, folder)
    assert contents(folder) == before


def test_a_stop_in_the_middle_puts_back_what_had_been_replaced(folder: Path) -> None:
    before = contents(folder)
    (folder / ".gdp.csv.new").write_text("gdp new")
    with pytest.raises(FileNotFoundError):
        _swap(folder, ["gdp.csv", "labour.csv"])
    assert contents(folder) == before
