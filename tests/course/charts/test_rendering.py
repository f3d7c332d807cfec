"""The figures in Chromium, with the plotly that the Python package ships, off line, on a page and on a phone."""

import json
from pathlib import Path

import plotly
import pytest
from playwright.sync_api import Browser

from corredores import charts
from corredores.charts.picture import PLOTLY

BUNDLE = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").as_uri()
PAGE = """<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="figure"></div>
<script src="{bundle}"></script>
<script>const s = {figure}; Plotly.newPlot("figure", s.data, s.layout, s.config)</script>"""
# What is written must lie inside the drawing, from edge to edge.
CUT = """() => { const page = document.querySelector('.main-svg').getBoundingClientRect();
  return [...document.querySelectorAll('.main-svg text')].filter(each => { const box = each.getBoundingClientRect();
    return box.width && (box.left < page.left - 1 || box.right > page.right + 1 || box.top < page.top - 1
      || box.bottom > page.bottom + 1) }).map(each => each.textContent) }"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_cut_and_nothing_is_fetched(browser: Browser, tmp_path: Path, width: int) -> None:
    pictures = {
        "map": charts.corridor_map("JAM"),
        "flows": charts.corridor_flows(["SLV", "GTM", "HND", "MEX"]),
        "concentration": charts.concentration("JAM"),
        "women": charts.womens_share("VEN"),
        "trend": charts.corridor_trend([("SLV", "USA"), ("SLV", "MEX")]),
    }
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name, picture in pictures.items():
        figure = json.dumps(picture.outputs()[0]["data"][PLOTLY])
        (tmp_path / f"{name}.html").write_text(PAGE.format(bundle=BUNDLE, figure=figure), encoding="utf-8")
        page.goto((tmp_path / f"{name}.html").as_uri())
        page.wait_for_selector(".main-svg .gtitle")
        assert page.evaluate(CUT) == [], name
    page.close()
    assert [url for url in asked if not url.startswith("file:")] == []
