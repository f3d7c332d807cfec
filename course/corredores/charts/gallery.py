"""Every picture of the course on one page a language, beside the code that draws it; opens without a connection."""

import json
from html import escape
from pathlib import Path

import plotly

from corredores import charts
from corredores.charts.picture import PLOTLY, Picture
from corredores.language import AVAILABLE, current, text, use

#: One line of code a picture, as a notebook's cell has it; every function of ``charts`` is among them.
EXAMPLES = (
    'charts.corridor_map("SLV")',
    'charts.corridor_flows(["BLZ", "CRI", "DOM", "SLV", "GTM", "HTI", "HND", "MEX", "PAN"])',
    'charts.concentration("VEN")',
    'charts.womens_share("PRY")',
    'charts.corridor_trend([("SLV", "USA"), ("SLV", "MEX")])',
    'charts.corridor_trends([("SLV", "USA"), ("GTM", "USA"), ("HND", "USA"), ("NIC", "CRI"), ("HTI", "DOM"), "CUB"])',
    'charts.corridor_trends([("DOM", "ESP"), ("PRY", "ARG"), ("VEN", "COL"), ("PER", "CHL")], by_sex=True, '
    "same_scale=False)",
    'charts.ranking_slope("VEN")',
    "charts.remittance_ranks(year=2023)",
    'charts.age_pyramid("MEX")',
    'charts.rival_sources("NIC", "CRI")',
    'charts.beveridge_curve("Auroria")',
    'charts.labour_markets(["MEX", "COL"])',
    'charts.shift_share_waterfall("MEX")',
    'charts.sending_cost("USA", "SLV")',
)
BUNDLE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; margin: 0 auto; max-width: 60rem;
  padding: 1rem; }
article { margin: 2.5rem 0; break-inside: avoid; }
pre, .table { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; }
th, td { border-bottom: 1px solid #7f7f7f; padding: 0.2rem 0.6rem; text-align: end; font-weight: 400; }
thead th { font-weight: 600; }
th[scope="row"] { text-align: start; }
@media screen and (prefers-color-scheme: dark) {
  .corredores-picture { filter: invert(0.88) hue-rotate(180deg); }
}
"""
_DRAW = """
for (const place of document.querySelectorAll(".corredores-picture")) {
  const {data, layout} = JSON.parse(place.nextElementSibling.textContent);
  Plotly.newPlot(place, data, layout, {displayModeBar: false, responsive: true});
}
"""


def draw(example: str) -> Picture:
    """Return the picture that one of :data:`EXAMPLES` draws, in the language in force."""
    picture = eval(example, {"charts": charts})  # our own line, which the page shows
    assert isinstance(picture, Picture)
    return picture


def write_gallery(folder: Path, languages: tuple[str, ...] = AVAILABLE) -> list[Path]:
    """Write a page a language into ``folder``, and plotly's program beside them; return the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / BUNDLE.name).write_bytes(BUNDLE.read_bytes())
    pages = []
    for language in languages:
        with use(language):
            pages.append(folder / f"{language}.html")
            pages[-1].write_text(_page(languages), encoding="utf-8")
    return pages


def _page(languages: tuple[str, ...]) -> str:
    title = escape(text("Las figuras del curso"))
    links = " · ".join(f'<a href="{each}.html" hreflang="{each}">{each}</a>' for each in languages if each != current())
    articles = "\n".join(_article(example) for example in EXAMPLES)
    return (
        f'<!DOCTYPE html>\n<html lang="{current()}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{_STYLE}</style></head>\n'
        f"<body><main><h1>{title}</h1><p>{escape(about())}</p><nav>{links}</nav>\n{articles}</main>\n"
        f'<script src="{BUNDLE.name}"></script><script>{_DRAW}</script></body></html>\n'
    )


def about() -> str:
    """Return what stands above the pictures."""
    return text(
        "Cada figura lleva título, unidad, fuente, texto alternativo y su tabla. Encima está el código que la dibuja: "
        "cambie los países y los años en su cuaderno."
    )


def _article(example: str) -> str:
    picture = draw(example)
    drawing, _ = picture.outputs()
    about_it = drawing["metadata"]["corredores"]
    figure = json.dumps(drawing["data"][PLOTLY]).replace("<", "\\u003c")
    caption = picture.caption(about_it["caption_id"]).replace("<table>", '<div class="table"><table>')
    return (
        f"<article><h2>{escape(picture.title)}</h2><pre><code>{escape(example)}</code></pre>\n"
        f'<div class="corredores-picture" role="img" aria-label="{escape(picture.alt)}" '
        f'style="height:{picture.figure.layout.height}px"></div>'
        f'<script type="application/json">{figure}</script>\n{caption.replace("</table>", "</table></div>")}</article>'
    )
