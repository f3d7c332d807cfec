"""Remittances: what countries receive and pay, between which countries, at what cost."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import knomad, remittance_prices, wdi
from datasets.recipes.tables.economy import BANK, CITE
from datasets.recipes.tables.fields import DOLLARS, ISO3, PERCENT, YEAR

SENDER = Field("sender", "string", N_("País desde donde se envía (ISO3)"), place=True)
RECORDED = N_(
    "Cuenta lo que pasa por bancos y empresas de envío; lo que viaja en efectivo por otras vías queda fuera o "
    "se estima."
)
NOT_BY_SEX = N_("No se sabe cuánto envían las mujeres y cuánto los hombres: ninguna cifra viene por sexo.")
MODEL = N_(
    "Es un modelo, no un registro: reparte el total que recibe cada país según las existencias de personas migrantes "
    "y los ingresos en origen y destino."
)

TABLES = (
    Table(
        name="remittances",
        recipe=wdi.remittances,
        title=N_("Remesas recibidas y pagadas por país"),
        publisher=BANK,
        edition=N_("World Development Indicators, julio de 2026; remesas pagadas, edición de septiembre de 2021"),
        obtained="datasets/world-development-indicators@4ebec5a2; natesheehan/sdg_10C@33651940",
        licence="CC BY 4.0",
        cite=CITE,
        limits=(
            N_(
                "Remesas personales de la balanza de pagos: transferencias entre hogares y remuneración de quienes "
                "trabajan poco tiempo fuera. Por eso no coinciden con las que publica cada banco central."
            ),
            N_(
                "Las remesas pagadas vienen de una edición vieja, de septiembre de 2021, y terminan en 2020: no se "
                "restan de las recibidas de esta edición."
            ),
            N_("received_share se deriva aquí: received entre gdp de economy, por cien."),
            N_(
                "Puntos ciegos: Cuba no tiene ningún dato; Venezuela, ninguno después de 2016; Barbados, después de "
                "2017; Guyana, después de 2023. Esas celdas están en blanco, no en cero."
            ),
            RECORDED,
            NOT_BY_SEX,
        ),
        key=("iso3", "year"),
        files=(wdi.PANEL, wdi.PAID),
        places=("iso3",),
        time="year",
        core=True,
        fields=(
            ISO3,
            YEAR,
            Field("received", "number", N_("Remesas personales recibidas"), DOLLARS, minimum=0, blank=True),
            Field("paid", "number", N_("Remesas personales pagadas, edición de 2021"), DOLLARS, minimum=0, blank=True),
            Field(
                "received_share",
                "number",
                N_("Remesas recibidas respecto del PIB (derivada aquí)"),
                PERCENT,
                minimum=0,
                blank=True,
            ),
        ),
    ),
    Table(
        name="remittances_bilateral",
        recipe=knomad.remittances_bilateral,
        title=N_("Remesas entre países: estimación por modelo"),
        publisher=N_("Banco Mundial, KNOMAD"),
        edition=N_("Matrices bilaterales de 2018 (octubre de 2019) y 2021 (diciembre de 2022)"),
        obtained="hannahkates/global-remittances@ea902e16; artemdsmirnov/International-Payment-System-…@003938f9",
        licence="CC BY 4.0",
        cite=N_("Banco Mundial, KNOMAD (2019, 2022). Bilateral Remittance Matrix 2018 y 2021. CC BY 4.0."),
        limits=(
            MODEL,
            N_(
                "Puede estar muy lejos de lo registrado: de México a Guatemala en 2021 estima unas 25 veces lo que "
                "registra el Banco de México."
            ),
            N_("Solo 2021 trae totales, con el código WLD: quítelos antes de sumar."),
            N_("2018 va en millones enteros y omite lo menor; los dos años no se restan entre sí."),
            N_("Sin Cuba, y sin Surinam en 2018; Venezuela recibe en 2018 y no aparece como receptora en 2021."),
            N_("Un par ausente no es cero."),
        ),
        key=("year", "sender", "receiver"),
        files=tuple(f"knomad/bilateral_remittances_{year}_tidy.csv" for year in knomad.EDITIONS),
        places=("sender", "receiver"),
        time="year",
        core=True,
        fields=(
            YEAR,
            Field(
                "sender",
                "string",
                N_("País desde donde se envía (ISO3); WLD es el total, solo en 2021"),
                place=True,
                totals=("WLD",),
            ),
            Field(
                "receiver",
                "string",
                N_("País que recibe (ISO3); WLD es el total, solo en 2021"),
                place=True,
                totals=("WLD",),
            ),
            Field(
                "remittances",
                "number",
                N_("Remesas estimadas por el modelo"),
                N_("millones de dólares de los EE. UU."),
                minimum=0,
            ),
        ),
    ),
    Table(
        name="remittance_cost",
        recipe=remittance_prices.remittance_cost,
        title=N_("Costo medio de enviar 200 dólares, por corredor y trimestre"),
        publisher=N_("Banco Mundial, Remittance Prices Worldwide"),
        edition=N_("Promedios por corredor, 2011 a tercer trimestre de 2020"),
        obtained="natesheehan/sdg_10C@33651940",
        licence="CC BY 4.0",
        cite=N_("Banco Mundial (2020). Remittance Prices Worldwide, 2011–2020. CC BY 4.0."),
        limits=(
            N_("Termina en el tercer trimestre de 2020: no dice cuánto cuesta enviar hoy."),
            N_(
                "Es el promedio de los servicios encuestados, cada uno con el mismo peso: no lo que paga la mayoría. "
                "No separa comisión y margen de cambio, ni dice empresa o rapidez."
            ),
            N_("Son 377 corredores, 41 de ellos hacia América Latina y el Caribe; los demás no se encuestan."),
            N_(
                "Seis promedios son cero o negativos: el cliente obtuvo mejor cambio que el de referencia. Quedan como "
                "están."
            ),
            N_("ANT son las Antillas Neerlandesas, disueltas en 2010; no está en countries."),
        ),
        key=("sender", "receiver", "quarter"),
        files=(remittance_prices.FILE,),
        places=("sender", "receiver"),
        time="quarter",
        core=True,
        fields=(
            SENDER,
            Field("receiver", "string", N_("País que recibe (ISO3); ANT son las Antillas Neerlandesas")),
            Field("quarter", "string", N_("Trimestre, como 2020Q3; antes de 2013 hay dos por año")),
            Field(
                "cost",
                "number",
                N_("Costo total medio: comisión y margen de cambio"),
                N_("% de 200 dólares"),
                minimum=-20,
                maximum=100,
            ),
        ),
    ),
)
