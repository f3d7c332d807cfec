"""The quirks of the International Migrant Stock: a total left blank, five-year ages that end at 74."""

from pathlib import Path

import pandas as pd

from datasets.recipes.publishers import un_desa
from datasets.recipes.publishers.folded_corridors import folded_corridors
from datasets.recipes.publishers.vintages import stock_vintages

HEADER = "dest_iso3,origin_iso3,year,total,male,female"


def revision(folder: Path, year: int, *rows: str) -> Path:
    path = folder / "un_desa_ims" / f"ims{year}_bilateral_by_sex.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEADER, *rows]) + "\n")
    return folder


def test_cell_without_total_is_not_given(tmp_path: Path) -> None:
    rows = ("HUN,ARE,2024,,0,0", "USA,MEX,2024,30,10,20", "USA,OTH,2024,0,0,0")
    table = un_desa.stock(revision(tmp_path, 2024, *rows))
    assert table.set_index(["origin", "sex"])["stock"].to_dict() == {
        ("MEX", "female"): 20, ("MEX", "male"): 10, ("MEX", "total"): 30,
        ("OTH", "female"): 0, ("OTH", "male"): 0, ("OTH", "total"): 0,
    }  # fmt: skip


def test_sex_that_an_edition_leaves_blank_has_no_row(tmp_path: Path) -> None:
    revision(tmp_path, 2019, "USA,MEX,2019,30,,20")
    revision(tmp_path, 2020, "USA,MEX,2020,31,11,20")
    revision(tmp_path, 2024, "USA,MEX,2020,32,12,20")
    path = tmp_path / "worldbank_gbmd" / "wb_bilateral_stock_1960_2020.csv"
    path.parent.mkdir()
    path.write_text(f"{HEADER}\nUSA,MEX,1960,33,13,20\n")
    table = stock_vintages(tmp_path)
    assert table.groupby("edition")["sex"].agg(sorted).to_dict() == {
        "UN 2019": ["female", "total"],
        "UN 2020": ["female", "male", "total"],
        "UN 2024": ["female", "male", "total"],
        "World Bank": ["female", "male", "total"],
    }
    assert set(table.loc[table["sex"] == "total", "stock"]) == {30, 31, 32, 33}


def test_age_group_ends_before_the_next_begins(tmp_path: Path) -> None:
    path = tmp_path / "un_desa_ims" / "ims2020_dest_age_sex.csv"
    path.parent.mkdir()
    path.write_text("dest_iso3,year,sex,age_from,age_len,value\nUSA,2020,male,0,5,7\nUSA,2020,male,70,5,0\n")
    table = un_desa.stock_by_age(tmp_path)
    assert table[["age_from", "age_to", "stock"]].to_numpy().tolist() == [[0, 4, 7], [70, 74, 0]]
    assert "age_len" not in table


def test_ages_stop_at_74(tables: dict[str, pd.DataFrame]) -> None:
    assert tables["stock_by_age"]["age_to"].max() == 74


def test_a_corridor_that_only_the_earlier_revision_names_is_folded_with_its_share(tmp_path: Path) -> None:
    kept = ("USA,MEX,2020,60,30,30", "USA,OTH,2020,9,4,5")
    gone = ("CAN,MEX,2020,40,20,20", "ESP,MEX,2020,0,0,0", "CAN,WLD,2020,40,20,20", "CAN,MEX,2015,50,25,25")
    revision(tmp_path, 2020, *kept, *gone)
    revision(tmp_path, 2024, "USA,MEX,2020,61,30,31", "CAN,MEX,2015,50,25,25")
    rows = folded_corridors(tmp_path).to_dict("records")
    assert rows == [{"origin": "MEX", "destination": "CAN", "stock": 40, "share": 40.0}]
