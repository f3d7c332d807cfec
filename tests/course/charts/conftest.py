"""What the tests of the pictures share: a table revised as its publisher might, to see that words follow figures."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from corredores import data

Revision = Callable[[pd.DataFrame], pd.DataFrame]


@pytest.fixture
def revise(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Revision], None]:
    """Return a function that lets ``data.load`` give one table as a revision changes it; the others stay."""

    def plant(name: str, change: Revision) -> None:
        original = data.load

        def load(table: str, **filters: Any) -> pd.DataFrame:
            rows = original(table, **filters)
            return change(rows) if table == name else rows

        monkeypatch.setattr(data, "load", load)

    return plant
