"""Each publisher's quirks, on small files written as the publisher writes them."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers import natural_earth, un_desa, world_bank
from datasets.recipes.publishers.antimeridian import without_jumps
from datasets.recipes.publishers.country_ref import countries, decimal_mark
from datasets.recipes.source import SourceError

HEADERS = {
    "country_ref/countries_multilingual.csv": "iso3,iso2,m49,name_es,name_en,name_pt,name_fr,region,subregion,"
    "intermediate_region,course_region,wb_income,lat,lon,lac33",
    "un_desa_ims/ims2024_bilateral_by_sex.csv": "dest_iso3,origin_iso3,year,total,male,female",
    "worldbank_gbmd/wb_bilateral_stock_1960_2020.csv": "dest_iso3,origin_iso3,year,total,male,female",
    "wdi/wdi_panel_1990_2025.csv": "iso3,year,SP_POP_TOTL,SP_POP_TOTL_FE_ZS,is_aggregate",
}
COUNTRY, STOCK, BILATERAL, PANEL = HEADERS
RECIPES: dict[str, Callable[[Path], pd.DataFrame]] = {
    COUNTRY: countries,
    STOCK: un_desa.stock,
    BILATERAL: world_bank.bilateral_stock,
    PANEL: world_bank.population,
}


def source(folder: Path, file: str, *rows: str) -> Path:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEADERS[file], *rows]) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", HEADERS)
def test_renamed_column_stops_with_publisher_file_and_expected(file: str, tmp_path: Path) -> None:
    source(tmp_path, file)
    path = tmp_path / file
    column = HEADERS[file].split(",")[0]
    path.write_text(path.read_text().replace(column, "iso_code", 1))
    with pytest.raises(SourceError) as stopped:
        RECIPES[file](tmp_path)
    sentence = str(stopped.value)
    assert path.name in sentence
    assert f"falta la columna {column}." in sentence
    assert "iso_code" in sentence
    assert sentence.split(":")[0].strip()


@pytest.mark.parametrize("file", HEADERS)
def test_absent_file_stops_with_its_name(file: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=Path(file).name):
        RECIPES[file](tmp_path)


def test_namibia_keeps_its_code(tmp_path: Path) -> None:
    row = "NAM,NA,516,Namibia,Namibia,Namíbia,Namibie,Africa,Sub-Saharan Africa,Southern Africa,SSA,,-22.1,17.2,0"
    table = countries(source(tmp_path, COUNTRY, row)).set_index("iso3")
    assert table.loc["NAM", "iso2"] == "NA"
    assert table.loc["NAM", "subregion"] == "Southern Africa"
    assert pd.isna(table.loc["NAM", "income"])
    assert {"CHI", "XKX"} < set(table.index)


@pytest.mark.parametrize(
    ("iso2", "mark"),
    [("MX", "."), ("GT", "."), ("SV", "."), ("HN", "."), ("PA", "."), ("CR", ","), ("AR", ","), ("BR", ","),
     ("PY", ","), ("HT", ","), ("PE", "."), ("BZ", "."), ("ES", ","), ("AQ", None)],
)  # fmt: skip
def test_decimal_mark_of_the_main_official_language(iso2: str, mark: str | None) -> None:
    assert decimal_mark(iso2) == mark


def test_cell_without_total_is_not_given(tmp_path: Path) -> None:
    table = un_desa.stock(source(tmp_path, STOCK, "HUN,ARE,2024,,0,0", "USA,MEX,2024,30,10,20", "USA,OTH,2024,0,0,0"))
    assert set(table["origin"]) == {"MEX", "OTH"}
    assert table.set_index(["origin", "sex"])["stock"].to_dict() == {
        ("MEX", "female"): 20, ("MEX", "male"): 10, ("MEX", "total"): 30,
        ("OTH", "female"): 0, ("OTH", "male"): 0, ("OTH", "total"): 0,
    }  # fmt: skip


def test_population_by_sex_is_derived_and_adds_up(tmp_path: Path) -> None:
    table = world_bank.population(source(tmp_path, PANEL, "SLV,2024,1001,52.05,0", "LCN,2024,9,50,1", "WLD,2024,10,,1"))
    assert table.set_index(["iso3", "sex"])["population"].to_dict() == {
        ("SLV", "female"): 521, ("SLV", "male"): 480, ("SLV", "total"): 1001, ("WLD", "total"): 10,
    }  # fmt: skip


def test_rings_are_decoded_from_steps(tmp_path: Path) -> None:
    """Two arcs make a square; the second is walked backwards, as TopoJSON's ``~1``."""
    row = "SLV,SV,222,El Salvador,El Salvador,El Salvador,Salvador,Americas,LAC,Central America,LAC,,13,-88,1"
    source(tmp_path, COUNTRY, row)
    atlas = {
        "transform": {"scale": [0.5, 0.25], "translate": [-90, 12]},
        "arcs": [[[0, 0], [0, 4], [2, 0]], [[0, 0], [2, 0], [0, 4]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "arcs": [[0, ~1]], "id": "222", "properties": {"name": "El Salvador"}},
                ]
            }
        },
    }
    path = tmp_path / "geo" / "world-atlas-2.0.2_countries-110m.json"
    path.parent.mkdir()
    path.write_text(json.dumps(atlas))
    table = natural_earth.borders(tmp_path)
    points = list(table[["lon", "lat"]].itertuples(index=False, name=None))
    assert points == [(-90, 12), (-90, 13), (-89, 13), (-89, 12), (-90, 12)]
    atlas["objects"]["countries"]["geometries"][0]["id"] = "999"  # type: ignore[index]
    path.write_text(json.dumps(atlas))
    with pytest.raises(SourceError, match="El Salvador trae el número 999"):
        natural_earth.borders(tmp_path)


def test_hole_becomes_a_seam() -> None:
    outer = [(0.0, 0.0), (0.0, 9.0), (9.0, 9.0), (9.0, 0.0), (0.0, 0.0)]
    hole = [(2.0, 2.0), (4.0, 2.0), (4.0, 4.0), (2.0, 4.0), (2.0, 2.0)]
    ring = natural_earth.keyholed(outer, hole)
    assert ring[0] == ring[-1]
    assert area(ring) == area(outer) + area(hole) == -(81 - 4)


def test_ring_is_cut_at_the_antimeridian() -> None:
    square = [(178.0, 60.0), (-178.0, 60.0), (-178.0, 70.0), (178.0, 70.0), (178.0, 60.0)]
    halves = without_jumps(square)
    assert sorted(sorted({lon for lon, _ in half}) for half in halves) == [[-180.0, -178.0], [178.0, 180.0]]
    assert sum(abs(area(half)) for half in halves) == 40
    assert all(half[0] == half[-1] for half in halves)


def test_ring_that_crosses_nothing_is_left_alone() -> None:
    ring = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.0, 0.0)]
    assert without_jumps(ring) == [ring]


def area(ring: list[tuple[float, float]]) -> float:
    """Return the signed area: negative where the ring runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def test_france_norway_and_disputed_shapes_have_codes(tables: dict[str, pd.DataFrame]) -> None:
    drawn = set(tables["borders"]["iso3"])
    assert {"FRA", "NOR", "XKX", "CYP", "SOM"} <= drawn
    assert "ATA" not in drawn
    assert len(drawn) == 175


def test_french_guiana_is_drawn_apart_from_france(tables: dict[str, pd.DataFrame]) -> None:
    longitudes = tables["borders"].groupby("iso3")["lon"]
    assert longitudes.max()["GUF"] < -50
    assert longitudes.min()["FRA"] > -10
