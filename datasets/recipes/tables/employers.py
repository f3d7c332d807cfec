"""What employers abroad ask for, and the visas and permits that follow."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.esdc import lmia
from datasets.recipes.publishers.esdc_annual import sawp
from datasets.recipes.publishers.us_labor import job_orders
from datasets.recipes.publishers.us_state import CLASSES, visas

PUBLIC_DOMAIN = N_("dominio público de los EE. UU.")
ESDC = N_("Empleo y Desarrollo Social de Canadá (ESDC)")
CANADA = "shubhleendhaka/Labor-Market-Analysis@68528278"
OPEN_CANADA = N_("Licencia de Gobierno Abierto de Canadá (OGL-Canada)")
POSITIONS = N_("puestos")
FISCAL_YEAR = Field(
    "fiscal_year",
    "integer",
    N_("Año fiscal de los EE. UU.: de octubre del año anterior a septiembre"),
    minimum=1997,
    maximum=2100,
)


def words(name: str, description: str, *, blank: bool = True) -> Field:
    """Return a column of text as the publisher prints it."""
    return Field(name, "string", description, blank=blank)


def counted(name: str, description: str, unit: str = "", *, blank: bool = False) -> Field:
    """Return a column of counts."""
    return Field(name, "integer", description, unit, minimum=0, blank=blank)


TABLES = (
    Table(
        name="job_orders",
        recipe=job_orders,
        title=N_("Pedidos de personal temporal H-2A y H-2B en los Estados Unidos"),
        publisher=N_("Departamento de Trabajo de los Estados Unidos"),
        edition=N_("H-2A, años fiscales 2016 y 2017; H-2B, años fiscales 2018 y 2019"),
        obtained="BuzzFeedNews/H-2-certification-data@bd2f1dc9",
        licence=PUBLIC_DOMAIN,
        limits=(
            N_("Cuenta puestos pedidos y certificados, no personas contratadas ni visas."),
            N_(
                "En H-2A un pedido de varios empleadores trae una fila PRI con el total y una SUB por empleador: "
                "sumarlas cuenta dos veces (2017: 200 049 sin SUB, 224 975 con ellas). En 23 pedidos de 2017 las SUB "
                "suman más que su PRI."
            ),
            N_(
                "El pago va como se imprimió: pay_rate es texto y en 2018 trae «$»; pay_unit puede ser hora, semana, "
                "mes, año o pieza; hay pagos semanales anotados como por hora y 15 celdas con «#» en lugar de la cifra."
            ),
            N_("También hay horas y fechas imposibles (875 horas; el año 2106): se dejan como están."),
            N_("No trae nombres ni contactos de empleadores, ni la clave que los reemplazaba en la fuente."),
            N_("Estados en dos letras hasta 2018 y con nombre entero en 2019; «H-2A» no cubre los años 2018 y 2019."),
        ),
        key=("visa", "fiscal_year", "case_number", "row"),
        files=("us_h2_job_orders/h2_job_orders_fy2016_2019.csv",),
        time="fiscal_year",
        cite=N_("Departamento de Trabajo de los EE. UU., datos de certificación H-2A y H-2B, años fiscales 2016–2019."),
        fields=(
            Field("visa", "string", N_("H-2A (agrícola) o H-2B (no agrícola)"), values=("H-2A", "H-2B")),
            FISCAL_YEAR,
            words("case_number", N_("Número del expediente"), blank=False),
            Field("row", "integer", N_("Fila dentro del expediente, en el orden del publicador"), minimum=1),
            Field(
                "primary_sub",
                "string",
                N_("PRI: fila del pedido; SUB: parte de un empleador, ya contada en PRI; vacío en H-2B"),
                values=("PRI", "SUB"),
                blank=True,
            ),
            words("decision_date", N_("Fecha de la decisión, AAAA-MM-DD")),
            words("status", N_("Decisión: certificado, en parte, denegado, retirado, vencido…"), blank=False),
            words("employer_state", N_("Estado del empleador")),
            words("begin_date", N_("Primer día de trabajo, AAAA-MM-DD")),
            words("end_date", N_("Último día de trabajo, AAAA-MM-DD")),
            words("job_title", N_("Puesto, como lo escribió quien pide")),
            words("soc_code", N_("Ocupación SOC 2010, a veces con sufijo: 45-2092 o 45-2092.02")),
            words("soc_title", N_("Nombre de la ocupación SOC, a veces cortado")),
            words("naics", N_("Actividad del empleador (NAICS), de 2 a 6 cifras")),
            words("primary_crop", N_("Cultivo principal, solo H-2A")),
            counted("workers_requested", N_("Puestos pedidos"), POSITIONS, blank=True),
            counted("workers_certified", N_("Puestos certificados; vacío si no se dio"), POSITIONS, blank=True),
            Field("hours_week", "number", N_("Horas por semana, con errores de captura"), N_("horas"), minimum=0,
                  blank=True),
            words("pay_rate", N_("Pago, como se imprimió; en dólares de los EE. UU.")),
            words("pay_unit", N_("Unidad del pago, como se imprimió: Hour, Hourly, Week, Month, Piece Rate…")),
            words("need", N_("Tipo de necesidad: estacional, pico de trabajo, única, intermitente")),
            words("education", N_("Estudios que se piden, casi siempre vacío")),
            words("experience_required", N_("Si se pide experiencia: Y, N, Yes, No")),
            counted("experience_months", N_("Meses de experiencia que se piden"), N_("meses"), blank=True),
            words("worksite_city", N_("Ciudad del trabajo")),
            words("worksite_state", N_("Estado del trabajo")),
            words("organization_flag", N_("Quién pide, solo H-2A: empleador, asociación o contratista")),
        ),
    ),
    Table(
        name="visas",
        recipe=visas,
        title=N_("Visas de no inmigrante emitidas por los Estados Unidos, por nacionalidad y clase"),
        publisher=N_("Departamento de Estado de los Estados Unidos"),
        edition=N_("Nonimmigrant Visa Statistics, años fiscales 1997–2024"),
        obtained="shammykr/Visa_Analysis@4bca9967",
        licence=PUBLIC_DOMAIN,
        limits=(
            N_("Cuenta visas emitidas, no personas ni entradas: una persona puede recibir varias en un año."),
            N_("Diez clases de trabajo, estudio e intercambio, y GRANDTOTAL: todas, también las no listadas."),
            N_("0 es cero emitidas o una clase que ese año aún no existía; H-2R solo existió de 2005 a 2007."),
            N_("Sin código ISO: apátridas, laissez-passer de la ONU, Serbia y Montenegro, y una fila «Asia» de 2023 "
               "que la fuente dejó en ceros bajo «África»."),
            N_("Kosovo (XKX) y Micronesia (FSM) llegan sin código en la fuente y aquí lo llevan."),
            N_("No dice sexo, edad, ocupación ni destino dentro del país."),
        ),
        key=("fiscal_year", "nationality", "visa_class"),
        core=True,
        files=("us_niv/niv_issued_selected_classes_fy1997_2024.csv",),
        places=("iso3",),
        time="fiscal_year",
        cite=N_("Departamento de Estado de los EE. UU., Nonimmigrant Visa Issuances by Visa Class and by Nationality."),
        fields=(
            FISCAL_YEAR,
            Field("iso3", "string", N_("Nacionalidad (ISO3); vacío para grupos"), blank=True, place=True),
            words("nationality", N_("Nacionalidad, como se imprimió en inglés"), blank=False),
            words("region_label", N_("Región bajo la que se imprimió, en inglés"), blank=False),
            Field(
                "visa_class",
                "string",
                N_("Clase: H-2A trabajo agrícola, H-2B no agrícola, H-1B especialidad, GRANDTOTAL todas…"),
                values=tuple(CLASSES.values()),
            ),
            counted("issued", N_("Visas emitidas"), N_("visas")),
        ),
    ),
    Table(
        name="lmia",
        recipe=lmia,
        title=N_("Evaluaciones positivas del mercado laboral en Canadá, por provincia, vía y ocupación"),
        publisher=ESDC,
        edition=N_("Listas de empleadores con LMIA positiva, de 2016 a 2023"),
        obtained=CANADA,
        licence=OPEN_CANADA,
        limits=(
            N_("Cuenta puestos autorizados, no personas que llegaron ni permisos de trabajo."),
            N_("Los períodos no son iguales: 2016 es un año entero, 2017Q1-Q2 un semestre, lo demás trimestres."),
            N_("En 2016 no hay vía (stream); en 24 filas no hay ocupación o dice «(blank)»: se dejan como están."),
            N_("«employers» cuenta empleadores por fila: el mismo puede estar en varias; no se suman. En 6 filas hay "
               "más empleadores que puestos."),
            N_("Hasta 2019Q2 provincia y vía se imprimían una vez por bloque; la fuente las repite fila por fila."),
            N_("Las ocupaciones son de la NOC 2011 de Canadá, no de la CIUO. No trae nombres de empleadores."),
        ),
        key=("period", "province", "row"),
        files=("canada_lmia/lmia_positive_2016_2023_by_province_stream_noc.csv",),
        time="period",
        cite=N_("ESDC Canadá, Temporary Foreign Worker Program: Positive LMIA Employers List, 2016–2023."),
        fields=(
            words("period", N_("Período: 2016, 2017Q1-Q2, y después trimestres (2017Q3)"), blank=False),
            words("province", N_("Provincia o territorio, en inglés; o sede fuera del país"), blank=False),
            Field("row", "integer", N_("Fila dentro del período y la provincia, en el orden de la fuente"), minimum=1),
            words("stream", N_("Vía: salario alto o bajo, agricultura primaria, talento global…; vacía en 2016")),
            words("noc", N_("Ocupación NOC 2011 de cuatro cifras; el cero inicial cuenta")),
            words("occupation", N_("Nombre de la ocupación, en inglés")),
            counted("employers", N_("Empleadores con evaluación positiva"), N_("empleadores")),
            counted("positions", N_("Puestos autorizados"), POSITIONS),
        ),
    ),
    Table(
        name="sawp",
        recipe=sawp,
        title=N_("Programa de Trabajadores Agrícolas Temporales de Canadá: cuadros anuales"),
        publisher=ESDC,
        edition=N_("TFWP, cuadros anuales de 2023: 11 a 13 y 25 a 27"),
        obtained=CANADA,
        licence=OPEN_CANADA,
        limits=(
            N_("Los cuadros 25 a 27 son del programa agrícola (SAWP); 11 a 13, de todo el programa temporal (TFWP)."),
            N_("25 cuenta evaluaciones; 26 y 27, puestos; 11, empleadores; 12 y 13, puestos. No se suman entre sí."),
            N_("Los cuadros 11 a 13 llegaron sin título: no dicen si incluyen evaluaciones negativas (untold)."),
            N_("«Total» es la suma de su provincia y Canada la del país: no se suman con sus partes. En el cuadro 13 "
               "seis totales no son la suma de sus vías; en el 11 las provincias suman más que Canadá, porque un "
               "empleador puede estar en varias, y en el 12 algo menos en 2016 y 2017, por puestos sin lugar."),
            N_("Cuenta puestos, no personas, y no dice su país ni su sexo."),
            N_("El cuadro 25 perdió los acentos: los nombres se toman del 26, por código de región."),
        ),
        key=("table", "province", "item", "year", "outcome"),
        files=tuple(
            f"canada_lmia/annual_tables/{file}.csv"
            for file in (
                *(f"Empoyer_table{number}" for number in (11, 12, 13)),
                *(f"tfwp2023_annual_table_{number}_e" for number in (25, 26, 27)),
            )
        ),
        time="year",
        cite=N_("ESDC Canadá, Temporary Foreign Worker Program, LMIA statistics 2016–2023, cuadros 11–13 y 25–27."),
        fields=(
            Field("table", "integer", N_("Número del cuadro del publicador"), minimum=11, maximum=27),
            Field("programme", "string", N_("SAWP (agrícola) o TFWP (todo el programa)"), values=("SAWP", "TFWP")),
            Field(
                "measure",
                "string",
                N_("Qué cuenta: lmias (evaluaciones), positions (puestos) o employers (empleadores)"),
                values=("lmias", "positions", "employers"),
            ),
            words("province", N_("Provincia o territorio, en inglés; Canada es el país"), blank=False),
            words("code", N_("Código de la región económica o de la ocupación NOC 2011; vacío en totales y vías")),
            words("item", N_("Región, ocupación o vía, en inglés; Total es la suma de la provincia"), blank=False),
            Field("year", "integer", N_("Año civil"), minimum=2016, maximum=2023),
            Field(
                "outcome",
                "string",
                N_("positive (autorizado), negative (denegado) o untold (el cuadro no lo dice)"),
                values=("positive", "negative", "untold"),
            ),
            counted("value", N_("Lo que dice measure")),
        ),
    ),
)  # fmt: skip
