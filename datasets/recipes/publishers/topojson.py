"""Reading the shapes of a TopoJSON atlas: rings of longitude and latitude, in degrees."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corredores.language import text
from datasets.recipes.publishers.antimeridian import Point, Ring, without_jumps
from datasets.recipes.source import SourceError, read_json

PUBLISHER = "Natural Earth, world-atlas 2.0.2"

Shape = dict[str, Any]


def atlas_shapes(path: Path) -> list[tuple[Shape, list[Ring]]]:
    """Return every shape of a world atlas with its closed rings, none with a hole and none across the antimeridian.

    Raises
    ------
    SourceError
        When the file is absent, is no TopoJSON, leaves a shape without a name or draws a point that is not on Earth.
    """
    atlas = read_json(path, PUBLISHER, ("arcs", "objects", "transform"))
    try:
        arcs = decoded_arcs(atlas)
        _refuse_far(arcs, path)
        shapes = [(shape["properties"]["name"], shape) for shape in atlas["objects"]["countries"]["geometries"]]
        return [(shape, list(rings_of(shape, arcs))) for _name, shape in shapes]
    except (KeyError, IndexError, TypeError) as error:
        raise SourceError(
            text(
                "{publisher}: el archivo {path} no tiene la forma de un atlas TopoJSON; falla en {part}. Se esperaban "
                "transform, arcs y objects.countries, cada forma con su nombre y sus arcos. Obténgalo de nuevo.",
                publisher=PUBLISHER,
                path=path,
                part=error,
            )
        ) from error


def _refuse_far(arcs: list[Ring], path: Path) -> None:
    """Stop at the first arc with a point that is not on Earth."""
    for number, arc in enumerate(arcs):
        for lon, lat in arc:
            if abs(lon) > 180.001 or abs(lat) > 90.001:
                raise SourceError(
                    text(
                        "{publisher}: en el archivo {path}, el arco {number} pasa por la longitud {lon} y la latitud "
                        "{lat}. Se esperaban longitudes de -180 a 180 y latitudes de -90 a 90. Obténgalo de nuevo.",
                        publisher=PUBLISHER,
                        path=path,
                        number=number,
                        lon=lon,
                        lat=lat,
                    )
                )


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


def rings_of(shape: Shape, arcs: list[Ring]) -> Iterator[Ring]:
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
