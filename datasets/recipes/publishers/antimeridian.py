"""Cutting a ring at 180°, so that no line is drawn across the whole map."""

from itertools import pairwise

Point = tuple[float, float]
Ring = list[Point]


def without_jumps(ring: Ring) -> list[Ring]:
    """Return the parts of a closed ring on either side of the antimeridian, each closed.

    The ring is unrolled (longitudes may pass 180°), cut there, and the far part is brought back.
    """
    unrolled = _unrolled(ring)
    if all(-180 <= lon <= 180 for lon, _ in unrolled):
        return [unrolled]
    line = 180.0 if max(lon for lon, _ in unrolled) > 180 else -180.0
    parts = [_half(unrolled, line, east) for east in (False, True)]
    return [_brought_back(part) for part in parts if part]


def _unrolled(ring: Ring) -> Ring:
    turns, unrolled = 0, [ring[0]]
    for (before, _), (lon, lat) in pairwise(ring):
        turns += (lon - before < -180) - (lon - before > 180)
        unrolled.append((lon + 360 * turns, lat))
    return unrolled


def _half(ring: Ring, line: float, east: bool) -> Ring:
    """Return what lies on one side of a meridian (Sutherland–Hodgman), closed."""

    def inside(point: Point) -> bool:
        return point[0] >= line if east else point[0] <= line

    half: Ring = []
    for a, b in pairwise(ring):
        if inside(a):
            half.append(a)
        if inside(a) != inside(b):
            share = (line - a[0]) / (b[0] - a[0])
            half.append((line, a[1] + share * (b[1] - a[1])))
    half = [point for place, point in enumerate(half) if point != half[place - 1]]
    return [*half, half[0]] if half else []


def _brought_back(ring: Ring) -> Ring:
    middle = sum(lon for lon, _ in ring) / len(ring)
    turns = -1 if middle > 180 else 1 if middle < -180 else 0
    return [(lon + 360 * turns, lat) for lon, lat in ring]
