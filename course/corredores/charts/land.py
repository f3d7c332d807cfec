"""The ground under a map: which part of the world is shown, and its outlines on plain x and y axes."""

import math
from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from corredores import data

ASPECT = 1.45  # width : height; between a phone held upright and a wide page
MARGIN, SMALLEST = 7.0, 26.0  # degrees
# On a page wider than ASPECT plotly shows more of the sides, so more land is kept than the window.
KEPT_ASIDE = 0.8


@dataclass(frozen=True)
class Window:
    """A part of the world in projected degrees; ``squeeze`` is the cosine of its middle parallel."""

    west: float
    east: float
    south: float
    north: float
    squeeze: float

    @property
    def width(self) -> float:
        """Width in degrees at the equator."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Height in degrees of latitude."""
        return self.north - self.south


def window_around(lon: "pd.Series[float]", lat: "pd.Series[float]") -> Window:
    """Return the window that holds all points, of shape :data:`ASPECT`.

    The projection is equirectangular, true on the window's middle parallel: x = lon · cos φ, y = lat.
    """
    squeeze = math.cos(math.radians((lat.min() + lat.max()) / 2))
    x, y = (lon.min() + lon.max()) / 2 * squeeze, (lat.min() + lat.max()) / 2
    width = (lon.max() - lon.min()) * squeeze + 2 * MARGIN
    height = max(lat.max() - lat.min() + 2 * MARGIN, SMALLEST)
    width, height = max(width, height * ASPECT), max(height, width / ASPECT)
    return Window(x - width / 2, x + width / 2, y - height / 2, y + height / 2, squeeze)


def outlines(window: Window, countries: Collection[str]) -> tuple[list[float | None], list[float | None]]:
    """Return the outlines of ``countries`` near ``window`` as one x and one y list, rings parted by None.

    Points nearer than a pixel or so are merged.
    """
    borders = data.load("borders")
    borders = borders[borders["iso3"].isin(list(countries))]
    x, y = (borders["lon"] * window.squeeze).rename("x"), borders["lat"].rename("y")
    points = pd.concat([borders[["iso3", "ring"]], x, y], axis=1)
    rings = points.groupby(["iso3", "ring"], sort=False)
    aside = window.width * KEPT_ASIDE
    near = (
        (rings["x"].transform("max") > window.west - aside)
        & (rings["x"].transform("min") < window.east + aside)
        & (rings["y"].transform("max") > window.south - window.height / 2)
        & (rings["y"].transform("min") < window.north + window.height / 2)
    )
    return _parted(_merged(points[near], step=window.height / 400))


def _merged(points: pd.DataFrame, step: float) -> pd.DataFrame:
    grid = points.assign(x=(points["x"] / step).round() * step, y=(points["y"] / step).round() * step)
    moved = (grid != grid.shift()).any(axis=1)
    return grid[moved].round(1 if step > 0.1 else 2)


def _parted(points: pd.DataFrame) -> tuple[list[float | None], list[float | None]]:
    x: list[float | None] = []
    y: list[float | None] = []
    for _, ring in points.groupby(["iso3", "ring"], sort=False):
        if len(ring) > 3:
            x += [*ring["x"].tolist(), None]
            y += [*ring["y"].tolist(), None]
    return x, y
