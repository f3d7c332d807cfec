"""What the World Bank gives of groups of countries, kept apart from the countries."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import wdi, wdi_groups
from datasets.recipes.publishers.wdi_indicators import INDICATORS
from datasets.recipes.tables.economy import BANK, CITE, OBTAINED
from datasets.recipes.tables.fields import YEAR

GROUPS_APART = N_(
    "Según el indicador, un grupo es la suma de sus países con dato, una suma en la que el Banco Mundial estima lo que "
    "falta, o una media ponderada: no se mezcla con las filas de países."
)

TABLES = (
    Table(
        name="country_groups",
        recipe=wdi_groups.country_groups,
        title=N_("Grupos de países del Banco Mundial: códigos y nombres"),
        publisher=BANK,
        edition=N_("World Development Indicators, julio de 2026; nombres de abril de 2026"),
        obtained=f"{OBTAINED}; World Bank metadata 2026-04",
        licence="CC BY 4.0",
        cite=CITE,
        limits=(
            N_("Los nombres en español son del curso; los de inglés, del Banco Mundial."),
            N_("LCN es toda América Latina y el Caribe; LAC deja fuera a los países de ingreso alto."),
            N_("No dice qué países forman cada grupo: el Banco Mundial lo cambia cada año."),
        ),
        key=("group",),
        core=True,
        files=(wdi.PANEL, wdi_groups.METADATA),
        fields=(
            Field("group", "string", N_("Código del grupo, de tres letras, que no es de ISO 3166")),
            Field("name_es", "string", N_("Nombre en español")),
            Field("name_en", "string", N_("Nombre en inglés")),
        ),
    ),
    Table(
        name="group_totals",
        recipe=wdi_groups.group_totals,
        title=N_("Cifras de grupos de países: regiones, niveles de ingreso y el mundo"),
        publisher=BANK,
        edition=N_("World Development Indicators, julio de 2026; remesas pagadas, edición de septiembre de 2021"),
        obtained=f"{OBTAINED}; natesheehan/sdg_10C@33651940",
        licence="CC BY 4.0",
        cite=CITE,
        limits=(
            GROUPS_APART,
            N_("LCN es toda América Latina y el Caribe; LAC deja fuera a los países de ingreso alto."),
            N_(
                "Un grupo tiene en todos los años los países que lo forman hoy. Desde 2025, Afganistán y Pakistán "
                "están en MEA y no en SAS; los niveles de ingreso cambian cada año."
            ),
            N_(
                "La serie paid_edition_2021 (remesas pagadas) es de una edición vieja y termina en 2020: sus grupos "
                "tenían otros países."
            ),
            N_(
                "Los indicadores de trabajo son estimaciones modeladas de la OIT. De grupos no se dan tipo de cambio, "
                "factor de paridad ni pobreza nacional."
            ),
        ),
        key=("group", "indicator", "year"),
        files=(wdi.PANEL, wdi.PAID),
        time="year",
        fields=(
            Field("group", "string", N_("Código del grupo en country_groups")),
            Field(
                "indicator",
                "string",
                N_(
                    "Nombre del indicador, como en las tablas de países; con sexo o edad si no es de todas las personas"
                ),
                values=(*(one.group_name for one in INDICATORS), wdi_groups.PAID_IN_2021),
            ),
            YEAR,
            Field("value", "number", N_("Valor, en la unidad de la columna unit")),
            Field(
                "unit",
                "string",
                N_("Unidad; LCU es moneda local"),
                values=tuple(dict.fromkeys(one.unit for one in INDICATORS)),
            ),
        ),
    ),
)
