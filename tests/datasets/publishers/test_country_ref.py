"""The quirks of the countries' file: Namibia's code, two places outside of ISO 3166, places without a point."""

from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers.country_ref import coded, decimal_mark

HEADER = (
    "iso3,iso2,m49,name_es,name_en,name_pt,name_fr,region,subregion,intermediate_region,course_region,wb_income,lat,"
    "lon,lac33"
)
NAMIBIA = "NAM,NA,516,Namibia,Namibia,Namíbia,Namibie,Africa,Sub-Saharan Africa,Southern Africa,SSA,,-22.1,17.2,0"


def test_namibia_keeps_its_code(tmp_path: Path) -> None:
    path = tmp_path / "country_ref" / "countries_multilingual.csv"
    path.parent.mkdir()
    path.write_text(f"{HEADER}\n{NAMIBIA}\n", encoding="utf-8")
    table = coded(tmp_path).set_index("iso3")
    assert table.loc["NAM", "iso2"] == "NA"
    assert table.loc["NAM", "subregion"] == "Southern Africa"
    assert table["income"].isna()["NAM"]
    assert {"CHI", "XKX"} < set(table.index)


@pytest.mark.parametrize(
    ("iso2", "mark"),
    [("MX", "."), ("GT", "."), ("SV", "."), ("HN", "."), ("PA", "."), ("CR", ","), ("AR", ","), ("BR", ","),
     ("PY", ","), ("HT", ","), ("PE", "."), ("BZ", "."), ("ES", ","), ("AQ", None)],
)  # fmt: skip
def test_decimal_mark_of_the_main_official_language(iso2: str, mark: str | None) -> None:
    assert decimal_mark(iso2) == mark


@pytest.mark.parametrize(
    ("iso3", "lat", "lon"),
    [("GUF", 4, -53), ("GLP", 16, -61.5), ("MTQ", 14.7, -61), ("REU", -21, 55.5), ("BES", 12.2, -68.3),
     ("CHI", 49.2, -2.1), ("XKX", 42.6, 20.9), ("TKL", -8.6, -172.5), ("SJM", 78.6, 16)],
)  # fmt: skip
def test_places_that_the_file_leaves_without_a_point_have_one(
    iso3: str, lat: float, lon: float, tables: dict[str, pd.DataFrame]
) -> None:
    """The expected points are of any atlas, to half a degree."""
    found = tables["countries"].set_index("iso3").loc[iso3]
    assert abs(found["lat"] - lat) < 0.5
    assert abs(found["lon"] - lon) < 0.5


def test_points_that_the_file_gives_stay(sources: Path, tables: dict[str, pd.DataFrame]) -> None:
    given = coded(sources).set_index("iso3")[["lat", "lon"]].dropna()
    kept = tables["countries"].set_index("iso3").loc[given.index, ["lat", "lon"]]
    pd.testing.assert_frame_equal(kept, given)
    assert len(given) == 236
