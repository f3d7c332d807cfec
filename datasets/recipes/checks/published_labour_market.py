"""What the ILO and INDEC print of work and pay, and how the tables must agree with themselves."""

from dataclasses import dataclass

from datasets.recipes.checks.check import NONE, Check, Finding, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, Values, first, rows_of
from datasets.recipes.checks.kinds import CELL_OF_FILE
from datasets.recipes.checks.sample_findings import (
    PayGap,
    Persons,
    factor_weighted_gap,
    hours_of_women,
    persons_seen_twice,
    smallest_group,
)
from datasets.recipes.declaration import N_
from datasets.recipes.publishers.ilo_errors import ERROR

ILO = "ILO, ILOSTAT, SDG 8.3.1"
LATER = "ILO, ILOSTAT, EMP_NIFL_SEX_RT_A, 2024-07-26"
YOUTH = "ILO, ILOSTAT, SDG 8.6.1"
HOURLY = "ILO, ILOSTAT, SDG 8.5.1"
MONTHLY = "ILO, ILOSTAT, ilostat_wage.csv, earnings_ppp"
EPH = "INDEC, EPH 2016, eph_argentina_2016_t3_t4_sample.csv"
COURSE = f"{EPH}; course map, M04 and M11"
FLAGGED = N_("El número de celdas con esta marca es el de la fuente.")
BETWEEN = N_("El valor de ambos sexos está entre el de mujeres y el de hombres.")
MARKED = N_("No lleva la marca E ninguna celda más.")
WITHHELD = N_("Cada celda vacía lleva la marca U.")


@dataclass(frozen=True)
class OutsideTheSexes:
    """The cells of both sexes that are lower or higher than that of women and that of men, all three given."""

    table: str
    keys: tuple[str, ...]
    tolerance: float = 0.02  #: two decimals, rounded

    def __call__(self, tables: Tables) -> Found:
        """Return how many and the first."""
        wide = tables[self.table].pivot(index=list(self.keys), columns="sex", values="value")
        wide = wide.dropna(subset=["male", "female", "total"])
        lowest, highest = wide[["male", "female"]].min(axis="columns"), wide[["male", "female"]].max(axis="columns")
        outside = wide[(wide["total"] < lowest - self.tolerance) | (wide["total"] > highest + self.tolerance)]
        return Found(len(outside), first(outside.reset_index().rename(index=str)).row)


@dataclass(frozen=True)
class BlankWithoutFlag:
    """The first cell that is blank and not flagged as unreliable."""

    table: str

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        table = tables[self.table]
        return first(table[table["value"].isna() & (table["flag"] != "U")])


@dataclass(frozen=True)
class TotalsApart:
    """The first cell in which totals that say the same differ."""

    table: str
    column: str
    totals: tuple[str, ...]

    def __call__(self, tables: Tables) -> Found:
        """Return the row, or that there is none."""
        rows = rows_of(tables[self.table], {self.column: self.totals})
        wide = rows.pivot(index=["iso3", "year", "sex"], columns=self.column, values="value").dropna()
        apart = wide[wide.max(axis="columns") > wide.min(axis="columns")]
        return first(apart.reset_index().rename(index=str))


def revised(tables: Tables) -> Found:
    """Return how many cells of both editions of informality differ."""
    wide = tables["informality_vintages"].pivot(index=["iso3", "year", "sex"], columns="edition", values="value")
    wide = wide.dropna()
    return Found(int((wide["SDG 8.3.1"] != wide["2024-07-26"]).sum()))


def unlike_informality(tables: Tables) -> Found:
    """Return the first cell in which the edition SDG 8.3.1 of the vintages differs from ``informality``."""
    keys = ["iso3", "year", "sex"]
    vintage = rows_of(tables["informality_vintages"], {"edition": "SDG 8.3.1"})[[*keys, "value"]]
    total = rows_of(tables["informality"], {"activity": "ECO_SECTOR_TOTAL"})
    joined = vintage.merge(total, on=keys, how="outer", suffixes=("", "_sdg"), indicator=True)
    apart = joined["value"].ne(joined["value_sdg"]) & (joined["value"].notna() | joined["value_sdg"].notna())
    return first(joined[apart | (joined["_merge"] != "both")])


def weight_of_the_untold(tables: Tables) -> Found:
    """Return the first person whose pay weight does not say whether pay was told."""
    sample = tables["survey_sample"]
    return first(sample.loc[(sample["P21"] == -9) != (sample["PONDIIO"] == 0), ["CODUSU", "P21", "PONDIIO"]])


def cell(table: str, iso3: str, year: int, expected: Finding, source: str, **where: str) -> Check:
    """Return the check of one cell of both sexes, to the decimals of the expected figure."""
    decimals = len(str(expected).partition(".")[2])
    find = Figure(table, "value", {"iso3": iso3, "year": year, "sex": "total", **where}, decimals=decimals)
    suffix = ".".join(["", *where.values()])
    return Check(f"{table}.{iso3}.{year}{suffix}", table, CELL_OF_FILE, expected, find, source)


def flagged(table: str, flag: str, expected: int, source: str) -> Check:
    """Return the check of how many cells carry a flag."""
    return Check(f"{table}.flag.{flag}", table, FLAGGED, expected, Count(table, {"flag": flag}), source)


def persons(name: str, statement: str, condition: str, expected: int) -> Check:
    """Return the check of how many persons of the sample a condition holds for."""
    return Check(f"survey_sample.{name}", "survey_sample", statement, expected, Persons(condition), COURSE)


def gaps(name: str, statement: str, expected: float, find: PayGap) -> Check:
    """Return the check of a gap of pay in the sample."""
    return Check(f"survey_sample.{name}", "survey_sample", statement, expected, find, COURSE)


ALL = {"activity": "ECO_SECTOR_TOTAL"}
FOREIGN = "CH15 in [4, 5]"
TOLD = "ESTADO == 1 and CAT_OCUP == 3 and P21 > 0 and 1 <= PP3E_TOT <= 998"

INFORMALITY = (
    cell("informality", "GTM", 2022, 79.6, ILO, **ALL),
    cell("informality", "MEX", 2022, 56.64, ILO, **ALL),
    flagged("informality", "B", 4_875, ILO),
    flagged("informality", "U", 4_873, ILO),
    Check("informality.blank", "informality", WITHHELD, NONE, BlankWithoutFlag("informality")),
    Check("informality.between", "informality", BETWEEN, 0,
          OutsideTheSexes("informality", ("iso3", "year", "activity"))),
    Check("informality.totals", "informality", N_("Los tres totales dicen lo mismo."), NONE,
          TotalsApart("informality", "activity", ("ECO_SECTOR_TOTAL", "ECO_AGNAG_TOTAL", "ECO_AGGREGATE_TOTAL"))),
    Check("informality_vintages.sdg", "informality_vintages", N_("La edición SDG 8.3.1 coincide con informality."),
          NONE, unlike_informality),
    Check("informality_vintages.revised", "informality_vintages",
          N_("De 3 328 celdas comunes, la descarga de julio de 2024 revisa 1 683."), 1_683, revised, LATER),
    cell("informality_vintages", "GTM", 2022, 79.639, ILO, edition="SDG 8.3.1"),
    cell("informality_vintages", "GTM", 2022, 79.727, LATER, edition="2024-07-26"),
    cell("informality_vintages", "GTM", 2023, 83.189, LATER, edition="2024-07-26"),
    cell("informality_vintages", "MEX", 2023, 56.333, LATER, edition="2024-07-26"),
    Check("informality_vintages.blank", "informality_vintages", WITHHELD, NONE,
          BlankWithoutFlag("informality_vintages")),
    Check("informality_vintages.between", "informality_vintages", BETWEEN, 0,
          OutsideTheSexes("informality_vintages", ("edition", "iso3", "year"))),
)  # fmt: skip

YOUNG_AND_EARNINGS = (
    cell("neet", "GTM", 2022, 29.6, YOUTH),
    flagged("neet", "B", 859, YOUTH),
    flagged("neet", "U", 42, YOUTH),
    Check("neet.blank", "neet", WITHHELD, NONE, BlankWithoutFlag("neet")),
    Check("neet.between", "neet", BETWEEN, 0, OutsideTheSexes("neet", ("iso3", "year"))),
    Check("neet.Kosovo", "neet", N_("Kosovo, que la OIT escribe KOS, es XKX."), "XKX",
          Values("neet", "iso3", {"iso3": "XKX", "year": 2000, "sex": "total"})),
    flagged("earnings_occupation", "B", 3_589, HOURLY),
    flagged("earnings_occupation", "U", 705, HOURLY),
    Check("earnings_occupation.zero", "earnings_occupation",
          N_("84 celdas dicen cero, como en la fuente, y llevan la marca E del curso."), 84,
          Count("earnings_occupation", {"value": 0.0, "flag": ERROR}), HOURLY),
    Check("earnings_occupation.errors", "earnings_occupation", MARKED, 84,
          Count("earnings_occupation", {"flag": ERROR})),
    Check("earnings_occupation.totals", "earnings_occupation",
          N_("El total por nivel de competencia es el total por ocupación."), NONE,
          TotalsApart("earnings_occupation", "occupation", ("OCU_SKILL_TOTAL", "OCU_ISCO08_TOTAL"))),
    Check("earnings_occupation.between", "earnings_occupation",
          N_("En 41 celdas de 10 648 el valor de ambos sexos no está entre los dos, como en la fuente."), 41,
          OutsideTheSexes("earnings_occupation", ("iso3", "year", "occupation")), HOURLY),
    cell("earnings_monthly", "MEX", 2024, 856, MONTHLY, area="national"),
    flagged("earnings_monthly", "B", 504, MONTHLY),
    flagged("earnings_monthly", "U", 5, MONTHLY),
    Check("earnings_monthly.between", "earnings_monthly", BETWEEN, 0,
          OutsideTheSexes("earnings_monthly", ("iso3", "year", "area"))),
    Check("earnings_monthly.RWA.2024", "earnings_monthly",
          N_("Las nueve celdas de Ruanda de 2024 dicen «0.003», como en la fuente, y llevan la marca E del curso."), 9,
          Count("earnings_monthly", {"iso3": "RWA", "year": 2024, "value": 0.003, "flag": ERROR}), MONTHLY),
    Check("earnings_monthly.errors", "earnings_monthly", MARKED, 9, Count("earnings_monthly", {"flag": ERROR})),
)  # fmt: skip

SAMPLE = (
    Check("survey_sample.persons", "survey_sample", N_("Son 4 000 personas."), 4_000, Count("survey_sample"), EPH),
    persons("foreign.T3", N_("Personas nacidas en otro país, tercer trimestre."), f"{FOREIGN} and TRIMESTRE == 3", 56),
    persons("foreign.labour_force", N_("Personas nacidas en otro país en la población activa, 15 años y más."),
            f"{FOREIGN} and CH06 >= 15 and ESTADO in [1, 2]", 54),
    persons("foreign.unemployed", N_("Personas nacidas en otro país y desocupadas, 15 años y más."),
            f"{FOREIGN} and CH06 >= 15 and ESTADO == 2", 2),
    persons("unemployed", N_("Personas desocupadas, 15 años y más."), "CH06 >= 15 and ESTADO == 2", 112),
    Check("survey_sample.twice", "survey_sample", N_("Personas que están en los dos trimestres."), 29,
          persons_seen_twice, EPH),
    persons("employees", N_("Personas asalariadas con pago y horas."), TOLD, 957),
    persons("employees.women", N_("Mujeres asalariadas con pago y horas."), f"{TOLD} and CH04 == 2", 418),
    persons("untold", N_("Personas asalariadas que no dijeron su pago."),
            "ESTADO == 1 and CAT_OCUP == 3 and P21 == -9", 205),
    persons("infants", N_("El código -1 es menos de un año: 48 personas."), "CH06 == -1", 48),
    persons("hours.untold", N_("El código 999 es horas sin respuesta: 5 personas."), "PP3E_TOT == 999", 5),
    Check("survey_sample.weights", "survey_sample", N_("PONDIIO es cero si no se dijo el pago, y solo entonces."),
          NONE, weight_of_the_untold),
    gaps("gap.hourly.mean", N_("Brecha de la ganancia media por hora, en %."), -13.45, PayGap("hourly")),
    gaps("gap.hourly.median", N_("Brecha de la ganancia mediana por hora, en %."), -6.67, PayGap("hourly", True)),
    gaps("gap.monthly.mean", N_("Brecha de la ganancia media mensual, en %."), 10.18, PayGap("P21")),
    gaps("gap.monthly.median", N_("Brecha de la ganancia mediana mensual, en %."), 25.0, PayGap("P21", True)),
    Check("survey_sample.hours", "survey_sample", N_("Horas semanales de las mujeres por cada 100 de los hombres."),
          77.13, hours_of_women, COURSE),
    Check("survey_sample.gap.factor_weighted", "survey_sample",
          N_("Brecha por hora ponderada por factores, en %."), 3.96, factor_weighted_gap, COURSE),
    Check("survey_sample.smallest_group", "survey_sample",
          N_("El grupo más pequeño de la brecha ponderada tiene 27 hombres."), 27, smallest_group, COURSE),
)  # fmt: skip

CHECKS = (*INFORMALITY, *YOUNG_AND_EARNINGS, *SAMPLE)
