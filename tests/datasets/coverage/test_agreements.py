"""What the package says of agreements and conventions, against the publishers' files counted without the recipes."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

FILES = {
    "agreements": "bla/bla_formation_1945_2020.csv",
    "agreement_provisions": "bla/bla_coding_provisions.csv",
    "conventions": "treaties/hr_status_icmw.csv",
}


def lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def described(project: Path) -> dict[str, dict[str, Any]]:
    package = json.loads((project / "datasets" / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


@pytest.mark.parametrize("table", FILES)
def test_every_row_is_kept(table: str, described: dict[str, dict[str, Any]], sources: Path) -> None:
    assert described[table]["rows"] == len(lines(sources / FILES[table]))


@pytest.mark.parametrize("table", ["agreements", "agreement_provisions"])
def test_years_and_countries(table: str, described: dict[str, dict[str, Any]], sources: Path) -> None:
    rows, coverage = lines(sources / FILES[table]), described[table]["coverage"]
    years = [int(row["year"]) for row in rows if row["year"] != "9999"]
    assert (coverage["from"], coverage["to"]) == (min(years), max(years))
    for side, column in (("isoA", "country_a"), ("isoB", "country_b")):
        codes = {row[side] for row in rows} - {"", "CSK", "YUG"}
        assert coverage["countries"][column]["all"] == len(codes)


def test_every_column_coded_is_kept(described: dict[str, dict[str, Any]], sources: Path) -> None:
    printed = list(lines(sources / FILES["agreement_provisions"])[0])[9:]
    kept = [field["name"] for field in described["agreement_provisions"]["schema"]["fields"]]
    assert len(printed) == 44
    assert [name for name in kept if name in printed] == printed


def test_parties_to_the_convention(described: dict[str, dict[str, Any]], sources: Path) -> None:
    rows, coverage = lines(sources / FILES["conventions"]), described["conventions"]["coverage"]
    years = [int(row["year ratification or accession"]) for row in rows if row["state party"] == "1"]
    assert (coverage["from"], coverage["to"]) == (min(years), max(years))
    assert coverage["countries"]["iso3"]["all"] == len({row["iso2"] for row in rows}) == 193
    assert coverage["countries"]["iso3"]["lac33"] == 33
