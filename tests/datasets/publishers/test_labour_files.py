"""The files of ILO, INDEC, the US departments, ESDC and ESCO: a broken one stops with publisher, file and line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers import esco, esdc, ilo, indec, us_labor, us_state
from datasets.recipes.source import SourceError


@dataclass(frozen=True)
class File:
    """A file as the publisher writes it: its header, a row, and one cell that it could not have."""

    path: str
    publisher: str
    recipe: Callable[[Path], pd.DataFrame]
    header: str
    row: str
    wrong: tuple[str, str, str]  #: column, value, and what the message expects

    def write(self, folder: Path, *rows: str) -> Path:
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([self.header, *rows]) + "\n", encoding="utf-8")
        return path


ORDER = (
    "H-300-13038-301403,H-2A,2016,2016-02-10,DETERMINATION ISSUED - CERTIFICATION,PRI,d35370d9d2,MD,2016-03-15,"
    "2016-11-15,Nursery,45-2092,Farmworkers,,Fruits,18.0,18.0,35,11.66,Hour,Seasonal,,Y,3,Chestertown,MD,Employer"
)
ORDER_HEADER = (
    "case_number,visa,fiscal_year,decision_date,status,primary_sub,employer_hash,employer_state,begin_date,end_date,"
    "job_title,soc_code,soc_title,naics,primary_crop,workers_requested,workers_certified,hours_week,pay_rate,pay_unit,"
    "need,education,experience_required,experience_months,worksite_city,worksite_state,organization_flag"
)
SURVEY_HEADER = ",".join([*indec.CODES, *indec.NUMBERS])
SURVEY = ",".join(["TQSM", "", "", "", "", *("3" if name == "TRIMESTRE" else "1" for name in indec.NUMBERS)])

FILES = (
    File("ilostat/informal_employment_rate_sdg831.csv", "ILO, ILOSTAT", ilo.informality,
         "iso3,year,sex,activity,value,flag,source", "GTM,2022,total,ECO_SECTOR_TOTAL,79.639,,BA:1",
         ("value", "796.39", "un número de 0 a 100")),
    File("ilostat/neet_rate_15_24.csv", "ILO, ILOSTAT", ilo.neet, "iso3,year,sex,value,flag,source",
         "GTM,2022,total,29.6,B,BA:1", ("flag", "C", "uno de B, U")),
    File("ilostat/avg_hourly_earnings_occupation_sdg851.csv", "ILO, ILOSTAT", ilo.earnings_occupation,
         "iso3,year,sex,occupation,value,flag,source,note_indicator", "AFG,2014,female,OCU_SKILL_L1,0.0,U,BB:61,T30:1",
         ("sex", "Female", "uno de total, male, female, other")),
    File("microdata_samples/eph_argentina_2016_t3_t4_sample.csv", "INDEC", indec.survey_sample, SURVEY_HEADER, SURVEY,
         ("P21", "1.5", "un texto de la forma")),
    File("us_h2_job_orders/h2_job_orders_fy2016_2019.csv", "US Department of Labor", us_labor.job_orders, ORDER_HEADER,
         ORDER, ("decision_date", "10/02/2016", "un texto de la forma")),
    File("us_niv/niv_issued_selected_classes_fy1997_2024.csv", "US Department of State", us_state.visas,
         "fiscal_year,iso3,nationality,region_label,visa_class,issued", "2024,MEX,Mexico,North America,H2A,285781",
         ("visa_class", "H-2A", "uno de E3")),
    File("canada_lmia/lmia_positive_2016_2023_by_province_stream_noc.csv", "ESDC Canada", esdc.lmia,
         "quarter,province,stream,noc_code,occupation,employers,positions", "2016,Alberta,,0013,Managers,4,4",
         ("quarter", "2016-Q5", "un texto de la forma")),
    File("esco_isco/isco08_multilingual.csv", "ESCO", esco.occupations, "code,level,label_es,label_en,label_fr",
         "0110,4,Oficiales,Officers,Officiers", ("level", "5", "un número de 1 a 4")),
    File("esco_isco/esco_v1.0_occupations_es_en.csv", "ESCO", esco.occupation_titles,
         "conceptUri,iscoGroup,label_en,alt_en,label_es,alt_es",
         f"{esco.CONCEPT}00030d09-2b3a-4efd-87cc-c4ea39d27c34,2166,director,,directora,",
         ("iscoGroup", "216", "[0-9]{4}")),
)  # fmt: skip


@pytest.fixture(params=FILES, ids=lambda file: Path(file.path).stem)
def file(request: pytest.FixtureRequest) -> File:
    chosen: File = request.param
    return chosen


def stopped(file: File, folder: Path) -> str:
    with pytest.raises(SourceError) as error:
        file.recipe(folder)
    sentence = str(error.value)
    assert file.publisher in sentence
    assert Path(file.path).name in sentence
    return sentence


def test_absent_file_is_named(file: File, tmp_path: Path) -> None:
    assert "--from" in stopped(file, tmp_path)


def test_renamed_column_is_named_with_those_expected(file: File, tmp_path: Path) -> None:
    column = file.wrong[0]
    names = ["renamed" if name == column else name for name in file.header.split(",")]
    path = file.write(tmp_path, file.row)
    path.write_text("\n".join([",".join(names), file.row]), encoding="utf-8")
    sentence = stopped(file, tmp_path)
    assert f"falta la columna {column}." in sentence
    assert "renamed" in sentence


def test_impossible_value_is_named_with_its_line(file: File, tmp_path: Path) -> None:
    column, value, expected = file.wrong
    cells = file.row.split(",")
    cells[file.header.split(",").index(column)] = value
    file.write(tmp_path, file.row, ",".join(cells))
    sentence = stopped(file, tmp_path)
    assert "línea 3" in sentence
    assert f"la columna {column} trae «{value}»" in sentence
    assert expected in sentence


def test_file_in_latin_1_is_named_with_its_line(file: File, tmp_path: Path) -> None:
    path = file.write(tmp_path, file.row)
    path.write_bytes(path.read_bytes() + "Gaspésie\n".encode("latin-1"))
    assert "UTF-8 (línea 3)" in stopped(file, tmp_path)


def test_kosovo_has_its_code(tmp_path: Path) -> None:
    file = FILES[1]
    file.write(tmp_path, "KOS,2000,total,45.97,,BB:16127", "AUT,2003,total,,U,BA:103")
    table = ilo.neet(tmp_path)
    assert list(table["iso3"]) == ["XKX", "AUT"]
    assert table["value"].isna().tolist() == [False, True]


def test_codes_of_the_survey_stay_as_they_are(tmp_path: Path) -> None:
    untold = SURVEY.split(",")
    untold[SURVEY_HEADER.split(",").index("P21")] = "-9"
    untold[SURVEY_HEADER.split(",").index("PP3E_TOT")] = "999"
    untold[SURVEY_HEADER.split(",").index("CH14")] = ""
    FILES[3].write(tmp_path, ",".join(untold))
    person = indec.survey_sample(tmp_path).iloc[0]
    assert (person["P21"], person["PP3E_TOT"]) == (-9, 999)
    assert person.isna()["CH14"]


def test_job_orders_know_no_employer_and_leave_pay_alone(tmp_path: Path) -> None:
    part = ORDER.replace("PRI", "SUB").replace("45-2092", "45-2092.02").replace("11.66", "$11.66").replace(",18.0", ",")
    FILES[4].write(tmp_path, ORDER, part)
    table = us_labor.job_orders(tmp_path)
    assert not [column for column in table.columns if "hash" in column or "employer_name" in column]
    assert table[["primary_sub", "row", "soc_code", "pay_rate"]].to_numpy().tolist() == [
        ["PRI", 1, "45-2092", "11.66"],
        ["SUB", 2, "45-2092.02", "$11.66"],
    ]
    assert table["workers_certified"].isna().tolist() == [False, True]


def test_groups_have_no_code_and_two_places_get_theirs(tmp_path: Path) -> None:
    FILES[5].write(tmp_path, "2023,,Asia,Africa,TN,0", "2024,,Kosovo,Europe,H1B1,1", "2024,,Micronesia,Oceania,E3,0")
    table = us_state.visas(tmp_path)
    assert table["iso3"].fillna("").tolist() == ["", "XKX", "FSM"]
    assert table["visa_class"].tolist() == ["TN", "H-1B1", "E-3"]


def test_blank_stream_stays_blank_and_a_zero_leads(tmp_path: Path) -> None:
    FILES[6].write(tmp_path, FILES[6].row, "2016,Alberta,,,(blank),1,2", "2017Q1-Q2,Alberta,Low Wage,0631,Food,1,2")
    table = esdc.lmia(tmp_path)
    assert table["stream"].isna().tolist() == [True, True, False]
    assert table["noc"].fillna("").tolist() == ["0013", "", "0631"]
    assert table["row"].tolist() == [1, 2, 1]


def test_crosswalk_writes_soc_as_the_job_orders_do(tmp_path: Path) -> None:
    folder = tmp_path / "esco_isco"
    folder.mkdir()
    header = "soc10,isco08,soc_label,isco_label\n"
    (folder / "iscoCrosswalks_soc10_isco08.csv").write_text(f"{header}452092,9211,Farmworkers,Crop labourers\n")
    (folder / "iscoCrosswalks_isco08_soc10.csv").write_text(f"{header}452092,921,Farmworkers,Labourers\n")
    table = esco.occupation_crosswalk(tmp_path)
    assert table[["soc", "isco", "level"]].to_numpy().tolist() == [["45-2092", "9211", 4], ["45-2092", "921", 3]]
