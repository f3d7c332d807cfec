"""Answers in the forms that the services document, made from rows in the form of the source files."""

import csv
import gzip
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from tests.datasets.refresh.local_services import NOT_FOUND, Answer

LAST_UPDATED = "2026-07-01"


def as_json(content: Any) -> Answer:
    return Answer(json.dumps(content).encode())


class WorldBank:
    """The Indicators API over a panel with a column an indicator; groups come without their three-letter code."""

    def __init__(self, panel: pd.DataFrame, page_size: int = 100_000) -> None:
        self.panel, self.page_size = panel, page_size
        codes = sorted(panel["iso3"].unique())
        self.iso2 = {iso3: f"{number:03d}" for number, iso3 in enumerate(codes)}
        self.groups = set(panel.loc[panel["is_aggregate"] == 1, "iso3"])

    def __call__(self, path: str, query: Mapping[str, str]) -> Answer:
        if query.get("format") != "json":
            return Answer(b"<wb/>", form="text/xml")
        if path.endswith("/country"):
            return self.page([self.country(iso3) for iso3 in self.iso2], query, {})
        column = path.rpartition("/")[2].replace(".", "_")
        if column not in self.panel:
            refusal = {"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}
            return as_json([{"message": [refusal]}])
        cells = zip(self.panel["iso3"], self.panel["year"], self.panel[column], strict=True)
        rows = [self.row(column.replace("_", "."), *cell) for cell in cells]
        return self.page(rows, query, {"sourceid": "2", "lastupdated": LAST_UPDATED})

    def country(self, iso3: str) -> dict[str, Any]:
        region = {"id": "NA", "iso2code": "NA", "value": "Aggregates"} if iso3 in self.groups else {"value": "x"}
        return {"id": iso3, "iso2Code": self.iso2[iso3], "name": iso3, "region": region}

    def row(self, indicator: str, iso3: str, year: int, value: float) -> dict[str, Any]:
        return {
            "indicator": {"id": indicator, "value": "…"},
            "country": {"id": self.iso2[iso3], "value": iso3},
            "countryiso3code": "" if iso3 in self.groups and iso3 != "WLD" else iso3,
            "date": str(year),
            "value": None if pd.isna(value) else float(value) * (1 + 1e-13),
            "unit": "",
            "obs_status": "",
            "decimal": 0,
        }

    def page(self, rows: list[Any], query: Mapping[str, str], extra: Mapping[str, str]) -> Answer:
        size = min(int(query["per_page"]), self.page_size)
        number = int(query["page"])
        head = {"page": number, "pages": -(-len(rows) // size), "per_page": str(size), "total": len(rows)} | extra
        return as_json([head, rows[(number - 1) * size : number * size]])


class Unhcr:
    """The population statistics API over pairs of countries."""

    def __init__(self, tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self.tables = tables

    def __call__(self, path: str, query: Mapping[str, str]) -> Answer:
        rows = self.tables.get(path.strip("/").rpartition("/")[2])
        if rows is None or query.get("coo_all") != "true" or query.get("coa_all") != "true":
            return NOT_FOUND
        size, number = int(query["limit"]), int(query["page"])
        items = rows[(number - 1) * size : number * size]
        return as_json(
            {"page": number, "short-url": "x", "maxPages": -(-len(rows) // size), "total": [], "items": items}
        )


def pair(origin: str, asylum: str, year: int, **counts: Any) -> dict[str, Any]:
    """A row of the population endpoint: counts as numbers, as text, or "-" where none is given."""
    zero = dict.fromkeys(
        ("refugees", "asylum_seekers", "returned_refugees", "idps", "returned_idps", "stateless", "ooc", "hst"), "0"
    )
    return {
        "year": year,
        **{"coo_id": 1, "coo_name": origin, "coo": origin, "coo_iso": origin},
        **{"coa_id": 2, "coa_name": asylum, "coa": asylum, "coa_iso": asylum},
        **zero,
        "oip": "-",
        **counts,
    }


def application(origin: str, asylum: str, year: int, kind: str, applied: Any, level: str = "NA") -> dict[str, Any]:
    """A row of the asylum applications endpoint."""
    return {
        **{name: value for name, value in pair(origin, asylum, year).items() if name[:3] in ("yea", "coo", "coa")},
        **{"procedure_type": "G", "app_type": kind, "dec_level": level, "app_pc": "P", "applied": applied},
    }


def packed(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = ()) -> Answer:
    """A file of ILOSTAT."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(columns) or list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return Answer(gzip.compress(written.getvalue().encode()), form="application/gzip", chunked=True)
