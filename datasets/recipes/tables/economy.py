"""Population and economy of a country."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import wdi
from datasets.recipes.tables.fields import DOLLARS, ISO3, PERCENT, PERSONS, SEX, YEAR

BANK = N_("Banco Mundial")
WDI = N_("World Development Indicators, julio de 2026")
OBTAINED = "datasets/world-development-indicators@4ebec5a2"
CITE = N_("Banco Mundial (2026). World Development Indicators, edición de julio de 2026. CC BY 4.0.")
PANEL = (wdi.PANEL,)
NOT_GIVEN = N_("Una celda en blanco no está dada; no es cero.")
INTERNATIONAL = N_("dólares internacionales")

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
                "El mundo (WLD) tiene entre 20 y 24 millones más que la suma de los países: el Banco Mundial no da "
                "todos los territorios por separado."
            ),
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
            Field(
                "iso3", "string", N_("Código ISO 3166-1 de tres letras; WLD es el mundo"), place=True, totals=("WLD",)
            ),
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
                "El PIB por habitante es gdp entre population, salvo en seis países cuyo PIB cubre otro territorio: "
                "Chipre, Marruecos, Rusia, Sudán, Tanzania y Ucrania."
            ),
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
)
