"""Notes on the stocks of migrants: rival answers, revisions, what is folded, interpolated or not named."""

from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.folded_origins import folded
from datasets.recipes.declaration import N_
from datasets.recipes.pages.notes.figures import cell, holds, percent, rows, total
from datasets.recipes.pages.notes.note import Note, Values
from datasets.recipes.pages.notes.values import Country, Listed, Millions, Number, Plain, Value, share

BEFORE, AFTER = "UN 2020", "UN 2024"
YEAR, LATEST = 2020, 2024
REVISED = (("PRY", "ARG"), ("BOL", "ARG"), ("DOM", "USA"))
MOST_FOLDED = 3


def edition(name: str) -> Plain:
    """Return the year of a revision of the United Nations."""
    return Plain(name.removeprefix("UN "))


def vintage(tables: Tables, name: str, origin: str, destination: str, year: int) -> float:
    """Return what an edition says of a corridor, both sexes."""
    where = {"edition": name, "origin": origin, "destination": destination, "year": year, "sex": "total"}
    return cell(tables, "stock_vintages", "stock", **where)


def rival_answers(tables: Tables) -> Values:
    """Return four figures of one corridor and year."""
    pair = ("MEX", "USA")
    told = {"origin": pair[0], "destination": pair[1], "ref_date": YEAR, "concept": "foreign_born", "sex": "total"}
    answers = {
        "before": vintage(tables, BEFORE, *pair, YEAR),
        "after": vintage(tables, AFTER, *pair, YEAR),
        "oecd": cell(tables, "stock_by_source", "stock", source="OECD", **told),
        "world_bank": cell(tables, "stock_by_source", "stock", source="WorldBank", **told),
    }
    return {
        "origin": Country(pair[0]),
        "destination": Country(pair[1]),
        "year": Plain(YEAR),
        "edition_before": edition(BEFORE),
        "edition_after": edition(AFTER),
        "gap": Number(max(answers.values()) - min(answers.values())),
        **{name: Number(value) for name, value in answers.items()},
    }


def revisions(tables: Tables) -> Values:
    """Return three corridors of one year in two revisions, with the change."""
    values: dict[str, Value] = {"year": Plain(YEAR), "edition_before": edition(BEFORE), "edition_after": edition(AFTER)}
    for place, pair in zip(("first", "second", "third"), REVISED, strict=True):
        before, after = (vintage(tables, name, *pair, YEAR) for name in (BEFORE, AFTER))
        values |= {
            f"{place}_origin": Country(pair[0]),
            f"{place}_destination": Country(pair[1]),
            f"{place}_before": Number(before),
            f"{place}_after": Number(after),
            f"{place}_change": share(percent(after, before) - 100),
        }
    return values


def interpolation(tables: Tables) -> Values:
    """Return a corridor that grew in one crisis, five years apart, in two revisions."""
    pair, years = ("VEN", "COL"), (2015, YEAR)
    figures = {
        f"{name}_{moment}": vintage(tables, edition_name, *pair, year)
        for name, edition_name in (("before", BEFORE), ("after", AFTER))
        for moment, year in zip(("start", "end"), years, strict=True)
    }
    return {
        "origin": Country(pair[0]),
        "destination": Country(pair[1]),
        "start": Plain(years[0]),
        "end": Plain(years[1]),
        "edition_before": edition(BEFORE),
        "edition_after": edition(AFTER),
        "start_gap": share(percent(figures["before_start"], figures["after_start"]) - 100, 0),
        "end_gap": share(percent(figures["before_end"], figures["after_end"]) - 100, 1),
        **{name: Number(value) for name, value in figures.items()},
    }


def folded_origins(tables: Tables) -> Values:
    """Return how many emigrants of the region the later revision no longer names."""
    cells = folded(tables)
    gone = cells[cells["gone"]]
    by_origin = cells.groupby("origin")["stock"].sum()
    shares = (100 * gone.groupby("origin")["stock"].sum() / by_origin).dropna().sort_values(ascending=False)
    most = tuple((str(code), share(value, 0)) for code, value in shares.head(MOST_FOLDED).items())
    holds(not gone.empty, N_("la revisión nueva nombra menos orígenes"))
    return {
        "year": Plain(YEAR),
        "edition_before": edition(BEFORE),
        "edition_after": edition(AFTER),
        "gone": Millions(float(gone["stock"].sum()), 2),
        "all": Millions(float(cells["stock"].sum())),
        "destination": Country("USA"),
        "origins": Number(int((gone["destination"] == "USA").sum())),
        "most": Listed(most),
    }


def unnamed_origin(tables: Tables) -> Values:
    """Return the share of the world's migrants whose origin is not named."""
    unnamed, world = (total(tables, "stock", "stock", origin=code, year=LATEST, sex="total") for code in ("OTH", "WLD"))
    return {"year": Plain(LATEST), "unnamed": Millions(unnamed), "share": share(percent(unnamed, world))}


def total_among_parts(tables: Tables) -> Values:
    """Return what the column adds up to when totals are left among their parts."""
    careless = total(tables, "stock", "stock", year=LATEST)
    right = total(tables, "stock", "stock", year=LATEST, sex="total", origin="WLD")
    return {
        "year": Plain(LATEST),
        "careless": Millions(careless),
        "right": Millions(right),
        "times": Number(percent(careless, right) / 100, 1),
    }


def missing_ages(tables: Tables) -> Values:
    """Return what the ages add up to, against the total of the same revision."""
    told = total(tables, "stock_by_age", "stock", year=YEAR, sex="total")
    everyone = total(tables, "stock_vintages", "stock", year=YEAR, edition=BEFORE, origin="WLD", sex="total")
    oldest = int(rows(tables, "stock_by_age", year=YEAR)["age_to"].max())
    holds(told < everyone, N_("faltan las edades más altas"))
    return {
        "year": Plain(YEAR),
        "told": Millions(told),
        "everyone": Millions(everyone),
        "missing": share(100 - percent(told, everyone)),
        "oldest": Plain(oldest),
    }


NOTES = (
    Note("rival_answers", ("stock_vintages", "stock_by_source"), N_("Una pregunta, cuatro respuestas"),
         N_("Personas nacidas en {origin} que vivían en {destination} en {year}: {before} según la revisión "
            "{edition_before} de la ONU, {after} según la de {edition_after}, {oecd} según la OCDE y {world_bank} "
            "según el Banco Mundial. Entre la menor y la mayor hay {gap} personas."),
         N_("Dé una cifra a cada grupo: que la defienda ante los demás y diga qué preguntaría a quien la publica."),
         rival_answers),
    Note("revisions", ("stock", "stock_vintages"), N_("Las revisiones mueven los corredores"),
         N_("El mismo año, {year}, en la revisión {edition_before} y en la de {edition_after}: {first_origin} → "
            "{first_destination}, {first_before} y {first_after} ({first_change}); {second_origin} → "
            "{second_destination}, {second_before} y {second_after} ({second_change}); {third_origin} → "
            "{third_destination}, {third_before} y {third_after} ({third_change})."),
         N_("Pida que cada quien busque su corredor en las dos revisiones y escriba qué frase de su informe "
            "cambiaría."),
         revisions),
    Note("interpolation", ("stock", "stock_vintages"), N_("Interpolar no es observar"),
         N_("{origin} → {destination}: la revisión {edition_before} dice {before_start} en {start} y {before_end} en "
            "{end}; la de {edition_after}, {after_start} y {after_end}. La primera se aparta de la segunda "
            "{end_gap} en {end} y {start_gap} en {start}. Entre dos censos nadie contó: la ONU trazó una línea."),
         N_("Haga marcar en la serie qué puntos son de un censo y cuáles son línea, y preguntar qué pasó en medio."),
         interpolation),
    Note("folded_origins", ("stock", "stock_vintages"), N_("Un par ausente no es un cero"),
         N_("La revisión {edition_after} nombra menos orígenes que la de {edition_before}: de {all} millones de "
            "personas emigrantes de la región en {year}, {gone} millones pasan a OTH. {destination} deja de nombrar "
            "{origins} orígenes de la región. Los países que más pierden de vista: {most}."),
         N_("Pida el total de personas emigrantes de uno de esos países en las dos revisiones, y que se diga cuál es "
            "un mínimo."),
         folded_origins),
    Note("unnamed_origin", ("stock",), N_("De cuántas personas no se sabe el origen"),
         N_("En {year}, {unnamed} millones de personas migrantes, el {share} del mundo, están en OTH: nadie dice dónde "
            "nacieron."),
         N_("Discuta quién cae ahí y por qué la suma de un país de origen es siempre un mínimo."),
         unnamed_origin),
    Note("total_among_parts", ("stock",), N_("El total entre sus partes"),
         N_("Sumar la columna stock de {year} sin filtrar da {careless} millones, {times} veces los {right} millones "
            "que hay: mujeres, hombres y su total, y además WLD."),
         N_("Muestre primero la suma equivocada y deje que el grupo encuentre qué se contó más de una vez."),
         total_among_parts),
    Note("missing_ages", ("stock_by_age",), N_("Una pirámide sin cima"),
         N_("Las edades llegan a {oldest} años. En {year} suman {told} millones; la misma revisión cuenta {everyone} "
            "millones: falta el {missing}."),
         N_("Pida la proporción de mayores y pregunte qué denominador usó cada quien."),
         missing_ages),
)  # fmt: skip
