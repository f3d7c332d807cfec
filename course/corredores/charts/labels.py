"""Where the names on a map stand: beside their point, and never on another name."""

import math
from dataclasses import dataclass
from functools import cache
from itertools import chain

CHARACTER, LINE, PADDING = 6.6, 15.0, 4.0  # pixels, for the template's 12-pixel font
_DISTANCES = (16, 26, 38, 52, 68, 86, 106)
_DIRECTIONS = 24


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: "Box") -> bool:
        """Tell whether two rectangles, given by their middles, overlap."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )

    def inside(self, width: float, height: float) -> bool:
        """Tell whether the rectangle lies in a page of ``width`` × ``height`` whose middle is (0, 0)."""
        return abs(self.x) + self.width / 2 < width / 2 and abs(self.y) + self.height / 2 < height / 2


def offsets(
    points: list[tuple[float, float]], texts: list[str], obstacles: list[tuple[float, float]], page: tuple[float, float]
) -> list[tuple[int, int]]:
    """Return for each text how many pixels right of and below its point it should stand.

    Points and obstacles are pixels from the middle of a page (width, height), y downwards. The first texts choose
    first: each takes the nearest place that covers neither a text nor an obstacle and stays on the page.
    """
    taken = [Box(x, y, 12, 12) for x, y in obstacles]
    chosen: list[tuple[int, int]] = []
    for (x, y), written in zip(points, texts, strict=True):
        width, height = _size(written)
        places = (Box(x + dx * (1 + width / 70), y + dy, width, height) for dx, dy in _around())
        nearest = next(places)
        free = (
            box for box in chain([nearest], places) if box.inside(*page) and not any(box.meets(one) for one in taken)
        )
        best = next(free, nearest)
        taken.append(best)
        chosen.append((round(best.x - x), round(best.y - y)))
    return chosen


def _size(written: str) -> tuple[float, float]:
    lines = written.replace("<b>", "").replace("</b>", "").split("<br>")
    return max(map(len, lines)) * CHARACTER + PADDING, len(lines) * LINE + PADDING


@cache
def _around() -> list[tuple[float, float]]:
    angles = [2 * math.pi * turn / _DIRECTIONS for turn in range(_DIRECTIONS)]
    return [(far * math.cos(angle), far * math.sin(angle)) for far in _DISTANCES for angle in angles]
