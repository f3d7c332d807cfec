"""Work and pay of the residents of each country: ILOSTAT, and a sample of a household survey."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers import ilo
from datasets.recipes.publishers.ilo_errors import ERROR
from datasets.recipes.publishers.ilo_wages import earnings_monthly
from datasets.recipes.publishers.indec import survey_sample
from datasets.recipes.tables.fields import ISO3, YEAR
from datasets.recipes.tables.survey_fields import SURVEY_FIELDS

COUNTRIES = "country_ref/countries_multilingual.csv"
ILO = N_("Organización Internacional del Trabajo (OIT), ILOSTAT")
SDG_EDITION = N_("indicadores de los ODS, copia sin fecha de descarga")
SDG_REPOSITORIES = "dauphine-data-daniel/final-project-sdg8@b72ff59b; relatoscondatos/data_global@1473f4e5"
PER_HOUR = N_("moneda local por hora")
PPP_DOLLARS = N_("dólares PPA de 2021 por mes")

SEX = Field(
    "sex",
    "string",
    N_("total, male (hombres), female (mujeres) u other (otro, que dan muy pocos países)"),
    values=("total", "male", "female", "other"),
)
FLAG = Field(
    "flag",
    "string",
    N_("B: ruptura de la serie; U: poco fiable (con el valor retenido si la celda está vacía); vacío: sin aviso"),
    values=("B", "U"),
    blank=True,
)
FLAG_OF_EARNINGS = Field(
    "flag",
    "string",
    N_(
        "B: ruptura de la serie; U: poco fiable; E: error evidente de quien publica (cero por hora, o menos de un "
        "dólar al mes), señalado por el curso, con el valor tal como se publica; vacío: sin aviso"
    ),
    values=("B", "U", ERROR),
    blank=True,
)
SOURCE = Field("source", "string", N_("Código que ILOSTAT da a la encuesta o censo; no se comparan sin mirarlo"))
NOTE_SOURCE = Field(
    "note_source", "string", N_("Aviso de ILOSTAT sobre la fuente, en inglés: edades, lugares, fechas"), blank=True
)

ONE_SURVEY = N_("Cada país tiene su encuesta y su año: la mayoría de los países no da todos los años.")
BREAKS = N_("Tras una marca B la serie no se compara con los años anteriores; una U pide no publicar la cifra sola.")
WITHHELD = N_("Una celda vacía es un valor que la OIT retiene por poco fiable; no es cero.")

ACTIVITIES = (
    "ECO_AGGREGATE_AGR", "ECO_AGGREGATE_CON", "ECO_AGGREGATE_MAN", "ECO_AGGREGATE_MEL", "ECO_AGGREGATE_MKT",
    "ECO_AGGREGATE_PUB", "ECO_AGGREGATE_TOTAL", "ECO_AGGREGATE_X", "ECO_AGNAG_AGR", "ECO_AGNAG_NAG", "ECO_AGNAG_TOTAL",
    "ECO_SECTOR_AGR", "ECO_SECTOR_IND", "ECO_SECTOR_SER", "ECO_SECTOR_TOTAL", "ECO_SECTOR_X",
)  # fmt: skip
OCCUPATIONS = (
    *(f"OCU_ISCO08_{group}" for group in "0123456789X"),
    "OCU_ISCO08_TOTAL", "OCU_SKILL_L1", "OCU_SKILL_L2", "OCU_SKILL_L3-4", "OCU_SKILL_TOTAL", "OCU_SKILL_X",
)  # fmt: skip

TABLES = (
    Table(
        name="informality",
        recipe=ilo.informality,
        title=N_("Empleo informal por sexo y actividad (ODS 8.3.1)"),
        publisher=ILO,
        edition=SDG_EDITION,
        obtained=SDG_REPOSITORIES,
        licence="CC BY 4.0",
        limits=(
            N_("Es la parte del empleo que es informal, según la encuesta de cada país; no cuenta personas."),
            ONE_SURVEY,
            BREAKS,
            WITHHELD,
            N_("Los tres totales (ECO_SECTOR_TOTAL, ECO_AGNAG_TOTAL y ECO_AGGREGATE_TOTAL) son el mismo valor."),
            N_("Hay una descarga posterior, revisada, en informality_vintages: no se empalman."),
        ),
        key=("iso3", "year", "sex", "activity"),
        core=True,
        files=("ilostat/informal_employment_rate_sdg831.csv",),
        places=("iso3",),
        time="year",
        cite=N_("OIT, ILOSTAT, indicador 8.3.1 de los ODS: empleo informal en % del empleo, por sexo y sector."),
        fields=(
            ISO3,
            YEAR,
            SEX,
            Field(
                "activity",
                "string",
                N_(
                    "Actividad, con el código de ILOSTAT: SECTOR es agricultura (AGR), industria (IND) y servicios "
                    "(SER); AGNAG es agricultura (AGR) y lo demás (NAG); AGGREGATE es agricultura (AGR), manufactura "
                    "(MAN), construcción (CON), minas y energía (MEL), servicios de mercado (MKT) y públicos (PUB); "
                    "TOTAL es el total y X lo no clasificado"
                ),
                values=ACTIVITIES,
            ),
            Field("value", "number", N_("Empleo informal"), N_("% del empleo"), minimum=0, maximum=100, blank=True),
            FLAG,
            SOURCE,
        ),
    ),
    Table(
        name="informality_vintages",
        recipe=ilo.informality_vintages,
        title=N_("El mismo empleo informal según dos descargas de ILOSTAT"),
        publisher=ILO,
        edition=N_("ODS 8.3.1, copia sin fecha de descarga; EMP_NIFL_SEX_RT_A, descarga del 26 de julio de 2024"),
        obtained=SDG_REPOSITORIES,
        licence="CC BY 4.0",
        limits=(
            N_("Ambas dan el empleo informal en % del empleo, de todas las actividades juntas."),
            N_("La de julio de 2024 trae años más recientes y revisa 1 683 de las 3 328 celdas comunes."),
            N_("Solo la descarga de julio de 2024 trae notas; no trae actividades."),
            N_("No se suman ni se empalman ediciones: cada una recalcula también los años anteriores."),
            ONE_SURVEY,
        ),
        key=("edition", "iso3", "year", "sex"),
        files=(
            "ilostat/informal_employment_rate_sdg831.csv",
            "ilostat/raw_EMP_NIFL_SEX_RT_A_2024-07-26.csv",
            COUNTRIES,
        ),
        places=("iso3",),
        time="year",
        cite=N_("OIT, ILOSTAT, empleo informal por sexo: ODS 8.3.1 y EMP_NIFL_SEX_RT_A (26 de julio de 2024)."),
        fields=(
            Field(
                "edition",
                "string",
                N_("SDG 8.3.1, o el día de la descarga: 2024-07-26"),
                values=(ilo.SDG_EDITION, ilo.LATER_EDITION),
            ),
            ISO3,
            YEAR,
            SEX,
            Field("value", "number", N_("Empleo informal"), N_("% del empleo"), minimum=0, maximum=100, blank=True),
            FLAG,
            Field("source", "string", N_("Encuesta: su código en la edición SDG 8.3.1, su nombre en la otra")),
            Field("note_indicator", "string", N_("Aviso de ILOSTAT sobre el indicador, en inglés"), blank=True),
            NOTE_SOURCE,
        ),
    ),
    Table(
        name="neet",
        recipe=ilo.neet,
        title=N_("Jóvenes de 15 a 24 que no estudian ni trabajan (ODS 8.6.1)"),
        publisher=ILO,
        edition=SDG_EDITION,
        obtained=SDG_REPOSITORIES,
        licence="CC BY 4.0",
        limits=(
            N_("El denominador es toda la población de 15 a 24 años, no la que está fuera del empleo."),
            N_("Cuenta también a quienes cuidan o buscan trabajo: «no estudia ni trabaja» no es «no hace nada»."),
            ONE_SURVEY,
            BREAKS,
            WITHHELD,
        ),
        key=("iso3", "year", "sex"),
        core=True,
        files=("ilostat/neet_rate_15_24.csv",),
        places=("iso3",),
        time="year",
        cite=N_("OIT, ILOSTAT, indicador 8.6.1 de los ODS: jóvenes que no estudian ni trabajan, por sexo."),
        fields=(
            ISO3,
            YEAR,
            SEX,
            Field(
                "value",
                "number",
                N_("Jóvenes que no tienen empleo, no estudian ni se forman"),
                N_("% de la población de 15 a 24 años"),
                minimum=0,
                maximum=100,
                blank=True,
            ),
            FLAG,
            SOURCE,
        ),
    ),
    Table(
        name="earnings_occupation",
        recipe=ilo.earnings_occupation,
        title=N_("Ganancia media por hora, por sexo y ocupación (ODS 8.5.1)"),
        publisher=ILO,
        edition=SDG_EDITION,
        obtained=SDG_REPOSITORIES,
        licence="CC BY 4.0",
        limits=(
            N_("Está en moneda local corriente: no se comparan países ni años sin convertir."),
            N_("Es la ganancia de personas asalariadas; no incluye trabajo por cuenta propia."),
            N_(
                "Los niveles de competencia son bajo (L1), medio (L2) y alto (L3-4); no se dice cuántas personas hay "
                "en cada uno, así que el total no se puede rehacer."
            ),
            N_("84 celdas dicen 0, que no es una ganancia: quedan como se publican, con la marca E del curso; no las "
               "use. En 41 el valor de ambos sexos no está entre el de mujeres y el de hombres, como en la fuente."),
            N_("Las 124 celdas de Granada (2018 a 2020) dicen de 0,03 a 0,06 dólares del Caribe Oriental por hora, que "
               "no puede ser: quizás están en otra unidad. No llevan la marca E."),
            ONE_SURVEY,
            BREAKS,
        ),
        key=("iso3", "year", "sex", "occupation"),
        files=("ilostat/avg_hourly_earnings_occupation_sdg851.csv",),
        places=("iso3",),
        time="year",
        cite=N_("OIT, ILOSTAT, indicador 8.5.1 de los ODS: ganancia media por hora, por sexo y ocupación."),
        fields=(
            ISO3,
            YEAR,
            SEX,
            Field(
                "occupation",
                "string",
                N_(
                    "Ocupación, con el código de ILOSTAT: OCU_ISCO08_0 a 9 es el gran grupo de la CIUO-08; "
                    "OCU_SKILL_L1 es competencia baja, L2 media y L3-4 alta; TOTAL es el total y X lo no clasificado"
                ),
                values=OCCUPATIONS,
            ),
            Field("value", "number", N_("Ganancia media por hora"), PER_HOUR, minimum=0),
            FLAG_OF_EARNINGS,
            SOURCE,
            Field("note", "string", N_("Códigos de nota de ILOSTAT: T30 es la moneda (falta en Portugal en 2015), los "
                                       "demás la definición")),
        ),
    ),
    Table(
        name="earnings_monthly",
        recipe=earnings_monthly,
        title=N_("Ganancia media mensual por sexo y área, en dólares PPA de 2021"),
        publisher=ILO,
        edition=N_("ganancia media mensual por sexo y área, 2014–2024"),
        obtained="openwashdata-conf/ilostat-wage@ac2cf975",
        licence=N_("CC BY 4.0 (declarada)"),
        limits=(
            N_("En dólares internacionales de 2021: mide lo que se compra, no lo que llega en una remesa."),
            N_("Es la ganancia media de personas asalariadas, no un sueldo de oferta ni la mediana."),
            ONE_SURVEY,
            BREAKS,
            N_("Las nueve celdas de Ruanda de 2024 dicen «0.003», un error de quien publica: quedan como se publican, "
               "con la marca E del curso; no las use."),
        ),
        key=("iso3", "year", "sex", "area"),
        core=True,
        files=("ilostat_wage/ilostat_wage.csv", COUNTRIES),
        places=("iso3",),
        time="year",
        cite=N_("OIT, ILOSTAT, ganancia media mensual de personas asalariadas por sexo y área, dólares PPA de 2021."),
        fields=(
            ISO3,
            YEAR,
            SEX,
            Field(
                "area",
                "string",
                N_("national (todo el país), rural o urban (urbana)"),
                values=("national", "rural", "urban"),
            ),
            Field("value", "number", N_("Ganancia media mensual"), PPP_DOLLARS, minimum=0),
            FLAG_OF_EARNINGS,
            Field("source", "string", N_("Encuesta de la que viene, en inglés")),
            Field("note_indicator", "string", N_("Moneda de la encuesta y otros avisos, en inglés"), blank=True),
            NOTE_SOURCE,
        ),
    ),
    Table(
        name="survey_sample",
        recipe=survey_sample,
        title=N_("Muestra de 4 000 personas de la Encuesta Permanente de Hogares de la Argentina"),
        publisher=N_("Instituto Nacional de Estadística y Censos (INDEC), Argentina"),
        edition=N_("EPH, base individual, tercer y cuarto trimestres de 2016"),
        obtained="cran/eph@b0f4c399",
        licence=N_("datos abiertos del INDEC; el paquete que los trae, MIT"),
        limits=(
            N_("Es una muestra de la muestra: 2 000 personas por trimestre, de 32 aglomerados urbanos; sirve para "
               "aprender, no para publicar cifras de la Argentina."),
            N_("Toda cifra se pondera: PONDERA para personas, PONDIIO para P21, PONDII para P47T."),
            N_("Se conservan los códigos del INDEC: -1 es menos de un año de edad, -9 no respondió un monto, 999 en "
               "PP3E_TOT no respondió las horas; hay que apartarlos antes de calcular."),
            N_("Hay 29 personas que están en los dos trimestres."),
            N_("Son muy pocas las personas nacidas en otro país: 56 en el tercer trimestre."),
            N_("No dice quién está disponible para trabajar ni quién asiste a estudiar."),
            N_("CODUSU es el seudónimo de la vivienda que el propio INDEC publica, sin dirección ni nombre; se deja "
               "porque permite seguir a una persona entre trimestres. No se debe intentar identificar a nadie."),
        ),
        key=("CODUSU", "NRO_HOGAR", "COMPONENTE", "ANO4", "TRIMESTRE"),
        files=("microdata_samples/eph_argentina_2016_t3_t4_sample.csv",),
        time="ANO4",
        cite=N_("INDEC, Encuesta Permanente de Hogares, base individual, 3.er y 4.º trimestres de 2016 (muestra)."),
        fields=SURVEY_FIELDS,
    ),
)  # fmt: skip
