"""Outlines decoded from steps, cut at the antimeridian and filed as the UN counts people; points of small places."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from datasets.recipes.publishers import central_points, natural_earth, topojson
from datasets.recipes.publishers.antimeridian import without_jumps
from datasets.recipes.source import SourceError

COUNTRIES = (
    "iso3,iso2,m49,name_es,name_en,name_pt,name_fr,region,subregion,intermediate_region,course_region,wb_income,lat,"
    "lon,lac33\n"
    "SLV,SV,222,El Salvador,El Salvador,El Salvador,Salvador,Americas,LAC,Central America,LAC,,13,-88,1\n"
)
# Two arcs make a square; the second is walked backwards, as TopoJSON's ``~1``.
SQUARE = {
    "transform": {"scale": [0.5, 0.25], "translate": [-90, 12]},
    "arcs": [[[0, 0], [0, 4], [2, 0]], [[0, 0], [2, 0], [0, 4]]],
}


def atlas(folder: Path, scale: str, name: str, number: str | None) -> Path:
    shape: dict[str, Any] = {"type": "Polygon", "arcs": [[0, ~1]], "properties": {"name": name}}
    content = {**SQUARE, "objects": {"countries": {"geometries": [shape | ({"id": number} if number else {})]}}}
    path = folder / "geo" / f"world-atlas-2.0.2_countries-{scale}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "country_ref").mkdir()
    (tmp_path / "country_ref" / "countries_multilingual.csv").write_text(COUNTRIES)
    return tmp_path


def area(ring: list[tuple[float, float]]) -> float:
    """Return the signed area: negative where the ring runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def test_rings_are_decoded_from_steps(folder: Path) -> None:
    table = natural_earth.borders(atlas(folder, "110m", "El Salvador", "222"))
    points = list(table[["lon", "lat"]].itertuples(index=False, name=None))
    assert points == [(-90, 12), (-90, 13), (-89, 13), (-89, 12), (-90, 12)]


@pytest.mark.parametrize("number", ["999", None])
def test_shape_without_a_known_number_is_named(number: str | None, folder: Path) -> None:
    with pytest.raises(SourceError, match=f"El Salvador trae el número {number}"):
        natural_earth.borders(atlas(folder, "110m", "El Salvador", number))


def test_half_an_atlas_is_named(folder: Path) -> None:
    path = atlas(folder, "110m", "El Salvador", "222") / "geo" / "world-atlas-2.0.2_countries-110m.json"
    path.write_text(path.read_text()[:100])
    with pytest.raises(SourceError, match=r"Natural Earth.*countries-110m\.json no es JSON completo"):
        natural_earth.borders(folder)


def test_atlas_without_arcs_is_named(folder: Path) -> None:
    path = atlas(folder, "110m", "El Salvador", "222") / "geo" / "world-atlas-2.0.2_countries-110m.json"
    path.write_text(path.read_text().replace('"arcs"', '"lines"', 1))
    with pytest.raises(SourceError, match=r"countries-110m\.json le falta arcs"):
        natural_earth.borders(folder)


def test_place_is_named_where_the_atlas_does_not_draw_it(folder: Path) -> None:
    with pytest.raises(SourceError, match=r"countries-50m\.json no dibuja BES dentro de «Netherlands»"):
        central_points.central_points(atlas(folder, "50m", "El Salvador", "222"))


def test_place_is_put_in_the_middle_of_its_largest_island(folder: Path) -> None:
    points = central_points.central_points(
        atlas(folder, "50m", "France", "250"), {"GUF": ("France", (-91, 11, -88, 14))}
    )
    assert points == {"GUF": pytest.approx((-89.5, 12.5))}


def test_centroid_of_a_triangle_is_the_mean_of_its_corners() -> None:
    assert central_points.centroid([(0, 0), (6, 0), (0, 3), (0, 0)]) == (2, 1)
    assert central_points.centroid([(0, 0), (0, 3), (6, 0), (0, 0)]) == (2, 1)


def test_hole_becomes_a_seam() -> None:
    outer = [(0.0, 0.0), (0.0, 9.0), (9.0, 9.0), (9.0, 0.0), (0.0, 0.0)]
    hole = [(2.0, 2.0), (4.0, 2.0), (4.0, 4.0), (2.0, 4.0), (2.0, 2.0)]
    ring = topojson.keyholed(outer, hole)
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


def test_france_norway_and_disputed_shapes_have_codes(tables: dict[str, pd.DataFrame]) -> None:
    drawn = set(tables["borders"]["iso3"])
    assert {"FRA", "NOR", "XKX", "CYP", "SOM"} <= drawn
    assert "ATA" not in drawn
    assert len(drawn) == 175


def test_french_guiana_is_drawn_apart_from_france(tables: dict[str, pd.DataFrame]) -> None:
    longitudes = tables["borders"].groupby("iso3")["lon"]
    assert longitudes.max()["GUF"] < -50
    assert longitudes.min()["FRA"] > -10
