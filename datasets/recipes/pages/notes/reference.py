"""Notes on countries, people, occupations and treaties: codes that get lost, totals, blanks, links of many to many."""

from datasets.recipes.checks.check import Tables
from datasets.recipes.checks.order_findings import share_of_crop_workers
from datasets.recipes.checks.published_agreements import youth_titles
from datasets.recipes.declaration import N_
from datasets.recipes.pages.notes.figures import holds, percent, region, rows, total
from datasets.recipes.pages.notes.note import Note, Values
from datasets.recipes.pages.notes.values import Country, Listed, Millions, Number, Plain, share

CROP_WORKERS = "45-2092"
UNIT_GROUPS = 4
LARGEST = 10


def lost_code(tables: Tables) -> Values:
    """Return the country whose code a spreadsheet takes for a blank."""
    (code,) = rows(tables, "countries", iso2="NA")["iso3"]
    return {"country": Country(str(code)), "code": Plain("NA"), "option": Plain("keep_default_na=False")}


def not_on_the_map(tables: Tables) -> Values:
    """Return the states of the region that the map is too coarse to draw, and how many live there."""
    missing = sorted(set(region(tables)) - set(rows(tables, "borders")["iso3"]))
    year = int(rows(tables, "population", sex="total")["year"].max())
    persons = total(tables, "population", "population", iso3=tuple(missing), year=year, sex="total")
    return {
        "countries": Listed(tuple((code, None) for code in missing)),
        "persons": Millions(persons),
        "year": Plain(year),
    }


def world_among_countries(tables: Tables) -> Values:
    """Return what the population adds up to with the world among the countries."""
    year = int(rows(tables, "population", sex="total")["year"].max())
    careless = total(tables, "population", "population", year=year, sex="total")
    world = total(tables, "population", "population", year=year, sex="total", iso3="WLD")
    return {"year": Plain(year), "careless": Millions(careless, 0), "world": Millions(world, 0)}


def blanks_of_poverty(tables: Tables) -> Values:
    """Return how many states of the region have an index of inequality in the last year that has any."""
    table = rows(tables, "economy", iso3=tuple(region(tables))).dropna(subset="gini")
    holds(not table.empty, N_("hay índices de Gini en la región"))
    year = int(table["year"].max())
    given = set(table.loc[table["year"] == year, "iso3"])
    return {
        "year": Plain(year),
        "given": Number(len(given)),
        "ever": Number(table["iso3"].nunique()),
        "states": Number(len(region(tables))),
    }


def many_to_many(tables: Tables) -> Values:
    """Return how many unit groups the commonest occupation of the job orders leads to."""
    groups = rows(tables, "occupation_crosswalk", soc=CROP_WORKERS, level=UNIT_GROUPS)["isco"]
    pairs = rows(tables, "occupation_crosswalk", level=UNIT_GROUPS)
    rows(tables, "job_orders", visa="H-2A")
    several = int((pairs.groupby("soc")["isco"].nunique() > 1).sum())
    return {
        "soc": Plain(CROP_WORKERS),
        "share": share(float(share_of_crop_workers(tables).value), 0),
        "count": Number(len(groups)),
        "groups": Plain(", ".join(sorted(groups))),
        "several": Number(several),
        "occupations": Number(pairs["soc"].nunique()),
    }


def leading_zeros(tables: Tables) -> Values:
    """Return how many codes begin with a zero, and how many can no longer be told apart as numbers."""
    codes = rows(tables, "occupations")["isco"]
    zeros = int(codes.str.startswith("0").sum())
    mixed = int(codes.astype(int).duplicated(keep=False).sum())
    holds(zeros > 0 and mixed > 0, N_("hay códigos que empiezan por cero"))
    return {"zeros": Number(zeros), "mixed": Number(mixed)}


def youth_schemes(tables: Tables) -> Values:
    """Return how many of the texts read are youth or holiday schemes, by their title."""
    texts = len(rows(tables, "agreement_provisions"))
    youth = int(youth_titles(tables).value)
    return {"youth": Number(youth), "texts": Number(texts), "share": share(percent(youth, texts), 0)}


def never_read(tables: Tables) -> Values:
    """Return how many agreements are known of, found and read, and how many have no year."""
    known = rows(tables, "agreements")
    return {
        "known": Number(len(known)),
        "found": Number(len(rows(tables, "agreements", copy_available=1))),
        "read": Number(len(rows(tables, "agreement_provisions"))),
        "without_year": Number(int(known["year"].isna().sum())),
        "code": Plain("9999"),
    }


def who_is_party(tables: Tables) -> Values:
    """Return how many of the destinations with most migrants are party to the Convention."""
    year = int(rows(tables, "stock")["year"].max())
    living = rows(tables, "stock", origin="WLD", sex="total", year=year).nlargest(LARGEST, "stock")["destination"]
    parties = set(rows(tables, "conventions", status="state party")["iso3"])
    return {
        "year": Plain(year),
        "largest": Number(len(living)),
        "party": Number(len(parties & set(living))),
        "parties": Number(len(parties)),
        "states": Number(rows(tables, "conventions")["iso3"].nunique()),
        "region_parties": Number(len(parties & set(region(tables)))),
        "region_states": Number(len(region(tables))),
    }


NOTES = (
    Note("lost_code", ("countries", "conventions"), N_("El país que se vuelve celda vacía"),
         N_("El código de dos letras de {country} es «{code}»: leído sin {option}, desaparece de la tabla."),
         N_("Lea el archivo de las dos maneras y pida contar las filas con código."),
         lost_code),
    Note("not_on_the_map", ("borders",), N_("Países que no caben en el mapa"),
         N_("A esta escala no se dibujan {countries}: {persons} millones de personas en {year}."),
         N_("Pregunte qué decide quien mira solo el mapa, y dé siempre la tabla al lado."),
         not_on_the_map),
    Note("world_among_countries", ("population",), N_("El mundo entre los países"),
         N_("Sumar la población de {year} da {careless} millones; el mundo tiene {world}: WLD está entre los países."),
         N_("Pida la suma y una comprobación con lo que cualquiera sabe de memoria."),
         world_among_countries),
    Note("blanks_of_poverty", ("economy",), N_("El último año es el más vacío"),
         N_("De {states} Estados de la región, {given} tienen índice de Gini en {year} y {ever} lo tuvieron algún año. "
            "La celda vacía quiere decir que no hubo encuesta, no que no haya desigualdad."),
         N_("Pida el dato más reciente de cada país y obligue a escribir el año junto a cada uno."),
         blanks_of_poverty),
    Note("many_to_many", ("occupation_crosswalk", "job_orders", "occupation_titles"),
         N_("Una correspondencia de muchos a muchos"),
         N_("La ocupación {soc}, el {share} de los puestos H-2A, va a {count} grupos de la CIUO ({groups}). De "
            "{occupations} ocupaciones, {several} van a más de un grupo: un cruce directo repite puestos."),
         N_("Haga el cruce y pida sumar los puestos antes y después."),
         many_to_many),
    Note("leading_zeros", ("occupations", "occupation_titles", "lmia"), N_("El cero que cuenta"),
         N_("{zeros} códigos de la CIUO empiezan por cero; leídos como números, {mixed} códigos dejan de "
            "distinguirse."),
         N_("Abra la tabla en una hoja de cálculo y busque a las fuerzas armadas."),
         leading_zeros),
    Note("youth_schemes", ("agreement_provisions",), N_("No todo acuerdo laboral es de trabajo"),
         N_("De {texts} textos leídos, {youth}, el {share}, son por su título de jóvenes o de vacaciones con trabajo: "
            "pesan en cada porcentaje de cláusulas."),
         N_("Pida el porcentaje de una cláusula con ellos y sin ellos."),
         youth_schemes),
    Note("never_read", ("agreements", "agreement_provisions"), N_("Conocidos, hallados, leídos"),
         N_("Se conocen {known} acuerdos; de {found} hay copia y {read} se leyeron y codificaron. Sin año: "
            "{without_year}; la fuente escribe {code}, que aquí es una celda vacía."),
         N_("Discuta de qué países son los textos que nadie halló antes de generalizar."),
         never_read),
    Note("who_is_party", ("conventions",), N_("Quién se obliga"),
         N_("Son parte de la Convención {party} de los {largest} destinos con más personas migrantes en {year}, "
            "{region_parties} de los {region_states} Estados de la región y {parties} de {states} en el mundo."),
         N_("Cruce la lista con el propio corredor: ¿obliga al origen, al destino, a ninguno?"),
         who_is_party),
)  # fmt: skip
