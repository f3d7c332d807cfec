"""Bilateral labour agreements, what their texts say, and the Convention on migrant workers."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.labour_agreements import TEXT_READ, agreement_provisions, agreements
from datasets.recipes.publishers.migrant_workers_convention import CONVENTION, STATUS, conventions
from datasets.recipes.tables.clauses import CLAUSES
from datasets.recipes.tables.fields import ISO3

CITE = (
    "Chilton, A. (2022), Bilateral Labor Agreements Dataset, version 2, Harvard Dataverse, doi:10.7910/DVN/QWSLYI; "
    "Chilton, A. & Woda, B. (2022), The Expanding Universe of Bilateral Labor Agreements, Theoretical Inquiries in Law."
)
COMPILERS = N_("Chilton y Woda, con listas anteriores de Chilton y Posner, de Peters y de Filipinas")
NOT_ALL = N_(
    "Son los acuerdos que se hallaron: muchos no se publican ni se registran. Un par de países sin fila no prueba "
    "que no haya acuerdo; entre Guatemala y México no hay ninguna."
)
LICENCE = N_("Harvard Dataverse, por confirmar; el Banco Mundial, que los redistribuye, los declara CC0 1.0")
CODES = N_(
    "El orden de los dos países es el de la fuente y no dice cuál es el origen. Checoslovaquia (CSK) y Yugoslavia "
    "(YUG) conservan su código retirado; Alemania Oriental no tiene código y queda vacío; Alemania Occidental es DEU."
)
UNKNOWN_YEAR = N_("El año 9999 de la fuente quiere decir desconocido: aquí queda vacío (una fila).")

TREATY = Field("treaty", "integer", N_("Número del acuerdo en la fuente, el mismo en las dos tablas"), minimum=1)
PAIR = (
    Field("country_a", "string", N_("Código ISO3 del primer país, o el retirado de un Estado anterior"), blank=True),
    Field("country_b", "string", N_("Código ISO3 del segundo país, o el retirado de un Estado anterior"), blank=True),
    Field("name_a", "string", N_("Nombre del primer país, como está impreso (en inglés)")),
    Field("name_b", "string", N_("Nombre del segundo país, como está impreso (en inglés)")),
    Field("year", "integer", N_("Año del acuerdo; vacío si se desconoce"), minimum=1900, maximum=2020, blank=True),
)


def yes_or_no(name: str, description: str) -> Field:
    """Return a column of 1 and 0."""
    return Field(name, "integer", description, minimum=0, maximum=1)


TABLES = (
    Table(
        name="agreements",
        recipe=agreements,
        title=N_("Acuerdos laborales bilaterales conocidos"),
        publisher=COMPILERS,
        edition=N_("Bilateral Labor Agreements Dataset, versión 2 (2022), formación de acuerdos hasta 2020"),
        obtained="NarcisseChangom/BLAs-Migration-repo@bf233339",
        licence=LICENCE,
        to_confirm=True,
        limits=(
            NOT_ALL,
            CODES,
            UNKNOWN_YEAR,
            N_("La fuente se presenta como de 1945 a 2020 y trae además dos acuerdos de 1927 y 1928."),
            N_(
                "Las fechas van como están impresas (mes/día/año): unas faltan, una trae dos fechas, y en siete filas "
                "el año de la firma no es el del acuerdo (una dice 2997)."
            ),
            N_("Una fila es un texto, también el que enmienda o prorroga otro: no es un acuerdo vigente."),
        ),
        key=("treaty",),
        core=True,
        files=("bla/bla_formation_1945_2020.csv",),
        places=("country_a", "country_b"),
        time="year",
        cite=CITE,
        fields=(
            TREATY,
            *PAIR,
            Field("signed", "string", N_("Fecha de la firma, como está impresa (mes/día/año)"), blank=True),
            Field("ratified", "string", N_("Fecha de ratificación, como está impresa (mes/día/año)"), blank=True),
            yes_or_no("copy_available", N_("1 si se halló una copia del texto")),
            yes_or_no("evidence_available", N_("1 si se halló otra prueba del acuerdo")),
            Field("compiled_from", "string", N_("Lista anterior de la que viene; vacío si es nueva"), blank=True),
            yes_or_no("copy_spanish", N_("1 si la copia está en español")),
        ),
    ),
    Table(
        name="agreement_provisions",
        recipe=agreement_provisions,
        title=N_("Qué mencionan 570 acuerdos laborales bilaterales"),
        publisher=COMPILERS,
        edition=N_("Bilateral Labor Agreements Dataset, versión 2 (2022), textos codificados"),
        obtained="NarcisseChangom/BLAs-Migration-repo@bf233339",
        licence=LICENCE,
        to_confirm=True,
        limits=(
            N_(
                "Solo 570 de los 1222 acuerdos se leyeron y codificaron: lo no leído no cuenta como ausente, y una "
                "proporción se calcula sobre 570."
            ),
            N_("Un 1 dice que el texto lo menciona; no dice con qué detalle ni que se cumpla."),
            N_(
                "El diccionario de códigos no venía con el archivo: las descripciones se leen de los nombres de las "
                "columnas. Ábralo en Harvard Dataverse antes de citar una cláusula."
            ),
            N_("109 títulos hablan de jóvenes o vacaciones: son programas de juventud más que de empleo."),
            N_("Los títulos van como están impresos, también cinco con letras dañadas («MÃ©xico»)."),
            N_("72 textos se leyeron en traducción automática: text_read lo dice."),
            CODES,
        ),
        key=("treaty",),
        files=("bla/bla_coding_provisions.csv",),
        places=("country_a", "country_b"),
        time="year",
        cite=CITE,
        fields=(
            TREATY,
            *PAIR,
            Field("title", "string", N_("Título, como está impreso")),
            Field("language", "string", N_("Idioma de la copia leída (en inglés)")),
            Field(
                "text_read",
                "string",
                N_("original, o translation si se leyó una traducción automática"),
                values=tuple(TEXT_READ.values()),
            ),
            *CLAUSES,
        ),
    ),
    Table(
        name="conventions",
        recipe=conventions,
        title=N_("Estado de la Convención sobre los trabajadores migratorios de 1990"),
        publisher=N_("Colección de Tratados de las Naciones Unidas (capítulo IV-13)"),
        edition=N_("compilación del World Politics Data Lab, agosto de 2022"),
        obtained="world-politics-datalab@fdb779e6",
        licence=N_("por confirmar"),
        to_confirm=True,
        limits=(
            N_("Es el estado en agosto de 2022: quien ratificó después figura sin hacerlo."),
            N_("Firmar no es ratificar: la Convención obliga al Estado parte, y allí donde la persona trabaja."),
            N_("Solo los 193 miembros de las Naciones Unidas; ni territorios ni Estados observadores."),
            N_("El año es el de la ratificación o adhesión; la fuente no da el de la firma."),
            N_(
                "Los convenios de la OIT (C97, C143, C181, C189) no están: su lista de ratificaciones no se pudo "
                "obtener."
            ),
        ),
        key=("iso3", "convention"),
        core=True,
        files=("treaties/hr_status_icmw.csv", "country_ref/countries_multilingual.csv"),
        places=("iso3",),
        time="year",
        cite=N_(
            "Naciones Unidas, Colección de Tratados, capítulo IV-13: Convención internacional sobre la protección de "
            "los derechos de todos los trabajadores migratorios y de sus familiares (Nueva York, 1990), agosto de 2022."
        ),
        fields=(
            ISO3,
            Field(
                "convention",
                "string",
                N_("ICMW 1990: Convención internacional sobre los trabajadores migratorios y sus familiares"),
                values=(CONVENTION,),
            ),
            Field(
                "status",
                "string",
                N_("state party (parte), signatory (firmó y no ratificó) o no action (ninguna)"),
                values=tuple(STATUS.values()),
            ),
            Field(
                "year",
                "integer",
                N_("Año de ratificación o adhesión; vacío si no es parte"),
                minimum=1990,
                maximum=2022,
                blank=True,
            ),
        ),
    ),
)
