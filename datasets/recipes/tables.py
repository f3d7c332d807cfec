"""The tables of the course, in the order of the data package."""

from datasets.recipes.country_ref import countries
from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.natural_earth import borders
from datasets.recipes.un_desa import stock
from datasets.recipes.vintages import stock_vintages
from datasets.recipes.world_bank import population

PERSONS = N_("personas")
DEGREES = N_("grados")

ORIGIN = Field("origin", "string", N_("País de nacimiento (ISO3); WLD es el total y OTH los orígenes sin nombrar"))
DESTINATION = Field("destination", "string", N_("País donde viven (ISO3)"))
YEAR = Field("year", "integer", N_("Año; la ONU refiere las existencias al 1 de julio"))
SEX = Field("sex", "string", N_("total, male (hombres) o female (mujeres)"))
STOCK = Field("stock", "integer", N_("Personas nacidas en el origen que viven en el destino"), PERSONS)
ISO3 = Field("iso3", "string", N_("Código ISO 3166-1 de tres letras"))

NOT_GIVEN = N_(
    "Una celda ausente no es cero: la ONU no da ese dato. Cada destino nombra solo algunos orígenes; "
    "los demás están en OTH."
)
LOWER_BOUND = N_("Por eso la suma por destinos de las personas emigrantes de un país es un mínimo.")
ESTIMATES = N_("Son estimaciones: entre censos la ONU interpola, y tras el último extrapola.")
BIRTH = N_("En la mayoría de los destinos cuenta por país de nacimiento; en algunos, por nacionalidad.")

TABLES = (
    Table(
        name="countries",
        recipe=countries,
        title=N_("Países y territorios: códigos, nombres y regiones"),
        publisher=N_("ISO 3166, División de Estadística de la ONU (M49), Banco Mundial y CLDR"),
        edition=N_("i18n-iso-countries 7.14.0; grupos del Banco Mundial de abril de 2026"),
        obtained="datasets/country-codes@caa72d1e; npm i18n-iso-countries 7.14.0; World Bank metadata 2026-04; Babel",
        licence="PDDL; MIT; CC BY 4.0",
        limits=(
            N_("CHI (Islas del Canal) y XKX (Kosovo) no son de ISO 3166; los usan la ONU y el Banco Mundial."),
            N_(
                "La columna lac33 marca los 33 Estados de América Latina y el Caribe; course_region incluye "
                "además sus territorios."
            ),
            N_("decimal_mark viene de CLDR, del idioma oficial principal; en su oficina puede usarse otro."),
        ),
        key=("iso3",),
        fields=(
            ISO3,
            Field("iso2", "string", N_("Código ISO 3166-1 de dos letras; «NA» es Namibia")),
            Field("m49", "integer", N_("Código numérico de la ONU (M49)")),
            Field("name_es", "string", N_("Nombre en español")),
            Field("name_en", "string", N_("Nombre en inglés")),
            Field("name_pt", "string", N_("Nombre en portugués")),
            Field("name_fr", "string", N_("Nombre en francés")),
            Field("region", "string", N_("Región M49 (en inglés)")),
            Field("subregion", "string", N_("Subregión M49 más detallada (en inglés)")),
            Field("course_region", "string", N_("Región del curso: LAC, SEA, SSA u OTH")),
            Field("income", "string", N_("Grupo de ingreso del Banco Mundial; vacío si no lo da")),
            Field("lac33", "boolean", N_("Es uno de los 33 Estados de América Latina y el Caribe")),
            Field("lat", "number", N_("Latitud de un punto central; vacía si no se da"), DEGREES),
            Field("lon", "number", N_("Longitud de un punto central; vacía si no se da"), DEGREES),
            Field("decimal_mark", "string", N_("Signo decimal que se escribe en el país")),
        ),
    ),
    Table(
        name="stock",
        recipe=stock,
        title=N_("Existencias de personas migrantes por origen, destino y sexo"),
        publisher=N_("ONU, Departamento de Asuntos Económicos y Sociales (UN DESA)"),
        edition=N_("International Migrant Stock, revisión 2024"),
        obtained="kirillfandreev/migrantstock@6f8cd595",
        licence="CC BY 3.0 IGO",
        limits=(NOT_GIVEN, LOWER_BOUND, ESTIMATES, BIRTH),
        key=("origin", "destination", "year", "sex"),
        fields=(ORIGIN, DESTINATION, YEAR, SEX, STOCK),
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
            N_(
                "Ambos sexos juntos; pares con origen o destino en América Latina y el Caribe, más las filas WLD y "
                "OTH de cada destino."
            ),
            N_("La revisión 2019 no trae filas WLD ni OTH; la edición del Banco Mundial omite los ceros."),
            N_("No se suman ni se empalman ediciones: cada una recalcula también los años anteriores."),
        ),
        key=("edition", "origin", "destination", "year"),
        fields=(
            Field("edition", "string", N_("UN 2019, UN 2020, UN 2024 o World Bank")),
            ORIGIN,
            DESTINATION,
            YEAR,
            STOCK,
        ),
    ),
    Table(
        name="population",
        recipe=population,
        title=N_("Población por sexo"),
        publisher=N_("Banco Mundial"),
        edition=N_("World Development Indicators, julio de 2026"),
        obtained="datasets/world-development-indicators@4ebec5a2",
        licence="CC BY 4.0",
        limits=(
            N_(
                "El Banco Mundial da el total y el porcentaje de mujeres: mujeres y hombres se derivan aquí, "
                "redondeados a personas."
            ),
            N_("Población a mitad de año; los años posteriores al último censo son estimaciones."),
        ),
        key=("iso3", "year", "sex"),
        fields=(
            Field("iso3", "string", N_("Código ISO 3166-1 de tres letras; WLD es el mundo")),
            Field("year", "integer", N_("Año")),
            SEX,
            Field("population", "integer", N_("Habitantes a mitad de año"), PERSONS),
        ),
    ),
    Table(
        name="borders",
        recipe=borders,
        title=N_("Contornos de los países para mapas a pequeña escala"),
        publisher="Natural Earth",
        edition=N_("1:110 millones, world-atlas 2.0.2"),
        obtained="npm world-atlas 2.0.2",
        licence=N_("dominio público (datos); ISC (paquete)"),
        limits=(
            N_(
                "Los contornos sirven para ilustrar; no expresan opinión sobre la situación jurídica de ningún "
                "territorio."
            ),
            N_("Los países pequeños no tienen contorno a esta escala; se ubican con lat y lon de countries."),
            N_("Sin la Antártida; anillos cortados en el meridiano 180."),
            N_(
                "La Guayana Francesa va aparte de Francia, y el norte de Chipre y Somalilandia con Chipre y Somalia, "
                "como en las cifras de la ONU."
            ),
        ),
        key=("iso3", "ring", "point"),
        fields=(
            ISO3,
            Field("ring", "integer", N_("Número del anillo dentro del país")),
            Field("point", "integer", N_("Número del punto dentro del anillo; el último repite el primero")),
            Field("lon", "number", N_("Longitud"), DEGREES),
            Field("lat", "number", N_("Latitud"), DEGREES),
        ),
    ),
)
