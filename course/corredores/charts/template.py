"""The one look of every picture: fonts, palette, title, and the source line under the figure."""

import os
import sys
import textwrap

from corredores.charts.drawing import Drawing
from corredores.charts.numbers import Numbers

# Without this a figure that a trainee draws could ask a CDN for plotly.js; JupyterLab has its own. Plotly reads the
# variable when it draws for the first time; importing its renderers here would cost every kernel two seconds.
RENDERER = "plotly_mimetype"
os.environ.setdefault("PLOTLY_RENDERER", RENDERER)
if "plotly.io._renderers" in sys.modules:
    import plotly.io

    plotly.io.renderers.default = RENDERER

# Told apart with any colour vision, printed in grey, on white and on a dark page (tests/course/charts/test_colours.py);
# each series has a mark or a label besides.
BLUE, ORANGE, GREEN, PURPLE, SKY = "#2D5CB4", "#D07927", "#21392C", "#3D0134", "#208789"
PALETTE = (BLUE, ORANGE, GREEN, PURPLE, SKY, "#297C29", "#5A335F", "#0E1672", "#474E34")
INK, QUIET, GRID, SEA = "#222222", "#595959", "#DDDDDD", "#F6F9FB"
LAND, DESTINATION_LAND, ORIGIN_LAND = "#E3E1DA", "#C5D8E8", "#F3CDB4"

# A phone shows some 45 characters of a title in one line; plotly does not wrap.
TITLE_CHARACTERS, NOTE_CHARACTERS = 40, 56
_TITLE_LINE, _NOTE_LINE, _EDGE = 21, 16, 12

_AXIS = {"gridcolor": GRID, "zeroline": False, "linecolor": QUIET, "ticks": "", "title": {"font": {"size": 13}}}
TEMPLATE = {
    "layout": {
        "font": {
            "family": "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif",
            "size": 12,
            "color": INK,
        },
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "colorway": list(PALETTE),
        "hoverlabel": {"bgcolor": "white", "font": {"color": INK}},
        "xaxis": _AXIS,
        "yaxis": _AXIS,
        "showlegend": False,
        "dragmode": False,
    }
}


def wrap(sentence: str, characters: int) -> str:
    """Return ``sentence`` broken into lines of at most ``characters`` for plotly."""
    return "<br>".join(textwrap.wrap(sentence, characters, break_long_words=False))


def lines(wrapped: str) -> int:
    """Count the lines of a text made by :func:`wrap`."""
    return wrapped.count("<br>") + 1


def dress(
    figure: Drawing,
    *,
    title: str,
    note: str,
    source: str,
    numbers: Numbers,
    height: int,
    left: int,
    above: int = 0,
    below: int = 0,
) -> Drawing:
    """Give ``figure`` its title, the note under it, its source line and the margins that they need.

    Parameters
    ----------
    height
        Height of the plotting area in pixels; what the texts need is added.
    left
        Room for the labels of the vertical axis, in pixels.
    above
        Room between note and plotting area for a legend, in pixels.
    below
        Room between plotting area and source line for the horizontal axis, in pixels.
    """
    title, note, source = wrap(title, TITLE_CHARACTERS), wrap(note, NOTE_CHARACTERS), wrap(source, NOTE_CHARACTERS)
    top = 3 * _EDGE + above + _TITLE_LINE * lines(title) + _NOTE_LINE * lines(note)
    bottom = below + _NOTE_LINE * lines(source) + 2 * _EDGE
    figure.update_layout(
        template=TEMPLATE,
        separators=numbers.separators,
        height=height + top + bottom,
        margin={"t": top, "b": bottom, "l": left, "r": 14},
        title={
            "text": f"<b>{title}</b>",
            "font": {"size": 16},
            "subtitle": {"text": note, "font": {"size": 12, "color": QUIET}},
            "xref": "container",
            "x": 0,
            "yref": "container",
            "y": 1,
            "yanchor": "top",
            "pad": {"l": 12, "t": 2 * _EDGE},
        },
    )
    _write_source(figure, source, 12 - left, -below - _EDGE // 2)
    return figure


def _write_source(figure: Drawing, source: str, shift_x: int, shift_y: int) -> None:
    """Write the source line, moved in pixels from the lower left corner of the plotting area."""
    figure.annotate(
        text=source,
        name="source",
        font={"size": 11, "color": QUIET},
        showarrow=False,
        align="left",
        xref="paper",
        yref="paper",
        x=0,
        y=0,
        xanchor="left",
        yanchor="top",
        xshift=shift_x,
        yshift=shift_y,
    )
