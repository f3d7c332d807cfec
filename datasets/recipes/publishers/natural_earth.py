"""``borders``: outlines of countries, decoded from the TopoJSON of Natural Earth (1:110 million)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from corredores.language import text
from datasets.recipes.publishers import country_ref
from datasets.recipes.publishers.antimeridian import without_jumps
from datasets.recipes.source import SourceError, read_json

PUBLISHER = "Natural Earth, world-atlas 2.0.2"

Point = tuple[float, float]
Ring = list[Point]

# Natural Earth draws who holds the ground and gives these no number; the course files them as the UN counts them.
WITHOUT_NUMBER = {"Kosovo": "XKX", "N. Cyprus": "CYP", "Somaliland": "SOM"}
# Natural Earth's own ISO_A3 is -99 for France and Norway; the atlas carries their UN numbers, which are read instead.
MID_ATLANTIC = -30.0
ANTARCTICA = "ATA"  # nobody is counted there, and its outline would have to be cut at the pole


def borders(sources: Path) -> pd.DataFrame:
    """Return one row a point, rings closed and numbered within each country."""
    atlas = read_json(
        sources / "geo" / "world-atlas-2.0.2_countries-110m.json", PUBLISHER, ("arcs", "objects", "transform")
    )
    countries = country_ref.countries(sources)
    codes = dict(zip(countries["m49"], countries["iso3"], strict=True))
    arcs = decoded_arcs(atlas)
    rings: dict[str, list[Ring]] = {}
    for shape in atlas["objects"]["countries"]["geometries"]:
        iso3 = code_of(shape, codes)
        for ring in rings_of(shape, arcs):
            rings.setdefault(counted_as(iso3, ring), []).append(ring)
    rows = [
        (iso3, number, place, lon, lat)
        for iso3 in sorted(rings.keys() - {ANTARCTICA})
        for number, ring in enumerate(rings[iso3])
        for place, (lon, lat) in enumerate(ring)
    ]
    return pd.DataFrame(rows, columns=["iso3", "ring", "point", "lon", "lat"]).round({"lon": 3, "lat": 3})


def code_of(shape: dict[str, Any], codes: dict[int, str]) -> str:
    """Return the ISO 3166-1 alpha-3 code of a shape of the atlas.

    Raises
    ------
    SourceError
        When neither its number nor its name is known.
    """
    name = shape["properties"]["name"]
    if "id" in shape and int(shape["id"]) in codes:
        return codes[int(shape["id"])]
    if name in WITHOUT_NUMBER:
        return WITHOUT_NUMBER[name]
    raise SourceError(
        text(
            "{publisher}: {name} trae el número {number}; se esperaba uno de la ONU (M49).",
            publisher=PUBLISHER,
            name=name,
            number=shape.get("id"),
        )
    )


def counted_as(iso3: str, ring: Ring) -> str:
    """Return the code under which the UN counts the people of a ring: French Guiana apart from France."""
    return "GUF" if iso3 == "FRA" and max(lon for lon, _ in ring) < MID_ATLANTIC else iso3


def decoded_arcs(atlas: dict[str, Any]) -> list[Ring]:
    """Return the arcs in degrees: TopoJSON stores steps on a grid, not places."""
    (scale_x, scale_y), (shift_x, shift_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for steps in atlas["arcs"]:
        x = y = 0
        arc: Ring = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(arc)
    return arcs


def rings_of(shape: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    """Yield the closed rings of a shape, none with a hole and none across the antimeridian."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for outer, *holes in polygons:
        ring = joined(outer, arcs)
        for hole in holes:
            ring = keyholed(ring, joined(hole, arcs))
        yield from (part for part in without_jumps(ring) if len(set(part)) > 2)


def joined(indices: list[int], arcs: list[Ring]) -> Ring:
    """Return the ring that arcs make end to end; ``~i`` means arc ``i`` backwards."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def keyholed(ring: Ring, hole: Ring) -> Ring:
    """Return one ring round the outside and, over a seam of no width, round the hole (Lesotho in South Africa)."""
    pairs = ((i, j) for i in range(len(ring) - 1) for j in range(len(hole) - 1))
    i, j = min(pairs, key=lambda pair: _distance(ring[pair[0]], hole[pair[1]]))
    return ring[: i + 1] + hole[j:-1] + hole[: j + 1] + ring[i:]


def _distance(a: Point, b: Point) -> float:
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
