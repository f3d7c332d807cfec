"""A data frame that keeps its sources: filtered, merged, grouped or turned, it says where its figures are from.

pandas documents both ways that are used here: a subclass with its own constructors, and ``attrs`` carried over by
``__finalize__``. Neither alone is enough: grouping and turning leave ``attrs`` behind, a merge has two inputs.
"""

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

import pandas as pd

from corredores.data.provenance import Provenance, line_of

SOURCES = "provenance"


class Sources(tuple[Provenance, ...]):
    """Sources, which pandas copies with ``attrs`` at every step; they are the same afterwards."""

    def __deepcopy__(self, memo: object) -> "Sources":
        return self


_NONE = Sources()


def sources_of(table: Any) -> tuple[Provenance, ...]:
    """Return the sources that a frame or a series carries; none where it is not of the course."""
    carried = getattr(table, "attrs", {}).get(SOURCES, _NONE)
    return carried if isinstance(carried, tuple) else _NONE


def joined(tables: Iterable[Any]) -> tuple[Provenance, ...]:
    """Return the sources of all tables, each once, in order."""
    found = [sources for table in tables if (sources := sources_of(table))]
    if all(sources is found[0] for sources in found[1:]):  # one table in several steps: the usual case, and a quick one
        return found[0] if found else _NONE
    return Sources(dict.fromkeys(source for sources in found for source in sources))


def _inputs(other: Any) -> list[Any]:
    """Return what an operation combined: pandas hands over the frame, the concatenation or the merge."""
    if isinstance(other, (pd.DataFrame, pd.Series)):
        return [other]
    for names in (("input_objs",), ("objs",), ("left", "right")):
        found = [getattr(other, name, None) for name in names]
        if all(one is not None for one in found):
            return found if len(names) == 2 else list(found[0] or ())
    return []


class _Sourced:
    """What the frame and the series have in common."""

    attrs: dict[Any, Any]

    def _keeping(self, kind: Callable[..., Any]) -> Callable[..., Any]:
        """Return a constructor whose results carry the sources of this table."""
        sources = sources_of(self)

        def construct(*arguments: Any, **options: Any) -> Any:
            made = kind(*arguments, **options)
            if sources:
                carried = made.attrs
                carried[SOURCES] = joined([made, self]) if carried else sources
            return made

        return construct

    def __finalize__(self, other: Any, method: str | None = None, **options: Any) -> Any:
        sources = joined([self, *_inputs(other)])
        made = super().__finalize__(other, method=method, **options)  # type: ignore[misc]
        if sources:
            made.attrs[SOURCES] = sources
        return made


class SourcedSeries(_Sourced, pd.Series):
    """A column that keeps its sources."""

    @property
    def _constructor(self) -> Callable[..., Any]:
        return self._keeping(SourcedSeries)

    @property
    def _constructor_expanddim(self) -> Callable[..., Any]:
        return self._keeping(SourcedFrame)


class SourcedFrame(_Sourced, pd.DataFrame):
    """A table that keeps its sources, and shows them below its rows in a notebook."""

    @property
    def _constructor(self) -> Callable[..., Any]:
        return self._keeping(SourcedFrame)

    @property
    def _constructor_sliced(self) -> Callable[..., Any]:
        return self._keeping(SourcedSeries)

    def _repr_html_(self) -> str | None:
        rows: str | None = super()._repr_html_()  # type: ignore[misc]
        sources = sources_of(self)
        if rows is None or not sources:
            return rows
        return f"{rows}<p><small>{escape(line_of(sources))}</small></p>"
