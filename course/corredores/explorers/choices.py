"""What a person chooses in an explorer, with mouse, keyboard or screen reader.

JupyterLab takes the arrow keys and letters from a drop-down list that has the focus (jupyter-widgets/ipywidgets#3912):
"a" would add a cell, "d" twice delete one. It leaves alone a text field and a button, so these are used here.
"""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import ipywidgets as widgets

from corredores import data
from corredores.charts.corridors import code_of
from corredores.language import current, text, use


class CountryChoice:
    """A field that reads a country as a person writes it, and suggests names.

    Parameters
    ----------
    label
        What is chosen, with ``{country}`` where the name of the chosen country goes.
    suggested
        Codes of the countries to suggest; any other country of the tables is read as well.
    chosen
        The country to begin with, by code or name.

    Attributes
    ----------
    code : str
        The chosen country.
    trouble : str
        Why the last entry could not be read, or nothing.
    """

    def __init__(self, label: str, suggested: Iterable[str], chosen: str) -> None:
        self.code, self.trouble = code_of(chosen), ""
        self._label, self._language = label, current()
        self.widget: Any = widgets.Combobox(
            options=sorted((data.country_name(code) for code in suggested), key=_alphabetical),
            placeholder=text("escriba otro país"),
            continuous_update=False,
            style={"description_width": "auto"},
            layout={"width": "auto", "max_width": "100%", "margin": "2px 16px 2px 0"},
        )
        self._name_chosen()

    def when_changed(self, redraw: Callable[[], None]) -> None:
        """Call ``redraw`` after each entry."""

        def read(change: dict[str, Any]) -> None:
            if change["new"].strip():
                self._read(change["new"])
                redraw()

        self.widget.observe(read, names="value")

    def _read(self, written: str) -> None:
        with use(self._language):
            try:
                self.code, self.trouble = code_of(written.strip()), ""
            except data.UnknownName as unknown:
                self.trouble = _mend(written.strip(), unknown.nearest)
                return
            self._name_chosen()
            # An empty field offers the whole list again; one with a name in it would suggest that name only.
            self.widget.value = ""

    def _name_chosen(self) -> None:
        self.widget.description = self._label.format(country=data.country_name(self.code))


class OneOf:
    """Buttons of which one is pressed; ``value`` is its value."""

    trouble = ""

    def __init__(self, label: str, options: Sequence[tuple[str, Any]], chosen: object) -> None:
        self.widget: Any = widgets.ToggleButtons(
            description=label,
            options=options,
            value=chosen,
            style={"description_width": "auto", "button_width": "auto"},
            layout={"max_width": "100%", "margin": "2px 16px 2px 0"},
        )

    @property
    def value(self) -> Any:
        """The value of the button pressed."""
        return self.widget.value

    def when_changed(self, redraw: Callable[[], None]) -> None:
        """Call ``redraw`` when another button is pressed."""
        self.widget.observe(lambda _change: redraw(), names="value")


def _mend(written: str, nearest: str | None) -> str:
    if nearest is None:
        return text("No hay un país «{written}». Escriba su nombre o su código de tres letras.", written=written)
    return text(
        "No hay un país «{written}». ¿Quiso decir {country}? Escriba su nombre o su código ({code}).",
        written=written,
        country=data.country_name(nearest),
        code=nearest,
    )


def _alphabetical(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name.casefold()) if letter.isalnum())
