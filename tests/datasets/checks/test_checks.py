"""Every check holds on the committed tables and fails on a wrong row planted for it."""

import importlib
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.checks import CHECKS
from datasets.recipes.checks.check import Check
from datasets.recipes.checks.declared import OutOfOrder, RepeatedKey, UnknownCode, WrongValue
from datasets.recipes.checks.findings import PartsApart
from datasets.recipes.checks.kinds import Kind, kind_of
from tests.datasets.checks.planting import (
    Plant,
    drop,
    planted,
    undeclared_totals,
    without_part,
    without_part_in_a_group,
)

OWN: dict[str, Plant] = {
    name: plant
    for path in sorted(Path(__file__).parent.glob("plants_*.py"))
    for name, plant in importlib.import_module(f"tests.datasets.checks.{path.stem}").PLANTS.items()
}
BY_TABLE = {table: [check for check in CHECKS if check.table == table] for table in {check.table for check in CHECKS}}


def named(check: Check) -> str:
    return check.name


DECLARED = (OutOfOrder, RepeatedKey, UnknownCode, WrongValue)


@pytest.mark.parametrize("table", sorted(BY_TABLE))
def test_holds_and_fails_on_a_planted_row(table: str, tables: dict[str, pd.DataFrame]) -> None:
    assert {check.name: check.run(tables) for check in BY_TABLE[table] if not check.run(tables).ok} == {}
    for check in BY_TABLE[table]:
        missed = check.run(planted(check, OWN, shortened(check, tables)))
        assert not missed.ok, check.name
        assert table in str(missed), check.name
        assert str(missed.found.value) in str(missed), check.name


@pytest.mark.parametrize("check", [check for check in CHECKS if isinstance(check.find, PartsApart)], ids=named)
def test_missing_sex_is_found(check: Check, tables: dict[str, pd.DataFrame]) -> None:
    missed = check.run(without_part(check, tables))
    assert (missed.ok, missed.found.value) == (False, "sex=female: 0")
    assert check.run(without_part_in_a_group(check, tables)).ok == check.find.gaps  # type: ignore[attr-defined]


def test_missing_sex_is_found_in_jobs(tables: dict[str, pd.DataFrame]) -> None:
    (check,) = (check for check in CHECKS if check.name == "labour.sexes")
    assert not check.run(drop("labour", sex="female")(tables)).ok


@pytest.mark.parametrize("check", [check for check in CHECKS if isinstance(check.find, UnknownCode)], ids=named)
def test_total_is_found_where_none_is_declared(check: Check, tables: dict[str, pd.DataFrame]) -> None:
    for wrong in undeclared_totals(check, shortened(check, tables)):
        assert not check.run(wrong).ok


def test_kinds_of_checks() -> None:
    kinds = {check.name: kind_of(check.source) for check in CHECKS}
    assert kinds["stock.key"] == Kind.DECLARED
    assert kinds["agreement_provisions.prot_women"] == Kind.SOURCE
    assert kinds["survey_sample.gap.hourly.mean"] == Kind.SOURCE
    assert kinds["conventions.EGY"] == Kind.PUBLISHED
    pinned = [check for check in CHECKS if kind_of(check.source) is not Kind.PUBLISHED]
    assert [check.name for check in pinned if "publicad" in check.statement] == []


def shortened(check: Check, tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return fewer rows of the table for a check that looks at each row by itself: a million would only cost time."""
    if isinstance(check.find, DECLARED):
        return {**tables, check.table: tables[check.table].head(1000)}
    return tables


def test_names_are_distinct() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_every_plant_is_for_a_check() -> None:
    assert OWN.keys() <= {check.name for check in CHECKS}
