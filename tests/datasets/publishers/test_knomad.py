"""The bilateral matrices of KNOMAD, on small files written as their tidy copies are."""

from pathlib import Path

import pytest

from datasets.recipes.publishers.knomad import EDITIONS, remittances_bilateral
from datasets.recipes.source import SourceError

HEADER = "sender_iso3,receiver_iso3,sender_name,receiver_name,usd_million,year"


def matrix(folder: Path, year: int, *rows: str, header: str = HEADER) -> Path:
    path = folder / "knomad" / f"bilateral_remittances_{year}_tidy.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    matrix(tmp_path, 2018, 'ALB,EGY,Albania,"Egypt, Arab Rep.",3.0,2018')
    return matrix(
        tmp_path, 2021, "USA,MEX,United States,Mexico,52595.3425,2021", "USA,WLD,United States,WORLD,0.0,2021"
    )


def test_both_matrices_as_published_with_the_totals_of_2021(folder: Path) -> None:
    rows = remittances_bilateral(folder)[["year", "sender", "receiver", "remittances"]]
    assert rows.to_numpy().tolist() == [
        [2018, "ALB", "EGY", 3.0],
        [2021, "USA", "MEX", 52595.3425],
        [2021, "USA", "WLD", 0.0],
    ]


@pytest.mark.parametrize("year", EDITIONS)
def test_renamed_column_is_named(year: int, folder: Path) -> None:
    matrix(folder, year, header=HEADER.replace("usd_million", "usd"))
    with pytest.raises(SourceError, match=rf"KNOMAD, {year}: .*_{year}_tidy\.csv le falta la columna usd_million"):
        remittances_bilateral(folder)


def test_name_instead_of_code_and_amount_below_zero_are_named(folder: Path) -> None:
    matrix(folder, 2021, "USA,WORLD,United States,WORLD,1.0,2021")
    with pytest.raises(SourceError, match=r"línea 2, la columna receiver_iso3 trae «WORLD»"):
        remittances_bilateral(folder)
    matrix(folder, 2021, "USA,MEX,United States,Mexico,1.0,2021", "USA,SLV,United States,El Salvador,-1.0,2021")
    with pytest.raises(SourceError, match=r"KNOMAD, 2021: .*línea 3, la columna usd_million trae «-1\.0»"):
        remittances_bilateral(folder)
