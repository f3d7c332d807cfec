"""Plotly figures in a page that must fetch nothing: their words, and plotly.js inside the page to draw them."""

import base64
import gzip
import hashlib
import html
import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from nbformat import NotebookNode
from plotly.offline import get_plotlyjs

from corredores.charts.picture import PLOTLY
from corredores.language import use
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.page_preprocessor import PagePreprocessor
from corredores_graders.nbgrader_plugins.trainees import language_of

#: Traces for which plotly.js fetches tiles or pictures from outside.
_FETCHING = {
    "image",
    *(f"{kind}{place}" for kind in ("scatter", "choropleth", "density") for place in ("map", "mapbox")),
}
#: Parts of a layout that do, at once or when a button changes them.
_FETCHING_PARTS = ("images", "map")
_FETCHING_PATH = re.compile(r"(images|map|mapbox)\d*[.\[]")
#: Attributes that may be an address.
_ADDRESSES = ("geojson", "source", "style", "src", "href", "url")


class DrawCharts(PagePreprocessor):
    """Put a figure in the place of plotly's data, which nbconvert drops; the first one carries what draws them."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Replace the figures of ``nb`` in place."""
        program = drawing_program()
        with use(language_of(nb)):
            for cell in nb.cells:
                for output in cell.get("outputs", []):
                    if PLOTLY in output.get("data", {}):
                        output.data = NotebookNode({"text/html": figure_html(output) + program})
                        program = ""
        return nb, resources


def figure_html(output: NotebookNode) -> str:
    """Return one figure: its alternative text, and its data for the drawing program."""
    known = output.metadata.get("corredores", {})
    alt = known.get("alt") or text("Gráfico sin texto alternativo.")
    caption = "" if "caption_id" in known else alt  # a picture of the course is followed by its caption
    data = json.dumps(local_figure(output.data[PLOTLY])).replace("<", "\\u003c")
    return (
        f'<figure class="corredores-figure" role="img" aria-label="{html.escape(alt)}">'
        f"<figcaption>{html.escape(caption)}</figcaption><div></div>"
        f'<script type="application/json">{data}</script></figure>'
    )


def local_figure(figure: dict[str, Any]) -> dict[str, Any]:
    """Return a plotly figure without what plotly.js would fetch from outside; whatever a trainee's code put into it."""
    data, layout = figure.get("data"), figure.get("layout")
    traces = [trace for trace in data if isinstance(trace, dict)] if isinstance(data, list) else []
    return {
        "data": [_local(trace) for trace in traces if str(trace.get("type")) not in _FETCHING],
        "layout": _local(layout) if isinstance(layout, dict) else {},
    }


def _local(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _local(part) for name, part in value.items() if not _fetches(str(name), part)}
    if isinstance(value, list) and any(isinstance(part, (dict, list, str)) for part in value):
        return [_local(part) for part in value if not (isinstance(part, str) and _FETCHING_PATH.match(part))]
    return value


def _fetches(name: str, part: Any) -> bool:
    address = name in _ADDRESSES and isinstance(part, str) and (":" in part or "/" in part)
    return address or name.startswith(_FETCHING_PARTS)


def drawing_script() -> str:
    """Return the script that unpacks plotly.js and draws every figure of the page."""
    return (files(__package__) / "templates" / "draw_figures.js").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def drawing_program() -> str:
    """Return plotly.js, packed, and the script that draws: 2 MB for a page, whatever the number of figures."""
    packed = base64.b64encode(gzip.compress(get_plotlyjs().encode(), mtime=0)).decode()
    return f'<script type="text/plain" id="corredores-plotly">{packed}</script><script>{drawing_script()}</script>'


@lru_cache(maxsize=1)
def script_hashes() -> str:
    """Return the only scripts that a feedback page may run, as sources of a content security policy."""
    return " ".join(f"'sha256-{_digest(script)}'" for script in (drawing_script(), get_plotlyjs()))


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
