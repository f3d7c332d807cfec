"""ILOSTAT's national unemployment rates, on small files written as their copy is."""

from pathlib import Path

import pytest

from datasets.recipes.publishers.ilo_unemployment import FILE, unemployment_national
from datasets.recipes.source import SourceError

HEADER = "iso3,year,sex,age,value,flag,source"


def rates(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return folder


def test_flags_stay_and_what_is_withheld_is_blank(tmp_path: Path) -> None:
    rates(tmp_path, "MEX,2020,total,AGE_YTHADULT_YGE15,4.441,B,BA:1", "MLT,2022,other,AGE_YTHADULT_Y15-24,,U,BA:341",
          "KOS,2022,male,AGE_YTHADULT_YGE25,9.5,,BA:2")  # fmt: skip
    table = unemployment_national(tmp_path).set_index("iso3")
    assert table["age"].to_dict() == {"MEX": "15+", "MLT": "15-24", "XKX": "25+"}
    assert table["flag"].fillna("").to_dict() == {"MEX": "B", "MLT": "U", "XKX": ""}
    assert list(table.loc["MEX", ["indicator", "value", "unit"]]) == ["unemployment_rate_national", 4.441, "percent"]
    assert table["value"].isna().to_dict() == {"MEX": False, "MLT": True, "XKX": False}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "MEX,2020,all,AGE_YTHADULT_YGE15,4.4,,BA:1",
            r"línea 2, la columna sex trae «all».*total, male, female, other",
        ),
        ("MEX,2020,total,AGE_YTHADULT_YGE65,4.4,,BA:1", r"línea 2, la columna age trae «AGE_YTHADULT_YGE65»"),
        ("MEX,2020,total,AGE_YTHADULT_YGE15,444,,BA:1", r"línea 2, la columna value trae «444».*de 0 a 100"),
        ("MEX,2020,total,AGE_YTHADULT_YGE15,4.4,Q,BA:1", r"línea 2, la columna flag trae «Q».*B, U"),
    ],
)
def test_unknown_value_is_named_with_its_line(row: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=expected):
        unemployment_national(rates(tmp_path, row))


def test_renamed_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"ILO, ILOSTAT: .*falta la columna flag\."):
        unemployment_national(rates(tmp_path, header=HEADER.replace("flag", "obs_status")))
