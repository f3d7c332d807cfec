"""Rows and coverage stated in the data package, counted again in the publishers' files without the recipes."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SEXES = ("total", "male", "female")
REVISIONS = ("2019", "2020", "2024")


def rows(sources: Path, file: str) -> Iterator[dict[str, str]]:
    with (sources / file).open(encoding="utf-8-sig", newline="") as opened:
        yield from csv.DictReader(opened)


@pytest.fixture(scope="session")
def stated(project: Path) -> dict[str, dict[str, Any]]:
    package = json.loads((project / "datasets" / "datapackage.json").read_text(encoding="utf-8"))
    return {entry["name"]: entry for entry in package["resources"]}


@pytest.fixture(scope="session")
def countries(sources: Path) -> dict[str, dict[str, str]]:
    given = {row["iso3"]: row for row in rows(sources, "country_ref/countries_multilingual.csv")}
    return {**given, "CHI": {"lac33": "0", "course_region": "OTH"}, "XKX": {"lac33": "0", "course_region": "OTH"}}


def counted(codes: set[str], countries: dict[str, dict[str, str]]) -> dict[str, int]:
    """Count countries as the package does: all, the 33 states, and the regions of the course."""
    named = [countries[code] for code in codes if code in countries]
    regions = {region: sum(row["course_region"] == region for row in named) for region in ("LAC", "SEA", "SSA")}
    return {"all": len(named), "lac33": sum(row["lac33"] == "1" for row in named)} | regions


def pairs(sources: Path, file: str) -> list[dict[str, str]]:
    return [row for row in rows(sources, file) if row["total"] != ""]


def test_countries(sources: Path, stated: dict[str, dict[str, Any]], countries: dict[str, dict[str, str]]) -> None:
    assert stated["countries"]["rows"] == len(countries) == 251
    assert stated["countries"]["coverage"]["countries"]["iso3"] == counted(set(countries), countries)


def test_stock(sources: Path, stated: dict[str, dict[str, Any]], countries: dict[str, dict[str, str]]) -> None:
    cells = pairs(sources, "un_desa_ims/ims2024_bilateral_by_sex.csv")
    said = stated["stock"]
    assert said["rows"] == sum(row[sex] != "" for row in cells for sex in SEXES)
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (1990, 2024)
    assert {int(row["year"]) for row in cells} == {1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024}
    for column, name in (("origin", "origin_iso3"), ("destination", "dest_iso3")):
        assert said["coverage"]["countries"][column] == counted({row[name] for row in cells}, countries)


def test_stock_vintages(sources: Path, stated: dict[str, dict[str, Any]], countries: dict[str, dict[str, str]]) -> None:
    files = [f"un_desa_ims/ims{year}_bilateral_by_sex.csv" for year in REVISIONS]
    cells = [
        row for file in [*files, "worldbank_gbmd/wb_bilateral_stock_1960_2020.csv"] for row in pairs(sources, file)
    ]
    said = stated["stock_vintages"]
    assert said["rows"] == sum(row[sex] != "" for row in cells for sex in SEXES)
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (1960, 2024)
    for column, name in (("origin", "origin_iso3"), ("destination", "dest_iso3")):
        assert said["coverage"]["countries"][column] == counted({row[name] for row in cells}, countries)


def test_folded_corridors(
    sources: Path, stated: dict[str, dict[str, Any]], countries: dict[str, dict[str, str]]
) -> None:
    before, after = (
        {
            (row["origin_iso3"], row["dest_iso3"]): int(row["total"])
            for row in pairs(sources, f"un_desa_ims/ims{year}_bilateral_by_sex.csv")
            if row["year"] == "2020" and row["origin_iso3"] not in ("WLD", "OTH")
        }
        for year in ("2020", "2024")
    )
    gone = [pair for pair in before if before[pair] and pair not in after]
    said = stated["folded_corridors"]
    assert said["rows"] == len(gone)
    assert sum(before[pair] for pair in gone if countries[pair[0]]["lac33"] == "1") == 1_575_999
    for place, column in enumerate(("origin", "destination")):
        assert said["coverage"]["countries"][column] == counted({pair[place] for pair in gone}, countries)


def test_stock_by_source(
    sources: Path, stated: dict[str, dict[str, Any]], countries: dict[str, dict[str, str]]
) -> None:
    cells = list(rows(sources, "un_desa_ims/stock_by_source_lac_corridors.csv"))
    said, dates = stated["stock_by_source"], [float(row["ref_date"]) for row in cells]
    assert said["rows"] == len(cells) == 43_759
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (min(dates), max(dates))
    for column, name in (("origin", "origin_iso3"), ("destination", "dest_iso3")):
        assert said["coverage"]["countries"][column] == counted({row[name] for row in cells}, countries)


def test_stock_by_age(sources: Path, stated: dict[str, dict[str, Any]], countries: dict[str, dict[str, str]]) -> None:
    cells = list(rows(sources, "un_desa_ims/ims2020_dest_age_sex.csv"))
    said = stated["stock_by_age"]
    assert said["rows"] == len(cells) == 235 * 7 * 3 * 15
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (1990, 2020)
    destinations = {row["dest_iso3"] for row in cells}
    assert said["coverage"]["countries"]["destination"] == counted(destinations, countries)


def test_borders(sources: Path, stated: dict[str, dict[str, Any]], countries: dict[str, dict[str, str]]) -> None:
    """Every shape of the atlas is drawn but Antarctica; French Guiana comes apart, two shapes go with their country."""
    text = (sources / "geo" / "world-atlas-2.0.2_countries-110m.json").read_text(encoding="utf-8")
    shapes = json.loads(text)["objects"]["countries"]["geometries"]
    numbers = {row["m49"]: iso3 for iso3, row in countries.items() if "m49" in row}
    drawn = {numbers[str(int(shape["id"]))] for shape in shapes if "id" in shape} - {"ATA"} | {"GUF", "XKX"}
    assert [shape["properties"]["name"] for shape in shapes if "id" not in shape] == [
        "N. Cyprus",
        "Somaliland",
        "Kosovo",
    ]
    assert stated["borders"]["coverage"]["countries"]["iso3"] == counted(drawn, countries)
