"""Mexico month by month: remittances that its central bank records, prices and exchange rate."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import banxico
from datasets.recipes.tables.economy import NOT_GIVEN
from datasets.recipes.tables.fields import DOLLARS
from datasets.recipes.tables.remittances import NOT_BY_SEX, RECORDED

BANK_OF_MEXICO = "Banco de México"
OBTAINED = "lapanquecita/remesas@7b108a40"
LICENCE = N_("términos de uso del Banco de México")
INDEX = N_("índice: segunda quincena de julio de 2018 = 100")

TABLES = (
    Table(
        name="remittances_mexico",
        recipe=banxico.remittances_mexico,
        title=N_("México: remesas registradas por mes, y por país y estado cada trimestre"),
        publisher=BANK_OF_MEXICO,
        edition=N_("Sistema de Información Económica, hasta mayo de 2026; desgloses hasta el primer trimestre de 2026"),
        obtained=OBTAINED,
        licence=LICENCE,
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
        core=True,
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
        name="prices_mexico",
        recipe=banxico.prices_mexico,
        title=N_("México: precios al consumidor y tipo de cambio por mes"),
        publisher=BANK_OF_MEXICO,
        edition=N_("Sistema de Información Económica, hasta junio de 2026"),
        obtained=OBTAINED,
        licence=LICENCE,
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
        core=True,
        files=("banxico/IPC.csv", "banxico/USDMXN.csv"),
        time="month",
        fields=(
            Field("month", "string", N_("Mes, como 2024-06")),
            Field(
                "cpi",
                "number",
                N_("Índice Nacional de Precios al Consumidor, general"),
                INDEX,
                minimum=0,
            ),
            Field(
                "cpi_core",
                "number",
                N_("Índice subyacente: sin alimentos frescos ni energía"),
                INDEX,
                minimum=0,
            ),
            Field(
                "cpi_non_core",
                "number",
                N_("Índice no subyacente: alimentos frescos, energía y tarifas"),
                INDEX,
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
