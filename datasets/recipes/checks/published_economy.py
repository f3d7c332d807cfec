"""What the publishers print of population, economy and prices, and the sums that must come out."""

from collections.abc import Callable

import pandas as pd

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, PartsApart, first, rows_of
from datasets.recipes.checks.kinds import CELL_OF_FILE
from datasets.recipes.checks.publications import PRICES_2022, PRICES_2024
from datasets.recipes.declaration import N_

WDI = "World Bank, World Development Indicators, 2026-07"
REGIONS = ("EAS", "ECS", "LCN", "MEA", "NAC", "SAS", "SSF")
OTHER_POPULATION = ("CYP", "MAR", "RUS", "SDN", "TZA", "UKR")


def totals(tables: Tables) -> pd.DataFrame:
    """Return the population of both sexes together."""
    return rows_of(tables["population"], {"sex": "total"})


def net_migration_by_sex(tables: Tables) -> Found:
    """Return the first row of one sex that has a net migration, or total that has none."""
    table = tables["population"]
    return first(table[table["net_migration"].notna() != (table["sex"] == "total")])


def world_below_countries(tables: Tables) -> Found:
    """Return the first year in which the world does not exceed the sum of the countries by 20 to 24 millions."""
    both = totals(tables)
    world = both[both["iso3"] == "WLD"].set_index("year")["population"]
    rest = world - both[both["iso3"] != "WLD"].groupby("year")["population"].sum()
    return first(rest[~rest.between(20e6, 24e6)].reset_index())


def region_apart(table: str, column: str, indicator: str) -> Callable[[Tables], Found]:
    """Return a finding: the first year in which the region's countries do not add up to the group LCN."""

    def find(tables: Tables) -> Found:
        region = tables["countries"].loc[tables["countries"]["course_region"] == "LAC", "iso3"]
        rows = totals(tables) if table == "population" else tables[table]
        countries = rows[rows["iso3"].isin(region)].groupby("year")[column].sum()
        group = rows_of(tables["group_totals"], {"group": "LCN", "indicator": indicator}).set_index("year")["value"]
        apart = (countries.reindex(group.index) / group - 1).abs() > 1e-6
        return first(group[apart].reset_index())

    return find


def members_apart(members: tuple[str, ...], whole: str) -> Callable[[Tables], Found]:
    """Return a finding: the first year in which the population of these groups does not add up to another's."""

    def find(tables: Tables) -> Found:
        rows = rows_of(tables["group_totals"], {"indicator": "population"})
        wide = rows.pivot(index="year", columns="group", values="value")
        return first(wide[wide[list(members)].sum(axis="columns") != wide[whole]].reset_index()[["year"]])

    return find


def world_twice(tables: Tables) -> Found:
    """Return the first year in which WLD differs between ``population`` and ``group_totals``."""
    rows = rows_of(tables["group_totals"], {"group": "WLD", "indicator": "population"})
    joined = rows.merge(rows_of(totals(tables), {"iso3": "WLD"}), on="year", how="outer")
    return first(joined.loc[joined["value"] != joined["population"], ["year", "value", "population"]])


def group_without_name(tables: Tables) -> Found:
    """Return the first row of a group that ``country_groups`` does not have."""
    rows = tables["group_totals"]
    return first(rows[~rows["group"].isin(tables["country_groups"]["group"])])


def group_among_countries(tables: Tables) -> Found:
    """Return the first row of a country table whose code is a group's; ``population`` has the world."""
    groups = set(tables["country_groups"]["group"])
    for name in ("economy", "remittances", "labour", "population"):
        rows = tables[name]
        found = rows[rows["iso3"].isin(groups - ({"WLD"} if name == "population" else set()))]
        if len(found):
            return first(found)
    return Found(NONE)


def income_per_head_apart(tables: Tables) -> Found:
    """Return which countries have a GDP per head that is not GDP over population, by more than one per mille."""
    joined = tables["economy"].merge(totals(tables), on=["iso3", "year"])
    apart = (joined["gdp_per_head"] * joined["population"] / joined["gdp"] - 1).abs() > 1e-3
    codes = sorted(set(joined.loc[apart, "iso3"]))
    return Found(" ".join(codes), codes[0] if codes else "")


def mexican_rates_apart(tables: Tables) -> Found:
    """Return the first year in which the Bank's rate for Mexico is over 0.25 % off the mean of Banxico's months."""
    prices = tables["prices_mexico"].dropna(subset="exchange_rate")
    months = prices.groupby(prices["month"].str[:4].astype(int))["exchange_rate"].agg(["mean", "count"])
    rate = rows_of(tables["economy"], {"iso3": "MEX"}).set_index("year")["exchange_rate"]
    joined = months[months["count"] == 12].join(rate, how="inner").dropna()
    return first(joined[(joined["mean"] / joined["exchange_rate"] - 1).abs() > 0.0025].reset_index())


def inflation(year: int, column: str, expected: float, name: str, source: str) -> Check:
    """Return the check of Mexico's inflation of a year, December on December, that INEGI announced."""

    def find(tables: Tables) -> Found:
        prices = tables["prices_mexico"].set_index("month")[column]
        growth = prices.get(f"{year}-12", float("nan")) / prices.get(f"{year - 1}-12", float("nan")) - 1
        return Found(round(100 * float(growth), 2), f"month={year}-12")

    statement = N_("La inflación de diciembre a diciembre es la que anunció el INEGI.")
    return Check(f"prices_mexico.{name}.{year}", "prices_mexico", statement, expected, find, source)


def dollar(iso3: str) -> Check:
    """Return the check that a country which uses the dollar has the rate 1."""
    find = Figure("economy", "exchange_rate", {"iso3": iso3, "year": 2024}, decimals=4)
    statement = N_("Donde circula el dólar, el tipo de cambio es 1.")
    return Check(f"economy.{iso3}.2024", "economy", statement, 1.0, find, f"{WDI}, PA.NUS.FCRF")


NOTHING_OFF = N_("Los países de la región suman el grupo LCN.")

CHECKS = (
    Check("population.sexes", "population", N_("Mujeres y hombres suman el total en cada celda."), NONE,
          PartsApart("population", "population", "sex", ("male", "female"), "total", ("iso3", "year"))),
    Check("population.net_migration.sexes", "population", N_("La migración neta se da para el total y solo para él."),
          NONE, net_migration_by_sex, f"{WDI}, SM.POP.NETM"),
    Check("population.world", "population",
          N_("El mundo excede a la suma de los países entre 20 y 24 millones: el Banco no da todos los territorios."),
          NONE, world_below_countries, f"{WDI}, SP.POP.TOTL"),
    Check("population.world.twice", "population", N_("El mundo es el mismo en population y en group_totals."), NONE,
          world_twice),
    Check("population.region", "group_totals", NOTHING_OFF, NONE,
          region_apart("population", "population", "population"), f"{WDI}, SP.POP.TOTL"),
    Check("remittances.region", "group_totals", NOTHING_OFF, NONE,
          region_apart("remittances", "received", "received"), f"{WDI}, BX.TRF.PWKR.CD.DT"),
    Check("group_totals.levels", "group_totals", N_("Ingreso bajo, mediano bajo y mediano alto suman LMY."), NONE,
          members_apart(("LIC", "LMC", "UMC"), "LMY"), f"{WDI}, SP.POP.TOTL"),
    Check("group_totals.regions", "group_totals", N_("Las siete regiones del Banco Mundial suman el mundo."), NONE,
          members_apart(REGIONS, "WLD"), f"{WDI}, SP.POP.TOTL"),
    Check("group_totals.names", "group_totals", N_("Cada grupo tiene nombre en country_groups."), NONE,
          group_without_name),
    Check("group_totals.apart", "group_totals", N_("Ninguna tabla de países trae filas de un grupo."), NONE,
          group_among_countries),
    Check("country_groups.number", "country_groups", N_("Son 48 grupos, contando el mundo."), 48,
          Count("country_groups"), WDI),
    Check("group_totals.indicators", "group_totals",
          N_("De grupos se dan 35 de los 38 indicadores del panel, y las remesas pagadas."), 36,
          Count("group_totals", column="indicator"), WDI),
    Check("economy.rows", "economy", N_("Hay 217 países y territorios en 36 años."), 217 * 36, Count("economy"), WDI),
    Check("economy.per_head", "economy",
          N_("El PIB por habitante es gdp entre population, salvo en seis países cuyo PIB cubre otro territorio."),
          " ".join(OTHER_POPULATION), income_per_head_apart, f"{WDI}, NY.GDP.PCAP.CD"),
    Check("economy.MEX.exchange_rate", "economy",
          N_("El tipo de cambio de México es el promedio de los meses, a un cuarto de punto porcentual."), NONE,
          mexican_rates_apart, "Banco de México, tipo de cambio FIX"),
    dollar("SLV"),
    dollar("ECU"),
    dollar("PAN"),
    Check("prices_mexico.1994.12", "prices_mexico", CELL_OF_FILE, 3.9308,
          Figure("prices_mexico", "exchange_rate", {"month": "1994-12"}, decimals=4),
          "Banco de México, tipo de cambio FIX, USDMXN.csv"),
    Check("prices_mexico.unquoted", "prices_mexico", N_("Antes de la primera cotización no hay tipo de cambio."), NONE,
          Figure("prices_mexico", "exchange_rate", {"month": "1991-10"}), "Banco de México, USDMXN.csv"),
    inflation(2021, "cpi", 7.36, "inflation", PRICES_2022),
    inflation(2022, "cpi", 7.82, "inflation", PRICES_2022),
    inflation(2022, "cpi_core", 8.35, "core", PRICES_2022),
    inflation(2022, "cpi_non_core", 6.27, "non_core", PRICES_2022),
    inflation(2023, "cpi", 4.66, "inflation", PRICES_2024),
    inflation(2024, "cpi", 4.21, "inflation", PRICES_2024),
)  # fmt: skip
