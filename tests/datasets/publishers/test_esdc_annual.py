"""Canada's annual tables, on small files laid out for print as ESDC lays them out."""

from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers import esdc_annual
from datasets.recipes.publishers.esdc_annual import BY_PROVINCE, BY_STREAM, SEASONAL, YEARS
from datasets.recipes.source import SourceError

NOTES = "Notes:\n1. The source is the LMIA System.\n"
TWO_YEARS_OF_EACH = [cell for year in YEARS for cell in (year, "")]
SIXTEEN = ",".join(["Positive,Negative"] * 8)
POSITIVE = '"1,352",2,' + ",".join(["3,0"] * 7)
BY_YEAR = ",".join(YEARS)


def seasonal(place: str) -> str:
    """Return a table with two rows of a province, the second without its name, and the country's total."""
    years = ",".join(["", "", *TWO_YEARS_OF_EACH])
    return (
        f"Number of positions under SAWP{',' * 17}\r\n{years}\r\nProvince/Territories,,{SIXTEEN}\r\n"
        f"Quebec,{place},{POSITIVE}\r\n,Total,{POSITIVE}\r\nCanada,,{POSITIVE}\r\n{NOTES}"
    )


def streams() -> str:
    values = ",".join(["5"] * 8)
    blank = "," * 8
    header = f"Unnamed: 0{blank}\nQuebec{blank}\nStream{blank}\n,{BY_YEAR}\n"
    return f"{header}Low-Wage,{values}\nQuebec - Total,{values}\n{NOTES}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "canada_lmia" / "annual_tables"
    folder.mkdir(parents=True)
    contents = {
        SEASONAL[0]: seasonal("2433-Centre-du-Qu\ufffdbec"),
        SEASONAL[1]: seasonal("2433-Centre-du-Québec"),
        SEASONAL[2]: seasonal('"8252-Contractors, supervisors"'),
        BY_STREAM: streams(),
    }
    contents |= {annual: f"Province/Territory,{BY_YEAR}\nQuebec,{'7,' * 7}7\n{NOTES}" for annual in BY_PROVINCE}
    for annual, content in contents.items():
        (folder / annual.file).write_bytes(content.encode(annual.encoding))
    return tmp_path


def rewrite(folder: Path, annual: esdc_annual.Annual, old: str, new: str) -> None:
    path = folder / "canada_lmia" / "annual_tables" / annual.file
    content = path.read_bytes().decode(annual.encoding)
    assert old in content
    path.write_bytes(content.replace(old, new, 1).encode(annual.encoding))


def cell(cells: pd.DataFrame, **where: object) -> int:
    row = cells[(cells[list(where)] == list(where.values())).all(axis="columns")]
    assert len(row) == 1
    return int(row["value"].iloc[0])


def test_blocks_commas_and_outcomes(folder: Path) -> None:
    table = esdc_annual.sawp(folder)
    assert cell(table, table=26, code="2433", year=2016, outcome="positive") == 1352
    assert cell(table, table=26, province="Quebec", item="Total", year=2016, outcome="negative") == 2
    assert cell(table, table=26, province="Canada", item="Total", year=2023, outcome="negative") == 0
    assert cell(table, table=27, code="8252", item="Contractors, supervisors", year=2017, outcome="positive") == 3
    assert cell(table, table=11, province="Quebec", year=2020) == 7
    assert cell(table, table=13, province="Quebec", item="Low-Wage", year=2023) == 5
    assert cell(table, table=13, province="Quebec", item="Total", year=2023) == 5
    assert set(table["measure"]) == {"lmias", "positions", "employers"}
    assert table.loc[table["table"] <= 13, "outcome"].unique().tolist() == ["untold"]


def test_lost_accents_come_from_the_other_table(folder: Path) -> None:
    table = esdc_annual.sawp(folder)
    assert set(table.loc[table["code"] == "2433", "item"]) == {"Centre-du-Québec"}


@pytest.mark.parametrize("value", ["n/a", "-5", "1,35", ""])
def test_cell_that_is_no_count_is_named_with_its_line(folder: Path, value: str) -> None:
    rewrite(folder, SEASONAL[1], '"1,352"', f'"{value}"')
    with pytest.raises(SourceError) as error:
        esdc_annual.sawp(folder)
    assert f"{SEASONAL[1].file}, línea 4, se halla «{value}»" in str(error.value)


@pytest.mark.parametrize("annual", [*SEASONAL, *BY_PROVINCE, BY_STREAM], ids=lambda annual: str(annual.number))
def test_another_year_in_the_header_stops(folder: Path, annual: esdc_annual.Annual) -> None:
    rewrite(folder, annual, "2023", "2024")
    with pytest.raises(SourceError) as error:
        esdc_annual.sawp(folder)
    assert annual.file in str(error.value)
    assert "Se esperaba" in str(error.value)


def test_cut_table_stops(folder: Path) -> None:
    rewrite(folder, BY_PROVINCE[0], NOTES, "")
    with pytest.raises(SourceError, match="se acaba el archivo"):
        esdc_annual.sawp(folder)


def test_another_encoding_stops_with_its_line(folder: Path) -> None:
    path = folder / "canada_lmia" / "annual_tables" / SEASONAL[2].file
    path.write_bytes(path.read_bytes().replace(b"Contractors", "Contratación".encode("latin-1")))
    with pytest.raises(SourceError, match="línea 4, se halla «no es texto en UTF-8»"):
        esdc_annual.sawp(folder)


def test_absent_table_is_named(folder: Path) -> None:
    (folder / "canada_lmia" / "annual_tables" / BY_STREAM.file).unlink()
    with pytest.raises(SourceError, match=BY_STREAM.file):
        esdc_annual.sawp(folder)
