"""The data package validates with frictionless, a reader of the standard that is not ours, and a wrong one does not."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
DESCRIPTOR = "datapackage.json"
RESOURCES = [one["name"] for one in json.loads((PROJECT / "datasets" / DESCRIPTOR).read_text("utf-8"))["resources"]]
SMALL = "conventions"


def validated(folder: Path, resource: str) -> dict[str, Any]:
    """Return frictionless' report on one resource, every row of it."""
    command = [sys.executable, "-m", "frictionless", "validate", DESCRIPTOR, "--resource-name", resource, "--json"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300)
    report: dict[str, Any] = json.loads(run.stdout)
    assert (run.returncode == 0) == report["valid"]
    return report


@pytest.mark.parametrize("resource", RESOURCES)
def test_every_row_validates(resource: str, project: Path) -> None:
    report = validated(project / "datasets", resource)
    assert report["errors"] == []
    (task,) = report["tasks"]
    assert task["errors"] == task["warnings"] == []
    described = json.loads((project / "datasets" / DESCRIPTOR).read_text("utf-8"))["resources"]
    assert task["stats"]["rows"] == next(one["rows"] for one in described if one["name"] == resource)


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """A package of one small table."""
    package = json.loads((project / "datasets" / DESCRIPTOR).read_text("utf-8"))
    package["resources"] = [one for one in package["resources"] if one["name"] == SMALL]
    (tmp_path / DESCRIPTOR).write_text(json.dumps(package), encoding="utf-8")
    shutil.copy(project / "datasets" / f"{SMALL}.csv", tmp_path)
    return tmp_path


def replaced(old: str, new: str) -> Callable[[str], str]:
    return lambda content: content.replace(old, new, 1)


PLANTS: dict[str, tuple[Callable[[str], str], str]] = {
    "a changed cell": (replaced("state party,2004", "state party,2005"), "hash-count"),
    "a repeated key": (lambda content: content + content.splitlines()[-1] + "\n", "primary-key"),
    "a value that is not declared": (replaced("no action", "perhaps"), "constraint-error"),
    "a year out of range": (replaced("state party,2004", "state party,1804"), "constraint-error"),
    "a blank": (replaced("ICMW 1990", ""), "constraint-error"),
    "a word for a number": (replaced("state party,2004", "state party,soon"), "type-error"),
    "a renamed column": (replaced("iso3,", "country,"), "incorrect-label"),
    "a cut row": (lambda content: content.rstrip("\n").rsplit(",", 1)[0], "missing-cell"),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_planted_violation_does_not_validate(plant: str, copy: Path) -> None:
    change, expected = PLANTS[plant]
    path = copy / f"{SMALL}.csv"
    content = path.read_text("utf-8")
    assert change(content) != content
    path.write_text(change(content), encoding="utf-8")
    report = validated(copy, SMALL)
    assert not report["valid"]
    assert expected in {error["type"] for task in report["tasks"] for error in task["errors"]}


def test_descriptor_without_a_profile_does_not_validate(copy: Path) -> None:
    package = json.loads((copy / DESCRIPTOR).read_text("utf-8"))
    del package["resources"][0]["profile"]
    (copy / DESCRIPTOR).write_text(json.dumps(package), encoding="utf-8")
    assert not validated(copy, SMALL)["valid"]
