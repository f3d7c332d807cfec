"""Rows and coverage of UNHCR's tables stated in the package, counted again in its files without the recipes."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CATEGORIES = (
    "refugees", "asylum_seekers", "returned_refugees", "idps", "returned_idps", "stateless", "ooc", "oip", "hst",
)  # fmt: skip
FLOWS = ("refugees", "asylum_seekers", "refugee_like", "oip")
DISPLACED = (
    "population_2000_2025_lac.csv",
    "population_by_asylum_2000_2025_all.csv",
    "population_by_origin_2000_2025_all.csv",
)


def rows(sources: Path, file: str) -> Iterator[dict[str, str]]:
    with (sources / "unhcr" / file).open(encoding="utf-8-sig", newline="") as opened:
        yield from csv.DictReader(opened)


@pytest.fixture(scope="session")
def stated(project: Path) -> dict[str, dict[str, Any]]:
    package = json.loads((project / "datasets" / "datapackage.json").read_text(encoding="utf-8"))
    return {entry["name"]: entry for entry in package["resources"]}


@pytest.fixture(scope="session")
def states(sources: Path) -> dict[str, str]:
    """Every country with whether it is one of the 33 states."""
    path = sources / "country_ref" / "countries_multilingual.csv"
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return {row["iso3"]: row["lac33"] for row in csv.DictReader(opened)} | {"XKX": "0", "CHI": "0"}


def covers(said: dict[str, Any], column: str, codes: set[str], states: dict[str, str]) -> bool:
    covered = said["coverage"]["countries"][column]
    named = codes & states.keys()
    return (covered["all"], covered["lac33"]) == (len(named), sum(states[code] == "1" for code in named))


def test_displaced(sources: Path, stated: dict[str, dict[str, Any]], states: dict[str, str]) -> None:
    cells = [row for file in DISPLACED for row in rows(sources, file)]
    said = stated["displaced"]
    assert said["rows"] == sum(row.get(category, "") != "" for row in cells for category in CATEGORIES) == 213_855
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (2000, 2025)
    assert covers(said, "origin", {row["coo_iso"] for row in cells if "coo_iso" in row}, states)
    assert covers(said, "destination", {row["coa_iso"] for row in cells if "coa_iso" in row}, states)


def test_asylum_applications(sources: Path, stated: dict[str, dict[str, Any]], states: dict[str, str]) -> None:
    cells = list(rows(sources, "asylum_applications_2000_2025_lac.csv"))
    said = stated["asylum_applications"]
    assert said["rows"] == len(cells) == 14_342
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (2000, 2025)
    assert covers(said, "origin", {row["coo_iso"] for row in cells}, states)
    assert covers(said, "destination", {row["coa_iso"] for row in cells}, states)


def test_displacement_flows(sources: Path, stated: dict[str, dict[str, Any]], states: dict[str, str]) -> None:
    cells = list(rows(sources, "flows_1962_2025_lac.csv"))
    said, years = stated["displacement_flows"], {int(row["year"]) for row in cells}
    assert said["rows"] == sum(row[category] != "" for row in cells for category in FLOWS) == 14_269
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (min(years), max(years))
    assert covers(said, "origin", {row["coo_iso"] for row in cells}, states)
    assert covers(said, "destination", {row["coa_iso"] for row in cells}, states)


def test_no_total_is_lost(sources: Path, project: Path) -> None:
    """The persons of each view add up to those of its file, category by category."""
    totals: dict[str, int] = {}
    for number, file in enumerate(DISPLACED):
        for row in rows(sources, file):
            for category in CATEGORIES:
                totals[f"{number} {category}"] = totals.get(f"{number} {category}", 0) + int(row.get(category) or 0)
    found = dict.fromkeys(totals, 0)
    with (project / "datasets" / "displaced.csv").open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            view = 1 if row["origin"] == "WLD" else 2 if row["destination"] == "WLD" else 0
            found[f"{view} {row['category']}"] += int(row["persons"])
    assert found == totals
