"""UNHCR's Refugee Data Finder, from its population statistics API version 1.

An answer is ``{"page", "maxPages", "items": [row, …]}``. A count may come as a number or as text; "-" is not given.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd

from corredores.language import text
from datasets.recipes.declaration import N_
from datasets.recipes.refresh.failure import AnotherForm
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.kept_answers import write_whole
from datasets.recipes.refresh.paging import Page, all_pages
from datasets.recipes.refresh.publisher import Publisher
from datasets.recipes.refresh.reading import code, count, parsed_json, require, words, year
from datasets.recipes.refresh.service import Service

FIRST_YEAR = 2000
ROWS_A_PAGE = 10_000
NOT_GIVEN = "-"
PAIR = ["year", "coo_name", "coo_iso", "coa_name", "coa_iso"]
CATEGORIES = [
    "refugees",
    "asylum_seekers",
    "returned_refugees",
    "idps",
    "returned_idps",
    "stateless",
    "ooc",
    "oip",
    "hst",
]
BY_ASYLUM = ["refugees", "asylum_seekers", "idps", "stateless", "ooc", "oip", "hst"]
BY_ORIGIN = ["refugees", "asylum_seekers", "idps", "oip"]
APPLICATION = ["year", "coo_iso", "coa_iso", "app_type"]
_COUNTRIES = Path(__file__).parents[3] / "countries.csv"


def fetch(publisher: Publisher, fetcher: Fetcher, folder: Path, last_year: int) -> str:
    """Write the pairs that touch the region, the totals of every country, and the asylum applications.

    Each page is read as origin by asylum country, so that the totals are sums of what was read. The flows are not
    offered by this interface. It gives no edition, so the day stands for it.
    """
    population = _table(publisher, fetcher, "population", last_year, partial(_row, CATEGORIES, ()))
    lodged = _table(publisher, fetcher, "asylum-applications", last_year, partial(_row, ["applied"], ("app_type",)))
    _write(folder / "unhcr/population_2000_2025_lac.csv", _of_the_region(population)[PAIR + CATEGORIES])
    _write(folder / "unhcr/population_by_asylum_2000_2025_all.csv", _sums(population, ["year", "coa_iso"], BY_ASYLUM))
    _write(folder / "unhcr/population_by_origin_2000_2025_all.csv", _sums(population, ["year", "coo_iso"], BY_ORIGIN))
    applications = _of_the_region(lodged).groupby(APPLICATION)[["applied"]].sum(min_count=1).reset_index()
    _write(folder / "unhcr/asylum_applications_2000_2025_lac.csv", applications)
    return f"UNHCR Refugee Data Finder {date.today().isoformat()}"


def _table(
    publisher: Publisher, fetcher: Fetcher, endpoint: str, last_year: int, row: Callable[[Any], Mapping[str, Any]]
) -> pd.DataFrame:
    address = (
        f"{publisher.base}/{endpoint}/?limit={ROWS_A_PAGE}&yearFrom={FIRST_YEAR}&yearTo={last_year}"
        "&coo_all=true&coa_all=true&page="
    )
    pages = all_pages(fetcher, publisher, lambda page: f"{address}{page}", partial(_page, row))
    return pd.DataFrame([cells for page in pages for cells in page.rows]).convert_dtypes()


def _page(row: Callable[[Any], Mapping[str, Any]], content: bytes) -> Page:
    answer = require(parsed_json(content), ("page", "maxPages", "items"))
    if not isinstance(answer["items"], list):
        raise AnotherForm(text("«{beginning}…»", beginning=ascii(answer["items"])[:60]), text("una lista de filas"))
    rows = [row(item) for item in answer["items"]]
    return Page(count(answer["page"]), count(answer["maxPages"]), rows, ROWS_A_PAGE)


def _row(counts: list[str], texts: tuple[str, ...], item: Any) -> Mapping[str, Any]:
    cells = require(item, (*PAIR, "coo", "coa", *texts, *counts))
    return {
        "year": year(cells["year"]),
        "coo_name": words(cells["coo_name"]),
        "coo_iso": _place(cells["coo_iso"], cells["coo"]),
        "coa_name": words(cells["coa_name"]),
        "coa_iso": _place(cells["coa_iso"], cells["coa"]),
        **{name: words(cells[name]) for name in texts},
        **{name: _persons(cells[name]) for name in counts},
    }


def _place(iso: Any, own: Any) -> str:
    """Return the ISO code, or UNHCR's own where there is none (Tibetans)."""
    return code(own if iso in (None, NOT_GIVEN) else iso)


def _persons(value: Any) -> int | None:
    return None if value in (None, NOT_GIVEN, "") else count(value)


def _of_the_region(pairs: pd.DataFrame) -> pd.DataFrame:
    countries = pd.read_csv(_COUNTRIES, keep_default_na=False)
    region = countries.loc[countries["course_region"] == "LAC", "iso3"]
    return pairs[pairs["coo_iso"].isin(region) | pairs["coa_iso"].isin(region)]


def _sums(pairs: pd.DataFrame, key: list[str], categories: list[str]) -> pd.DataFrame:
    return pairs.groupby(key)[categories].sum().reset_index()


def _write(path: Path, table: pd.DataFrame) -> None:
    write_whole(path, table.to_csv(index=False, lineterminator="\n").encode("utf-8"))


SERVICE = Service(
    name="unhcr",
    publisher=Publisher(
        title=N_("ACNUR"),
        base="https://api.unhcr.org/population/v1",
        domain="unhcr.org",
        form="json",
        documentation="https://api.unhcr.org/docs/refugee-statistics.html",
    ),
    files=(
        "unhcr/population_2000_2025_lac.csv",
        "unhcr/population_by_asylum_2000_2025_all.csv",
        "unhcr/population_by_origin_2000_2025_all.csv",
        "unhcr/asylum_applications_2000_2025_lac.csv",
    ),
    fetch=fetch,
)
