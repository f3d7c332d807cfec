"""Small multiples: each panel says what the data say, to one scale or to its own, together or by sex."""

import pandas as pd
import pytest

from corredores import charts, data
from corredores.charts.corridors import NothingToShow

NICARAGUA = [("NIC", "CRI"), ("NIC", "USA"), ("NIC", "PAN")]


def given(origin: str, destination: str | None, year: int, sex: str = "total") -> int:
    stock = data.load("stock", origin=origin, year=year, sex=sex)
    own = stock if destination is None else stock[stock["destination"] == destination]
    return int(own["stock"].sum())


def test_every_panel_says_its_first_and_last_year() -> None:
    picture = charts.corridor_trends([*NICARAGUA, "NIC"])
    heads = [head.text for head in picture.figure.layout.annotations if head.name != "source"]
    assert len(picture.figure.data) == len(heads) == 4
    for pair, head in zip([*NICARAGUA, ("NIC", None)], heads, strict=True):
        for year in (1990, 2024):
            written = picture.numbers.write(given(*pair, year))
            assert written in picture.alt and written in head
    assert "el total es un mínimo" in picture.alt
    assert "mínimo" not in charts.corridor_trends(NICARAGUA).alt


def test_the_title_names_what_grew_most() -> None:
    growth = {pair: given(*pair, 2024) / given(*pair, 1990) for pair in NICARAGUA}
    (_, destination), most = max(growth.items(), key=lambda each: each[1])
    picture = charts.corridor_trends(NICARAGUA)
    assert data.country_name(destination) in picture.title
    assert f"se multiplicó por {picture.numbers.write(most, 1)}" in picture.title


def test_where_all_fell_the_title_says_which_fell_least() -> None:
    fell = [("SLV", "GTM"), ("SLV", "NIC")]
    rest = max(given(*pair, 2024) / given(*pair, 1990) for pair in fell)
    picture = charts.corridor_trends(fell)
    assert rest < 1
    assert "Ninguno creció" in picture.title and "creció de" in picture.title and "veces" not in picture.title
    assert picture.numbers.percent(100 * rest) in picture.title


def test_one_panel_has_no_superlative_and_what_is_not_compared_is_said() -> None:
    alone = charts.corridor_trends([("SLV", "GTM")])
    assert "más" not in alone.title and alone.numbers.write(given("SLV", "GTM", 2024)) in alone.title
    picture = charts.corridor_trends([*NICARAGUA, ("BLZ", "DOM")])
    said = "el primero es cero: 1 de 4."
    assert said in picture.figure.layout.title.subtitle.text.replace("<br>", " ") and said in picture.alt


def test_one_scale_reaches_above_every_point_and_its_own_above_each() -> None:
    together = charts.corridor_trends(NICARAGUA).figure.layout
    assert together.xaxis.tickvals == (1990, 2024)
    reaches = {axis.range for axis in (together.yaxis, together.yaxis2, together.yaxis3)}
    assert len(reaches) == 1
    assert reaches.pop()[1] > max(given(*pair, 2024) for pair in NICARAGUA)
    apart = charts.corridor_trends(NICARAGUA, same_scale=False).figure.layout
    assert apart.yaxis.range is None and apart.yaxis2.showticklabels


def test_by_sex_counts_the_corridors_with_more_women() -> None:
    picture = charts.corridor_trends(NICARAGUA, by_sex=True)
    more = sum(given(*pair, 2024, "female") > given(*pair, 2024, "male") for pair in NICARAGUA)
    assert f"{more} de 3 corredores" in picture.title
    for pair in NICARAGUA:
        for sex in ("female", "male"):
            assert picture.numbers.write(given(*pair, 2024, sex)) in picture.alt
    looks = {(trace.line.color, trace.line.dash, trace.marker.symbol) for trace in picture.figure.data}
    assert len(looks) == 2 and len({dash for _, dash, _ in looks}) == 2
    assert sum(bool(trace.showlegend) for trace in picture.figure.data) == 2


def test_a_corridor_that_is_not_given_keeps_its_panel_empty() -> None:
    picture = charts.corridor_trends([("SLV", "USA"), ("BLZ", "DOM")])
    assert "Belice\u00a0→ República Dominicana: no dado en ningún año." in picture.alt
    assert set(picture.figure.data[1].y) == {None}
    assert picture.caption("x").count("<td>no dado</td>") == 8
    assert picture.table["stock"].isna().sum() == 8


def test_a_corridor_asked_for_twice_is_drawn_once_and_too_many_are_refused() -> None:
    assert len(charts.corridor_trends([("SLV", "USA"), ("El Salvador", "USA")]).figure.data) == 1
    for number in (0, 13):
        pairs = [("SLV", code) for code in data.load("countries")["iso3"][:number]]
        with pytest.raises(NothingToShow, match=f"{number} corredores: escriba de uno a doce"):
            charts.corridor_trends(pairs)
    with pytest.raises(NothingToShow, match="ningún año"):
        charts.corridor_trends([("BLZ", "DOM")])
    with pytest.raises(data.UnknownName):
        charts.corridor_trends(["Atlántida"])


def test_the_table_has_every_year_of_every_line() -> None:
    table = charts.corridor_trends([("SLV", "USA"), "MEX"], by_sex=True).table
    assert isinstance(table, pd.DataFrame)
    assert len(table) == 2 * 2 * 8
    assert set(table["sex"]) == {"female", "male"}
