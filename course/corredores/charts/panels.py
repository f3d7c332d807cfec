"""Small multiples: one small panel a corridor, all with the same years."""

from collections.abc import Sequence

from corredores.charts.drawing import Drawing
from corredores.charts.template import INK, QUIET, wrap

COLUMNS, PANEL, HEAD, GAP = 2, 120, 66, 26  # pixels but for the first
HEAD_CHARACTERS = 18  # what half a phone shows in one line


def height_of(panels: int) -> int:
    """Return the pixels that the plotting area of ``panels`` needs, the heads of the first row apart."""
    rows = -(-panels // COLUMNS)
    return rows * PANEL + (rows - 1) * (HEAD + GAP)


def lay_panels(
    figure: Drawing,
    heads: Sequence[tuple[str, str]],
    years: Sequence[int],
    titles: tuple[str, str],
    top: float | None,
) -> None:
    """Give each of the panels its axes and its head: a name in bold, and a line below it.

    ``titles`` stand once, below the lowest and beside the leftmost panels. The vertical axis ends at ``top`` in every
    panel; without it each panel has its own.
    """
    height = height_of(len(heads))
    # Between the two columns on a phone: room for the labels of an axis, or for the ends of two rows of years.
    domains = ((0, 0.38), (0.62, 1)) if top is None else ((0, 0.45), (0.55, 1))
    for place, (name, below) in enumerate(heads):
        row, column = divmod(place, COLUMNS)
        upper = 1 - row * (PANEL + HEAD + GAP) / height
        lowest = place + COLUMNS >= len(heads)
        number = str(place + 1) if place else ""
        left, right = domains[column]
        figure.update_layout(
            **{
                f"xaxis{number}": {
                    "domain": [left, right],
                    "anchor": f"y{number}",
                    "range": [years[0] - 1.5, years[-1] + 1.5],
                    "title": {"text": titles[0] if lowest else "", "font": {"size": 11}, "standoff": 4},
                    "tickvals": [years[0], years[-1]],
                    "tickangle": 0,
                    "tickfont": {"size": 11},
                    "ticklabelstandoff": 4,
                    "showgrid": False,
                },
                f"yaxis{number}": {
                    "domain": [max(0.0, upper - PANEL / height), upper],
                    "anchor": f"x{number}",
                    "tickformat": ",.0f",
                    "nticks": 4,
                    "tickfont": {"size": 11},
                    "rangemode": "tozero",
                    "range": None if top is None else [0, top],
                    "title": {"text": "" if column else titles[1], "font": {"size": 11}, "standoff": 6},
                    "showticklabels": column == 0 or top is None,
                },
            }
        )
        _write_head(figure, name, below, left, upper)


def _write_head(figure: Drawing, name: str, below: str, left: float, upper: float) -> None:
    figure.annotate(
        text=f"<b>{wrap(name, HEAD_CHARACTERS)}</b><br><span style='color:{QUIET}'>{below}</span>",
        x=left,
        y=upper,
        xref="paper",
        yref="paper",
        xanchor="left",
        yanchor="bottom",
        yshift=4,
        align="left",
        showarrow=False,
        font={"size": 11, "color": INK},
    )
