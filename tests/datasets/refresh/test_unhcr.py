"""UNHCR's pages become the four files that the recipes read, or nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from datasets.recipes.refresh.failure import FetchError
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.services import unhcr
from tests.datasets.refresh.documented import Unhcr, application, pair
from tests.datasets.refresh.local_services import Answer, LocalServices

POPULATION = [
    pair("VEN", "COL", 2025, refugees="16", asylum_seekers=100, oip=2_810_778),
    pair("AFG", "DEU", 2025, refugees=300_000),
    pair("SYR", "DEU", 2025, refugees=700_000, stateless="5"),
    pair("VEN", "ESP", 2024, asylum_seekers="7"),
    pair("XXA", "COL", 2025, stateless=9) | {"coo_iso": "-", "coo": "STA"},
]
APPLICATIONS = [
    application("VEN", "PER", 2025, "N", 10),
    application("VEN", "PER", 2025, "N", "5", level="FI"),
    application("VEN", "PER", 2025, "NA", 1),
    application("AFG", "DEU", 2025, "N", 9),
]
TABLES = {"population": POPULATION, "asylum-applications": APPLICATIONS}


def fetched(local: LocalServices, fetcher: Fetcher, folder: Path) -> dict[str, list[str]]:
    service = unhcr.SERVICE.at(local.base)
    assert service.fetch(service.publisher, fetcher, folder, 2026).startswith("UNHCR Refugee Data Finder 20")
    return {file: (folder / file).read_text().splitlines() for file in service.files}


@pytest.mark.parametrize("page_size", [100, 2, 1])
def test_pages_become_the_files_of_the_recipes(
    page_size: int, local: LocalServices, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unhcr, "ROWS_A_PAGE", page_size)
    local.respond = Unhcr(TABLES)
    pairs, asylum, origin, applications = fetched(local, fetcher, tmp_path).values()
    assert pairs == [
        "year,coo_name,coo_iso,coa_name,coa_iso,refugees,asylum_seekers,returned_refugees,idps,returned_idps,"
        "stateless,ooc,oip,hst",
        "2025,VEN,VEN,COL,COL,16,100,0,0,0,0,0,2810778,0",
        "2024,VEN,VEN,ESP,ESP,0,7,0,0,0,0,0,,0",
        "2025,XXA,STA,COL,COL,0,0,0,0,0,9,0,,0",
    ]
    assert asylum == [
        "year,coa_iso,refugees,asylum_seekers,idps,stateless,ooc,oip,hst",
        "2024,ESP,0,7,0,0,0,0,0",
        "2025,COL,16,100,0,9,0,2810778,0",
        "2025,DEU,1000000,0,0,5,0,0,0",
    ]
    assert origin[1:] == [
        "2024,VEN,0,7,0,0",
        "2025,AFG,300000,0,0,0",
        "2025,STA,0,0,0,0",
        "2025,SYR,700000,0,0,0",
        "2025,VEN,16,100,0,2810778",
    ]
    assert applications == [
        "year,coo_iso,coa_iso,app_type,applied",
        "2025,VEN,PER,N,15",
        "2025,VEN,PER,NA,1",
    ]


def changed(**cells: Any) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda answer: answer | {"items": [answer["items"][0] | cells, *answer["items"][1:]]}


CHANGED = [
    (lambda answer: answer | {"items": answer["items"][:1]}, "una página 1 con 1 filas, a medias"),
    (lambda answer: answer | {"items": []}, "una página 1 con 0 filas, a medias"),
    (lambda answer: answer | {"maxPages": 4}, "una página 2 de otra edición que la primera"),
    (lambda answer: answer | {"maxPages": 0}, "el anuncio de 0 páginas"),
    (lambda answer: answer | {"page": 3}, "la página 3 en lugar de la 1"),
    (lambda answer: {"page": 1, "items": []}, "una fila sin la columna maxPages"),
    (lambda answer: answer | {"items": {}}, "una lista de filas"),
    (lambda answer: answer | {"items": [1]}, "una fila sin la columna year, coo_name"),
    (changed(refugees=-5), "el valor «-5». Se esperaba un número entero"),
    (changed(refugees=1.5), "el valor «1.5»"),
    (changed(refugees="1,016"), "el valor «'1,016'»"),
    (changed(coa_iso="COLOMBIA"), "el valor «'COLOMBIA'». Se esperaba un código de tres letras"),
    (changed(coa_name="x\x1b[2J"), "Se esperaba una línea de texto"),
    (changed(year="2025.0"), "Se esperaba un año"),
]


@pytest.mark.parametrize(("change", "found"), CHANGED, ids=[found[:34] for _, found in CHANGED])
def test_another_answer_than_the_documented_one_is_refused(
    change: Callable[[dict[str, Any]], dict[str, Any]],
    found: str,
    local: LocalServices,
    fetcher: Fetcher,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unhcr, "ROWS_A_PAGE", 2)
    good = Unhcr(TABLES)

    def respond(path: str, query: Any) -> Answer:
        answer = good(path, query)
        first = path == "/population/" and query["page"] == "1"
        return Answer(json.dumps(change(json.loads(answer.body))).encode()) if first else answer

    local.respond = respond
    service = unhcr.SERVICE.at(local.base)
    with pytest.raises(FetchError) as error:
        service.fetch(service.publisher, fetcher, tmp_path, 2026)
    assert found in str(error.value), error.value
    assert str(error.value).startswith(f"ACNUR: de {local.base}/population/?limit=2&")
    assert not (tmp_path / "unhcr").exists()


def test_an_empty_last_page_is_half_an_answer(
    local: LocalServices, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unhcr, "ROWS_A_PAGE", 2)
    good = Unhcr(TABLES)

    def respond(path: str, query: Any) -> Answer:
        answer = json.loads(good(path, query).body)
        return Answer(json.dumps(answer | ({"items": []} if query["page"] == "3" else {})).encode())

    local.respond = respond
    service = unhcr.SERVICE.at(local.base)
    with pytest.raises(FetchError, match="una última página con 0 filas"):
        service.fetch(service.publisher, fetcher, tmp_path, 2026)


def as_given(file: Path) -> list[dict[str, Any]]:
    """The rows of a source file as the service gives them."""
    table = pd.read_csv(file, dtype=str, keep_default_na=False).replace("", "-")
    places = {side: table[f"{side}_iso"] for side in ("coo", "coa")}
    names = {f"{side}_name": codes for side, codes in places.items() if f"{side}_name" not in table}
    return table.assign(**places, **names).to_dict("records")


def test_the_rows_in_force_come_back_as_they_are(
    local: LocalServices, fetcher: Fetcher, tmp_path: Path, sources: Path, project: Path
) -> None:
    population, by_asylum, by_origin, applications = unhcr.SERVICE.files
    local.respond = Unhcr(
        {"population": as_given(sources / population), "asylum-applications": as_given(sources / applications)}
    )
    fetched(local, fetcher, tmp_path)
    countries = pd.read_csv(project / "datasets" / "countries.csv", keep_default_na=False)
    region = countries.loc[countries["course_region"] == "LAC", "iso3"]
    for file, place in ((population, ""), (applications, ""), (by_asylum, "coa_iso"), (by_origin, "coo_iso")):
        old, new = (pd.read_csv(folder / file, dtype=str, keep_default_na=False) for folder in (sources, tmp_path))
        if place:  # the sums of the region's countries only: the file of pairs has no others
            old, new = (table[table[place].isin(region)] for table in (old, new))
        key = [name for name in ("year", "coo_iso", "coa_iso", "app_type") if name in old]
        old, new = (table.sort_values(key, ignore_index=True) for table in (old, new))
        pd.testing.assert_frame_equal(new, old, obj=file)
