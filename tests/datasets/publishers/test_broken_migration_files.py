"""A file on migration that is not what the recipe was written for stops it: with publisher, file and line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers import stock_by_source, un_desa, unhcr
from datasets.recipes.publishers.country_ref import coded
from datasets.recipes.source import SourceError


@dataclass(frozen=True)
class File:
    """A file as the publisher writes it: two rows, and one cell that it could not have."""

    path: str
    publisher: str
    recipe: Callable[[Path], pd.DataFrame]
    header: str
    row: str
    wrong: tuple[str, str, str]  #: column, value, and what the message expects

    def write(self, folder: Path, rows: tuple[str, ...]) -> Path:
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join([self.header, *rows]) + "\n", encoding="utf-8")
        return path

    def with_wrong_cell(self) -> str:
        cells = self.row.split(",")
        cells[self.header.split(",").index(self.wrong[0])] = self.wrong[1]
        return ",".join(cells)


FILES = (
    File("country_ref/countries_multilingual.csv", "UN M49", coded,
         "iso3,iso2,m49,name_es,name_en,name_pt,name_fr,region,subregion,intermediate_region,course_region,wb_income,"
         "lat,lon,lac33",
         "SLV,SV,222,El Salvador,El Salvador,El Salvador,Salvador,Americas,LAC,Central America,LAC,,13.7,-88.9,1",
         ("course_region", "SAM", "uno de LAC, SEA, SSA, OTH")),
    File("un_desa_ims/ims2024_bilateral_by_sex.csv", "UN DESA, 2024", un_desa.stock,
         "dest_iso3,origin_iso3,year,total,male,female", "USA,MEX,2024,30,10,20", ("male", "-1", "un número de 0 a")),
    File("un_desa_ims/ims2020_dest_age_sex.csv", "UN DESA, 2020", un_desa.stock_by_age,
         "dest_iso3,year,sex,age_from,age_len,value", "BGR,1990,total,0,5,1065", ("sex", "both", "uno de total, male")),
    File("un_desa_ims/stock_by_source_lac_corridors.csv", "migrantstock", stock_by_source.stock_by_source,
         "dest_iso3,origin_iso3,ref_date,population,sex,source,value", "COL,VEN,2018.42,foreign_born,total,NSO,9",
         ("ref_date", "1208.42", "un número de 1990 a 2030")),
    File("unhcr/asylum_applications_2000_2025_lac.csv", "UNHCR", unhcr.asylum_applications,
         "year,coo_iso,coa_iso,app_type,applied", "2000,AFG,CUB,V,19", ("coo_iso", "Afg", "un texto de la forma")),
    File("unhcr/flows_1962_2025_lac.csv", "UNHCR", unhcr.displacement_flows,
         "year,coo_name,coo_iso,coa_name,coa_iso,refugees,asylum_seekers,refugee_like,oip",
         "1970,Brazil,BRA,Germany,DEU,,5,,", ("asylum_seekers", "5*", "un número de 0 a")),
    File("unhcr/population_2000_2025_lac.csv", "UNHCR", unhcr.displaced,
         "year,coo_name,coo_iso,coa_name,coa_iso,refugees,asylum_seekers,returned_refugees,idps,returned_idps,"
         "stateless,ooc,oip,hst", "2000,Albania,ALB,Argentina,ARG,17,11,0,0,0,0,0,,0",
         ("year", "20000", "un número de 1900 a 2100")),
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
    path = file.write(tmp_path, (file.row,))
    column = file.header.split(",")[0]
    path.write_text(path.read_text().replace(column, "iso_code", 1))
    sentence = stopped(file, tmp_path)
    assert f"falta la columna {column}." in sentence
    assert "iso_code" in sentence


def test_impossible_value_is_named_with_its_line(file: File, tmp_path: Path) -> None:
    file.write(tmp_path, (file.row, file.with_wrong_cell()))
    sentence = stopped(file, tmp_path)
    column, value, expected = file.wrong
    assert "línea 3" in sentence
    assert f"la columna {column} trae «{value}»" in sentence
    assert expected in sentence


def test_file_in_latin_1_is_named_with_its_line(file: File, tmp_path: Path) -> None:
    path = file.write(tmp_path, (file.row,))
    path.write_bytes(path.read_bytes() + "Méjico\n".encode("latin-1"))
    assert "UTF-8 (línea 3)" in stopped(file, tmp_path)


def test_empty_file_is_named(file: File, tmp_path: Path) -> None:
    file.write(tmp_path, ()).write_text("")
    assert "cortado" in stopped(file, tmp_path)
