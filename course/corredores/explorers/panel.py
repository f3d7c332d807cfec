"""A panel: choices above, then the sentence with the numbers, then the picture."""

import html
import os
from collections.abc import Callable, Sequence
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec

import ipywidgets as widgets

from corredores import data
from corredores.charts import Picture
from corredores.charts.corridors import NothingToShow, code_of
from corredores.explorers.choices import CountryChoice, OneOf
from corredores.language import current, use

Given = ParamSpec("Given")
Drawing = Callable[[], tuple[str, Picture | None]]


def explorer(make: Callable[Given, Any]) -> Callable[Given, Any]:
    """Return ``make``, whose arguments are countries and pairs of countries, such that grading costs next to nothing.

    Nobody moves the choices of a notebook that is graded, and its page says a sentence in their place: there the panel
    is an empty box. A country that does not exist is refused all the same.
    """

    @wraps(make)
    def made(*countries: Given.args, **named: Given.kwargs) -> Any:
        if os.environ.get("NBGRADER_EXECUTION") != "autograde":
            return make(*countries, **named)
        for given in signature(make).bind(*countries, **named).arguments.values():
            for country in [given] if isinstance(given, str) else given:
                code_of(country)
        return widgets.VBox()

    return made


def panel(rows: Sequence[Sequence[CountryChoice | OneOf]], draw: Drawing) -> Any:
    """Return the choices in ``rows`` and, below them, what ``draw`` says and shows; it draws anew at each change.

    The sentence is a live region, so that a screen reader reads it when it changes. The language is the one in force
    when the panel was made. An entry that cannot be read is answered in the sentence, and the picture stays; what the
    data do not give, or a table that the browser kernel does not carry, is named there, and nothing is drawn.
    """
    language = current()
    choices = [choice for row in rows for choice in row]
    sentence, picture = widgets.HTML(), widgets.Output()

    def say(said: str) -> None:
        sentence.value = f'<div role="status" aria-live="polite">{html.escape(said)}</div>'

    def redraw() -> None:
        troubles = [choice.trouble for choice in choices if choice.trouble]
        if troubles:
            say(troubles[0])
            return
        with use(language):
            try:
                said, drawn = draw()
            except (NothingToShow, data.AbsentTable) as nothing:
                said, drawn = str(nothing), None
        say(said)
        # Set as a whole, not captured from display(): the same in a kernel, in a saved notebook and in a test.
        picture.outputs = tuple(drawn.outputs()) if drawn else ()

    for choice in choices:
        choice.when_changed(redraw)
    redraw()
    lines = [widgets.HBox([choice.widget for choice in row], layout={"flex_flow": "row wrap"}) for row in rows]
    return widgets.VBox([*lines, sentence, picture])
