"""What is made before it is asked for is handed out once, to who asks for the same, and is the same."""

import json
import re
from collections.abc import Callable, Iterator

import pandas as pd
import pytest

from corredores import ahead, charts, data, decimal_mark, language
from corredores.corridor import ORIGINS

NINE = ["BLZ", "CRI", "DOM", "SLV", "GTM", "HTI", "HND", "MEX", "PAN"]
PICTURES: dict[str, Callable[..., charts.Picture]] = {
    "corridor_map": charts.corridor_map,
    "concentration": charts.concentration,
    "womens_share": charts.womens_share,
}


@pytest.fixture(autouse=True)
def nothing_waits() -> Iterator[None]:
    """Leave nothing for the next test."""
    yield
    ahead._waiting.clear()


def shown(picture: charts.Picture) -> str:
    """What a notebook stores of a picture, but for the number that counts pictures."""
    return re.sub(r"(corredores-[0-9a-f]{8})-\d+", r"\1", json.dumps(picture.outputs()))


@pytest.mark.parametrize("spoken", language.AVAILABLE)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_made_ahead_is_the_picture(name: str, spoken: str) -> None:
    for origin in ORIGINS:
        mark = decimal_mark.of_country(origin) or decimal_mark.OF_LANGUAGE[spoken]
        with language.use(spoken), decimal_mark.use(mark):
            fresh = shown(PICTURES[name](origin))
            ahead.make_ahead(name, origin)
            assert ahead._waiting
            assert shown(PICTURES[name](origin)) == fresh
    assert not ahead._waiting


def test_it_is_handed_out_once() -> None:
    ahead.make_ahead("corridor_flows", NINE)
    first, second = charts.corridor_flows(NINE), charts.corridor_flows(NINE)
    assert first is not second and first.drawing is not second.drawing
    assert shown(first) == shown(second)


def test_who_asks_for_something_else_gets_that() -> None:
    ahead.make_ahead("corridor_map", "SLV")
    with language.use("en"):
        assert "Salvador" in charts.corridor_map("SLV").alt
    with decimal_mark.use("."):
        point = charts.corridor_map("SLV")
    with decimal_mark.use(","):
        assert charts.corridor_map("SLV").alt != point.alt
    assert charts.corridor_map("SLV", 2020).title != charts.corridor_map("SLV").title
    assert charts.corridor_map("MEX").title != charts.corridor_map("SLV").title


def test_a_table_made_ahead_is_the_table_and_ones_own() -> None:
    filters = {"origin": "SLV", "year": 2024}
    fresh = data.load("stock", **filters)
    ahead.make_ahead("load", "stock", **filters)
    taken = data.load("stock", year=2024, origin="SLV")  # in whatever order
    pd.testing.assert_frame_equal(taken, fresh)
    assert not ahead._waiting
    taken["stock"] = 0
    pd.testing.assert_frame_equal(data.load("stock", **filters), fresh)
