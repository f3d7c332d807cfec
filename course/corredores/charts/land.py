"""The ground under a map: which part of the world is shown, and its outlines on plain x and y axes."""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
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


@dataclass(frozen=True)
class Ring:
    """A closed line of a country's border, in projected degrees."""

    iso3: str
    x: list[float]
    y: list[float]


def rings_near(window: Window) -> list[Ring]:
    """Return the rings of which a part may be seen; points nearer than a pixel or so are merged."""
    borders = data.load("borders")
    names, starts = borders["iso3"].tolist(), np.flatnonzero(borders["point"] == 0)
    x, y = borders["lon"].to_numpy() * window.squeeze, borders["lat"].to_numpy()
    aside = window.width * KEPT_ASIDE
    near = (
        (np.maximum.reduceat(x, starts) > window.west - aside)
        & (np.minimum.reduceat(x, starts) < window.east + aside)
        & (np.maximum.reduceat(y, starts) > window.south - window.height / 2)
        & (np.minimum.reduceat(y, starts) < window.north + window.height / 2)
    )
    step = window.height / 400
    x, y = np.round(x / step) * step, np.round(y / step) * step
    apart = np.append(True, (np.diff(x) != 0) | (np.diff(y) != 0))
    apart[starts] = True
    decimals = 1 if step > 0.1 else 2
    kept_before = np.append(0, np.cumsum(apart))
    x, y = (each[apart].round(decimals).tolist() for each in (x, y))
    rings = []
    for start, end in zip(starts[near], np.append(starts[1:], len(apart))[near], strict=True):
        own = slice(kept_before[start], kept_before[end])
        if own.stop - own.start > 3:
            rings.append(Ring(names[start], x[own], y[own]))
    return rings


def outlines(rings: Iterable[Ring], countries: Collection[str]) -> tuple[list[float | None], list[float | None]]:
    """Return the outlines of ``countries`` as one x and one y list, rings parted by None."""
    x: list[float | None] = []
    y: list[float | None] = []
    for ring in rings:
        if ring.iso3 in countries:
            x += [*ring.x, None]
            y += [*ring.y, None]
    return x, y
