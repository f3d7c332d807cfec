"""ILOSTAT, from its file service: a gzip-packed CSV an indicator, in codes or in labels.

Its columns are ``ref_area``, ``source``, ``indicator``, ``sex``, ``classif1``, …, ``time``, ``obs_value``,
``obs_status``, notes; with ``type=label`` each name but ``time`` and ``obs_value`` ends in ``.label``.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from corredores.language import text
from datasets.recipes.declaration import N_
from datasets.recipes.refresh.failure import AnotherForm
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.kept_answers import write_whole
from datasets.recipes.refresh.publisher import Publisher
from datasets.recipes.refresh.reading import code, one_of, unpacked_rows, words, written_number, year
from datasets.recipes.refresh.service import Service

Row = Mapping[str, str]
SEXES = {"SEX_T": "total", "SEX_M": "male", "SEX_F": "female", "SEX_O": "other"}
SEX_LABELS = {"Total": "Total", "Male": "Male", "Female": "Female", "Other": "Other"}
AREAS = {"National": "National", "Rural": "Rural", "Urban": "Urban"}
GROUP = re.compile(r"X\d\d")  #: world, regions and groups of income
GONE = "ANT"  #: the Netherlands Antilles, which ended in 2010
DOLLARS = "Currency: 2021 PPP $"


@dataclass(frozen=True)
class Indicator:
    """An indicator and the source file that it becomes."""

    id: str
    file: str
    columns: Mapping[str, str]  #: column of the service by column of the file
    keep: Callable[[Row], bool]
    query: str = "type=code"


def _country(row: Row) -> bool:
    return not GROUP.fullmatch(row["ref_area"]) and row["ref_area"] != GONE


def _paid_by_isco08(row: Row) -> bool:
    """Whether a wage is given, and by the classification in force or by skill."""
    return _country(row) and row["obs_value"] != "" and not row["classif1"].startswith("OCU_ISCO88")


COUNTRY_YEAR_SEX = {"iso3": "ref_area", "year": "time", "sex": "sex"}
MEASURED = {"value": "obs_value", "flag": "obs_status", "source": "source"}
INDICATORS = (
    Indicator(
        "SDG_0831_SEX_ECO_RT_A",
        "ilostat/informal_employment_rate_sdg831.csv",
        {**COUNTRY_YEAR_SEX, "activity": "classif1", **MEASURED},
        _country,
    ),
    Indicator("SDG_0861_SEX_RT_A", "ilostat/neet_rate_15_24.csv", {**COUNTRY_YEAR_SEX, **MEASURED}, _country),
    Indicator(
        "SDG_0852_SEX_AGE_RT_A",
        "ilostat/unemployment_rate_national_sdg852.csv",
        {**COUNTRY_YEAR_SEX, "age": "classif1", **MEASURED},
        _country,
    ),
    Indicator(
        "SDG_0851_SEX_OCU_NB_A",
        "ilostat/avg_hourly_earnings_occupation_sdg851.csv",
        {**COUNTRY_YEAR_SEX, "occupation": "classif1", **MEASURED, "note_indicator": "note_indicator"},
        _paid_by_isco08,
    ),
    Indicator(
        "EAR_4MTH_SEX_GEO_CUR_NB_A",
        "ilostat_wage/ilostat_wage.csv",
        {
            "country": "ref_area.label",
            "source": "source.label",
            "indicator": "indicator.label",
            "sex": "sex.label",
            "area_type": "classif1.label",
            "currency_info": "classif2.label",
            "year": "time",
            "earnings_ppp": "obs_value",
            "obs_status": "obs_status.label",
            "note_indicator": "note_indicator.label",
            "note_source": "note_source.label",
        },
        lambda row: row["classif2.label"] == DOLLARS,
        "type=label&timefrom=2014",
    ),
)


def fetch(publisher: Publisher, fetcher: Fetcher, folder: Path, last_year: int) -> str:
    """Write a file an indicator; the service gives no edition, so the day stands for it."""
    for indicator in INDICATORS:
        address = f"{publisher.base}/data/indicator?id={indicator.id}&lang=en&{indicator.query}&format=.csv.gz"
        rows = fetcher.get(publisher, address, partial(_rows, indicator))
        write_whole(folder / indicator.file, _csv(indicator, (row for row in rows if int(row["year"]) <= last_year)))
    return f"ILOSTAT {date.today().isoformat()}"


def _rows(indicator: Indicator, content: bytes) -> list[Row]:
    given = unpacked_rows(content, set(indicator.columns.values()))
    rows = [_row(indicator, row) for row in given if indicator.keep(row)]
    if not rows:
        raise AnotherForm(text("ninguna fila de {id}", id=indicator.id), text("las filas del indicador"))
    return rows


def _row(indicator: Indicator, row: Row) -> Row:
    """Return a row in the columns of the file, each cell of its form."""
    cells = {name: words(row[column]) for name, column in indicator.columns.items()}
    cells["year"] = str(year(cells["year"]))
    value = "earnings_ppp" if "earnings_ppp" in cells else "value"
    cells[value] = written_number(cells[value])
    if "iso3" in cells:
        return cells | {"iso3": code(cells["iso3"]), "sex": one_of(cells["sex"], SEXES)}
    # Some editions print what a label is of before it: "Sex: Total", "Area type: National".
    sex, area = (cells[name].rpartition(": ")[2] for name in ("sex", "area_type"))
    return cells | {"sex": one_of(sex, SEX_LABELS), "area_type": one_of(area, AREAS)}


def _csv(indicator: Indicator, rows: Iterable[Row]) -> bytes:
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(indicator.columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8")


SERVICE = Service(
    name="ilostat",
    publisher=Publisher(
        title=N_("OIT, ILOSTAT"),
        base="https://rplumber.ilo.org",
        domain="ilo.org",
        form="",
        documentation="https://ilostat.ilo.org/data/bulk/",
    ),
    files=tuple(indicator.file for indicator in INDICATORS),
    fetch=fetch,
)
