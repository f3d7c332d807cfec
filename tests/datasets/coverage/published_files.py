"""The publishers' files counted apart from the recipes, with nothing but the standard library."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Row = dict[str, str]


def rows_of(path: Path, lines_before: int = 0) -> list[Row]:
    """Return the rows of a publisher's file as text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for _ in range(lines_before):
            file.readline()
        return list(csv.DictReader(file))


def stated(project: Path, table: str) -> dict[str, Any]:
    """Return what the data package says of a table."""
    package = json.loads((project / "datasets" / "datapackage.json").read_text(encoding="utf-8"))
    return next(dict(entry) for entry in package["resources"] if entry["name"] == table)


def countries_among(project: Path, codes: Iterable[str]) -> dict[str, int]:
    """Return how many of the codes are countries, all and by the course's regions."""
    named = [row for row in rows_of(project / "datasets" / "countries.csv") if row["iso3"] in set(codes)]
    counted = {"all": len(named), "lac33": sum(row["lac33"] == "True" for row in named)}
    return counted | {region: sum(row["course_region"] == region for row in named) for region in ("LAC", "SEA", "SSA")}
