"""The pages of the committed tables, made once."""

import pandas as pd
import pytest

from datasets.recipes.pages.model import DataPages, pages_of


@pytest.fixture(scope="session")
def data(tables: dict[str, pd.DataFrame]) -> DataPages:
    return pages_of(tables)
