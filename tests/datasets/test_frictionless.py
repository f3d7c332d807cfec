"""The data package validates with frictionless, a reader of the standard that is not ours, and a wrong one does not."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DATASETS = Path(__file__).parents[2] / "datasets"
PACKAGE: dict[str, Any] = json.loads((DATASETS / "datapackage.json").read_text("utf-8"))
RESOURCES = {one["name"]: one for one in PACKAGE["resources"]}
# A large table is read by a process of its own, so that several cores share the work; the others by one together.
LARGE = [name for name, one in RESOURCES.items() if one["rows"] > 40_000]
GROUPS = {"small": [name for name in RESOURCES if name not in LARGE], **{name: [name] for name in LARGE}}
SMALL = "conventions"


def validated(folder: Path, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """Return frictionless' report on a package of these resources, every row of them."""
    (folder / "datapackage.json").write_text(json.dumps({**PACKAGE, "resources": resources}), encoding="utf-8")
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600)
    report: dict[str, Any] = json.loads(run.stdout)
    assert (run.returncode == 0) == report["valid"]
    return report


@pytest.mark.parametrize("group", GROUPS)
def test_every_row_validates(group: str, tmp_path: Path) -> None:
    for name in GROUPS[group]:
        shutil.copy(DATASETS / RESOURCES[name]["path"], tmp_path)
    report = validated(tmp_path, [RESOURCES[name] for name in GROUPS[group]])
    assert report["errors"] == []
    assert {task["name"]: task["errors"] + task["warnings"] for task in report["tasks"] if not task["valid"]} == {}
    rows = {name: RESOURCES[name]["rows"] for name in GROUPS[group]}
    assert {task["name"]: task["stats"]["rows"] for task in report["tasks"]} == rows


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda content: content.replace(old, new, 1)


PLANTS: dict[str, tuple[Callable[[str], str], str]] = {
    "changed-cell": (replaced("state party,2004", "state party,2005"), "hash-count"),
    "repeated-key": (lambda content: content + content.splitlines()[-1] + "\n", "primary-key"),
    "undeclared-value": (replaced("no action", "perhaps"), "constraint-error"),
    "year-out-of-range": (replaced("state party,2004", "state party,1804"), "constraint-error"),
    "blank": (replaced("ICMW 1990", ""), "constraint-error"),
    "word-for-a-number": (replaced("state party,2004", "state party,soon"), "type-error"),
    "renamed-column": (replaced("iso3,", "country,"), "incorrect-label"),
    "cut-row": (lambda content: content.rstrip("\n").rsplit(",", 1)[0], "missing-cell"),
}


def test_planted_violations_do_not_validate(tmp_path: Path) -> None:
    content = (DATASETS / f"{SMALL}.csv").read_text("utf-8")
    for plant, (change, _expected) in PLANTS.items():
        assert change(content) != content
        (tmp_path / f"{plant}.csv").write_text(change(content), encoding="utf-8")
    copies = [{**RESOURCES[SMALL], "name": plant, "path": f"{plant}.csv"} for plant in PLANTS]
    found = {task["name"]: {error["type"] for error in task["errors"]} for task in validated(tmp_path, copies)["tasks"]}
    assert {plant: expected for plant, (_change, expected) in PLANTS.items() if expected not in found[plant]} == {}


def test_resource_without_a_profile_does_not_validate(tmp_path: Path) -> None:
    shutil.copy(DATASETS / f"{SMALL}.csv", tmp_path)
    entry = {name: said for name, said in RESOURCES[SMALL].items() if name != "profile"}
    assert not validated(tmp_path, [entry])["valid"]
