"""The figures of corridors in Chromium, off line, on a page and on a phone."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from corredores import charts, language
from corredores.charts.picture import PLOTLY
from corredores.language import AVAILABLE
from tests.course.charts.rendered import BUNDLE, COVERED, CUT, PAGE


def difficult() -> dict[str, charts.Picture]:
    """Return pictures with long names, near places, large numbers and many rows."""
    return {
        "map": charts.corridor_map("JAM"),
        "concentration": charts.concentration("JAM"),
        "women": charts.womens_share("VEN"),
        "trend": charts.corridor_trend([("SLV", "USA"), ("DOM", "PRI")]),
        "panels": charts.corridor_trends([("TTO", "USA"), ("DOM", "USA"), ("HTI", "DOM"), "MEX", ("VCT", "GBR")]),
        "panels by sex": charts.corridor_trends([("MEX", "USA"), ("MEX", "CAN")], by_sex=True, same_scale=False),
        "slope": charts.ranking_slope("DOM"),
        "ranks": charts.remittance_ranks(year=2022),
        "labour markets": charts.labour_markets(["MEX", "COL"], "participation"),
        "earnings": charts.labour_markets(["MEX", "CRI"], "earnings"),
        "flows": charts.corridor_flows(["SLV", "GTM", "HND", "MEX"]),
    }


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("spoken", AVAILABLE)
def test_nothing_is_cut_covered_or_fetched(browser: Browser, tmp_path: Path, width: int, spoken: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with language.use(spoken):
        pictures = difficult()
    for name, picture in pictures.items():
        figure = json.dumps(picture.outputs()[0]["data"][PLOTLY])
        (tmp_path / f"{name}.html").write_text(PAGE.format(bundle=BUNDLE, figure=figure), encoding="utf-8")
        page.goto((tmp_path / f"{name}.html").as_uri())
        page.wait_for_selector(".main-svg .gtitle")
        assert page.evaluate(CUT) == [], name
        assert page.evaluate(COVERED) == [], name
    page.close()
    assert [url for url in asked if not url.startswith("file:")] == []
