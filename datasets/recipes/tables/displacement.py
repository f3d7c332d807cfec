"""Persons forced to leave: at the end of a year, applying for asylum in a year, and fleeing within one."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.unhcr import CATEGORIES, FLOWS, asylum_applications, displaced, displacement_flows
from datasets.recipes.tables.fields import PERSONS

UNHCR = N_("ACNUR (UNHCR)")
EDITION = N_("Refugee Data Finder, paquete refugees v2025.12.1")
OBTAINED = "PopulationStatistics/refugees@0c16a6d0"
ROUNDED = N_(
    "No hay cifras de 1 a 4 y abundan los 5: por lo que se ve, las más pequeñas llegan redondeadas, y las sumas lo "
    "heredan."
)
LAC_PAIRS = N_("Los pares de países son solo los que tienen un país de América Latina y el Caribe en un extremo.")
NOT_BY_SEX = N_("No distingue sexo ni edad.")
NO_STATE = N_("XXA son personas apátridas, TIB personas tibetanas y OTH origen desconocido: no son países.")

ORIGIN = Field("origin", "string", N_("País de origen (ISO3); XXA apátridas, TIB tibetanas, OTH desconocido"))
DESTINATION = Field("destination", "string", N_("País de asilo (ISO3)"), place=True)
YEAR = Field("year", "integer", N_("Año"), minimum=1951, maximum=2100)
END_OF_YEAR = Field("year", "integer", N_("Año; la cifra es del 31 de diciembre"), minimum=1951, maximum=2100)

TABLES = (
    Table(
        name="displaced",
        recipe=displaced,
        title=N_("Personas desplazadas y otras que protege o asiste el ACNUR"),
        publisher=UNHCR,
        edition=EDITION,
        obtained=OBTAINED,
        licence="CC BY 4.0",
        limits=(
            N_(
                "Trae tres vistas de las mismas personas: por par de origen y asilo, el total por asilo (origin WLD) y "
                "el total por origen (destination WLD). Elija una: sumarlas cuenta dos o tres veces."
            ),
            LAC_PAIRS,
            N_(
                "El par de un país consigo mismo (COL–COL) son sus personas desplazadas internas (idps), comunidades "
                "de acogida (hst) u otras (ooc), no migrantes."
            ),
            N_(
                "Los totales por asilo no dan returned_refugees ni returned_idps; los totales por origen, además, ni "
                "stateless, ooc ni hst."
            ),
            N_("oip existe desde 2018: en los pares, una celda en blanco no tiene fila; los totales imprimen 0."),
            ROUNDED,
            N_(
                "returned_refugees y returned_idps son de quienes retornaron durante el año: un flujo, no una "
                "existencia."
            ),
            N_("Muchas de estas personas ya están en las existencias de la ONU (stock): no se suman a ellas."),
            N_("No incluye a las personas refugiadas de Palestina que atiende la UNRWA."),
            NO_STATE,
            NOT_BY_SEX,
        ),
        key=("origin", "destination", "year", "category"),
        files=(
            "unhcr/population_2000_2025_lac.csv",
            "unhcr/population_by_asylum_2000_2025_all.csv",
            "unhcr/population_by_origin_2000_2025_all.csv",
        ),
        places=("origin", "destination"),
        time="year",
        cite=N_("ACNUR (2025). Refugee Data Finder: población al final del año. Consultado en la edición v2025.12.1."),
        fields=(
            Field(
                "origin", "string",
                N_(
                    "País de origen (ISO3); WLD es el total de orígenes, XXA apátridas, TIB tibetanas, OTH desconocido"
                ),
            ),
            Field(
                "destination", "string",
                N_("País de asilo (ISO3); WLD es el total de países de asilo y OTH asilo desconocido"), place=True,
                totals=("WLD", "OTH"),
            ),
            END_OF_YEAR,
            Field(
                "category", "string",
                N_(
                    "refugees (refugiadas), asylum_seekers (solicitantes de asilo), returned_refugees (refugiadas que "
                    "retornaron), idps (desplazadas internas), returned_idps (internas que retornaron), stateless "
                    "(apátridas), ooc (otras de interés), oip (otras con necesidad de protección internacional) o hst "
                    "(comunidad de acogida)"
                ),
                values=CATEGORIES,
            ),
            Field("persons", "integer", N_("Personas al final del año"), PERSONS, minimum=0),
        ),
    ),
    Table(
        name="asylum_applications",
        recipe=asylum_applications,
        title=N_("Solicitudes de asilo presentadas en el año"),
        publisher=UNHCR,
        edition=EDITION,
        obtained=OBTAINED,
        licence="CC BY 4.0",
        limits=(
            N_("Es un flujo de solicitudes, no de personas presentes: una persona puede presentar varias."),
            N_(
                "Algunos países (los EE. UU.) informan casos en vez de personas, y un caso puede reunir a una familia; "
                "aquí se suman como el archivo los da."
            ),
            N_(
                "No sume los tipos: apelaciones y repeticiones vuelven sobre solicitudes anteriores. El tipo V "
                "(2000–2005) no dice cuáles son nuevas."
            ),
            LAC_PAIRS,
            ROUNDED,
            NO_STATE,
            NOT_BY_SEX,
        ),
        key=("origin", "destination", "year", "application_type"),
        files=("unhcr/asylum_applications_2000_2025_lac.csv",),
        places=("origin", "destination"),
        time="year",
        cite=N_("ACNUR (2025). Refugee Data Finder: solicitudes de asilo. Consultado en la edición v2025.12.1."),
        fields=(
            ORIGIN,
            DESTINATION,
            YEAR,
            Field(
                "application_type", "string",
                N_(
                    "Código del ACNUR: N nueva, R repetida, A apelación, NA nueva y apelación juntas, NR nueva y "
                    "repetida juntas, FA primera y apelación, J judicial, SP protección subsidiaria; V (2000–2005) y "
                    "RA (desde 2023) sin explicación del ACNUR"
                ),
                values=("A", "FA", "J", "N", "NA", "NR", "R", "RA", "SP", "V"),
            ),
            Field("persons", "integer", N_("Personas o, donde el país informa así, casos"), PERSONS, minimum=0),
        ),
    ),
    Table(
        name="displacement_flows",
        recipe=displacement_flows,
        title=N_("Personas que huyeron en el año"),
        publisher=UNHCR,
        edition=EDITION,
        obtained=OBTAINED,
        licence="CC BY 4.0",
        limits=(
            N_("Es un flujo del año, no una existencia: no se suma a displaced."),
            N_("Una categoría sin cifra no tiene fila: no es cero."),
            N_("Hasta 1999 solo cubre algunos países de altos ingresos."),
            LAC_PAIRS,
            ROUNDED,
            NO_STATE,
            NOT_BY_SEX,
        ),
        key=("origin", "destination", "year", "category"),
        files=("unhcr/flows_1962_2025_lac.csv",),
        places=("origin", "destination"),
        time="year",
        cite=N_("ACNUR (2025). Forced displacement flow dataset. Consultado en la edición v2025.12.1."),
        fields=(
            ORIGIN,
            DESTINATION,
            YEAR,
            Field(
                "category", "string",
                N_(
                    "refugees (llegadas de refugiadas), asylum_seekers (nuevas solicitudes de asilo), refugee_like (en "
                    "situación similar a la de refugiadas) u oip (otras con necesidad de protección internacional)"
                ),
                values=FLOWS,
            ),
            Field("persons", "integer", N_("Personas que huyeron en el año"), PERSONS, minimum=0),
        ),
    ),
)  # fmt: skip
