"""The ground of the maps: true proportions, whole rings, nothing struck through."""

from itertools import pairwise

import pandas as pd
import pytest

from corredores.charts.land import ASPECT, outlines, rings_near, window_around


def steps(values: list[float | None]) -> list[float]:
    return [abs(one - next_) for one, next_ in pairwise(values) if one is not None and next_ is not None]


def test_the_window_holds_its_points_and_keeps_its_shape() -> None:
    window = window_around(pd.Series([-90.0, -60.0]), pd.Series([10.0, 50.0]))
    assert window.width / window.height == pytest.approx(ASPECT)
    assert window.west < -90 * window.squeeze < -60 * window.squeeze < window.east
    assert window.south < 10 < 50 < window.north
    assert window.squeeze == pytest.approx(3**0.5 / 2)


def test_two_near_places_still_show_their_surroundings() -> None:
    window = window_around(pd.Series([-88.0, -87.9]), pd.Series([13.0, 13.1]))
    assert window.height >= 26


def test_no_outline_crosses_the_map_at_the_180th_meridian() -> None:
    window = window_around(pd.Series([-180.0, 180.0]), pd.Series([-50.0, 70.0]))
    x, y = outlines(rings_near(window), ["RUS", "FJI", "USA"])
    assert len(x) == len(y)
    assert max(steps(x)) < 60


def test_only_the_countries_asked_for_and_near_are_drawn() -> None:
    window = window_around(pd.Series([-90.0, -85.0]), pd.Series([10.0, 15.0]))
    assert outlines(rings_near(window), ["JPN"]) == ([], [])
    assert outlines(rings_near(window), ["GTM"])[0]
