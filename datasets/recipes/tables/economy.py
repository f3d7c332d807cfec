"""Population, economy and prices of a country, and what is given of groups of countries."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import banxico, wdi, wdi_groups
from datasets.recipes.publishers.wdi_indicators import INDICATORS
from datasets.recipes.tables.fields import DOLLARS, ISO3, PERCENT, PERSONS, SEX, YEAR

BANK = N_("Banco Mundial")
WDI = N_("World Development Indicators, julio de 2026")
OBTAINED = "datasets/world-development-indicators@4ebec5a2"
CITE = N_("Banco Mundial (2026). World Development Indicators, edición de julio de 2026. CC BY 4.0.")
PANEL = (wdi.PANEL,)
NOT_GIVEN = N_("Una celda en blanco no está dada; no es cero.")
INTERNATIONAL = N_("dólares internacionales")
GROUPS_APART = N_(
    "Un grupo no es la suma de sus países con dato: el Banco Mundial estima lo que falta, y en algunos indicadores "
    "pondera."
)

TABLES = (
    Table(
        name="population",
        recipe=wdi.population,
        title=N_("Población por sexo y migración neta"),
        publisher=BANK,
        edition=WDI,
        obtained=OBTAINED,
        licence="CC BY 4.0",
        cite=CITE,
        limits=(
            N_(
                "El Banco Mundial da el total y el porcentaje de mujeres: mujeres y hombres se derivan aquí, "
                "redondeados a personas."
            ),
            N_("Población a mitad de año; los años posteriores al último censo son estimaciones."),
            N_(
                "La migración neta (entradas menos salidas del año) es una estimación de la ONU, no un registro; se da "
                "solo para ambos sexos juntos."
            ),
            N_("No trae nacimientos ni defunciones: con esta tabla no se puede calcular un saldo por diferencia."),
        ),
        key=("iso3", "year", "sex"),
        files=PANEL,
        places=("iso3",),
        time="year",
        core=True,
        fields=(
            Field("iso3", "string", N_("Código ISO 3166-1 de tres letras; WLD es el mundo"), place=True),
            YEAR,
            SEX,
            Field("population", "integer", N_("Habitantes a mitad de año"), PERSONS, minimum=0),
            Field(
                "net_migration",
                "integer",
                N_("Entradas menos salidas durante el año; en blanco para mujeres y hombres, que no se dan"),
                PERSONS,
                blank=True,
            ),
        ),
    ),
    Table(
        name="economy",
        recipe=wdi.economy,
        title=N_("Economía: producto, ingreso, precios, tipo de cambio y pobreza"),
        publisher=BANK,
        edition=WDI,
        obtained=OBTAINED,
        licence="CC BY 4.0",
        cite=CITE,
        limits=(
            NOT_GIVEN,
            N_("Los montos en dólares son corrientes: comparar años exige quitar la inflación."),
            N_(
                "El factor de paridad es el del PIB entero, no el de la canasta de un hogar; los de años sin encuesta "
                "de precios se extrapolan."
            ),
            N_(
                "El tipo de cambio es el oficial, promedio del año; donde hay mercado paralelo puede estar lejos del "
                "que paga la gente."
            ),
            N_(
                "La pobreza nacional sigue la línea de cada país: no se compara entre países. La de 3 dólares al día, "
                "sí. Ambas existen solo en años con encuesta, y ninguna se da por sexo."
            ),
        ),
        key=("iso3", "year"),
        files=PANEL,
        places=("iso3",),
        time="year",
        core=True,
        fields=(
            ISO3,
            YEAR,
            Field("gdp", "number", N_("Producto interno bruto, a precios corrientes"), DOLLARS, minimum=0, blank=True),
            Field("gdp_per_head", "number", N_("PIB por habitante, corriente"), DOLLARS, minimum=0, blank=True),
            Field(
                "gdp_per_head_ppp",
                "number",
                N_("PIB por habitante a paridad de poder adquisitivo, corriente"),
                INTERNATIONAL,
                minimum=0,
                blank=True,
            ),
            Field("gdp_growth", "number", N_("Crecimiento anual del PIB a precios constantes"), PERCENT, blank=True),
            Field(
                "gni_per_head",
                "number",
                N_("Ingreso nacional bruto por habitante, método Atlas, corriente"),
                DOLLARS,
                minimum=0,
                blank=True,
            ),
            Field("inflation", "number", N_("Variación anual de los precios al consumidor"), PERCENT, blank=True),
            Field(
                "exchange_rate",
                "number",
                N_("Tipo de cambio oficial, promedio del año"),
                N_("moneda local por dólar"),
                minimum=0,
                blank=True,
            ),
            Field(
                "ppp_factor",
                "number",
                N_("Factor de paridad de poder adquisitivo, del PIB"),
                N_("moneda local por dólar internacional"),
                minimum=0,
                blank=True,
            ),
            Field(
                "poverty_national",
                "number",
                N_("Población bajo la línea nacional de pobreza"),
                PERCENT,
                minimum=0,
                maximum=100,
                blank=True,
            ),
            Field(
                "poverty_3usd",
                "number",
                N_("Población con menos de 3 dólares al día (paridad de 2021)"),
                PERCENT,
                minimum=0,
                maximum=100,
                blank=True,
            ),
            Field(
                "gini",
                "number",
                N_("Índice de Gini: 0 es igualdad completa"),
                N_("índice de 0 a 100"),
                minimum=0,
                maximum=100,
                blank=True,
            ),
        ),
    ),
    Table(
        name="country_groups",
        recipe=wdi_groups.country_groups,
        title=N_("Grupos de países del Banco Mundial: códigos y nombres"),
        publisher=BANK,
        edition=N_("World Development Indicators, julio de 2026; nombres de la edición de septiembre de 2021"),
        obtained=f"{OBTAINED}; natesheehan/sdg_10C@33651940",
        licence="CC BY 4.0",
        cite=CITE,
        limits=(
            N_("Los nombres en español son del curso; los de inglés, del Banco Mundial."),
            N_("LCN es toda América Latina y el Caribe; LAC deja fuera a los países de ingreso alto."),
            N_("No dice qué países forman cada grupo: el Banco Mundial lo cambia cada año."),
        ),
        key=("group",),
        files=(wdi.PANEL, wdi.PAID),
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
            N_("La serie paid (remesas pagadas) es de una edición vieja, de 2021, y termina en 2020."),
            N_("Los indicadores de trabajo son estimaciones modeladas de la OIT."),
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
                values=(*(one.group_name for one in INDICATORS), "paid"),
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
    Table(
        name="prices_mexico",
        recipe=banxico.prices_mexico,
        title=N_("México: precios al consumidor y tipo de cambio por mes"),
        publisher="Banco de México",
        edition=N_("Sistema de Información Económica, hasta junio de 2026"),
        obtained="lapanquecita/remesas@7b108a40",
        licence=N_("términos de uso del Banco de México"),
        to_confirm=True,
        cite=N_("Banco de México e INEGI (2026). Índice Nacional de Precios al Consumidor; tipo de cambio FIX."),
        limits=(
            N_("El índice es nacional: no dice cuánto subieron los precios en la localidad que recibe la remesa."),
            N_("El tipo de cambio es el promedio del mes entre bancos; quien cobra una remesa recibe menos."),
            N_(
                "El archivo trae ceros antes de la primera cotización, de noviembre de 1991: aquí esas celdas no están "
                "dadas. Antes de 1993 se cuenta en pesos nuevos."
            ),
            NOT_GIVEN,
        ),
        key=("month",),
        files=("banxico/IPC.csv", "banxico/USDMXN.csv"),
        time="month",
        fields=(
            Field("month", "string", N_("Mes, como 2024-06")),
            Field(
                "cpi",
                "number",
                N_("Índice Nacional de Precios al Consumidor, general"),
                N_("índice: segunda quincena de julio de 2018 = 100"),
                minimum=0,
            ),
            Field(
                "cpi_core",
                "number",
                N_("Índice subyacente: sin alimentos frescos ni energía"),
                N_("índice: segunda quincena de julio de 2018 = 100"),
                minimum=0,
            ),
            Field(
                "cpi_non_core",
                "number",
                N_("Índice no subyacente: alimentos frescos, energía y tarifas"),
                N_("índice: segunda quincena de julio de 2018 = 100"),
                minimum=0,
            ),
            Field(
                "exchange_rate",
                "number",
                N_("Tipo de cambio FIX, promedio del mes"),
                N_("pesos por dólar"),
                minimum=0,
                blank=True,
            ),
        ),
    ),
)
