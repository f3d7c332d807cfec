"""The World Bank's Global Bilateral Migration, on a small file written as its copy is."""

from pathlib import Path

import pytest

from datasets.recipes.publishers.global_bilateral_migration import bilateral_stock
from datasets.recipes.source import SourceError

HEADER = "dest_iso3,origin_iso3,year,total,male,female"


def database(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "worldbank_gbmd" / "wb_bilateral_stock_1960_2020.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder


def test_origin_and_destination_are_not_swapped(tmp_path: Path) -> None:
    table = bilateral_stock(database(tmp_path, "USA,MEX,1960,610912,320000,290912"))
    row = table.iloc[0]
    assert row[["origin", "destination", "year", "total"]].tolist() == ["MEX", "USA", 1960, 610912]


def test_wrong_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"Global Bilateral Migration: .*línea 2, la columna male trae «muchos»"):
        bilateral_stock(database(tmp_path, "USA,MEX,1960,610912,muchos,290912"))
    with pytest.raises(SourceError, match=r"Global Bilateral Migration: .*falta la columna dest_iso3\."):
        bilateral_stock(database(tmp_path, header=HEADER.replace("dest_iso3", "dest")))
