"""A figure as plotly.js reads it, in plain lists and dictionaries.

Plotly's own classes look at each value of each property: half of the time that a map took. Here nothing is looked at;
the tests let plotly validate what every picture draws.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np


class Drawing:
    """Traces and a layout, added to piece by piece; a property that is None is left out."""

    def __init__(self) -> None:
        self.data: list[dict[str, Any]] = []
        self.layout: dict[str, Any] = {}

    def add(self, kind: str, **properties: Any) -> None:
        """Add a trace of plotly's type ``kind``."""
        self.data.append({"type": kind, **properties})

    def annotate(self, **properties: Any) -> None:
        """Add an annotation."""
        self.layout.setdefault("annotations", []).append(properties)

    def update_layout(self, **properties: Any) -> None:
        """Set properties of the layout; those of a part that are not named stay."""
        _update(self.layout, properties)

    def update_xaxis(self, **properties: Any) -> None:
        """Set properties of the first horizontal axis."""
        self.update_layout(xaxis=properties)

    def update_yaxis(self, **properties: Any) -> None:
        """Set properties of the first vertical axis."""
        self.update_layout(yaxis=properties)

    def to_json(self) -> dict[str, Any]:
        """Return ``data`` and ``layout`` as JSON holds them; whoever asks may change them."""
        plain: dict[str, Any] = _plain({"data": self.data, "layout": self.layout})
        return plain


def _update(known: dict[str, Any], new: Mapping[str, Any]) -> None:
    for name, value in new.items():
        if isinstance(value, dict):
            _update(known.setdefault(name, {}), value)
        else:
            known[name] = value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if one is not None}
    if isinstance(value, list | tuple):
        return [one if type(one) is float else _plain(one) for one in value]  # most are: the outlines of a map
    return value.item() if isinstance(value, np.generic) else value
