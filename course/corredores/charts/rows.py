"""Countries as the rows of a picture, per cent across: what the ranking and the dot plot share."""

from corredores.charts.drawing import Drawing
from corredores.charts.numbers import NO_BREAK_SPACE, Numbers
from corredores.charts.template import wrap

ROW_HEIGHT, LABEL_ROOM, AXIS_ROOM = 38, 146, 48
_LABEL_CHARACTERS = 22


def label(country: str, written: str = "") -> str:
    """Return the label of a row: the country and, in bold, its figure, on as few lines as they need."""
    if not written:
        return wrap(country, _LABEL_CHARACTERS)
    if len(country) <= _LABEL_CHARACTERS:
        return f"{country}<br><b>{written}</b>"
    together = wrap(f"{country} {written.replace(' ', NO_BREAK_SPACE)}", _LABEL_CHARACTERS)
    return together.replace(written, f"<b>{written}</b>")


def lay_rows(
    figure: Drawing, labels: list[str], across: str, reach: tuple[float, float], numbers: Numbers, *, lines: bool
) -> None:
    """Lay ``labels`` down the vertical axis from 1, and per cent along the horizontal one, titled ``across``."""
    figure.update_yaxis(
        tickvals=list(range(1, len(labels) + 1)), ticktext=labels, range=[len(labels) + 0.6, 0.4], showgrid=lines
    )
    figure.update_xaxis(
        title={"text": across, "standoff": 8},
        range=list(reach),
        ticksuffix=numbers.percent_sign,
        nticks=6,
        tickangle=0,
    )
