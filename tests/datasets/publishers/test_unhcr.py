"""The quirks of the Refugee Data Finder: three views of the same persons, two ways to write unknown, blanks."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from datasets.recipes.publishers import unhcr

PAIRS = (
    "year,coo_name,coo_iso,coa_name,coa_iso,refugees,asylum_seekers,returned_refugees,idps,returned_idps,stateless,"
    "ooc,oip,hst\n"
    "2018,Venezuela,VEN,Colombia,COL,94,2729,0,0,0,0,0,1171552,0\n"
    "2018,Unknown,UNK,Colombia,COL,5,0,0,0,0,0,0,,0\n"
    "2018,Stateless,XXA,Brazil,BRA,0,0,0,0,0,7,0,,0\n"
)
BY_ASYLUM = "year,coa_iso,refugees,asylum_seekers,idps,stateless,ooc,oip,hst\n2018,COL,99,2729,0,0,0,1171552,0\n"
BY_ORIGIN = "year,coo_iso,refugees,asylum_seekers,idps,oip\n2018,VEN,94,2729,0,1171552\n2018,UNK,5,0,0,0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "unhcr").mkdir()
    (tmp_path / "unhcr" / "population_2000_2025_lac.csv").write_text(PAIRS)
    (tmp_path / "unhcr" / "population_by_asylum_2000_2025_all.csv").write_text(BY_ASYLUM)
    (tmp_path / "unhcr" / "population_by_origin_2000_2025_all.csv").write_text(BY_ORIGIN)
    return tmp_path


def figures(table: pd.DataFrame, category: str) -> dict[Any, Any]:
    return table[table["category"] == category].set_index(["origin", "destination"])["persons"].to_dict()


def test_pairs_and_totals_stand_apart_under_wld(folder: Path) -> None:
    table = unhcr.displaced(folder)
    assert figures(table, "refugees") == {
        ("VEN", "COL"): 94, ("OTH", "COL"): 5, ("XXA", "BRA"): 0, ("WLD", "COL"): 99, ("VEN", "WLD"): 94,
        ("OTH", "WLD"): 5,
    }  # fmt: skip
    assert not table.duplicated(["origin", "destination", "year", "category"]).any()


def test_blank_is_not_zero(folder: Path) -> None:
    """The pairs leave a blank where others in need of protection are not counted; the totals print 0."""
    assert figures(unhcr.displaced(folder), "oip") == {
        ("VEN", "COL"): 1_171_552, ("WLD", "COL"): 1_171_552, ("VEN", "WLD"): 1_171_552, ("OTH", "WLD"): 0,
    }  # fmt: skip


def test_categories_that_totals_leave_out_have_no_row(folder: Path) -> None:
    assert ("WLD", "COL") not in figures(unhcr.displaced(folder), "returned_refugees")
    assert ("VEN", "WLD") not in figures(unhcr.displaced(folder), "stateless")


def test_both_ways_to_write_unknown_and_stateless_become_one(tmp_path: Path) -> None:
    (tmp_path / "unhcr").mkdir()
    (tmp_path / "unhcr" / "asylum_applications_2000_2025_lac.csv").write_text(
        "year,coo_iso,coa_iso,app_type,applied\n2000,UKN,MEX,NA,5\n2000,STA,MEX,N,6\n2000,TIB,MEX,N,7\n"
    )
    table = unhcr.asylum_applications(tmp_path)
    assert table[["origin", "application_type", "persons"]].to_numpy().tolist() == [
        ["OTH", "NA", 5], ["XXA", "N", 6], ["TIB", "N", 7],
    ]  # fmt: skip


def test_flow_that_is_not_given_has_no_row(tmp_path: Path) -> None:
    (tmp_path / "unhcr").mkdir()
    (tmp_path / "unhcr" / "flows_1962_2025_lac.csv").write_text(
        "year,coo_name,coo_iso,coa_name,coa_iso,refugees,asylum_seekers,refugee_like,oip\n"
        "1970,Brazil,BRA,Germany,DEU,,5,,\n"
    )
    assert unhcr.displacement_flows(tmp_path).to_dict("records") == [
        {"origin": "BRA", "destination": "DEU", "year": 1970, "category": "asylum_seekers", "persons": 5}
    ]
