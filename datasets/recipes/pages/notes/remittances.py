"""Notes on remittances: mirror gaps, definitions, models, blind spots, currencies, groups."""

from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.remittance_sums import Growth
from datasets.recipes.declaration import N_
from datasets.recipes.pages.notes.figures import cell, holds, percent, region, rows, total
from datasets.recipes.pages.notes.note import Note, Values
from datasets.recipes.pages.notes.values import Country, Listed, Millions, Number, Plain, Value, share

GOAL, CEILING = 3.0, 5.0  #: per cent, of the Sustainable Development Goal 10.c
MODELLED_BEFORE, MODELLED = 2018, 2021
MONTHS = 12


def recorded(tables: Tables, flow: str, year: int, breakdown: str, place: str) -> float:
    """Return the dollars that the Banco de México recorded in a calendar year."""
    table = rows(tables, "remittances_mexico", flow=flow, breakdown=breakdown, place=place)
    months = tuple(sorted(month for month in table["month"].unique() if month.startswith(str(year))))
    where = {"flow": flow, "breakdown": breakdown, "place": place, "month": months}
    whole = int(rows(tables, "remittances_mexico", **where)["months"].sum())
    holds(whole == MONTHS, N_("el año está completo"))
    return total(tables, "remittances_mexico", "remittances", **where)


def mirror_gap(tables: Tables) -> Values:
    """Return what is recorded and what is modelled of two corridors with Mexico."""
    modelled = {
        "out": cell(tables, "remittances_bilateral", "remittances", year=MODELLED, sender="MEX", receiver="GTM"),
        "in": cell(tables, "remittances_bilateral", "remittances", year=MODELLED, sender="ESP", receiver="MEX"),
    }
    return {
        "year": Plain(MODELLED),
        "mexico": Country("MEX"),
        "out_place": Country("GTM"),
        "in_place": Country("ESP"),
        "out_recorded": Millions(recorded(tables, "paid", MODELLED, "country", "GTM")),
        "in_recorded": Millions(recorded(tables, "received", MODELLED, "country", "ESP")),
        "out_modelled": Number(modelled["out"], 1),
        "in_modelled": Number(modelled["in"], 1),
    }


def definition(tables: Tables) -> Values:
    """Return the remittances of one country and year by two definitions."""
    year = 2022
    narrow = recorded(tables, "received", year, "total", "WLD")
    wide = cell(tables, "remittances", "received", iso3="MEX", year=year)
    return {
        "country": Country("MEX"),
        "year": Plain(year),
        "narrow": Millions(narrow, 0),
        "wide": Millions(wide, 0),
        "gap": share(percent(wide, narrow) - 100),
    }


def model_against_record(tables: Tables) -> Values:
    """Return a country that the model gave an amount and then left out, and a corridor that it moved."""
    pairs = rows(tables, "remittances_bilateral", receiver="VEN", year=MODELLED_BEFORE)
    given = float(pairs.loc[pairs["sender"] != "WLD", "remittances"].sum())
    later = tables["remittances_bilateral"].query("receiver == 'VEN' and year == @MODELLED")
    holds(later.empty, N_("la matriz posterior no trae al país"))
    moved = [
        cell(tables, "remittances_bilateral", "remittances", year=year, sender="USA", receiver="MEX")
        for year in (MODELLED_BEFORE, MODELLED)
    ]
    return {
        "country": Country("VEN"),
        "before": Plain(MODELLED_BEFORE),
        "after": Plain(MODELLED),
        "given": Number(given, 0),
        "sender": Country("USA"),
        "receiver": Country("MEX"),
        "moved_before": Number(moved[0]),
        "moved_after": Number(moved[1]),
    }


def blind_spots(tables: Tables) -> Values:
    """Return the states of the region without any figure, and those whose figures end early."""
    table = rows(tables, "remittances", iso3=tuple(region(tables)))
    last = table.dropna(subset="received").groupby("iso3")["year"].max()
    latest = int(last.max())
    early = last[last < latest].sort_values()
    return {
        "latest": Plain(latest),
        "never": Listed(tuple((code, None) for code in sorted(set(region(tables)) - set(last.index)))),
        "early": Listed(tuple((str(code), Plain(int(year))) for code, year in early.items())),
    }


def group_codes(tables: Tables) -> Values:
    """Return the remittances of two groups whose names are nearly the same."""
    year = int(rows(tables, "group_totals", indicator="received")["year"].max())
    wide, narrow = (
        cell(tables, "group_totals", "value", group=group, indicator="received", year=year) for group in ("LCN", "LAC")
    )
    return {
        "year": Plain(year),
        "wide_code": Plain("LCN"),
        "narrow_code": Plain("LAC"),
        "wide": Millions(wide, 0),
        "narrow": Millions(narrow, 0),
    }


def old_vintage(tables: Tables) -> Values:
    """Return where each of two columns of one table ends."""
    last = {name: int(rows(tables, "remittances").dropna(subset=name)["year"].max()) for name in ("paid", "received")}
    holds(last["paid"] < last["received"], N_("lo pagado acaba antes que lo recibido"))
    return {name: Plain(year) for name, year in last.items()}


def three_growths(tables: Tables) -> Values:
    """Return the growth of the same remittances in dollars, in pesos and in constant pesos."""
    growths = {"dollars": Growth(), "pesos": Growth(pesos=True), "constant": Growth(pesos=True, constant=True)}
    found: dict[str, Value] = {name: share(float(growth(tables).value), 2) for name, growth in growths.items()}
    return {"country": Country("MEX"), "before": Plain(2022), "after": Plain(2023), **found}


def cost_of_sending(tables: Tables) -> Values:
    """Return the spread of the cost in the last quarter surveyed, into the region."""
    into = rows(tables, "remittance_cost", receiver=tuple(region(tables))).dropna(subset="cost")
    quarter = str(into["quarter"].max())
    cost = into.loc[into["quarter"] == quarter, "cost"]
    return {
        "quarter": Plain(quarter),
        "corridors": Number(len(cost)),
        "lowest": share(float(cost.min()), 2),
        "highest": share(float(cost.max()), 2),
        "goal": share(GOAL, 0),
        "ceiling": share(CEILING, 0),
        "within": Number(int((cost <= GOAL).sum())),
        "above": Number(int((cost > CEILING).sum())),
    }


NOTES = (
    Note("mirror_gap", ("remittances_mexico", "remittances_bilateral"), N_("El espejo no devuelve la misma cifra"),
         N_("En {year}, de {mexico} a {out_place}: el Banco de México registró {out_recorded} millones de dólares y la "
            "matriz de KNOMAD estima {out_modelled}. De {in_place} a {mexico}: {in_recorded} y {in_modelled}."),
         N_("Pida que se explique qué ve quien registra pagos y qué supone quien reparte totales."),
         mirror_gap),
    Note("definition", ("remittances", "remittances_mexico"), N_("Dos definiciones, dos totales"),
         N_("{country} recibió en {year} {narrow} millones de dólares según el Banco de México (remesas familiares) y "
            "{wide} según el Banco Mundial (remesas personales, con salarios de frontera): un {gap} más."),
         N_("Busque las dos cifras en la prensa y haga corregir el titular."),
         definition),
    Note("model_against_record", ("remittances_bilateral",), N_("Un modelo no es un registro"),
         N_("La matriz da a {country} {given} millones de dólares en {before} y ninguna fila en {after}. De {sender} a "
            "{receiver} pasa de {moved_before} a {moved_after} millones: cambian los totales que reparte, no lo "
            "observado en cada par."),
         N_("Deje que el grupo busque el país ausente y decida qué escribiría en su lugar."),
         model_against_record),
    Note("blind_spots", ("remittances",), N_("Puntos ciegos"),
         N_("No hay remesas recibidas de: {never}. La serie llega a {latest}, pero acaba antes para: {early}."),
         N_("Pida un total de la región y que se diga, en la misma frase, a quién le falta."),
         blind_spots),
    Note("group_codes", ("group_totals", "country_groups"), N_("Dos grupos casi con el mismo nombre"),
         N_("Remesas recibidas en {year}: {wide} millones de dólares con el código {wide_code} y {narrow} con "
            "{narrow_code}, que deja fuera a los países de ingreso alto."),
         N_("Dé los dos totales como si fueran de la misma fuente y pida que se encuentre la diferencia."),
         group_codes),
    Note("old_vintage", ("remittances",), N_("Dos ediciones en una tabla"),
         N_("Lo recibido llega a {received}; lo pagado es de una edición anterior y acaba en {paid}. Restarlos mezcla "
            "ediciones."),
         N_("Pida el saldo de un país en el último año y observe quién nota la celda vacía."),
         old_vintage),
    Note("three_growths", ("remittances_mexico", "prices_mexico"), N_("¿Crecieron las remesas?"),
         N_("Lo que recibió {country} cambió así de {before} a {after}: {dollars} en dólares, {pesos} en pesos, "
            "{constant} en pesos constantes."),
         N_("Asigne una de las tres a cada grupo y pida decir a quién le sirve: al banco central o a una familia."),
         three_growths),
    Note("cost_of_sending", ("remittance_cost",), N_("Una media por corredor"),
         N_("En {quarter}, el último trimestre que hay, enviar a la región costaba de {lowest} a {highest} en "
            "{corridors} corredores. Cumplían la meta del {goal}: {within}; pasaban del {ceiling}: {above}. De después "
            "no se sabe."),
         N_("Haga buscar el propio corredor; si no está, discuta qué vecino serviría y qué no."),
         cost_of_sending),
)  # fmt: skip
