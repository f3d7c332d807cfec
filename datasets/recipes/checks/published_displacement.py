"""What UNHCR prints of displaced persons, and how its totals and its pairs of countries agree."""

from collections.abc import Mapping
from dataclasses import dataclass

from datasets.recipes.checks.check import NONE, Check, Finding, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, first, rows_of
from datasets.recipes.checks.kinds import CELL_OF_FILE
from datasets.recipes.checks.publications import (
    AMERICAS_2022,
    HOSTS_2023,
    STATELESS_2021,
    TOTALS_2023,
    TRENDS_2021,
    TRENDS_2022,
    TRENDS_2024,
)
from datasets.recipes.declaration import N_
from datasets.recipes.publishers.unhcr import NO_COUNTRY

DATA_FINDER = "UNHCR, Refugee Data Finder, v2025.12.1"
TABLES = ("displaced", "asylum_applications", "displacement_flows")
CODES = N_("Cada origen es un país, WLD, OTH, o uno de los códigos del ACNUR que no son país.")
SMALL = N_("Ninguna cifra va de 1 a 4.")
MILLIONS = N_("Personas en el mundo al final del año, en millones, como se publicó.")
PROTECTED = ("refugees", "asylum_seekers", "oip")


@dataclass(frozen=True)
class UnknownOrigin:
    """The first row whose origin is neither a country nor a code of UNHCR for persons without one."""

    table: str

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        known = {*tables["countries"]["iso3"], "WLD", "OTH", *NO_COUNTRY}
        rows = tables[self.table]
        return first(rows[~rows["origin"].isin(known)])


@dataclass(frozen=True)
class PairsApart:
    """The first total whose pairs of countries, where one end lies in the region, do not add up to it.

    ``total`` is the column that holds WLD in the totals, ``place`` the other one.
    """

    place: str
    total: str

    def __call__(self, tables: Tables) -> Found:
        """Return the place, year and category, or that there is none."""
        region = tables["countries"].loc[tables["countries"]["course_region"] == "LAC", "iso3"]
        rows, keys = tables["displaced"], [self.place, "year", "category"]
        rows = rows[rows[self.place].isin(region)]
        totals = rows_of(rows, {self.total: "WLD"})[[*keys, "persons"]]
        pairs = rows[rows[self.total] != "WLD"].groupby(keys, as_index=False)["persons"].sum()
        joined = totals.merge(pairs, on=keys, how="left", suffixes=("", "_pairs")).fillna({"persons_pairs": 0})
        return first(joined[joined["persons"] != joined["persons_pairs"]].rename(index=str))


def totals_apart(tables: Tables) -> Found:
    """Return the first year and category whose total by asylum is not its total by origin."""
    keys, rows = ["year", "category"], tables["displaced"]
    asylum = rows_of(rows, {"origin": "WLD"}).groupby(keys)["persons"].sum()
    origin = rows_of(rows, {"destination": "WLD"}).groupby(keys)["persons"].sum()
    return first(origin[origin != asylum.reindex(origin.index)].reset_index().rename(index=str))


def world(year: int, category: str, expected: Finding, source: str, scale: float = 1, decimals: int = 0) -> Check:
    """Return the check of a world total by country of asylum."""
    find = Figure("displaced", "persons", {"origin": "WLD", "year": year, "category": category}, scale, decimals)
    statement = MILLIONS if scale != 1 else N_("Personas en el mundo al final del año, como se publicó.")
    return Check(f"displaced.world.{category}.{year}", "displaced", statement, expected, find, source)


def pair(origin: str, destination: str, year: int, categories: tuple[str, ...], expected: Finding) -> Check:
    """Return the check of the categories of a pair of countries, added up."""
    where = {"origin": origin, "destination": destination, "year": year, "category": categories}
    name = f"displaced.{origin}.{destination}.{year}"
    return Check(name, "displaced", CELL_OF_FILE, expected, Figure("displaced", "persons", where), DATA_FINDER)


def hosted(destination: str, year: int, millions: float, source: str) -> Check:
    """Return the check of the refugees and others in need of protection whom a country hosts."""
    where = {"origin": "WLD", "destination": destination, "year": year, "category": ("refugees", "oip")}
    find = Figure("displaced", "persons", where, 1e6, len(str(millions).partition(".")[2]))
    statement = N_("Personas refugiadas y otras con necesidad de protección en el país, en millones.")
    return Check(f"displaced.hosted.{destination}.{year}", "displaced", statement, millions, find, source)


def applied(origin: str, hundreds: int) -> Check:
    """Return the check of the new applications of an origin in 2022, in hundreds, as the press printed them."""
    where: Mapping[str, object] = {"origin": origin, "year": 2022, "application_type": "N"}
    find = Figure("asylum_applications", "persons", where, 100)
    statement = N_("Nuevas solicitudes de asilo del origen en 2022, en centenas.")
    return Check(f"asylum_applications.{origin}.2022", "asylum_applications", statement, hundreds, find, AMERICAS_2022)


CHECKS = (
    *(Check(f"{table}.origins", table, CODES, NONE, UnknownOrigin(table), DATA_FINDER) for table in TABLES),
    *(Check(f"{table}.small", table, SMALL, 0, Count(table, {"persons": (1, 2, 3, 4)}), DATA_FINDER)
      for table in TABLES),
    Check("displaced.asylum", "displaced",
          N_("Los pares de cada país de asilo de la región suman su total por asilo."), NONE,
          PairsApart("destination", "origin"), DATA_FINDER),
    Check("displaced.origin", "displaced", N_("Los pares de cada origen de la región suman su total por origen."), NONE,
          PairsApart("origin", "destination"), DATA_FINDER),
    Check("displaced.totals", "displaced", N_("El total por asilo y el total por origen coinciden."), NONE,
          totals_apart, DATA_FINDER),
    Check("displaced.before.2018", "displaced", N_("La categoría oip no se cuenta antes de 2018."), NONE,
          Figure("displaced", "persons", {"category": "oip", "origin": "VEN", "destination": "COL", "year": 2017}),
          DATA_FINDER),
    pair("VEN", "COL", 2018, ("oip",), 1_171_552),
    pair("VEN", "COL", 2025, ("oip",), 2_810_778),
    pair("VEN", "ESP", 2024, PROTECTED, 221_390),
    pair("VEN", "PAN", 2024, PROTECTED, 57_979),
    pair("VEN", "CHL", 2024, PROTECTED, 532_715),
    world(2023, "refugees", 31_637_408, TOTALS_2023),
    world(2023, "idps", 63_251_367, TOTALS_2023),
    world(2023, "oip", 5_755_363, TOTALS_2023),
    world(2023, "hst", 26_095_474, TOTALS_2023),
    world(2023, "ooc", 5_945_550, TOTALS_2023),
    world(2021, "refugees", 21.3, TRENDS_2021, 1e6, 1),
    world(2021, "asylum_seekers", 4.6, TRENDS_2021, 1e6, 1),
    world(2021, "oip", 4.4, TRENDS_2021, 1e6, 1),
    world(2021, "stateless", 4.3, STATELESS_2021, 1e6, 1),
    world(2022, "asylum_seekers", 5.4, TRENDS_2022, 1e6, 1),
    world(2022, "oip", 5.2, TRENDS_2022, 1e6, 1),
    world(2024, "asylum_seekers", 8.4, TRENDS_2024, 1e6, 1),
    world(2024, "oip", 5.9, TRENDS_2024, 1e6, 1),
    *(hosted(country, 2023, millions, HOSTS_2023)
      for country, millions in (("IRN", 3.8), ("TUR", 3.3), ("COL", 2.9), ("DEU", 2.6), ("PAK", 2))),
    Check("displaced.Venezuelans.2022", "displaced",
          N_("Personas venezolanas refugiadas o con necesidad de protección al final de 2022, en millones."), 5.45,
          Figure("displaced", "persons", {"origin": "VEN", "destination": "WLD", "year": 2022,
                                          "category": ("refugees", "oip")}, 1e6, 2), AMERICAS_2022),
    *(applied(origin, hundreds) for origin, hundreds in (
        ("VEN", 2640), ("CUB", 1947), ("NIC", 1658), ("COL", 905), ("HND", 797), ("HTI", 735))),
    Check("displacement_flows.VEN.COL.2018", "displacement_flows",
          N_("Personas venezolanas que huyeron a Colombia en 2018."), 1_102_818,
          Figure("displacement_flows", "persons", {"origin": "VEN", "destination": "COL", "year": 2018,
                                                   "category": "oip"}), DATA_FINDER),
)  # fmt: skip
