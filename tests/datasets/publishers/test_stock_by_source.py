"""Rival sources keep their own labels and dates."""

from pathlib import Path

from datasets.recipes.publishers.stock_by_source import stock_by_source

LABEL = "Census2018 (excl. Venezuelan refugees)"


def test_label_and_fraction_of_the_date_stay_as_given(tmp_path: Path) -> None:
    path = tmp_path / "un_desa_ims" / "stock_by_source_lac_corridors.csv"
    path.parent.mkdir()
    path.write_text(
        "dest_iso3,origin_iso3,ref_date,population,sex,source,value\n"
        f"COL,VEN,2018.42,foreign_born,total,{LABEL},31783\n"
        "COL,VEN,2019.0,other_in_need_of_protection,total,UNHCR,1171552\n"
    )
    table = stock_by_source(tmp_path).set_index("ref_date")
    assert table.loc[2018.42].to_dict() == {
        "origin": "VEN", "destination": "COL", "concept": "foreign_born", "sex": "total", "source": LABEL,
        "stock": 31783,
    }  # fmt: skip
    assert table["concept"].tolist() == ["foreign_born", "other_in_need_of_protection"]
