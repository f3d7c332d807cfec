"""`verify_tables` and the command `corredores data`."""

import json
import re
import shutil
from pathlib import Path

import pytest
import typer

from corredores.command_error import CommandError, WrongUsage
from corredores_graders.classroom import data_commands
from datasets.recipes.checks.verify import verify_tables


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    for path in [*(project / "datasets").glob("*.csv"), project / "datasets" / "datapackage.json"]:
        shutil.copy(path, tmp_path)
    return tmp_path


def run(*arguments: object) -> None:
    app = typer.Typer()
    data_commands.register(app)
    app(["data", *map(str, arguments)], standalone_mode=False)


def test_committed_tables_are_as_published(project: Path) -> None:
    results = verify_tables(project / "datasets")
    assert [str(result) for result in results if not result.ok] == []


def test_changed_figure_is_named_with_file_and_figures(copy: Path) -> None:
    path = copy / "stock.csv"
    path.write_text(path.read_text().replace("MEX,USA,2024,total,11279561", "MEX,USA,2024,total,11297561"))
    missed = {result.name: str(result) for result in verify_tables(copy) if not result.ok}
    assert set(missed) == {
        "stock.checksum", "stock.sexes", "stock.origins", "stock.MEX.USA.2024", "stock_vintages.UN.2024"
    }  # fmt: skip
    assert missed["stock.MEX.USA.2024"].endswith(
        "se esperaba 11279561; se halla 11297561. Fuente: UN DESA, International Migrant Stock 2024."
    )
    assert "Tabla stock, fila 130603 (origin=MEX, destination=USA, year=2024" in missed["stock.MEX.USA.2024"]


def test_renamed_column_is_named(copy: Path) -> None:
    path = copy / "population.csv"
    path.write_text(path.read_text().replace("iso3,year", "country,year", 1))
    missed = [result for result in verify_tables(copy) if not result.ok]
    assert [result.name for result in missed] == ["population.columns"]
    assert "iso3" in str(missed[0].found.value)
    assert "population.csv" in str(missed[0].found.value)


def test_word_among_numbers_is_named(copy: Path) -> None:
    path = copy / "stock.csv"
    path.write_text(path.read_text().replace("MEX,USA,2024,total,11279561", "MEX,USA,2024,total,muchas"))
    missed = [result for result in verify_tables(copy) if not result.ok]
    assert [(result.name, result.found.value) for result in missed] == [("stock.columns", "stock")]


def test_command_verifies(capsys: pytest.CaptureFixture[str]) -> None:
    run("verify")
    out = capsys.readouterr().out
    assert "✓ stock.MEX.USA.2024" in out
    # What is declared, what pins the source file, and what somebody else prints are counted apart.
    numbers = [int(number) for number in re.findall(r"[0-9]+", out.splitlines()[-1])]
    assert len(numbers) == 4
    assert numbers[0] == sum(numbers[1:]) == out.count("✓")


def test_command_names_what_it_misses(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    descriptor = json.loads((copy / "datapackage.json").read_text())
    descriptor["resources"][0]["hash"] = "sha256:0"
    (copy / "datapackage.json").write_text(json.dumps(descriptor))
    with pytest.raises(CommandError, match=r"countries\.checksum") as stopped:
        run("verify", "--folder", copy)
    assert stopped.value.exit_code == 1
    assert "✗ countries.checksum" in capsys.readouterr().out


def test_command_asks_for_the_sources(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="No existe la carpeta"):
        run("build", "--from", tmp_path / "absent", "--to", tmp_path)
    with pytest.raises(CommandError, match=r"countries_multilingual\.csv"):
        run("build", "--from", tmp_path, "--to", tmp_path / "tables", "--only", "countries")
