"""The World Bank's pages become the panel that the recipes read, or nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from datasets.recipes.refresh.failure import FetchError
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.services import world_bank
from tests.datasets.refresh.documented import WorldBank
from tests.datasets.refresh.local_services import Answer, LocalServices

GDP = "/country/all/indicator/NY.GDP.MKTP.CD"


@pytest.fixture(scope="module")
def panel() -> pd.DataFrame:
    """Two countries and two groups, three years; every indicator has figures of its own, and blanks."""
    index = [(iso3, year) for iso3 in ("MEX", "SLV", "LCN", "WLD") for year in (1990, 1991, 1992)]
    table = pd.DataFrame(index, columns=["iso3", "year"])
    for place, indicator in enumerate(world_bank.INDICATORS):
        values = [1234.56789012 * (place + 1) * (row + 1) for row in range(len(index))]
        table[indicator.replace(".", "_")] = [None if row == place % 12 else value for row, value in enumerate(values)]
    return table.assign(is_aggregate=table["iso3"].isin(["LCN", "WLD"]).astype(int))


def fetched(local: LocalServices, fetcher: Fetcher, folder: Path) -> pd.DataFrame:
    service = world_bank.SERVICE.at(local.base)
    assert service.fetch(service.publisher, fetcher, folder, 2026) == "World Development Indicators 2026-07-01"
    return pd.read_csv(folder / world_bank.PANEL, keep_default_na=False, na_values=[""])


def refused(local: LocalServices, fetcher: Fetcher, folder: Path) -> str:
    service = world_bank.SERVICE.at(local.base)
    with pytest.raises(FetchError) as error:
        service.fetch(service.publisher, fetcher, folder, 2026)
    assert not (folder / world_bank.PANEL).exists()
    assert str(error.value).startswith(f"Banco Mundial: de {local.base}"), error.value
    return str(error.value)


@pytest.mark.parametrize("page_size", [100, 12, 5])
def test_every_page_is_read(
    page_size: int, panel: pd.DataFrame, local: LocalServices, fetcher: Fetcher, tmp_path: Path
) -> None:
    local.respond = WorldBank(panel, page_size)
    expected = panel.sort_values(["iso3", "year"], ignore_index=True)
    pd.testing.assert_frame_equal(fetched(local, fetcher, tmp_path), expected, check_dtype=False, rtol=1e-9)
    pages = -(-12 // page_size)
    assert len(local.asked) == 1 + len(world_bank.INDICATORS) * pages


def test_figures_are_written_with_ten_digits_as_the_known_edition(
    panel: pd.DataFrame, local: LocalServices, fetcher: Fetcher, tmp_path: Path
) -> None:
    local.respond = WorldBank(panel)
    fetched(local, fetcher, tmp_path)
    lines = (tmp_path / world_bank.PANEL).read_text().splitlines()
    assert lines[0].startswith("iso3,year,BX_TRF_PWKR_CD_DT,") and lines[0].endswith(",is_aggregate")
    assert lines[4].startswith("MEX,1990,,2469.13578,")


def test_years_without_any_figure_are_left_out(
    panel: pd.DataFrame, local: LocalServices, fetcher: Fetcher, tmp_path: Path
) -> None:
    columns = [indicator.replace(".", "_") for indicator in world_bank.INDICATORS]
    local.respond = WorldBank(panel.assign(**{name: panel[name].where(panel["year"] < 1992) for name in columns}))
    assert fetched(local, fetcher, tmp_path)["year"].max() == 1991


def without_a_row(head: Any, rows: Any) -> Any:
    return [head, rows[:-1]]


def renamed(head: Any, rows: Any) -> Any:
    return [head, [{("val" if name == "value" else name): cell for name, cell in row.items()} for row in rows]]


def changed(**cells: Any) -> Callable[[Any, Any], Any]:
    return lambda head, rows: [head, [rows[0] | cells, *rows[1:]]]


CHANGED = [
    (without_a_row, "11 filas de 12. Se esperaba todas las páginas de una misma edición. Repita"),
    (lambda head, rows: [head], "un encabezado sin filas"),
    (lambda head, rows: [head, None], "un encabezado sin filas"),
    (lambda head, rows: [head | {"page": 2}, rows], "la página 2 en lugar de la 1"),
    (lambda head, rows: [head | {"pages": 10**9}, rows], "el anuncio de 1000000000 páginas"),
    (lambda head, rows: [head | {"lastupdated": "2026-10-01"}, rows], "indicadores de varias ediciones: 2026-07-01, 2"),
    (
        lambda head, rows: [{"message": [{"id": "175", "value": "not found"}]}],
        "la negativa «[{'id': '175', 'value': 'n",
    ),
    (lambda head, rows: {"rows": rows}, "«{'rows': [{'indicator'"),
    (renamed, "una fila sin la columna value; trae indicator, country, countryiso3code, date, val"),
    (
        changed(value="12,5"),
        "el valor «'12,5'». Se esperaba un número. Si la institución cambió su servicio, lea https://datahelpdesk",
    ),
    (changed(value=True), "el valor «True»"),
    (changed(value={"__reduce__": 1}), "el valor «{'__reduce__': 1}»"),
    (changed(date="1990Q1"), "el valor «'1990Q1'». Se esperaba un año"),
    (changed(countryiso3code="../../x"), "el valor «'../../x'». Se esperaba un código de tres letras"),
    (changed(countryiso3code="ZZZ"), "un país desconocido o repetido"),
    (changed(date="1991"), "un país desconocido o repetido"),
    (changed(indicator={"id": "SP.POP.TOTL"}), "el indicador «'SP.POP.TOTL'»"),
]


@pytest.mark.parametrize(("change", "found"), CHANGED, ids=[found[:30] for _, found in CHANGED])
def test_another_answer_than_the_documented_one_is_refused(
    change: Callable[[Any, Any], Any],
    found: str,
    panel: pd.DataFrame,
    local: LocalServices,
    fetcher: Fetcher,
    tmp_path: Path,
) -> None:
    good = WorldBank(panel)

    def respond(path: str, query: Any) -> Answer:
        answer = good(path, query)
        return Answer(json.dumps(change(*json.loads(answer.body))).encode()) if path == GDP else answer

    local.respond = respond
    assert found in refused(local, fetcher, tmp_path)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b'[{"page": 1, "pages"', "JSON completo en UTF-8"),
        (b'[{"page": NaN}]', "JSON completo en UTF-8"),
        ('[{"page": 1, "país": "Perú"}]'.encode("latin-1"), "un texto que no está en UTF-8 (byte "),
        (b"[" * 100_000, "JSON completo en UTF-8"),
        (b'[{"page": 1' + b"0" * 5000 + b"}]", "JSON completo en UTF-8"),
    ],
    ids=["cut", "NaN", "latin-1", "nested", "endless number"],
)
def test_what_is_no_json_is_refused(
    body: bytes, found: str, panel: pd.DataFrame, local: LocalServices, fetcher: Fetcher, tmp_path: Path
) -> None:
    good = WorldBank(panel)
    local.respond = lambda path, query: Answer(body) if path == GDP else good(path, query)
    assert found in refused(local, fetcher, tmp_path)


def test_an_edition_that_changes_between_pages_is_refused_and_the_next_run_asks_anew(
    panel: pd.DataFrame, local: LocalServices, fetcher: Fetcher, tmp_path: Path
) -> None:
    good = WorldBank(panel, 5)

    def respond(path: str, query: Any) -> Answer:
        answer = good(path, query)
        newer = path == GDP and query["page"] == "2"
        return Answer(answer.body.replace(b"2026-07-01", b"2026-10-01")) if newer else answer

    local.respond = respond
    assert "una página 2 de otra edición que la primera" in refused(local, fetcher, tmp_path)
    local.respond = good
    asked = len(local.asked)
    fetched(local, fetcher, tmp_path)
    assert sum(GDP in target for target in local.asked[asked:]) == 3
    assert not any("BX.TRF" in target for target in local.asked[asked:]), "what was whole is not asked for again"
