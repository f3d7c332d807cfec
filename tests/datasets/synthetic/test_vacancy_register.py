"""The invented register comes out the same everywhere, and says wherever it stands that it is invented."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.package import csv_bytes, sorted_by_key
from datasets.recipes.synthetic.vacancy_register import COUNTRIES, OCCUPATIONS, vacancy_register
from datasets.recipes.tables import TABLES

TABLE = next(table for table in TABLES if table.name == "vacancy_register")


def test_another_process_makes_the_committed_bytes(project: Path) -> None:
    code = (
        "import hashlib; from pathlib import Path; from datasets.recipes.package import csv_bytes, sorted_by_key; "
        "from tests.datasets.synthetic.test_vacancy_register import TABLE; "
        "made = csv_bytes(sorted_by_key(TABLE.recipe(Path()), TABLE), TABLE); print(hashlib.sha256(made).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    committed = (project / "datasets" / "vacancy_register.csv").read_bytes()
    assert run.stdout.strip() == hashlib.sha256(committed).hexdigest()
    assert csv_bytes(sorted_by_key(vacancy_register(Path()), TABLE), TABLE) == committed


def test_rows_are_whole() -> None:
    register = vacancy_register(Path())
    assert len(register) == 4 * 12 * 12
    assert set(register["country"]) == set(COUNTRIES)
    assert register.notna().all().all()


@pytest.mark.parametrize("occupation", OCCUPATIONS)
def test_occupation_is_a_sub_major_group_of_isco(occupation: str, project: Path) -> None:
    groups = pd.read_csv(project / "datasets" / "occupations.csv", dtype=str)
    assert occupation in set(groups.loc[groups["level"] == "2", "isco"])


def test_says_everywhere_that_it_is_synthetic(project: Path) -> None:
    package = json.loads((project / "datasets" / "datapackage.json").read_text("utf-8"))
    entry = next(resource for resource in package["resources"] if resource["name"] == "vacancy_register")
    assert entry["synthetic"] is True
    assert "SINTÉTICO" in entry["title"]
    assert "SINTÉTICO" in entry["limits"][0]
    assert "inventados" in entry["cite"]
    figures = [field["description"] for field in entry["schema"]["fields"] if field["name"] != "isco2"]
    assert all("invent" in description for description in figures)
