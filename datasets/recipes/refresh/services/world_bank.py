"""World Development Indicators, from the Indicators API version 2.

An answer is ``[{"page", "pages", "per_page", "total", "lastupdated", …}, [row, …]]``, a refusal is
``[{"message": [{"id", "key", "value"}]}]`` with code 200. A value that is not given is null.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from corredores.language import text
from datasets.recipes.declaration import N_
from datasets.recipes.refresh.failure import AnotherForm, FetchError, Unexpected, adapt_the_service
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.kept_answers import write_whole
from datasets.recipes.refresh.paging import Page, all_pages
from datasets.recipes.refresh.publisher import Publisher
from datasets.recipes.refresh.reading import code, count, number, parsed_json, require, words, year
from datasets.recipes.refresh.service import Service

PANEL = "wdi/wdi_panel_1990_2025.csv"
Cell = tuple[str, int]  #: country and year
Places = Mapping[str, tuple[str, bool]]  #: three-letter code and whether it is a group, by two-letter code
FIRST_YEAR = 1990
WDI_DATABASE = 2
ROWS_A_PAGE = 10_000
AGGREGATES = "Aggregates"
INDICATORS = (
    "BX.TRF.PWKR.CD.DT NY.GDP.MKTP.CD NY.GDP.PCAP.CD NY.GDP.PCAP.PP.CD NY.GDP.MKTP.KD.ZG NY.GNP.PCAP.CD SP.POP.TOTL "
    "SP.POP.TOTL.FE.ZS FP.CPI.TOTL.ZG PA.NUS.FCRF PA.NUS.PPP SI.POV.NAHC SI.POV.DDAY SI.POV.GINI SM.POP.NETM "
    "SM.POP.TOTL SL.UEM.TOTL.ZS SL.UEM.TOTL.FE.ZS SL.UEM.TOTL.MA.ZS SL.UEM.1524.FE.ZS SL.UEM.1524.MA.ZS "
    "SL.TLF.CACT.FE.ZS SL.TLF.CACT.MA.ZS SL.TLF.TOTL.IN SL.TLF.TOTL.FE.ZS SL.EMP.TOTL.SP.ZS SL.EMP.VULN.FE.ZS "
    "SL.EMP.VULN.MA.ZS SL.EMP.WORK.FE.ZS SL.EMP.WORK.MA.ZS SL.AGR.EMPL.FE.ZS SL.AGR.EMPL.MA.ZS SL.IND.EMPL.FE.ZS "
    "SL.IND.EMPL.MA.ZS SL.SRV.EMPL.FE.ZS SL.SRV.EMPL.MA.ZS SL.FAM.WORK.FE.ZS SL.FAM.WORK.MA.ZS"
).split()


def fetch(publisher: Publisher, fetcher: Fetcher, folder: Path, last_year: int) -> str:
    """Write the panel of all indicators, a row a country and year, and return the edition by its day."""
    places = _places(publisher, fetcher)
    pages = {indicator: _pages(publisher, fetcher, indicator, last_year) for indicator in INDICATORS}
    editions = sorted({answer[0].edition for answer in pages.values()})
    if len(editions) != 1:
        fetcher.kept.forget_all()
        arrived = text("indicadores de varias ediciones: {days}", days=", ".join(editions))
        raise FetchError(publisher.name, publisher.base, arrived, text("todas las páginas de una misma edición"))
    values = {indicator: _values(publisher, answer, places) for indicator, answer in pages.items()}
    given = {cell for column in values.values() for cell, value in column.items() if value is not None}
    codes = sorted({iso3 for column in values.values() for iso3, _ in column})
    years = range(FIRST_YEAR, max((when for _, when in given), default=last_year) + 1)
    grid = pd.MultiIndex.from_product([codes, years], names=["iso3", "year"])
    columns = {name.replace(".", "_"): pd.Series(column).reindex(grid) for name, column in values.items()}
    panel = pd.DataFrame(columns, dtype=float).reset_index()
    aggregates = {iso3 for iso3, aggregate in places.values() if aggregate}
    panel["is_aggregate"] = panel["iso3"].isin(aggregates).astype(int)
    # Ten significant digits, as in the edition that the recipes know: else every figure would look revised.
    write_whole(folder / PANEL, panel.to_csv(index=False, float_format="%.10g", lineterminator="\n").encode())
    return f"World Development Indicators {editions[0]}"


def _places(publisher: Publisher, fetcher: Fetcher) -> Places:
    """Return by two-letter code the three-letter one, and whether it is a group of countries."""
    address = f"{publisher.base}/country?format=json&per_page=1000&page="
    pages = all_pages(fetcher, publisher, lambda page: f"{address}{page}", _country_page)
    return {iso2: (iso3, aggregate) for page in pages for iso2, iso3, aggregate in page.rows}


def _country_page(content: bytes) -> Page:
    head, rows = _envelope(content)
    places = []
    for row in rows:
        place = require(row, ("id", "iso2Code", "region"))
        region = require(place["region"], ("value",))
        places.append((words(place["iso2Code"]), code(place["id"]), words(region["value"]).strip() == AGGREGATES))
    return Page(count(head["page"]), count(head["pages"]), places, count(head["per_page"]), count(head["total"]))


def _pages(publisher: Publisher, fetcher: Fetcher, indicator: str, last_year: int) -> list[Page]:
    address = (
        f"{publisher.base}/country/all/indicator/{indicator}?format=json&source={WDI_DATABASE}"
        f"&date={FIRST_YEAR}:{last_year}&per_page={ROWS_A_PAGE}&page="
    )
    return all_pages(fetcher, publisher, lambda page: f"{address}{page}", partial(_series_page, indicator))


def _series_page(indicator: str, content: bytes) -> Page:
    head, rows = _envelope(content)
    series = []
    for row in rows:
        cell = require(row, ("indicator", "country", "countryiso3code", "date", "value"))
        found = require(cell["indicator"], ("id",))["id"]
        if found != indicator:
            raise Unexpected(text("el indicador «{found}»", found=ascii(found)[:40]), indicator)
        iso2 = words(require(cell["country"], ("id",))["id"])
        iso3 = code(cell["countryiso3code"]) if cell["countryiso3code"] else ""
        series.append((iso2, iso3, year(cell["date"]), number(cell["value"])))
    edition = words(require(head, ("lastupdated",))["lastupdated"])
    return Page(
        count(head["page"]), count(head["pages"]), series, count(head["per_page"]), count(head["total"]), edition
    )


def _envelope(content: bytes) -> tuple[Mapping[str, Any], list[Any]]:
    answer = parsed_json(content)
    expected = text("dos partes: el encabezado de la página y sus filas")
    if not isinstance(answer, list) or not answer or not isinstance(answer[0], Mapping):
        raise AnotherForm(text("«{beginning}…»", beginning=ascii(answer)[:60]), expected)
    if "message" in answer[0]:
        refusal = ascii(answer[0]["message"])[:200]
        raise AnotherForm(text("la negativa «{refusal}»", refusal=refusal), expected)
    if len(answer) != 2 or not isinstance(answer[1], list):
        raise Unexpected(text("un encabezado sin filas"), expected)
    return require(answer[0], ("page", "pages", "per_page", "total")), answer[1]


def _values(publisher: Publisher, pages: list[Page], places: Places) -> dict[Cell, float | None]:
    """Return an indicator's values by country and year; some groups come without their three-letter code."""
    values: dict[Cell, float | None] = {}
    known = {iso3 for iso3, _ in places.values()}
    for page in pages:
        for iso2, iso3, when, value in page.rows:
            place = iso3 or places.get(iso2, ("", False))[0]
            if place not in known or (place, when) in values:
                arrived = text(
                    "un país desconocido o repetido: «{iso2}» {iso3} {year}", iso2=iso2, iso3=iso3, year=when
                )
                expected = text("una fila por año y país de la lista de países")
                mend = adapt_the_service(publisher.documentation)
                raise FetchError(publisher.name, publisher.base, arrived, expected, mend)
            values[place, when] = value
    return values


SERVICE = Service(
    name="world_bank",
    publisher=Publisher(
        title=N_("Banco Mundial"),
        base="https://api.worldbank.org/v2",
        domain="worldbank.org",
        form="json",
        documentation="https://datahelpdesk.worldbank.org/knowledgebase/articles/898581-api-basic-call-structures",
    ),
    files=(PANEL,),
    fetch=fetch,
)
