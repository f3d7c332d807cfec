"""The mark before the decimals, "." or ",": the one place from which charts, captions and explorers take it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from IPython.core.getipython import get_ipython

from corredores import data
from corredores.corridor import Corridor
from corredores.language import current

#: What a text of the course writes where no country is known.
OF_LANGUAGE = {"es": ",", "en": "."}

_chosen: ContextVar[str | None] = ContextVar("decimal_mark", default=None)


@contextmanager
def use(mark: str) -> Iterator[None]:
    """Write numbers with ``mark`` inside the ``with`` block."""
    token = _chosen.set(mark)
    try:
        yield
    finally:
        _chosen.reset(token)


def in_force() -> str:
    """Return the mark of the class.

    In this order: :func:`use`; the variable ``CORREDORES_DECIMAL_MARK``, which the book sets to what its prose writes;
    the point in an English text; the mark of the country whose corridor the notebook works on, as the class list gave
    it (``corridor = my_corridor(…)``); the mark of the language. So everything in one notebook is written alike,
    whichever country a chart draws, and a card reads a lone mark the same way.
    """
    return _chosen.get() or os.environ.get("CORREDORES_DECIMAL_MARK") or _of_class() or OF_LANGUAGE[current()]


def of_country(country: str) -> str | None:
    """Return the mark that ``country`` (ISO alpha-3) writes; None where the table of countries does not give it."""
    return _given().get(country)


@cache
def _given() -> dict[str, str]:
    given = data.load("countries").dropna(subset="decimal_mark")
    return dict(zip(given["iso3"], given["decimal_mark"], strict=True))


def _of_class() -> str | None:
    shell = get_ipython()
    corridor = shell.user_ns.get("corridor") if shell is not None else None
    return of_country(corridor.origin) if type(corridor) is Corridor and current() != "en" else None
