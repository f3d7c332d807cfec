"""Persons who live in another country than the one of their birth."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.folded_corridors import folded_corridors
from datasets.recipes.publishers.stock_by_source import CONCEPTS, stock_by_source
from datasets.recipes.publishers.un_desa import stock, stock_by_age
from datasets.recipes.publishers.vintages import stock_vintages
from datasets.recipes.tables.fields import DESTINATION, ORIGIN, PERCENT, PERSONS, SEX, STOCK, UN_YEAR

NOT_GIVEN = N_(
    "Una celda ausente no es cero: la ONU no da ese dato. Cada destino nombra solo algunos orígenes; los demás están "
    "en OTH."
)
LOWER_BOUND = N_("Por eso la suma por destinos de las personas emigrantes de un país es un mínimo.")
ESTIMATES = N_("Son estimaciones: entre censos la ONU interpola, y tras el último extrapola.")
FOLDED = N_(
    "La revisión 2024 nombra menos orígenes que la de 2020: en 2020, 1,58 de 40,9 millones de personas emigrantes de "
    "la región pasan a OTH (Bahamas 96 %, Belice 89 %, Costa Rica 72 %, Chile 23 %, Uruguay 18 %, Bolivia 11 %)."
)
BIRTH = N_("En la mayoría de los destinos cuenta por país de nacimiento; en algunos, por nacionalidad.")
# What is known of the labels: UNSD's own record types (CFC, CJC), and what each label says of itself.
SOURCE_LABELS = N_(
    "Etiqueta de la recopilación, sin cambios. Census…, CENSUS…, GTM_2018_Census…: censo nacional. NSO: oficina "
    "nacional de estadística, con la edición. PRI_…ACS…: encuesta de la comunidad de Puerto Rico, de uno o cinco años. "
    "UNSDDYB: Anuario Demográfico de la ONU; B09 y B61, totales por nacimiento y por nacionalidad; B59 y B62, por "
    "país; CFC, censo de hecho; CJC, censo de derecho; año final, edición. UNPD: División de Población de la ONU. "
    "OECD, Eurostat, WorldBank, UNHCR: esos organismos. IMG, PD y b no están explicados en la recopilación"
)

TABLES = (
    Table(
        name="stock",
        recipe=stock,
        title=N_("Existencias de personas migrantes por origen, destino y sexo"),
        publisher=N_("ONU, Departamento de Asuntos Económicos y Sociales (UN DESA)"),
        edition=N_("International Migrant Stock, revisión 2024"),
        obtained="kirillfandreev/migrantstock@6f8cd595",
        licence="CC BY 3.0 IGO",
        limits=(NOT_GIVEN, LOWER_BOUND, FOLDED, ESTIMATES, BIRTH),
        key=("origin", "destination", "year", "sex"),
        cite=N_(
            "Naciones Unidas, Departamento de Asuntos Económicos y Sociales, División de Población (2024). "
            "International Migrant Stock 2024."
        ),
        files=("un_desa_ims/ims2024_bilateral_by_sex.csv",),
        places=("origin", "destination"),
        time="year",
        core=True,
        fields=(ORIGIN, DESTINATION, UN_YEAR, SEX, STOCK),
    ),
    Table(
        name="stock_vintages",
        recipe=stock_vintages,
        title=N_("La misma existencia según cuatro ediciones"),
        publisher=N_("UN DESA y Banco Mundial"),
        edition=N_("International Migrant Stock 2019, 2020 y 2024; Global Bilateral Migration 1960–2020"),
        obtained="kirillfandreev/migrantstock@6f8cd595; open-numbers/ddf--unpop--international_migrant_stock@e063d8e5",
        licence="CC BY 3.0 IGO; CC BY 4.0",
        limits=(
            NOT_GIVEN,
            N_("La revisión 2019 no trae filas WLD ni OTH; la edición del Banco Mundial omite los ceros."),
            N_(
                "Mujeres y hombres suman el total en cada celda, salvo dos de la revisión 2019 que difieren en una "
                "persona; en otras 27 de esa revisión falta uno de los sexos."
            ),
            FOLDED,
            N_(
                "El Banco Mundial reparte censos entre pares de países y llena con estimaciones; da 1960–2020 por "
                "década."
            ),
            N_("No se suman ni se empalman ediciones: cada una recalcula también los años anteriores."),
        ),
        key=("edition", "origin", "destination", "year", "sex"),
        cite=N_(
            "Naciones Unidas, División de Población (2019, 2020 y 2024). International Migrant Stock; Banco Mundial, "
            "Global Bilateral Migration."
        ),
        files=(
            "un_desa_ims/ims2019_bilateral_by_sex.csv",
            "un_desa_ims/ims2020_bilateral_by_sex.csv",
            "un_desa_ims/ims2024_bilateral_by_sex.csv",
            "worldbank_gbmd/wb_bilateral_stock_1960_2020.csv",
        ),
        places=("origin", "destination"),
        time="year",
        fields=(
            Field(
                "edition",
                "string",
                N_("UN 2019, UN 2020, UN 2024 o World Bank"),
                values=("UN 2019", "UN 2020", "UN 2024", "World Bank"),
            ),
            ORIGIN,
            DESTINATION,
            UN_YEAR,
            SEX,
            STOCK,
        ),
    ),
    Table(
        name="folded_corridors",
        recipe=folded_corridors,
        title=N_("Corredores que la revisión 2024 de la ONU deja de nombrar"),
        publisher=N_("ONU, Departamento de Asuntos Económicos y Sociales (UN DESA)"),
        edition=N_("International Migrant Stock, revisiones 2020 y 2024 comparadas por el curso"),
        obtained="kirillfandreev/migrantstock@6f8cd595",
        licence="CC BY 3.0 IGO",
        limits=(
            N_(
                "La compara el curso; la ONU no publica esta lista. Son los corredores que la revisión 2020 da para "
                "2020 y que la de 2024 no nombra para ese año: sus personas siguen contadas, dentro de OTH del destino."
            ),
            N_(
                "Sirve para saber qué falta en stock: con un destino mayor ausente, la parte, el puesto y la "
                "concentración de los demás destinos engañan, y la suma es un mínimo."
            ),
            N_(
                "No se suma a stock ni llena sus huecos: es otra revisión, y la de 2024 también cambió los corredores "
                "que nombra."
            ),
            N_(
                "También es un mínimo: lo que tampoco la revisión 2020 nombraba no está. No distingue mujeres y "
                "hombres, y omite los corredores con cero personas."
            ),
            ESTIMATES,
            BIRTH,
        ),
        key=("origin", "destination"),
        cite=N_(
            "Naciones Unidas, División de Población (2020 y 2024). International Migrant Stock; comparación del curso."
        ),
        files=("un_desa_ims/ims2020_bilateral_by_sex.csv", "un_desa_ims/ims2024_bilateral_by_sex.csv"),
        places=("origin", "destination"),
        core=True,
        fields=(
            Field("origin", "string", N_("País de nacimiento (ISO3); sin WLD ni OTH"), place=True),
            DESTINATION,
            Field("stock", "integer", N_("Personas en 2020, según la revisión 2020"), PERSONS, minimum=1),
            Field(
                "share", "number", N_("Su parte de todas las personas emigradas del origen en la revisión 2020, 2020"),
                PERCENT, minimum=0, maximum=100,
            ),
        ),
    ),
    Table(
        name="stock_by_source",
        recipe=stock_by_source,
        title=N_("Cada corredor según censos, registros y organismos"),
        publisher=N_("Censos, oficinas nacionales de estadística, ONU, OCDE, Eurostat, Banco Mundial y ACNUR"),
        edition=N_("recopilación de K. Andreev (migrantstock, 6f8cd595), 75 fuentes, 1990–2025"),
        obtained="kirillfandreev/migrantstock@6f8cd595",
        licence=N_("mixta, según la fuente de cada fila: cite cada una; solo para comparar"),
        to_confirm=True,
        limits=(
            N_(
                "Reúne 75 etiquetas de fuente con licencias distintas. Sirve para comparar cifras rivales: cite la "
                "fuente de cada fila y no redistribuya el conjunto como propio."
            ),
            N_(
                "Las fuentes no cuentan lo mismo: nacidas en el extranjero, de nacionalidad extranjera, refugiadas, "
                "solicitantes de asilo u otras personas con necesidad de protección. No se suman."
            ),
            N_(
                "ref_date es un año con fracción: 2018.42 es junio de 2018. Las cifras del ACNUR del final del año t "
                "están en t+1: el final de 2018 es 2019.0 (y 2023.5, mediados de 2023)."
            ),
            N_(
                "El censo de Colombia de 2018 excluye a las personas refugiadas venezolanas: 31 783, mientras que el "
                "ACNUR cuenta 1 171 552 al final de ese año."
            ),
            N_(
                "Solo corredores con un extremo en América Latina y el Caribe, y el total (WLD) de sus principales "
                "destinos. La recopilación no trae ceros; de muchas fuentes da solo el total, y de la OCDE el total y "
                "las mujeres."
            ),
            N_("En 178 de las 7036 cifras con los dos sexos, mujeres y hombres no suman el total."),
        ),
        key=("origin", "destination", "ref_date", "concept", "sex", "source"),
        files=("un_desa_ims/stock_by_source_lac_corridors.csv",),
        places=("origin", "destination"),
        time="ref_date",
        cite=N_(
            "La fuente de cada fila (columna source), recopilada en Andreev, K., Han, Y. y Lai, M. (2025). "
            "International Migrant Stocks at a Glance."
        ),
        fields=(
            Field("origin", "string", N_("País de origen, según concept (ISO3); WLD es el total"), place=True,
                  totals=("WLD",)),
            DESTINATION,
            Field(
                "ref_date", "number", N_("Fecha de referencia en años, con fracción (2018.42 es junio de 2018)"),
                N_("años"), minimum=1990, maximum=2030,
            ),
            Field(
                "concept", "string",
                N_(
                    "A quién cuenta: foreign_born (nacidas en el origen), foreign_citizens (con su nacionalidad), "
                    "refugees, asylum_seekers u other_in_need_of_protection"
                ),
                values=CONCEPTS,
            ),
            SEX,
            Field("source", "string", SOURCE_LABELS),
            Field("stock", "integer", N_("Personas según esa fuente"), PERSONS, minimum=0),
        ),
    ),
    Table(
        name="stock_by_age",
        recipe=stock_by_age,
        title=N_("Personas migrantes por destino, sexo y edad"),
        publisher=N_("ONU, Departamento de Asuntos Económicos y Sociales (UN DESA)"),
        edition=N_("International Migrant Stock, revisión 2020"),
        obtained="kirillfandreev/migrantstock@6f8cd595",
        licence="CC BY 3.0 IGO",
        limits=(
            N_(
                "Faltan las edades de 75 años y más: en 2020 suma 265,6 de los 280,6 millones de la misma revisión. No "
                "divida por la suma de esta tabla como si fuera el total."
            ),
            N_("No distingue el origen: no dice qué edad tienen las personas de un corredor."),
            N_("Es la revisión 2020; no se mezcla con stock, que es la de 2024."),
            N_("Donde un país no publica edades, la ONU las estima con las de otros países."),
            BIRTH,
        ),
        key=("destination", "year", "sex", "age_from"),
        core=True,
        files=("un_desa_ims/ims2020_dest_age_sex.csv",),
        places=("destination",),
        time="year",
        cite=N_(
            "Naciones Unidas, Departamento de Asuntos Económicos y Sociales, División de Población (2020). "
            "International Migrant Stock 2020."
        ),
        fields=(
            DESTINATION,
            UN_YEAR,
            SEX,
            Field("age_from", "integer", N_("Primera edad del grupo"), N_("años"), minimum=0, maximum=70),
            Field("age_to", "integer", N_("Última edad del grupo, incluida"), N_("años"), minimum=4, maximum=74),
            Field("stock", "integer", N_("Personas nacidas en otro país que viven en el destino"), PERSONS, minimum=0),
        ),
    ),
)  # fmt: skip
