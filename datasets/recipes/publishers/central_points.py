"""Central points of places that the file of countries leaves without one, from Natural Earth's 1:50 million map."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from corredores.language import text
from datasets.recipes.publishers.antimeridian import Point, Ring
from datasets.recipes.publishers.topojson import PUBLISHER, atlas_shapes
from datasets.recipes.source import SourceError

Box = tuple[float, float, float, float]  #: west, south, east, north

ANYWHERE: Box = (-180, -90, 180, 90)

# Natural Earth draws most of them inside of the state that they belong to: the shape, and the box in which they lie.
WHERE_DRAWN: Mapping[str, tuple[str, Box]] = {
    "BES": ("Netherlands", (-69, 11, -62, 18)),
    "CCK": ("Indian Ocean Ter.", (96, -13, 98, -11)),
    "CHI": ("Jersey", ANYWHERE),
    "CXR": ("Indian Ocean Ter.", (105, -11, 106, -10)),
    "GLP": ("France", (-62, 15.7, -61, 16.6)),
    "GUF": ("France", (-55, 2, -51, 6)),
    "MTQ": ("France", (-61.3, 14.3, -60.7, 15)),
    "MYT": ("France", (44, -14, 46, -12)),
    "REU": ("France", (55, -22, 56, -20)),
    "SJM": ("Norway", (10, 76, 34, 81)),
    "TKL": ("New Zealand", (-173, -10, -171, -8)),
    "XKX": ("Kosovo", ANYWHERE),
}


def central_points(sources: Path, where: Mapping[str, tuple[str, Box]] = WHERE_DRAWN) -> dict[str, Point]:
    """Return longitude and latitude of the middle of each place's largest island or of its territory.

    Raises
    ------
    SourceError
        When the atlas does not draw one of them where it is expected.
    """
    path = sources / "geo" / "world-atlas-2.0.2_countries-50m.json"
    drawn: dict[str, list[Ring]] = {}
    for shape, rings in atlas_shapes(path):
        drawn.setdefault(shape["properties"]["name"], []).extend(rings)
    points = {}
    for iso3, (shape_name, box) in where.items():
        inside = [ring for ring in drawn.get(shape_name, []) if _lies_in(ring, box)]
        if not inside:
            raise SourceError(
                text(
                    "{publisher}: el archivo {path} no dibuja {iso3} dentro de «{shape}». Se esperaba un contorno "
                    "entre las longitudes {west} y {east} y las latitudes {south} y {north}.",
                    publisher=PUBLISHER, path=path, iso3=iso3, shape=shape_name,
                    west=box[0], south=box[1], east=box[2], north=box[3],
                )
            )  # fmt: skip
        points[iso3] = centroid(max(inside, key=lambda ring: abs(area(ring))))
    return points


def area(ring: Ring) -> float:
    """Return the signed area of a closed ring in square degrees: negative where it runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def centroid(ring: Ring) -> Point:
    """Return the centre of the area of a closed ring, as on a flat map: near enough for a small place."""
    crossed = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)]
    six_areas = 6 * area(ring)
    lon = sum((a[0] + b[0]) * cross for a, b, cross in crossed) / six_areas
    lat = sum((a[1] + b[1]) * cross for a, b, cross in crossed) / six_areas
    return lon, lat


def _lies_in(ring: Ring, box: Box) -> bool:
    west, south, east, north = box
    return all(west <= lon <= east and south <= lat <= north for lon, lat in ring)
