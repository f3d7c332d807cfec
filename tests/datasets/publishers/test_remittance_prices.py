"""Remittance Prices Worldwide, on small files written as its copy is."""

from pathlib import Path

import pytest

from datasets.recipes.publishers.remittance_prices import FILE, remittance_cost
from datasets.recipes.source import SourceError

HEADER = "sender_iso3,receiver_iso3,sender_name,receiver_name,quarter,avg_total_cost_pct"


def prices(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder


def test_kosovo_has_the_course_code_and_negative_means_stay(tmp_path: Path) -> None:
    rows = ("CHE,KSV,Switzerland,Kosovo,2012Q3,8.1", "NLD,ANT,Netherlands,Netherlands-Antilles,2015Q3,7.883",
            "USA,HND,United States,Honduras,2014Q2,-4.546")  # fmt: skip
    table = remittance_cost(prices(tmp_path, *rows))[["sender", "receiver", "quarter", "cost"]]
    assert table.to_numpy().tolist() == [
        ["CHE", "XKX", "2012Q3", 8.1],
        ["NLD", "ANT", "2015Q3", 7.883],
        ["USA", "HND", "2014Q2", -4.546],
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("USA,MEX,United States,Mexico,2020-Q3,4.18", r"línea 3, la columna quarter trae «2020-Q3»"),
        ("USA,MEX,United States,Mexico,2020Q3,418", r"línea 3, la columna avg_total_cost_pct trae «418».*-20 a 100"),
        ("US,MEX,United States,Mexico,2020Q3,4.18", r"línea 3, la columna sender_iso3 trae «US»"),
    ],
)
def test_value_out_of_range_is_named_with_its_line(row: str, expected: str, tmp_path: Path) -> None:
    prices(tmp_path, "USA,SLV,United States,El Salvador,2020Q3,2.855", row)
    with pytest.raises(SourceError, match=expected):
        remittance_cost(tmp_path)


def test_renamed_column_is_named(tmp_path: Path) -> None:
    prices(tmp_path, header=HEADER.replace("quarter", "period"))
    with pytest.raises(SourceError, match=r"Remittance Prices Worldwide: .*falta la columna quarter\."):
        remittance_cost(tmp_path)
