"""The ILO prints names of countries: each gets its code, and an unknown one stops the build."""

from pathlib import Path

import pytest

from datasets.recipes.publishers import ilo, ilo_wages
from datasets.recipes.source import SourceError

COUNTRIES = (
    "iso3,iso2,m49,name_es,name_en,name_pt,name_fr,region,subregion,intermediate_region,course_region,wb_income,lat,"
    "lon,lac33\nSLV,SV,222,El Salvador,El Salvador,El Salvador,Salvador,Americas,LAC,Central America,LAC,,13,-88,1\n"
)
WAGES = (
    "country,source,indicator,sex,area_type,currency_info,year,earnings_ppp,obs_status,note_indicator,note_source\n"
    "El Salvador,LFS,Average,Total,National,Currency: 2021 PPP $,2023,700.5,Break in series,Currency: SLV,Repository\n"
)
LATER = (
    '\ufeff"ref_area.label","source.label","indicator.label","sex.label","time","obs_value","obs_status.label",'
    '"note_indicator.label","note_source.label"\n'
    '"El Salvador","LFS","Informal","Sex: Other","2023",66.495,"Unreliable",,"Repository"\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file, content in {
        "country_ref/countries_multilingual.csv": COUNTRIES,
        "ilostat_wage/ilostat_wage.csv": WAGES,
        "ilostat/raw_EMP_NIFL_SEX_RT_A_2024-07-26.csv": LATER,
    }.items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(content, encoding="utf-8")
    return tmp_path


def add(folder: Path, file: str, line: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")


def test_wages_by_code_with_flags_of_one_letter(folder: Path) -> None:
    add(folder, "ilostat_wage/ilostat_wage.csv",
        "Bolivia (Plurinational State of),HS,Average,Female,Rural,Currency: 2021 PPP $,2023,500,,,")  # fmt: skip
    table = ilo_wages.earnings_monthly(folder)
    assert table[["iso3", "sex", "area", "value"]].to_numpy().tolist() == [
        ["SLV", "total", "national", 700.5],
        ["BOL", "female", "rural", 500],
    ]
    assert table["flag"].fillna("").tolist() == ["B", ""]


def test_labels_of_the_later_download_become_codes(folder: Path) -> None:
    row = ilo.later_informality(folder).iloc[0]
    assert list(row[["iso3", "year", "sex", "value", "flag", "edition"]]) == [
        "SLV", 2023, "other", 66.495, "U", "2024-07-26",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Kingdom of Nowhere", "Bolivia, Plurinational State"])
def test_unknown_name_stops_with_its_line(folder: Path, name: str) -> None:
    add(folder, "ilostat_wage/ilostat_wage.csv",
        f'"{name}",HS,Average,Female,Rural,Currency: 2021 PPP $,2023,500,,,')  # fmt: skip
    with pytest.raises(SourceError) as error:
        ilo_wages.earnings_monthly(folder)
    assert f"línea 3, la columna country trae «{name}»" in str(error.value)
    assert "ilostat_wage.csv" in str(error.value)


def test_another_currency_stops(folder: Path) -> None:
    path = folder / "ilostat_wage" / "ilostat_wage.csv"
    path.write_text(WAGES.replace("2021 PPP $", "2017 PPP $"), encoding="utf-8")
    with pytest.raises(SourceError, match="currency_info trae «Currency: 2017 PPP"):
        ilo_wages.earnings_monthly(folder)
