"""A panel: choices above, then the sentence with the numbers, then the picture."""

import html
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import ipywidgets as widgets

from corredores import data
from corredores.charts import Picture
from corredores.language import current, use

Drawing = Callable[[], tuple[str, Picture | None]]


def choose_country(description: str, codes: Iterable[str], chosen: str) -> Any:
    """Return a drop-down of countries in the order of the current alphabet; its value is a code."""
    named = sorted(((data.country_name(code), code) for code in codes), key=lambda pair: _alphabetical(pair[0]))
    return choose(description, named, chosen)


def choose(description: str, options: Sequence[tuple[str, object]], chosen: object) -> Any:
    """Return a drop-down, which the browser itself makes usable by keyboard and screen reader."""
    return widgets.Dropdown(
        description=description,
        options=options,
        value=chosen,
        style={"description_width": "auto"},
        layout={"width": "auto", "max_width": "100%", "margin": "2px 16px 2px 0"},
    )


def panel(rows: Sequence[Sequence[Any]], draw: Drawing) -> Any:
    """Return the choices in ``rows`` and, below them, what ``draw`` says and shows; it draws anew at each change.

    The sentence is a live region, so that a screen reader reads it when it changes. The language is the one in force
    when the panel was made.
    """
    language = current()
    sentence, picture = widgets.HTML(), widgets.Output()

    def redraw(_change: object = None) -> None:
        with use(language):
            said, drawn = draw()
        sentence.value = f'<div role="status" aria-live="polite">{html.escape(said)}</div>'
        # Set as a whole, not captured from display(): the same in a kernel, in a saved notebook and in a test.
        picture.outputs = tuple(drawn.outputs()) if drawn else ()

    for row in rows:
        for choice in row:
            choice.observe(redraw, names="value")
    redraw()
    lines = [widgets.HBox(list(row), layout={"flex_flow": "row wrap"}) for row in rows]
    return widgets.VBox([*lines, sentence, picture])


def _alphabetical(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name.casefold()) if letter.isalnum())
