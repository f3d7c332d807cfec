"""What the tests of the pictures share: a table revised as its publisher might, to see that words follow figures."""

from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest

from corredores import data
from corredores.charts import corridors, folded

Revision = Callable[[pd.DataFrame], pd.DataFrame]


@pytest.fixture
def revise(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, Revision], None]]:
    """Return a function that lets ``data.load`` give one table as a revision changes it; the others stay."""

    def plant(name: str, change: Revision) -> None:
        original = data.load

        def load(table: str, **filters: Any) -> pd.DataFrame:
            rows = original(table, **filters)
            return change(rows) if table == name else rows

        monkeypatch.setattr(data, "load", load)
        _forget()

    yield plant
    _forget()


def _forget() -> None:
    """Let the pictures of one origin read their tables anew."""
    corridors._corridors.cache_clear()
    folded._folded.cache_clear()
