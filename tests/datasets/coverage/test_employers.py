"""Job orders, visas and Canada's permits, counted in the publishers' files themselves."""

import csv
import json
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from tests.datasets.coverage.published_files import countries_among, rows_of, stated

ORDERS = "us_h2_job_orders/h2_job_orders_fy2016_2019.csv"
VISAS = "us_niv/niv_issued_selected_classes_fy1997_2024.csv"
LMIA = "canada_lmia/lmia_positive_2016_2023_by_province_stream_noc.csv"
ANNUAL = "canada_lmia/annual_tables"


def test_job_orders_keep_all_but_the_hash(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows, frame = rows_of(sources / ORDERS), tables["job_orders"]
    assert stated(project, "job_orders")["rows"] == len(frame) == len(rows) == 43_253
    assert set(rows[0]) - set(frame.columns) == {"employer_hash"}
    for column in ("status", "primary_sub", "soc_code", "pay_rate", "pay_unit", "job_title", "worksite_state"):
        assert Counter(frame[column].fillna("")) == Counter(row[column] for row in rows), column
    for column in ("workers_requested", "workers_certified", "hours_week"):
        assert frame[column].notna().sum() == sum(row[column] != "" for row in rows)
        assert frame[column].sum() == pytest.approx(sum(float(row[column] or 0) for row in rows))


def test_no_hash_of_an_employer_is_shipped(sources: Path, project: Path) -> None:
    hashes = {row["employer_hash"] for row in rows_of(sources / ORDERS)}
    assert len(hashes) == 18_401
    with (project / "datasets" / "job_orders.csv").open(encoding="utf-8", newline="") as file:
        assert not any(hashes.intersection(cells) for cells in csv.reader(file))


def test_visas(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows, said, frame = rows_of(sources / VISAS), stated(project, "visas"), tables["visas"]
    assert said["rows"] == len(frame) == len(rows)
    codes = {row["iso3"] for row in rows} | {"XKX", "FSM"}
    assert said["coverage"]["countries"]["iso3"] == countries_among(project, codes)
    assert {key: said["coverage"]["countries"]["iso3"][key] for key in ("lac33", "SEA", "SSA")} == {
        "lac33": 33, "SEA": 11, "SSA": 48,
    }  # fmt: skip
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (1997, 2024)
    issued: Counter[str] = Counter()
    for row in rows:
        issued[row["visa_class"]] += int(row["issued"])
    found = frame.groupby("visa_class")["issued"].sum()
    assert {str(name).replace("-", ""): int(number) for name, number in found.items()} == issued
    assert Counter(frame["nationality"]) == Counter(row["nationality"] for row in rows)


def test_lmia(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows, said, frame = rows_of(sources / LMIA), stated(project, "lmia"), tables["lmia"]
    assert said["rows"] == len(frame) == len(rows)
    assert (said["coverage"]["from"], said["coverage"]["to"]) == ("2016", "2023Q4")
    renamed = {"period": "quarter", "noc": "noc_code", "province": "province", "stream": "stream"}
    for column, source in renamed.items():
        assert Counter(frame[column].fillna("")) == Counter(row[source] for row in rows), column
    assert frame["positions"].sum() == sum(int(row["positions"]) for row in rows)


def test_every_number_of_the_annual_tables_is_there(sources: Path, tables: dict[str, pd.DataFrame]) -> None:
    """Add up whatever looks like a count above the notes, without knowing how a table is laid out."""
    printed = 0
    for path in sorted((sources / ANNUAL).iterdir()):
        encoding = "cp1252" if "table_26" in path.name else "utf-8"
        above = path.read_text(encoding).split("\nNotes:")[0]
        for _, *cells in csv.reader(above.splitlines()):
            counts = [cell.replace(",", "") for cell in cells if cell.replace(",", "").isdigit()]
            years = counts == [str(year) for year in range(2016, 2024)]
            printed += 0 if years else sum(map(int, counts))
    assert tables["sawp"]["value"].sum() == printed


def test_nothing_said_of_the_tables_is_missing(project: Path) -> None:
    for table in ("job_orders", "visas", "lmia", "sawp"):
        said = stated(project, table)
        assert all(said[part] for part in ("title", "publisher", "edition", "licence", "limits", "cite", "files"))
        assert "employer_hash" not in json.dumps(said)
