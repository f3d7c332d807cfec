"""What the publishers print of remittances and of their cost, and the sums that must come out."""

from datasets.recipes.checks.check import NONE, Check, Finding
from datasets.recipes.checks.findings import Count, Figure
from datasets.recipes.checks.kinds import CELL_OF_FILE, cell_says
from datasets.recipes.checks.publications import (
    CHINA_2020,
    EGYPT_2022,
    PAID_2020,
    PAID_TO_2015,
    RECEIVED_2020,
    RECEIVED_TO_2022,
)
from datasets.recipes.checks.remittance_sums import (
    Growth,
    corridors,
    corridors_into_region,
    given_in_2023,
    matrix_apart,
    outside_codes,
    quarters_apart,
    share_apart,
    zero_or_below,
)
from datasets.recipes.declaration import N_

WDI = "World Bank, WDI 2026-07, BX.TRF.PWKR.CD.DT"
WDI_2021 = "World Bank, WDI 2021-09, BM.TRF.PWKR.CD.DT"
MATRIX = "World Bank / KNOMAD, Bilateral Remittance Matrix {}"
BANXICO = "Banco de México, {}, VALOR_USD"
RPW = "World Bank, Remittance Prices Worldwide, 2020Q3"
NOT_GIVEN = N_("La celda no está dada.")
BILLION, MILLION = 1e9, 1e6


def country(column: str, iso3: str, year: int, expected: float, source: str) -> Check:
    """Return the check of what a country received or paid, in thousands of millions of dollars, as printed."""
    decimals = len(str(expected).partition(".")[2])
    find = Figure("remittances", column, {"iso3": iso3, "year": year}, BILLION, decimals)
    return Check(f"remittances.{column}.{iso3}.{year}", "remittances", cell_says(source), expected, find, source)


def blind(iso3: str, *years: int) -> Check:
    """Return the check that a country's remittances are not given in these years; none given: in any."""
    where = {"iso3": iso3} | ({"year": years} if years else {})
    since = f".{years[0]}" if years else ""
    find = Figure("remittances", "received", where)
    statement = N_("Punto ciego: no está dado lo que recibe.")
    return Check(f"remittances.blind.{iso3}{since}", "remittances", statement, NONE, find, WDI)


def group(code: str, year: int, expected: float) -> Check:
    """Return the check of what a group received, in thousands of millions of dollars."""
    find = Figure("group_totals", "value", {"group": code, "indicator": "received", "year": year}, BILLION, 1)
    return Check(f"group_totals.received.{code}.{year}", "group_totals", CELL_OF_FILE, expected, find, WDI)


def pair(year: int, sender: str, receiver: str, expected: Finding, decimals: int = 0) -> Check:
    """Return the check of one cell of a matrix, in millions of dollars; `NONE` expects that it is not given."""
    where = {"year": year, "sender": sender, "receiver": receiver}
    find = Figure("remittances_bilateral", "remittances", where, decimals=decimals)
    name = f"remittances_bilateral.{sender}.{receiver}.{year}"
    return Check(name, "remittances_bilateral", CELL_OF_FILE, expected, find, MATRIX.format(year))


def absent(year: int, code: str) -> Check:
    """Return the check that nobody's remittances to this country are estimated for the year."""
    find = Figure("remittances_bilateral", "remittances", {"year": year, "receiver": code})
    name = f"remittances_bilateral.absent.{code}.{year}"
    return Check(name, "remittances_bilateral", NOT_GIVEN, NONE, find, MATRIX.format(year))


def mexico(year: int, expected: float) -> Check:
    """Return the check of what Mexico received in a year, in thousands of millions of dollars."""
    months = tuple(f"{year}-{month:02}" for month in range(1, 13))
    where = {"month": months, "flow": "received", "breakdown": "total"}
    find = Figure("remittances_mexico", "remittances", where, BILLION, 1)
    source = BANXICO.format("remesas_mensuales.csv")
    return Check(f"remittances_mexico.{year}", "remittances_mexico", CELL_OF_FILE, expected, find, source)


def mirror(flow: str, place: str, expected: float, decimals: int) -> Check:
    """Return the check of what Mexico recorded with a country in 2021, in millions of dollars."""
    quarters = tuple(f"2021-{month:02}" for month in (1, 4, 7, 10))
    where = {"month": quarters, "flow": flow, "breakdown": "country", "place": place}
    find = Figure("remittances_mexico", "remittances", where, MILLION, decimals)
    name = f"remittances_mexico.{flow}.{place}.2021"
    return Check(name, "remittances_mexico", CELL_OF_FILE, expected, find, BANXICO.format("remesas_pais.csv"))


def cost(receiver: str, expected: float) -> Check:
    """Return the check of the mean cost from the United States in the last quarter."""
    find = Figure("remittance_cost", "cost", {"sender": "USA", "receiver": receiver, "quarter": "2020Q3"}, decimals=3)
    return Check(f"remittance_cost.USA.{receiver}.2020Q3", "remittance_cost", CELL_OF_FILE, expected, find, RPW)


MEXICO_2023 = N_("Crecimiento de 2022 a 2023 de lo que recibió México, mes por mes (ejercicio m06.e10).")

CHECKS = (
    country("received", "MEX", 2022, 61.46, WDI),
    country("received", "MEX", 2024, 67.64, WDI),
    country("received", "IND", 2010, 53.48, RECEIVED_TO_2022),
    country("received", "IND", 2015, 68.91, RECEIVED_TO_2022),
    country("received", "IND", 2020, 83.15, RECEIVED_TO_2022),
    country("received", "IND", 2022, 111.22, RECEIVED_TO_2022),
    country("received", "PHL", 2020, 34.9, RECEIVED_2020),
    country("received", "EGY", 2020, 29.6, RECEIVED_2020),
    country("received", "PAK", 2020, 26.1, RECEIVED_2020),
    country("received", "EGY", 2022, 28.3, EGYPT_2022),
    country("paid", "USA", 2010, 50.53, PAID_TO_2015),
    country("paid", "USA", 2015, 60.72, PAID_TO_2015),
    country("paid", "USA", 2020, 68, PAID_2020),
    country("paid", "SAU", 2020, 34.6, PAID_2020),
    country("paid", "CHE", 2020, 27.96, PAID_2020),
    country("paid", "DEU", 2020, 22, PAID_2020),
    country("paid", "CHN", 2020, 18, CHINA_2020),
    blind("CUB"),
    blind("VEN", *range(2017, 2026)),
    blind("BRB", *range(2018, 2026)),
    blind("GUY", 2024, 2025),
    Check("remittances.paid.ends", "remittances", N_("La edición de 2021 no da lo pagado después de 2020."), NONE,
          Figure("remittances", "paid", {"year": tuple(range(2021, 2026))}), WDI_2021),
    Check("remittances.share", "remittances", N_("received_share es received entre gdp de economy, por cien."), NONE,
          share_apart),
    Check("remittances.2023", "remittances", N_("En 2023, 30 de los 33 Estados tienen remesas y PIB."), 30,
          given_in_2023, WDI),
    group("LCN", 2024, 165.6),
    group("LCN", 2009, 56.4),
    group("LAC", 2024, 163.8),
    group("LAC", 2009, 54.8),
    pair(2021, "USA", "MEX", 52_595),
    pair(2018, "USA", "MEX", 34_704),
    pair(2021, "MEX", "GTM", 417.8, 1),
    pair(2021, "ESP", "MEX", 272),
    pair(2021, "WLD", "WLD", 781_076),
    pair(2018, "WLD", "WLD", NONE),
    absent(2018, "CUB"),
    absent(2021, "CUB"),
    absent(2018, "SUR"),
    absent(2021, "VEN"),
    Check("remittances_bilateral.VEN.2018", "remittances_bilateral", CELL_OF_FILE, 278,
          Figure("remittances_bilateral", "remittances", {"year": 2018, "receiver": "VEN"}), MATRIX.format(2018)),
    Check("remittances_bilateral.totals", "remittances_bilateral",
          N_("En 2021, los pares de cada país suman su total WLD, a mil dólares."), NONE, matrix_apart,
          MATRIX.format(2021)),
    Check("remittances_mexico.1995.01", "remittances_mexico", CELL_OF_FILE, 254_572_352,
          Figure("remittances_mexico", "remittances", {"month": "1995-01"}), BANXICO.format("remesas_mensuales.csv")),
    mexico(2022, 58.9),
    mexico(2024, 65.0),
    mexico(2025, 62.5),
    mirror("paid", "GTM", 16.5, 1),
    mirror("received", "ESP", 69, 0),
    Check("remittances_mexico.quarters", "remittances_mexico",
          N_("Cada desglose suma su total del trimestre, a 10 dólares."), NONE, quarters_apart,
          BANXICO.format("remesas_mensuales.csv")),
    Check("remittances_mexico.growth.dollars", "remittances_mexico", MEXICO_2023, 7.56, Growth(), "Banco de México"),
    Check("remittances_mexico.growth.pesos", "remittances_mexico", MEXICO_2023, -5.32, Growth(pesos=True),
          "Banco de México"),
    Check("remittances_mexico.growth.real", "remittances_mexico", MEXICO_2023, -10.20,
          Growth(pesos=True, constant=True), "Banco de México; INEGI, INPC"),
    cost("MEX", 4.18),
    cost("SLV", 2.855),
    Check("remittance_cost.corridors", "remittance_cost", N_("Son 377 corredores."), 377,
          corridors, RPW),
    Check("remittance_cost.region", "remittance_cost", N_("41 corredores van a los 33 Estados."), 41,
          corridors_into_region, RPW),
    Check("remittance_cost.2020Q3", "remittance_cost", N_("En el último trimestre hay 367 corredores."), 367,
          Count("remittance_cost", {"quarter": "2020Q3"}), RPW),
    Check("remittance_cost.codes", "remittance_cost", N_("Solo ANT, disuelta en 2010, no está en countries."), "ANT",
          outside_codes, RPW),
    Check("remittance_cost.negative", "remittance_cost", N_("Seis promedios son cero o negativos en la fuente."), 6,
          zero_or_below, RPW),
)  # fmt: skip
