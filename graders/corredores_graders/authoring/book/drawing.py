"""Still pictures of plotly figures: drawn in Chromium where there is one, kept by content."""

import hashlib
import json
import re
import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote

import plotly

from corredores_graders.authoring.writing import write_if_changed

BUNDLE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Pixels of the height of a figure that gives none.
HEIGHT = 450

# plotly names its clip paths at random; one seed a figure gives the same bytes each time.
_SEEDED = "let s = 7; Math.random = () => { s = (s * 16807) % 2147483647; return s / 2147483647; };"
_DRAW = """async ([figure, width, height]) => {
  const layout = {...figure.layout, width, height, autosize: false};
  const graph = document.getElementById("graph");
  await Plotly.newPlot(graph, figure.data, layout, {staticPlot: true});
  const address = await Plotly.toImage(graph, {format: "svg", width, height});
  Plotly.purge(graph);
  return address;
}"""


def find_browser() -> str | None:
    """Return the Chromium of this machine that Playwright can drive, or None."""
    try:
        import playwright  # noqa: F401
    except ImportError:
        return None
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


class Drawer:
    """Draws figures as SVG; opens the browser at the first one that the cache does not hold.

    Parameters
    ----------
    cache
        Folder of drawn pictures, named by the hash of figure, size and plotly's version.
    browser
        Path of a Chromium, or None to draw nothing that is not kept already.
    """

    def __init__(self, cache: Path, browser: str | None) -> None:
        self._cache = cache
        self._browser = browser
        self._playwright: Any = None
        self._page: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._playwright is not None:
            self._playwright.stop()

    def draw(self, figure: dict[str, Any], width: int) -> str | None:
        """Return the figure as SVG, ``width`` pixels wide, or None where there is no browser."""
        height = int(figure["layout"].get("height") or HEIGHT)
        asked = json.dumps([figure["data"], figure["layout"], width, height, plotly.__version__], sort_keys=True)
        kept = self._cache / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.svg"
        if not kept.is_file():
            if self._browser is None:
                return None
            page = self._open()
            page.evaluate(_SEEDED)
            address = page.evaluate(_DRAW, [figure, width, height])
            write_if_changed(kept, _scalable(unquote(address.partition(",")[2])))
        return kept.read_text(encoding="utf-8")

    def _open(self) -> Any:
        if self._page is None:
            from playwright.sync_api import sync_playwright

            self._playwright = sync_playwright().start()
            browser = self._playwright.chromium.launch(
                executable_path=self._browser, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
            )
            self._page = browser.new_page()
            self._page.add_init_script(_SEEDED)
            self._page.goto("about:blank")
            self._page.set_content('<div id="graph"></div>')
            self._page.add_script_tag(path=BUNDLE)
        return self._page


def _scalable(svg: str) -> str:
    """Return the SVG with a view box, so that it shrinks with the page."""
    if "viewBox" in svg[:400]:
        return svg
    return re.sub(
        r'<svg([^>]*?) width="(\d+)" height="(\d+)"', r'<svg\1 width="\2" height="\3" viewBox="0 0 \2 \3"', svg, count=1
    )
