"""What the Departments of Labor and State of the United States print, and the sums that must come out."""

from datasets.recipes.checks.check import NONE, Check, Finding, Found, Tables
from datasets.recipes.checks.findings import Count, Figure, Values, first, rows_of
from datasets.recipes.checks.kinds import CELL_OF_FILE, ROWS_OF_FILE
from datasets.recipes.checks.order_findings import (
    A_WEEKS_PAY,
    HourlyPays,
    certified_above_requested,
    contacts,
    median_landscaping_pay,
    parts_above_order,
    printed_dollars,
    share_of_crop_workers,
)
from datasets.recipes.declaration import N_

LABOR = "US Department of Labor, OFLC, h2_job_orders_fy2016_2019.csv"
STATE = "US Department of State, Nonimmigrant Visa Issuances by Visa Class and by Nationality"
COURSE = f"{LABOR}; course map, M07"
ABSENT = N_("La celda no está dada.")
CERTIFIED = N_("Puestos H-2A certificados, sin las filas SUB.")
TWICE = N_("Puestos H-2A certificados, con las filas SUB: se cuentan dos veces.")


def visas(visa_class: str, year: int, expected: Finding, iso3: str = "") -> Check:
    """Return the check of a class of visas in a year, of a nationality or of all."""
    where = {"fiscal_year": year, "visa_class": visa_class} | ({"iso3": iso3} if iso3 else {})
    name = ".".join(part for part in ("visas", visa_class, iso3, str(year)) if part)
    return Check(name, "visas", CELL_OF_FILE, expected, Figure("visas", "issued", where), STATE)


def certified(year: int, subs: bool, expected: int) -> Check:
    """Return the check of the H-2A positions certified in a fiscal year, with the SUB rows or without."""
    where = {"visa": "H-2A", "fiscal_year": year, "primary_sub": ("PRI", "SUB") if subs else "PRI"}
    name = f"job_orders.H-2A.{year}" + (".with_subs" if subs else "")
    return Check(name, "job_orders", TWICE if subs else CERTIFIED, expected,
                 Figure("job_orders", "workers_certified", where), LABOR)  # fmt: skip


def orders(visa: str, year: int, expected: int) -> Check:
    """Return the check of how many orders a fiscal year has."""
    find = Count("job_orders", {"visa": visa, "fiscal_year": year})
    return Check(f"job_orders.{visa}.{year}.rows", "job_orders", ROWS_OF_FILE, expected, find, LABOR)


def classes_above_total(tables: Tables) -> Found:
    """Return the first nationality and year whose classes are more than its grand total."""
    wide = tables["visas"].pivot(index=["fiscal_year", "nationality"], columns="visa_class", values="issued")
    above = wide.drop(columns="GRANDTOTAL").sum(axis="columns") > wide["GRANDTOTAL"]
    return first(wide[above].reset_index().rename(index=str))


def nationality_twice(tables: Tables) -> Found:
    """Return the first country that stands twice in a year and class, under two names."""
    coded = tables["visas"].dropna(subset="iso3")
    return first(coded[coded.duplicated(["fiscal_year", "iso3", "visa_class"])])


def without_code(tables: Tables) -> Found:
    """Return the nationalities that are no country."""
    visas = tables["visas"]
    return Found("; ".join(sorted(visas.loc[visas["iso3"].isna(), "nationality"].unique())))


def visas_per_position(tables: Tables) -> Found:
    """Return the H-2A visas of 2017 per 100 positions certified, SUB rows dropped."""
    issued = rows_of(tables["visas"], {"fiscal_year": 2017, "visa_class": "H-2A"})["issued"].sum()
    positions = rows_of(tables["job_orders"], {"fiscal_year": 2017, "primary_sub": "PRI"})["workers_certified"].sum()
    return Found(round(float(issued / positions) * 100, 2))


def years_of_returning_workers(tables: Tables) -> Found:
    """Return the fiscal years in which H-2R was issued."""
    issued = rows_of(tables["visas"], {"visa_class": "H-2R"}).query("issued > 0")
    return Found(" ".join(str(year) for year in sorted(issued["fiscal_year"].unique())))


JOB_ORDERS = (
    Check("job_orders.rows.all", "job_orders", ROWS_OF_FILE, 43_253, Count("job_orders"), LABOR),
    orders("H-2A", 2016, 11_597),
    orders("H-2A", 2017, 12_930),
    orders("H-2B", 2018, 9_490),
    orders("H-2B", 2019, 9_236),
    Check("job_orders.subs", "job_orders", N_("5 746 filas son parte de otra (SUB)."), 5_746,
          Count("job_orders", {"primary_sub": "SUB"}), LABOR),
    certified(2016, False, 165_741),
    certified(2016, True, 190_156),
    certified(2017, False, 200_049),
    certified(2017, True, 224_975),
    Check("job_orders.H-2B.2018", "job_orders", N_("Puestos H-2B certificados."), 147_592,
          Figure("job_orders", "workers_certified", {"visa": "H-2B", "fiscal_year": 2018}), LABOR),
    Check("job_orders.H-2B.2019", "job_orders", N_("Puestos H-2B certificados."), 150_465,
          Figure("job_orders", "workers_certified", {"visa": "H-2B", "fiscal_year": 2019}), LABOR),
    Check("job_orders.45-2092", "job_orders", N_("La ocupación 45-2092 es el 90 % de los puestos H-2A."), 90,
          share_of_crop_workers, LABOR),
    Check("job_orders.dollars", "job_orders", N_("Solo 2018 imprime «$» en el pago."), "9462: 2018", printed_dollars,
          LABOR),
    Check("job_orders.39-3091.hourly", "job_orders",
          N_("Pagos «por hora» de pedidos certificados de parques de diversiones (39-3091), 2019."), 245,
          HourlyPays("39-3091", 2019), COURSE),
    Check("job_orders.39-3091.weekly", "job_orders", N_("De esos, los que son el pago de una semana."), 108,
          HourlyPays("39-3091", 2019, A_WEEKS_PAY), COURSE),
    Check("job_orders.37-3011.median", "job_orders",
          N_("Mediana del pago por hora de jardinería (37-3011), pedidos certificados de 2019."), 13.94,
          median_landscaping_pay, COURSE),
    Check("job_orders.above_requested", "job_orders",
          N_("16 filas certifican más puestos de los pedidos, como en la fuente."), 16, certified_above_requested,
          LABOR),
    Check("job_orders.above_order", "job_orders",
          N_("En 23 pedidos las filas SUB suman más que la PRI, como en la fuente."), 23, parts_above_order, LABOR),
    Check("job_orders.contacts", "job_orders", N_("Ninguna celda parece un contacto ni la clave de un nombre."), NONE,
          contacts),
)  # fmt: skip

VISAS = (
    visas("H-2A", 2024, 315_328),
    visas("H-2A", 2024, 285_781, "MEX"),
    visas("H-2A", 2024, 4_023, "GTM"),
    visas("H-2B", 2024, 7_058, "HND"),
    visas("H-2B", 2024, 8_027, "SLV"),
    visas("H-2A", 2017, 161_583),
    visas("H-2A", 2019, 204_801),
    visas("H-2B", 2019, 97_623),
    visas("H-1B", 2024, 219_659),
    visas("GRANDTOTAL", 2024, 10_969_936),
    Check("visas.J-1.DJI.2021", "visas", ABSENT, NONE,
          Figure("visas", "issued", {"fiscal_year": 2021, "iso3": "DJI", "visa_class": "J-1"}), STATE),
    Check("visas.classes", "visas", N_("Las clases no suman más que GRANDTOTAL."), NONE, classes_above_total),
    Check("visas.nationalities", "visas", N_("Ningún país está dos veces en un año y una clase."), NONE,
          nationality_twice),
    Check("visas.groups", "visas", N_("Solo estas nacionalidades van sin código."),
          "Asia; No Nationality; Serbia and Montenegro; United Nations Laissez-Passer", without_code, STATE),
    Check("visas.XKX", "visas", N_("Kosovo es XKX."), "Kosovo",
          Values("visas", "nationality", {"iso3": "XKX", "fiscal_year": 2024, "visa_class": "H-2A"})),
    Check("visas.H-2R", "visas", N_("H-2R solo existió de 2005 a 2007."), "2005 2006 2007", years_of_returning_workers,
          STATE),
    Check("visas.per_position", "visas", N_("Visas H-2A de 2017 por cada 100 puestos certificados."), 80.77,
          visas_per_position, f"{STATE}; {LABOR}; course map, M05"),
)  # fmt: skip

CHECKS = (*JOB_ORDERS, *VISAS)
