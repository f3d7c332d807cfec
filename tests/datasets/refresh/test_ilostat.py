"""ILOSTAT's packed files become the files that the recipes read, or nothing."""

import gzip
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from datasets.recipes.refresh import reading
from datasets.recipes.refresh.failure import FetchError
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.services import ilostat
from tests.datasets.refresh.documented import packed
from tests.datasets.refresh.local_services import NOT_FOUND, Answer, LocalServices

INFORMALITY = "SDG_0831_SEX_ECO_RT_A"


def coded(area: str, sex: str, classif1: str, time: str, value: str, status: str = "") -> dict[str, str]:
    return {
        **{"ref_area": area, "source": "BA:15715", "indicator": "X", "sex": sex, "classif1": classif1, "time": time},
        **{
            "obs_value": value,
            "obs_status": status,
            "note_classif": "",
            "note_indicator": "T30:110",
            "note_source": "",
        },
    }


def labelled(sex: str, area: str, currency: str, time: str, value: str) -> dict[str, str]:
    return {
        "ref_area.label": "Viet Nam",
        "source.label": "LFS - Labour Force Survey",
        "indicator.label": "Average monthly earnings of employees by sex and rural / urban areas",
        "sex.label": sex,
        "classif1.label": area,
        "classif2.label": currency,
        "time": time,
        "obs_value": value,
        "obs_status.label": "",
        "note_indicator.label": "Currency: VNM - Dong (VND)",
        "note_source.label": "Repository: ILO-STATISTICS - Micro data processing",
    }


FILES: dict[str, list[dict[str, str]]] = {
    INFORMALITY: [
        coded("GTM", "SEX_T", "ECO_AGGREGATE_TOTAL", "2022", "79.6"),
        coded("GTM", "SEX_F", "ECO_SECTOR_X", "2022", "", "U"),
        coded("X01", "SEX_T", "ECO_AGGREGATE_TOTAL", "2022", "58.1"),
    ],
    "SDG_0861_SEX_RT_A": [coded("GTM", "SEX_O", "", "2022", "29.6", "B"), coded("ANT", "SEX_T", "", "2009", "9")],
    "SDG_0852_SEX_AGE_RT_A": [coded("KOS", "SEX_M", "AGE_YTHADULT_YGE15", "2020", "25.9")],
    "SDG_0851_SEX_OCU_NB_A": [
        coded("AFG", "SEX_T", "OCU_ISCO08_1", "2014", "120.18", "U"),
        coded("AFG", "SEX_T", "OCU_ISCO08_2", "2014", ""),
        coded("AFG", "SEX_T", "OCU_ISCO88_1", "2008", "90"),
    ],
    "EAR_4MTH_SEX_GEO_CUR_NB_A": [
        labelled("Sex: Total", "Area type: National", "Currency: 2021 PPP $", "2024", "856.0"),
        labelled("Female", "Rural", "Currency: 2021 PPP $", "2024", "700.5"),
        labelled("Female", "Rural", "Currency: Local currency", "2024", "9000"),
    ],
}


def respond(path: str, query: Mapping[str, str]) -> Answer:
    if path != "/data/indicator" or query.get("format") != ".csv.gz" or query.get("id") not in FILES:
        return NOT_FOUND
    assert query["type"] == ("label" if query["id"].startswith("EAR") else "code")
    return packed(FILES[query["id"]])


def test_files_become_those_of_the_recipes(local: LocalServices, fetcher: Fetcher, tmp_path: Path) -> None:
    local.respond = respond
    service = ilostat.SERVICE.at(local.base)
    assert service.fetch(service.publisher, fetcher, tmp_path, 2026).startswith("ILOSTAT 20")
    informality, neet, unemployment, hourly, monthly = [(tmp_path / file).read_text() for file in service.files]
    assert informality == (
        "iso3,year,sex,activity,value,flag,source\n"
        "GTM,2022,total,ECO_AGGREGATE_TOTAL,79.6,,BA:15715\n"
        "GTM,2022,female,ECO_SECTOR_X,,U,BA:15715\n"
    )
    assert neet == "iso3,year,sex,value,flag,source\nGTM,2022,other,29.6,B,BA:15715\n"
    assert unemployment == ("iso3,year,sex,age,value,flag,source\nKOS,2020,male,AGE_YTHADULT_YGE15,25.9,,BA:15715\n")
    assert hourly == (
        "iso3,year,sex,occupation,value,flag,source,note_indicator\n"
        "AFG,2014,total,OCU_ISCO08_1,120.18,U,BA:15715,T30:110\n"
    )
    assert [line.split(",")[3:8] for line in monthly.splitlines()[1:]] == [
        ["Total", "National", "Currency: 2021 PPP $", "2024", "856.0"],
        ["Female", "Rural", "Currency: 2021 PPP $", "2024", "700.5"],
    ]


def test_a_file_that_swells_when_unpacked_is_not_taken(
    local: LocalServices, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_FILE", 1 << 20)
    swelling = replace(packed(FILES[INFORMALITY]), body=gzip.compress(b"1" * (20 << 20)))
    local.respond = lambda path, query: swelling
    service = ilostat.SERVICE.at(local.base)
    with pytest.raises(FetchError, match="un archivo enorme una vez descomprimido"):
        service.fetch(service.publisher, fetcher, tmp_path, 2026)


def planted(**cells: str) -> Answer:
    return packed([FILES[INFORMALITY][0] | cells, *FILES[INFORMALITY][1:]])


GOOD = packed(FILES[INFORMALITY])
CHANGED: list[tuple[Answer, str]] = [
    (replace(GOOD, body=GOOD.body[:-9]), "un archivo que no se puede descomprimir o está cortado"),
    (replace(GOOD, body=GOOD.body[:-8] + b"\0" * 8), "un archivo que no se puede descomprimir o está cortado"),
    (replace(GOOD, body=gzip.decompress(GOOD.body)), "un archivo que no se puede descomprimir o está cortado"),
    (replace(GOOD, form="text/html; charset=utf-8"), "contenido de tipo «text/html; charset=utf-8»"),
    (replace(GOOD, body=gzip.compress("ref_area,año\n".encode("latin-1"))), "un texto que no está en UTF-8"),
    (replace(GOOD, body=gzip.compress(gzip.decompress(GOOD.body)[:-3])), "otra cantidad de celdas en la línea 4"),
    (replace(GOOD, body=gzip.compress(b"")), "una fila sin la columna"),
    (replace(GOOD, body=gzip.compress(gzip.decompress(GOOD.body).replace(b"obs_value", b"value"))), "obs_value; trae"),
    (planted(ref_area="GTMX"), "el valor «'GTMX'». Se esperaba un código de tres letras"),
    (planted(sex="SEX_Z"), "el valor «'SEX_Z'». Se esperaba uno de SEX_T, SEX_M, SEX_F, SEX_O"),
    (planted(time="2022Q1"), "el valor «'2022Q1'». Se esperaba un año"),
    (planted(obs_value="=cmd()"), "el valor «'=cmd()'». Se esperaba un número"),
    (planted(source="x" * 2000), "Se esperaba una línea de texto"),
    (packed([FILES[INFORMALITY][2]]), "ninguna fila de SDG_0831_SEX_ECO_RT_A"),
]


@pytest.mark.parametrize(
    ("answer", "found"), CHANGED, ids=[f"{n} {found[:30]}" for n, (_, found) in enumerate(CHANGED)]
)
def test_another_file_than_the_documented_one_is_refused(
    answer: Answer, found: str, local: LocalServices, fetcher: Fetcher, tmp_path: Path
) -> None:
    def changed(path: str, query: Any) -> Answer:
        return answer if query["id"] == INFORMALITY else respond(path, query)

    local.respond = changed
    service = ilostat.SERVICE.at(local.base)
    with pytest.raises(FetchError) as error:
        service.fetch(service.publisher, fetcher, tmp_path, 2026)
    assert found in str(error.value), error.value
    assert str(error.value).startswith(f"OIT, ILOSTAT: de {local.base}/data/indicator?id=SDG_0831_SEX_ECO_RT_A")
    assert not (tmp_path / "ilostat/informal_employment_rate_sdg831.csv").exists()
