"""Two rankings side by side, and a line from each country's place in one to its place in the other."""

import pandas as pd

from corredores.charts.drawing import Drawing
from corredores.charts.rows import ROW_HEIGHT, label
from corredores.charts.template import BLUE, ORANGE, QUIET, wrap

SIDE_ROOM = 142  # pixels for the labels of each side
HEAD_ROOM = 40
_HEAD_CHARACTERS = 20
# Rising, falling and staying are told apart by dash and mark too.
_RISES = {"color": BLUE, "dash": "solid", "symbol": "circle"}
_FALLS = {"color": ORANGE, "dash": "dot", "symbol": "diamond"}
_STAYS = {"color": QUIET, "dash": "solid", "symbol": "square"}


def ranked(values: "pd.Series[float]") -> "pd.Series[int]":
    """Return the place of each value, 1 the largest; equal values share the better place, a missing one has none."""
    return values.rank(ascending=False, method="min").astype("Int64")


def either_first(table: pd.DataFrame, shown: int) -> pd.DataFrame:
    """Return the rows among the first ``shown`` of ``before`` or of ``after``, in the order of the latter."""
    first = (table[["before", "after"]] <= shown).fillna(False).any(axis=1)
    return table[first].sort_values(["after", "before"], na_position="last").reset_index(drop=True)


def slope_figure(table: pd.DataFrame, heads: tuple[str, str]) -> Drawing:
    """Draw ``table``, a row a country.

    Its columns: ``country``, the places ``before`` and ``after`` (1 is first, missing where not given), and what is
    written beside them, ``before_written`` and ``after_written``. Points stand in the order of the places drawn; the
    labels say the places among all.
    """
    figure = Drawing()
    heights = {side: table[side].rank(method="first") for side in ("before", "after")}
    both = table.dropna(subset=["before", "after"])
    for row, country, before, after in zip(both.index, both["country"], both["before"], both["after"], strict=True):
        ends = [float(heights["before"][row]), float(heights["after"][row])]
        figure.add("scatter", **_slope(ends, int(before - after)), text=f"{country}: {before} → {after}")
    for place, side in enumerate(("before", "after")):
        given = table.dropna(subset=side)
        names = [f"{rank}. {country}" for rank, country in zip(given[side], given["country"], strict=True)]
        for name, written, height in zip(names, given[f"{side}_written"], heights[side].dropna(), strict=True):
            figure.annotate(**_beside(place, float(height), label(name, written)))
        figure.annotate(**_head(heads[place], place))
    figure.update_xaxis(visible=False, range=[0, 1])
    figure.update_yaxis(visible=False, range=[len(table) + 0.6, 0.4])
    return figure


def height_of(table: pd.DataFrame) -> int:
    """Return the pixels of the plotting area."""
    return ROW_HEIGHT * len(table)


def _slope(ends: list[float], moved: int) -> dict[str, object]:
    look = _RISES if moved > 0 else _FALLS if moved < 0 else _STAYS
    return {
        "x": [0, 1],
        "y": ends,
        "mode": "lines+markers",
        "line": {"color": look["color"], "dash": look["dash"], "width": 2},
        "marker": {"color": look["color"], "symbol": look["symbol"], "size": 9},
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _beside(place: int, height: float, written: str) -> dict[str, object]:
    return {
        "text": written,
        "x": place,
        "y": height,
        "xanchor": "left" if place else "right",
        "xshift": 10 if place else -10,
        "align": "left" if place else "right",
        "showarrow": False,
    }


def _head(written: str, place: int) -> dict[str, object]:
    return {
        **_beside(place, 1, f"<b>{wrap(written, _HEAD_CHARACTERS)}</b>"),
        "yref": "paper",
        "yanchor": "bottom",
        "font": {"color": QUIET},
    }
