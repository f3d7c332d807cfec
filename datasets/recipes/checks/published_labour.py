"""What the publishers print of the labour market, and the sums that the derived jobs must come to."""

import pandas as pd

from datasets.recipes.checks.check import NONE, Check, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, PartsApart, first, rows_of
from datasets.recipes.checks.kinds import PUBLISHED_CELL
from datasets.recipes.checks.publications import (
    UNEMPLOYMENT_CAN,
    UNEMPLOYMENT_ESP,
    UNEMPLOYMENT_USA_2010_2020,
    UNEMPLOYMENT_USA_2021,
)
from datasets.recipes.declaration import N_

ILOSTAT = "ILO, ILOSTAT, SDG 8.5.2"
JOBS = ("agriculture_jobs", "industry_jobs", "services_jobs")
SHARES = ("agriculture_share", "industry_share", "services_share")
KEYS = ("indicator", "iso3", "age", "year")


def sexes_apart(tables: Tables) -> Found:
    """Return the first count of persons in which women and men do not add up to the total."""
    persons = rows_of(tables["labour"], {"indicator": (*JOBS, "labour_force")})
    return PartsApart("labour", "value", "sex", ("male", "female"), "total", KEYS)({"labour": persons})


def by_sex(tables: Tables, *indicators: str) -> pd.DataFrame:
    """Return the sum of the indicators of ages 15 and over: iso3 and year by sex."""
    rows = rows_of(tables["labour"], {"indicator": indicators, "age": "15+"})
    return rows.groupby(["iso3", "year", "sex"])["value"].sum().unstack("sex")


def shares_apart(tables: Tables) -> Found:
    """Return the first country and year in which the three sectors are over 0.02 points off 100."""
    sums = by_sex(tables, *SHARES)
    return first(sums[((sums - 100).abs() > 0.02).any(axis="columns")].reset_index())


def jobs_apart(tables: Tables) -> Found:
    """Return the first country and year whose jobs do not leave the unemployment of the source file, to 0.05 points.

    The total rate is no input of the derived jobs: women's and men's are.
    """
    unemployed = 100 * (1 - by_sex(tables, *JOBS)["total"] / by_sex(tables, "labour_force")["total"])
    rate = by_sex(tables, "unemployment_rate")["total"]
    return first(rate[(rate - unemployed).abs() > 0.05].reset_index())


def above_hundred(tables: Tables) -> Found:
    """Return the first percentage above 100."""
    rows = tables["labour"]
    return first(rows[(rows["unit"] == "percent") & (rows["value"] > 100)])


def blank_without_mark(tables: Tables) -> Found:
    """Return the first blank that ILOSTAT does not mark as unreliable."""
    rows = tables["labour"]
    return first(rows[rows["value"].isna() & ~((rows["source"].str[:3] != "WDI") & (rows["flag"] == "U"))])


def withheld(tables: Tables) -> Found:
    """Return how many national rates ILOSTAT withholds."""
    return Found(int(tables["labour"]["value"].isna().sum()))


def unmarked(tables: Tables) -> Found:
    """Return the first row of the World Development Indicators that is marked neither modelled nor derived."""
    rows = tables["labour"]
    return first(rows[(rows["source"].str[:3] == "WDI") & ~rows["flag"].isin(["modelled", "derived"])])


def without_model(tables: Tables) -> Found:
    """Return which of the 33 states have no modelled estimate."""
    region = tables["countries"].loc[tables["countries"]["lac33"], "iso3"]
    modelled = rows_of(tables["labour"], {"flag": "modelled"})["iso3"]
    return Found(" ".join(sorted(set(region) - set(modelled))))


def national(iso3: str, year: int, expected: float, decimals: int, source: str) -> Check:
    """Return the check of an annual rate that the country's own statistical office printed."""
    where = {"indicator": "unemployment_rate_national", "iso3": iso3, "sex": "total", "age": "15+", "year": year}
    find = Figure("labour", "value", where, decimals=decimals)
    return Check(f"labour.unemployment_rate_national.{iso3}.{year}", "labour", PUBLISHED_CELL, expected, find, source)


CHECKS = (
    Check("labour.sexes", "labour", N_("Mujeres y hombres suman el total de la fuerza de trabajo y de los empleos."),
          NONE, sexes_apart),
    Check("labour.shares", "labour", N_("Los tres sectores suman 100, a dos centésimas de punto."), NONE, shares_apart,
          "World Bank, WDI 2026-07, SL.AGR.EMPL, SL.IND.EMPL, SL.SRV.EMPL"),
    Check("labour.jobs", "labour", N_("Los empleos derivados dejan el desempleo total del archivo a cinco centésimas."),
          NONE, jobs_apart, "World Bank, WDI 2026-07, SL.UEM.TOTL.ZS"),
    Check("labour.percent", "labour", N_("Ningún porcentaje pasa de 100."), NONE, above_hundred),
    Check("labour.blank", "labour", N_("Todo valor en blanco lleva la marca U de ILOSTAT."), NONE, blank_without_mark,
          ILOSTAT),
    Check("labour.withheld", "labour", N_("ILOSTAT retiene 68 tasas nacionales por poco fiables."), 68, withheld,
          ILOSTAT),
    Check("labour.modelled", "labour", N_("Toda fila del WDI está marcada como modelada o derivada."), NONE, unmarked),
    Check("labour.without.model", "labour", N_("Cuatro Estados de la región no tienen estimación modelada."),
          "ATG DMA GRD KNA", without_model, "World Bank, WDI 2026-07"),
    Check("labour.breaks", "labour", N_("Tantas tasas nacionales llevan la marca B, de ruptura de la serie."), 2_695,
          Count("labour", {"indicator": "unemployment_rate_national", "flag": "B"}), ILOSTAT),
    Check("labour.unreliable", "labour", N_("Tantas tasas nacionales llevan la marca U, de poco fiables."), 175,
          Count("labour", {"indicator": "unemployment_rate_national", "flag": "U"}), ILOSTAT),
    Check("labour.unemployment_rate_national.countries", "labour",
          N_("Hay tasas nacionales de 220 países y territorios."), 220,
          Count("labour", {"indicator": "unemployment_rate_national"}, "iso3"), ILOSTAT),
    national("USA", 2010, 9.6, 1, UNEMPLOYMENT_USA_2010_2020),
    national("USA", 2012, 8.1, 1, UNEMPLOYMENT_USA_2010_2020),
    national("USA", 2019, 3.7, 1, UNEMPLOYMENT_USA_2010_2020),
    national("USA", 2020, 8.1, 1, UNEMPLOYMENT_USA_2010_2020),
    national("USA", 2021, 5.3, 1, UNEMPLOYMENT_USA_2021),
    national("ESP", 2017, 17.22, 2, UNEMPLOYMENT_ESP),
    national("ESP", 2020, 15.53, 2, UNEMPLOYMENT_ESP),
    national("CAN", 2011, 7.6, 1, UNEMPLOYMENT_CAN),
    national("CAN", 2021, 7.5, 1, UNEMPLOYMENT_CAN),
)  # fmt: skip
