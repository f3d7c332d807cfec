"""Remittances: what countries receive and pay, between which countries, at what cost."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import banxico, knomad, remittance_prices, wdi
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
                "Puede estar muy lejos de lo registrado: de México a Guatemala en 2021 estima 417,8 millones, y el "
                "Banco de México registra 16,5."
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
                "sender", "string", N_("País desde donde se envía (ISO3); WLD es el total, solo en 2021"), place=True
            ),
            Field("receiver", "string", N_("País que recibe (ISO3); WLD es el total, solo en 2021"), place=True),
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
        name="remittances_mexico",
        recipe=banxico.remittances_mexico,
        title=N_("México: remesas registradas por mes, y por país y estado cada trimestre"),
        publisher="Banco de México",
        edition=N_("Sistema de Información Económica, hasta mayo de 2026; desgloses hasta el primer trimestre de 2026"),
        obtained="lapanquecita/remesas@7b108a40",
        licence=N_("términos de uso del Banco de México"),
        to_confirm=True,
        cite=N_("Banco de México (2026). Ingresos y egresos por remesas. Sistema de Información Económica."),
        limits=(
            RECORDED,
            N_(
                "En dólares, no en millones. El total es mensual; los desgloses son trimestrales y llevan el primer "
                "mes del trimestre: la columna months dice cuántos meses abarca cada importe."
            ),
            N_(
                "Los desgloses no se suman entre sí: country reparte lo recibido y lo pagado por país; us_state, lo "
                "que llega de los Estados Unidos; state, lo recibido según la entidad de México. Cada desglose suma lo "
                "suyo salvo unos dólares de redondeo."
            ),
            N_(
                "Los códigos son los del Banco de México, también los que no son de ISO 3166: ABK (Abjasia), ANT "
                "(Antillas Holandesas), XXX y XX (sin identificar); PSE tiene dos filas, Palestina y Cisjordania."
            ),
            N_("Más de una quinta parte de las celdas por país son cero en la fuente, y así quedan."),
            NOT_BY_SEX,
        ),
        key=("month", "flow", "breakdown", "place", "place_name"),
        files=tuple(f"banxico/remesas_{part}.csv" for part in ("mensuales", "pais", "usa", "entidad")),
        places=("place",),
        time="month",
        fields=(
            Field("month", "string", N_("Mes, como 2024-06; en los desgloses, el primero del trimestre")),
            Field(
                "flow",
                "string",
                N_("received (México recibe) o paid (México paga)"),
                values=("received", "paid"),
            ),
            Field(
                "breakdown",
                "string",
                N_("total, country (país), us_state (estado de los EE. UU.) o state (entidad de México)"),
                values=("total", "country", "us_state", "state"),
            ),
            Field("place", "string", N_("Código del lugar según el Banco de México; WLD en los totales")),
            Field("place_name", "string", N_("Nombre del lugar según el Banco de México")),
            Field(
                "operations",
                "integer",
                N_("Número de envíos; se da solo en los totales"),
                N_("envíos"),
                minimum=0,
                blank=True,
            ),
            Field("remittances", "integer", N_("Importe"), DOLLARS, minimum=0),
            Field("months", "integer", N_("Meses que abarca el importe: 1 o 3"), minimum=1, maximum=3),
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
