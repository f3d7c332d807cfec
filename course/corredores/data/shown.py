"""A table shown in a notebook carries its source line, as a table on paper does."""

from html import escape

import pandas as pd
from IPython.core.getipython import get_ipython

from corredores.data.provenance import Provenance


def show_sources() -> None:
    """Ask IPython, where it runs, to set the source line under tables of the course; other tables look as ever."""
    shell = get_ipython()
    if shell is None or shell.display_formatter is None:
        return
    formatter = shell.display_formatter.formatters["text/html"]
    if pd.DataFrame not in formatter.type_printers:
        formatter.for_type(pd.DataFrame, html_with_source)


def html_with_source(frame: pd.DataFrame) -> str | None:
    """Return the HTML of pandas and, below it, the source line if the frame has a provenance."""
    html: str | None = frame._repr_html_()  # type: ignore[operator]
    source = frame.attrs.get("provenance")
    if html is None or not isinstance(source, Provenance):
        return html
    return f"{html}<p><small>{escape(source.line())}</small></p>"
