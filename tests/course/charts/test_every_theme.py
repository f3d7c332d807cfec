"""Ages, rival sources, the Beveridge curve, shift-share and costs: what every picture owes its reader, in es and en."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from corredores import charts, data, language
from corredores.charts.labour_marks import source_of
from corredores.charts.picture import PLOTLY
from corredores.language import AVAILABLE
from tests.course.charts.rendered import BUNDLE, COVERED, CUT, PAGE

DRAWN: dict[str, tuple[Callable[[], charts.Picture], tuple[str, ...]]] = {
    "ages": (lambda: charts.age_pyramid("USA"), ("stock_by_age", "stock_vintages")),
    "ages of few": (lambda: charts.age_pyramid("BLZ"), ("stock_by_age", "stock_vintages")),
    "rivals": (
        lambda: charts.rival_sources("VEN", "COL"),
        ("stock_vintages", "stock_by_source", "displaced"),
    ),
    "rivals of all kinds": (
        lambda: charts.rival_sources("VEN", "CHL"),
        ("stock_vintages", "stock_by_source", "displaced"),
    ),
    "one curve": (lambda: charts.beveridge_curve("Auroria"), ("vacancy_register",)),
    "two curves": (lambda: charts.beveridge_curve("Dunaria", "22"), ("vacancy_register", "occupations")),
    "gains": (lambda: charts.shift_share_waterfall("BRA"), ("labour",)),
    "losses": (lambda: charts.shift_share_waterfall("VEN"), ("labour",)),
    "cost": (lambda: charts.sending_cost("USA", "DOM"), ("remittance_cost",)),
    "cost below zero": (lambda: charts.sending_cost("USA", "HND"), ("remittance_cost",)),
}
UNITS = {"es": ("(%)", "%", "ersonas", "(años)"), "en": ("(%)", "%", "ersons", "(years)")}


@pytest.fixture(params=AVAILABLE)
def spoken(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("name", DRAWN)
def test_has_title_source_units_text_and_table(name: str, spoken: str) -> None:
    draw, tables = DRAWN[name]
    with language.use(spoken):
        picture = draw()
        source = source_of("labour") if tables == ("labour",) else data.source_line(*tables)
        caption = picture.caption("x")
    layout = picture.figure.layout
    axes = [axis.title.text for axis in (layout.xaxis, layout.yaxis)]
    assert len(picture.title) > 20 and len(picture.alt) > 100
    assert picture.source == source
    assert [each for each in layout.annotations if each.name == "source"]
    assert all(axes) and any(unit in axis for unit in UNITS[spoken] for axis in axes)
    assert set(picture.headers) <= set(picture.table.columns)
    assert all(f">{heading}</th>" in caption for heading in picture.headers.values())
    assert not re.search(r"\b(nan|None|<NA>)\b", caption + picture.alt)


@pytest.mark.parametrize("name", DRAWN)
def test_is_small_asks_nothing_of_the_outside_and_speaks_one_language(name: str) -> None:
    draw, _ = DRAWN[name]
    said = {}
    for each in AVAILABLE:
        with language.use(each):
            picture = draw()
        written = json.dumps(picture.outputs())
        assert len(written) < 150_000
        assert "http" not in written
        said[each] = [picture.title, picture.alt, picture.figure.layout.title.subtitle.text, *picture.headers.values()]
    assert all(spanish != english for spanish, english in list(zip(said["es"], said["en"], strict=True))[:3])


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_cut_covered_or_fetched(browser: Browser, tmp_path: Path, width: int, spoken: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name, (draw, _) in DRAWN.items():
        with language.use(spoken):
            figure = json.dumps(draw().outputs()[0]["data"][PLOTLY])
        (tmp_path / f"{name}.html").write_text(PAGE.format(bundle=BUNDLE, figure=figure), encoding="utf-8")
        page.goto((tmp_path / f"{name}.html").as_uri())
        page.wait_for_selector(".main-svg .gtitle")
        assert page.evaluate(CUT) == [], name
        assert page.evaluate(COVERED) == [], name
    page.set_viewport_size({"width": 120, "height": 900})  # where words must lie on words, the test has to see it
    page.reload()
    page.wait_for_selector(".main-svg .gtitle")
    assert page.evaluate(COVERED) != []
    page.close()
    assert [url for url in asked if not url.startswith("file:")] == []
