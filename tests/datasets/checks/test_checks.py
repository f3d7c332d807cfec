"""Every check holds on the committed tables and fails on a wrong row planted for it."""

import importlib
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.checks import CHECKS
from datasets.recipes.checks.check import Check
from datasets.recipes.checks.declared import OutOfOrder, RepeatedKey, UnknownCode, WrongValue
from tests.datasets.checks.planting import Plant, planted

OWN: dict[str, Plant] = {
    name: plant
    for path in sorted(Path(__file__).parent.glob("plants_*.py"))
    for name, plant in importlib.import_module(f"tests.datasets.checks.{path.stem}").PLANTS.items()
}
BY_TABLE = {table: [check for check in CHECKS if check.table == table] for table in {check.table for check in CHECKS}}
DECLARED = (OutOfOrder, RepeatedKey, UnknownCode, WrongValue)


@pytest.mark.parametrize("table", sorted(BY_TABLE))
def test_holds_and_fails_on_a_planted_row(table: str, tables: dict[str, pd.DataFrame]) -> None:
    assert {check.name: check.run(tables) for check in BY_TABLE[table] if not check.run(tables).ok} == {}
    for check in BY_TABLE[table]:
        missed = check.run(planted(check, OWN, shortened(check, tables)))
        assert not missed.ok, check.name
        assert table in str(missed), check.name
        assert str(missed.found.value) in str(missed), check.name


def shortened(check: Check, tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return fewer rows of the table for a check that looks at each row by itself: a million would only cost time."""
    if isinstance(check.find, DECLARED):
        return {**tables, check.table: tables[check.table].head(1000)}
    return tables


def test_names_are_distinct() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_every_plant_is_for_a_check() -> None:
    assert OWN.keys() <= {check.name for check in CHECKS}
