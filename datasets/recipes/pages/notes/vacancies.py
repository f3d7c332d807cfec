"""Notes on job orders, visas and assessments: double counting, units of pay, fiscal years, merged cells, groups."""

from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.order_findings import A_WEEKS_PAY, HourlyPays
from datasets.recipes.declaration import N_
from datasets.recipes.pages.notes.figures import cell, holds, percent, rows, total
from datasets.recipes.pages.notes.note import Note, Values
from datasets.recipes.pages.notes.values import Millions, Number, Plain, share

FISCAL_YEAR = 2017
MERGED_UNTIL = "2019Q2"
PARKS, PARKS_YEAR = "39-3091", 2019


def counted_twice(tables: Tables) -> Values:
    """Return the certified positions with the rows that are parts of others, and without."""
    where = {"visa": "H-2A", "fiscal_year": FISCAL_YEAR}
    right = total(tables, "job_orders", "workers_certified", **where, primary_sub="PRI")
    careless = total(tables, "job_orders", "workers_certified", **where)
    return {
        "year": Plain(FISCAL_YEAR),
        "right": Number(right),
        "careless": Number(careless),
        "gap": share(percent(careless, right) - 100),
    }


def units_of_pay(tables: Tables) -> Values:
    """Return how many units pay is printed in, and how many hourly pays are a week's."""
    units = rows(tables, "job_orders")["pay_unit"]
    hourly, weekly = (int(HourlyPays(PARKS, PARKS_YEAR, above)(tables).value) for above in (0, A_WEEKS_PAY))
    holds(0 < weekly < hourly, N_("hay pagos de una semana escritos como si fueran de una hora"))
    return {
        "units": Number(units.nunique()),
        "unit_names": Plain(", ".join(sorted(units.dropna().unique()))),
        "blank": Number(int(units.isna().sum())),
        "soc": Plain(PARKS),
        "year": Plain(PARKS_YEAR),
        "hourly": Number(hourly),
        "weekly": Number(weekly),
        "limit": Number(A_WEEKS_PAY),
    }


def fiscal_years(tables: Tables) -> Values:
    """Return how many orders of a fiscal year were decided in the calendar year before."""
    orders = rows(tables, "job_orders", visa="H-2A", fiscal_year=FISCAL_YEAR).dropna(subset="decision_date")
    earlier = int(orders["decision_date"].str.startswith(str(FISCAL_YEAR - 1)).sum())
    holds(earlier > 0, N_("el año fiscal empieza antes que el civil"))
    return {
        "year": Plain(FISCAL_YEAR),
        "before": Plain(FISCAL_YEAR - 1),
        "share": share(percent(earlier, len(orders))),
        "first": Plain(str(orders["decision_date"].min())),
        "last": Plain(str(orders["decision_date"].max())),
    }


def totals_of_visas(tables: Tables) -> Values:
    """Return what a year's visas add up to with the grand total among the classes, and what has no country."""
    year = int(rows(tables, "visas", visa_class="GRANDTOTAL")["fiscal_year"].max())
    grand = total(tables, "visas", "issued", fiscal_year=year, visa_class="GRANDTOTAL")
    everything = total(tables, "visas", "issued", fiscal_year=year)
    table = rows(tables, "visas")
    groups = table[table["iso3"].isna()]
    names = sorted(groups["nationality"].unique())
    holds(bool(names), N_("hay nacionalidades que no son un país"))
    return {
        "year": Plain(year),
        "grand": Millions(grand, 2),
        "classes": Millions(everything - grand, 2),
        "careless": Millions(everything, 2),
        "groups": Number(len(names)),
        "group_names": Plain(", ".join(names)),
    }


def merged_cells(tables: Tables) -> Values:
    """Return how many rows stood under how few printed headings, and how many rows have no stream."""
    table = rows(tables, "lmia")
    printed = table[(table["period"] <= MERGED_UNTIL) & table["stream"].notna()]
    blocks = len(printed[["period", "province", "stream"]].drop_duplicates())
    without = table[table["stream"].isna()]
    holds(0 < blocks < len(printed) and without["period"].nunique() == 1, N_("un solo período viene sin vía"))
    return {
        "until": Plain(MERGED_UNTIL),
        "rows": Number(len(printed)),
        "blocks": Number(blocks),
        "without": Number(len(without)),
        "period": Plain(str(without["period"].iloc[0])),
    }


def positions_and_assessments(tables: Tables) -> Values:
    """Return the positions and the assessments of one programme and year."""
    where = {"province": "Canada", "item": "Total", "outcome": "positive", "programme": "SAWP"}
    year = int(rows(tables, "sawp", **where)["year"].max())
    assessments = cell(tables, "sawp", "value", **where, measure="lmias", year=year)
    positions = cell(tables, "sawp", "value", **where, measure="positions", year=year)
    return {
        "year": Plain(year),
        "positions": Number(positions),
        "assessments": Number(assessments),
        "each": Number(percent(positions, assessments) / 100, 1),
    }


def invented_tightness(tables: Tables) -> Values:
    """Return the lowest and highest mean tightness of the invented countries."""
    register = rows(tables, "vacancy_register").groupby("country")[["vacancies", "job_seekers"]].sum()
    tightness = (register["vacancies"] / register["job_seekers"]).sort_values()
    holds(float(tightness.iloc[0]) < float(tightness.iloc[-1]), N_("los países inventados se distinguen"))
    return {
        "slack": Plain(str(tightness.index[0])),
        "tight": Plain(str(tightness.index[-1])),
        "lowest": Number(float(tightness.iloc[0]), 2),
        "highest": Number(float(tightness.iloc[-1]), 2),
    }


NOTES = (
    Note("counted_twice", ("job_orders",), N_("Contar dos veces"),
         N_("Puestos H-2A certificados en el año fiscal {year}: {right} sin las filas SUB y {careless} con ellas, un "
            "{gap} de más: cada SUB es parte de una PRI."),
         N_("Pida el total sin avisar, compare los dos resultados y busque en la tabla la columna que lo explica."),
         counted_twice),
    Note("units_of_pay", ("job_orders",), N_("¿Por hora, por semana, por pieza?"),
         N_("El pago viene en {units} unidades ({unit_names}) y {blank} filas no dicen ninguna. De {hourly} pedidos de "
            "{soc} de {year} «por hora», {weekly} ofrecen más de {limit} dólares: son el pago de una semana."),
         N_("Pida el salario medio por hora y pare en el primer valor imposible; acuerde una regla antes de limpiar."),
         units_of_pay),
    Note("fiscal_years", ("job_orders", "visas"), N_("El año fiscal no es el civil"),
         N_("Los pedidos H-2A del año fiscal {year} se decidieron del {first} al {last}; el {share} fue en {before}."),
         N_("Pida cruzar estas visas con una serie por año civil y decir qué meses no coinciden."),
         fiscal_years),
    Note("totals_of_visas", ("visas",), N_("Una clase que es la suma de las demás"),
         N_("En {year} se emitieron {grand} millones de visas; la columna issued suma {careless} millones, porque "
            "GRANDTOTAL está entre las clases; las demás que trae la tabla suman {classes}. Además, {groups} "
            "nacionalidades no son un país: {group_names}."),
         N_("Use la suma doble como primer ejercicio de lectura de la tabla, antes de cualquier gráfico."),
         totals_of_visas),
    Note("merged_cells", ("lmia",), N_("Celdas combinadas"),
         N_("Hasta {until}, las listas de Canadá imprimían provincia y vía una vez por bloque: {rows} filas bajo "
            "{blocks} encabezados, que aquí se repiten en cada fila. Las {without} filas de {period} no traen vía, y "
            "no se inventa."),
         N_("Entregue una hoja con celdas combinadas y pida filtrarla: se ve enseguida por qué se rellena hacia "
            "abajo."),
         merged_cells),
    Note("positions_and_assessments", ("sawp", "lmia"), N_("Puestos, evaluaciones y personas"),
         N_("El programa agrícola de Canadá autorizó en {year} {positions} puestos en {assessments} evaluaciones: "
            "{each} por evaluación. Ninguna de las dos cifras cuenta personas que viajaron."),
         N_("Pida una frase con cada cifra y que el grupo señale cuál dice más de lo que la tabla sabe."),
         positions_and_assessments),
    Note("invented_tightness", ("vacancy_register",), N_("Inventado, y por eso nítido"),
         N_("Datos sintéticos: en {slack} hay {lowest} vacantes por persona que busca empleo y en {tight} {highest}. "
            "Se fabricaron para que la diferencia se vea."),
         N_("Úselo para aprender la lectura, y pida después qué haría dudar en un registro real."),
         invented_tightness),
)  # fmt: skip
