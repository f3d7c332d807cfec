"""A picture: a figure together with what a person needs who cannot see it."""

import hashlib
import html
import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd
from IPython.display import display

from corredores.charts.drawing import Drawing
from corredores.charts.numbers import Numbers
from corredores.language import text

if TYPE_CHECKING:
    import plotly.graph_objects as go

PLOTLY = "application/vnd.plotly.v1+json"
_shown = itertools.count(1)


@dataclass(frozen=True)
class Picture:
    """A plotly figure with alternative text, table and source line, in the language in which it was drawn.

    Attributes
    ----------
    drawing
        What plotly draws. Its title says what is to be seen.
    alt
        Alternative text: what the picture shows, with its numbers; what is not given is said.
    table
        The numbers drawn, tidy, unrounded; a cell that the publisher does not give is missing.
    headers
        Heading of each column of ``table``, in the order in which the caption shows them.
    source
        Source line.
    numbers
        How the caption writes numbers.
    decimals
        Decimals of a column in the caption, where they are not one for fractions and none for whole numbers.
    """

    drawing: Drawing
    alt: str
    table: pd.DataFrame
    headers: dict[str, str]
    source: str
    numbers: Numbers
    decimals: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def figure(self) -> "go.Figure":
        """The plotly figure, to be changed; what is changed is shown."""
        import plotly.graph_objects as go  # takes long, and few ask for it

        return go.Figure(self.drawing.to_json())

    def _drawn(self) -> dict[str, Any]:
        """Return data and layout, of the plotly figure where somebody asked for it."""
        if "figure" not in self.__dict__:
            return self.drawing.to_json()
        drawn: dict[str, Any] = json.loads(self.figure.to_json())
        return drawn

    @property
    def title(self) -> str:
        """The title in one line."""
        written = self.figure.layout.title.text if "figure" in self.__dict__ else self.drawing.layout["title"]["text"]
        return str(written).replace("<br>", " ").replace("<b>", "").replace("</b>", "")

    def outputs(self) -> list[dict[str, Any]]:
        """Return what a notebook stores: the figure, then its caption, as two ``display_data`` outputs.

        The metadata of the first (``corredores``: ``alt`` and ``caption_id``) let a page without plotly put
        another picture in its place.
        """
        caption_id = f"corredores-{hashlib.sha256(self.alt.encode()).hexdigest()[:8]}-{next(_shown)}"
        figure = self._drawn() | {"config": {"displaylogo": False}}
        caption = {"text/html": self.caption(caption_id), "text/plain": f"{self.alt}\n{self.source}"}
        metadata = {"corredores": {"alt": self.alt, "caption_id": caption_id}}
        return [
            {"output_type": "display_data", "data": {PLOTLY: figure, "text/plain": self.alt}, "metadata": metadata},
            {"output_type": "display_data", "data": caption, "metadata": {}},
        ]

    def caption(self, caption_id: str) -> str:
        """Return the caption as HTML: alternative text, source line, and the table behind a summary."""
        return (
            f'<div class="corredores-caption" id="{caption_id}">'
            f'<p class="corredores-alt">{html.escape(self.alt)}</p>'
            f'<p class="corredores-source"><small>{html.escape(self.source)}</small></p>'
            f"<details><summary>{html.escape(text('Ver los datos de la figura en una tabla'))}</summary>"
            f"{self._table_html()}</details></div>"
        )

    def _table_html(self) -> str:
        head = "".join(f'<th scope="col">{html.escape(heading)}</th>' for heading in self.headers.values())
        rows = zip(*(self.table[column] for column in self.headers), strict=True)
        body = "".join(f"<tr>{self._row_html(row)}</tr>" for row in rows)
        title = html.escape(self.title)
        return f"<table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def _row_html(self, row: tuple[object, ...]) -> str:
        first, *others = (html.escape(self._cell(*cell)) for cell in zip(self.headers, row, strict=True))
        return f'<th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in others)

    def _cell(self, column: str, value: object) -> str:
        if isinstance(value, str) or column == "year":
            return str(value)
        return self.numbers.write(value, self.decimals.get(column, 1 if isinstance(value, float) else 0))

    def _ipython_display_(self) -> None:
        for output in self.outputs():
            display(output["data"], metadata=output["metadata"], raw=True)
