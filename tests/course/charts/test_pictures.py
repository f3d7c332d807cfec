"""Every picture: title, unit, source, alternative text and table agree with the tables; nothing is fetched."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pandas as pd
import pytest

from corredores import charts, data, indicators, language
from corredores.charts import gallery
from corredores.charts.corridors import NothingToShow
from corredores.charts.picture import PLOTLY
from corredores.language import AVAILABLE
from tests.course.charts.conftest import Revision

Revise = Callable[[str, Revision], None]
NINE = ["BLZ", "CRI", "DOM", "SLV", "GTM", "HTI", "HND", "MEX", "PAN"]
DRAWN: dict[str, Callable[[], charts.Picture]] = {
    "map": lambda: charts.corridor_map("SLV"),
    "map of islands": lambda: charts.corridor_map("JAM"),
    "flows": lambda: charts.corridor_flows(NINE),
    "concentration": lambda: charts.concentration("VEN"),
    "women": lambda: charts.womens_share("PRY"),
    "trend": lambda: charts.corridor_trend([("SLV", "USA"), ("SLV", "MEX")]),
    "panels": lambda: charts.corridor_trends([("SLV", "USA"), ("BLZ", "DOM"), "VEN"]),
    "panels by sex": lambda: charts.corridor_trends([("SLV", "USA"), "VEN"], by_sex=True, same_scale=False),
    "slope": lambda: charts.ranking_slope("VEN"),
    "ranks": lambda: charts.remittance_ranks(year=2022),
}


@pytest.fixture(params=list(DRAWN))
def picture(request: pytest.FixtureRequest) -> charts.Picture:
    return DRAWN[request.param]()


def stock_of(origin: str, sex: str = "total") -> "pd.Series[int]":
    return data.load("stock", origin=origin, year=2024, sex=sex).set_index("destination")["stock"]


def numbers_in(sentence: str) -> set[str]:
    return set(re.findall(r"\d(?:[\d.,]*\d)?", sentence))


def test_has_title_source_and_unit(picture: charts.Picture) -> None:
    figure = picture.figure.to_dict()
    written = json.dumps(figure["layout"], ensure_ascii=False)
    assert len(picture.title) > 20
    tables = (("stock",), ("remittances",), ("stock", "folded_corridors"))
    assert picture.source in [data.source_line(*each) for each in tables]
    assert [each for each in figure["layout"]["annotations"] if each.get("name") == "source"]
    assert re.search(r"\(%\)|[Pp]ersonas|USD", written.replace(picture.title, ""))


def test_axes_that_are_seen_have_a_title(picture: charts.Picture) -> None:
    if picture.figure.data[0].type == "sankey" or picture.figure.layout.xaxis.visible is False:
        return
    assert any(axis.title.text for axis in picture.figure.select_xaxes())


def test_is_small_and_asks_nothing_of_the_outside(picture: charts.Picture) -> None:
    written = json.dumps(picture.outputs())
    assert len(written) < 150_000
    assert "http" not in written
    assert "geo" not in picture.figure.to_dict()["layout"]


def test_is_stored_as_plotly_with_its_text_and_a_caption(picture: charts.Picture) -> None:
    drawn, caption = picture.outputs()
    assert drawn["data"]["text/plain"] == drawn["metadata"]["corredores"]["alt"] == picture.alt
    assert set(drawn["data"]) == {PLOTLY, "text/plain"}
    assert f'id="{drawn["metadata"]["corredores"]["caption_id"]}"' in caption["data"]["text/html"]


@pytest.mark.parametrize("example", gallery.EXAMPLES)
def test_plotly_takes_every_picture_as_it_is_drawn(example: str) -> None:
    picture = gallery.draw(example)
    drawn = picture.drawing.to_json()
    assert json.loads(json.dumps(drawn, allow_nan=False)) == drawn
    assert json.loads(picture.figure.to_json()) == drawn


def test_what_is_changed_in_the_figure_is_shown() -> None:
    picture = charts.concentration("VEN")
    picture.figure.update_layout(title_text="<b>Otro<br>título</b>")
    picture.figure.add_bar(x=[3], y=[1])
    shown = picture.outputs()[0]["data"][PLOTLY]
    assert shown["layout"]["title"]["text"] == "<b>Otro<br>título</b>"
    assert shown["data"][-1]["x"] == [3]
    assert picture.title == "Otro título"


def test_who_changes_an_output_changes_no_picture() -> None:
    picture = charts.concentration("VEN")
    before = json.dumps(picture.drawing.to_json())
    picture.outputs()[0]["data"][PLOTLY]["data"][0]["x"].clear()
    picture.outputs()[0]["data"][PLOTLY]["layout"]["template"]["layout"].clear()
    assert json.dumps(picture.drawing.to_json()) == before


def test_two_showings_have_two_ids(picture: charts.Picture) -> None:
    ids = [picture.outputs()[0]["metadata"]["corredores"]["caption_id"] for _ in range(2)]
    assert ids[0] != ids[1]


class Headings(HTMLParser):
    """Collects the text of each heading cell with its scope."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[tuple[str, str]] = []
        self._scope = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._scope = str(dict(attrs).get("scope", "none")) if tag == "th" else ""
        if tag == "th":
            self.cells.append((self._scope, ""))

    def handle_data(self, data: str) -> None:
        if self._scope:
            self.cells[-1] = (self._scope, self.cells[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        self._scope = ""


def test_table_of_the_caption_has_no_empty_heading(picture: charts.Picture) -> None:
    caption = picture.caption("x")
    headings = Headings()
    headings.feed(caption)
    columns = [text for scope, text in headings.cells if scope == "col"]
    rows = [text for scope, text in headings.cells if scope == "row"]
    assert "<caption>" in caption
    assert columns == list(picture.headers.values())
    assert len(rows) == len(picture.table)
    assert all(text.strip() for _, text in headings.cells)
    assert set(picture.headers) <= set(picture.table.columns)


@pytest.mark.parametrize("origin", ["SLV", "VEN", "JAM", "PRY"])
def test_concentration_says_what_the_data_say(origin: str) -> None:
    picture, stock = charts.concentration(origin), stock_of(origin)
    numbers = picture.numbers
    for written in (
        numbers.write(stock.sum()),
        numbers.percent(100 * stock.max() / stock.sum()),
        numbers.percent(100 * stock.nlargest(3).sum() / stock.sum()),
        numbers.write(indicators.herfindahl(stock), 3),
        str(len(stock)),
        data.country_name(str(stock.idxmax())),
    ):
        assert written in picture.alt
    assert picture.table["stock"].sum() == stock.sum()
    assert picture.table["cumulative"].iloc[-1] == pytest.approx(100)


@pytest.mark.parametrize("origin", ["SLV", "VEN", "JAM", "PRY"])
def test_map_says_what_the_data_say(origin: str) -> None:
    picture, every = charts.corridor_map(origin), stock_of(origin)
    stock = every[every >= 0.005 * every.sum()].nlargest(8)
    assert {picture.numbers.write(value) for value in stock} <= numbers_in(picture.alt)
    assert len([trace for trace in picture.figure.data if trace.mode == "lines" and trace.text]) == len(stock)


def test_a_destination_without_a_place_on_the_map_is_named(revise: Revise) -> None:
    revise("countries", lambda rows: rows.assign(lat=rows["lat"].mask(rows["iso3"] == "CAN")))
    picture = charts.corridor_map("SLV")
    assert "Sin arco, porque los datos no dicen dónde queda: Canadá." in picture.alt
    assert "Canadá" in picture.table["country"].tolist()


@pytest.mark.parametrize("origin", ["SLV", "VEN"])
def test_womens_share_says_what_the_data_say(origin: str) -> None:
    picture, stock, women = charts.womens_share(origin), stock_of(origin), stock_of(origin, "female")
    for destination in stock.nlargest(10).index:
        share = picture.numbers.percent(100 * women[destination] / stock[destination])
        assert f"{data.country_name(destination)} {share}" in picture.alt
    assert picture.numbers.percent(100 * women.sum() / stock.sum()) in picture.title


def test_flows_say_which_pairs_are_not_given() -> None:
    picture = charts.corridor_flows(NINE)
    assert len(picture.table) == 72
    assert picture.table["stock"].isna().sum() == 10
    assert "10 de 72" in picture.alt
    assert "Belice\u00a0→ República Dominicana" in picture.alt
    given = picture.table.dropna(subset="stock")
    assert sum(picture.figure.data[0].link.value) == given["stock"].sum()
    assert picture.caption("x").count("no dado") == 10


def test_a_destination_that_is_not_given_keeps_its_row_without_a_point() -> None:
    picture = charts.womens_share("BLZ", ["USA", "DOM"])
    row = picture.table.set_index("destination").loc["DOM"]
    assert pd.isna(row["stock"])
    assert pd.isna(row["womens_share"])
    assert "No dado:" in picture.alt and "República Dominicana" in picture.alt
    assert None in picture.figure.data[0].x
    assert "no dado" in [annotation.text for annotation in picture.figure.layout.annotations]


def test_a_trend_says_that_a_corridor_is_not_given() -> None:
    picture = charts.corridor_trend([("SLV", "USA"), ("BLZ", "DOM")])
    assert "Belice\u00a0→ República Dominicana: no dado en ningún año" in picture.alt
    assert set(picture.figure.data[1].y) == {None}


@pytest.mark.parametrize(
    "draw",
    [
        lambda: charts.corridor_map("Salvadro"),
        lambda: charts.corridor_flows(["SLV", "Atlántida"]),
        lambda: charts.concentration("XYZ"),
        lambda: charts.womens_share("SLV", ["Atlántida"]),
        lambda: charts.corridor_trend([("SLV", "XYZ")]),
        lambda: charts.concentration("SLV", 2023),
    ],
)
def test_an_unknown_name_is_refused(draw: Callable[[], charts.Picture]) -> None:
    with pytest.raises(data.UnknownName):
        draw()


def test_an_origin_that_is_not_given_says_so() -> None:
    with pytest.raises(NothingToShow, match=r"Antártida.*2024.*«otros»"):
        charts.concentration("ATA")
    with pytest.raises(NothingToShow, match="dos países o más"):
        charts.corridor_flows(["SLV"])
    for number in (0, 5):
        with pytest.raises(NothingToShow, match=f"{number} corredores: escriba de uno a cuatro"):
            charts.corridor_trend([("SLV", "USA")] * number)


def test_names_are_read_as_well_as_codes() -> None:
    assert charts.concentration("El Salvador").alt == charts.concentration("SLV").alt


@pytest.mark.parametrize("name", DRAWN)
def test_words_follow_a_revision_of_the_figures(name: str, revise: Revise) -> None:
    before = DRAWN[name]()
    for table, column in (("stock", "stock"), ("remittances", "received_share")):
        revise(table, lambda rows, column=column: rows.assign(**{column: 3 * rows[column]}))  # type: ignore[misc]
    after = DRAWN[name]()
    written = numbers_in(before.alt) - numbers_in(after.alt)
    assert written
    assert before.caption("x") != after.caption("x")


@pytest.mark.parametrize("name", DRAWN)
def test_speaks_one_language_at_a_time(name: str) -> None:
    said = []
    for each in AVAILABLE:
        with language.use(each):
            picture = DRAWN[name]()
        layout = picture.figure.layout
        axes = [axis.title.text for axis in (layout.xaxis, layout.yaxis) if axis.title.text]
        said.append([picture.title, picture.alt, layout.title.subtitle.text, *axes, *picture.headers.values()])
    # "Total" and "Sexo" aside, nothing that a person reads is alike in two languages.
    assert not [spanish for spanish, english in zip(*said, strict=True) if spanish == english]
