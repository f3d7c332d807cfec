"""Tables that the others refer to: countries and their outlines."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.country_ref import countries
from datasets.recipes.publishers.natural_earth import borders
from datasets.recipes.tables.fields import DEGREES, ISO3

TABLES = (
    Table(
        name="countries",
        recipe=countries,
        title=N_("Países y territorios: códigos, nombres y regiones"),
        publisher=N_("ISO 3166, División de Estadística de la ONU (M49), Banco Mundial, CLDR y Natural Earth"),
        edition=N_("i18n-iso-countries 7.14.0; grupos del Banco Mundial de abril de 2026"),
        obtained="datasets/country-codes@caa72d1e; npm i18n-iso-countries 7.14.0; World Bank metadata 2026-04; Babel; "
        "npm world-atlas 2.0.2",
        licence=N_("PDDL; MIT; CC BY 4.0; dominio público (Natural Earth)"),
        limits=(
            N_("CHI (Islas del Canal) y XKX (Kosovo) no son de ISO 3166; los usan la ONU y el Banco Mundial."),
            N_(
                "La columna lac33 marca los 33 Estados de América Latina y el Caribe; course_region incluye además sus "
                "territorios."
            ),
            N_(
                "El grupo de ingreso es el del Banco Mundial en la edición citada; cambia cada año y falta en 36 "
                "territorios que el Banco no clasifica."
            ),
            N_("decimal_mark viene de CLDR, del idioma oficial principal; en su oficina puede usarse otro."),
            N_(
                "lat y lon son de un punto central para ubicar rótulos, no de la capital. Doce lugares que el archivo "
                "deja sin punto (entre ellos Guadalupe, Guayana Francesa, Martinica, Reunión y Kosovo) llevan el "
                "centro de su mayor contorno en Natural Earth 1:50 millones; Gibraltar y dos territorios sin población "
                "permanente siguen sin punto."
            ),
        ),
        key=("iso3",),
        files=("country_ref/countries_multilingual.csv", "geo/world-atlas-2.0.2_countries-50m.json"),
        cite=N_(
            "ISO 3166-1; ONU, División de Estadística (M49); Banco Mundial, clasificación por ingreso (abril de 2026); "
            "Unicode CLDR; Natural Earth. Nombres: i18n-iso-countries 7.14.0."
        ),
        places=("iso3",),
        core=True,
        fields=(
            ISO3,
            Field("iso2", "string", N_("Código ISO 3166-1 de dos letras; «NA» es Namibia"), blank=True),
            Field("m49", "integer", N_("Código numérico de la ONU (M49)")),
            Field("name_es", "string", N_("Nombre en español")),
            Field("name_en", "string", N_("Nombre en inglés")),
            Field("name_pt", "string", N_("Nombre en portugués")),
            Field("name_fr", "string", N_("Nombre en francés")),
            Field("region", "string", N_("Región M49 (en inglés)"), blank=True),
            Field("subregion", "string", N_("Subregión M49 más detallada (en inglés)"), blank=True),
            Field(
                "course_region",
                "string",
                N_("Región del curso: LAC, SEA, SSA u OTH"),
                values=("LAC", "SEA", "SSA", "OTH"),
            ),
            Field("income", "string", N_("Grupo de ingreso del Banco Mundial; vacío si no lo da"), blank=True),
            Field("lac33", "boolean", N_("Es uno de los 33 Estados de América Latina y el Caribe")),
            Field(
                "lat",
                "number",
                N_("Latitud de un punto central; vacía si no se da"),
                DEGREES,
                minimum=-90,
                maximum=90,
                blank=True,
            ),
            Field(
                "lon",
                "number",
                N_("Longitud de un punto central; vacía si no se da"),
                DEGREES,
                minimum=-180,
                maximum=180,
                blank=True,
            ),
            Field(
                "decimal_mark", "string", N_("Signo decimal que se escribe en el país"), values=(".", ","), blank=True
            ),
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
        files=("country_ref/countries_multilingual.csv", "geo/world-atlas-2.0.2_countries-110m.json"),
        cite="Natural Earth, Admin 0 – Countries, 1:110m; Bostock, M., world-atlas 2.0.2.",
        places=("iso3",),
        core=True,
        fields=(
            ISO3,
            Field("ring", "integer", N_("Número del anillo dentro del país")),
            Field("point", "integer", N_("Número del punto dentro del anillo; el último repite el primero")),
            Field("lon", "number", N_("Longitud"), DEGREES, minimum=-180, maximum=180),
            Field("lat", "number", N_("Latitud"), DEGREES, minimum=-90, maximum=90),
        ),
    ),
)
