"""The committed tables, and the publishers' files where they lie."""

import os
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.checks.verify import read_tables


@pytest.fixture(scope="session")
def tables(project: Path) -> dict[str, pd.DataFrame]:
    return read_tables(project / "datasets")


@pytest.fixture(scope="session")
def sources() -> Path:
    folder = os.environ.get("CORREDORES_SOURCES")
    if not folder:
        pytest.skip("CORREDORES_SOURCES is not set: the publishers' files are not part of the project")
    return Path(folder)
