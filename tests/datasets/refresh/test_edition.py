"""What the newer edition says of itself, and what stops it."""

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pandas as pd
import pytest

from datasets.recipes.checks.check import Check, Found, Tables
from datasets.recipes.refresh.comparing import compare
from datasets.recipes.refresh.edition import Edition, _rows, _run
from datasets.recipes.refresh.in_force import Together
from datasets.recipes.refresh.report import figures, page
from datasets.recipes.refresh.services import SERVICES
from datasets.recipes.source import SourceError
from datasets.recipes.tables import TABLES
from tests.datasets.refresh.test_comparing import NEW, OLD, TABLE

POPULATION = next(table for table in TABLES if table.name == "population")


def without_groups(sources: Path) -> NoReturn:
    raise KeyError("LIC")


def test_a_recipe_that_cannot_read_the_newer_files_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as error:
        _rows(replace(POPULATION, recipe=without_groups), tmp_path)
    assert str(error.value).startswith("Banco Mundial: la receta de «population» no puede con la edición nueva: 'LIC'.")


def test_what_the_recipe_itself_says_is_left_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no está el archivo"):
        _rows(POPULATION, tmp_path)


def test_a_check_that_cannot_find_its_rows_does_not_hold(tmp_path: Path) -> None:
    def find(tables: Tables) -> Found:
        return Found(int(tables["population"].loc["LIC", "population"]))

    tables = Together(tmp_path, {}, {"population": pd.DataFrame({"population": [1]})})
    result = _run(Check("population.low_income", "population", "Suma.", 1, find), tables)
    assert not result.ok
    assert "KeyError: 'LIC'" in str(result)


def test_a_table_in_force_that_cannot_be_read_stops_the_comparison(tmp_path: Path) -> None:
    tables = Together(tmp_path, {"population": POPULATION}, {})
    with pytest.raises(SourceError, match=f"No se puede comparar con las tablas de {tmp_path}"):
        _run(Check("population.x", "population", "", 1, lambda them: Found(len(them["population"]))), tables)


def test_the_page_says_editions_moves_and_what_changed(tmp_path: Path) -> None:
    moves = {"https://api.worldbank.org/v2/country": "https://data.worldbank.org/v2/country"}
    edition = Edition(
        tmp_path, {"world_bank": "WDI 2026-07-01"}, (SERVICES[0],), (compare(OLD, NEW, TABLE),), {}, (), moves
    )
    lines = list(page(edition))
    assert "- Banco Mundial: WDI 2026-07-01 (https://api.worldbank.org/v2)" in lines
    assert any("La página https://api.worldbank.org/v2/country se mudó a https://data" in line for line in lines)
    assert "| MEX | 2024 | value | 200 | 100 | -100 | -50 |" in lines
    assert "| SLV | 2024 | value | no dado | 4 | no dado | no dado |" in lines
    assert "| 2024 | 0 | 2 | 0 |" in lines
    counted = figures(edition)["tables"]["gdp"]
    assert (counted["added"], counted["revised"], counted["removed"]) == (1, 4, 1)
    assert counted["by"]["iso3"]["YUG"] == {"added": 0, "revised": 0, "removed": 1}
    assert counted["by"]["year"]["2025"] == {"added": 1, "revised": 0, "removed": 0}


def test_what_a_publisher_wrote_cannot_break_out_of_its_cell(tmp_path: Path) -> None:
    hostile = OLD.assign(flag="x | y <script>")
    edition = Edition(tmp_path, {}, (), (compare(OLD, hostile, TABLE),), {}, (), {})
    shown = [line for line in page(edition) if "script" in line]
    assert shown
    assert all("x \\| y &lt;script>" in line for line in shown)
