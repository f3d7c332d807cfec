"""Names of occupations and the ways from one classification to another."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.publishers.esco import occupation_crosswalk, occupation_titles, occupations

ISCO = Field("isco", "string", N_("Código CIUO-08 de 1 a 4 cifras; el cero inicial cuenta («0110»)"))
NO_PORTUGUESE = N_("No hay nombres en portugués.")

TABLES = (
    Table(
        name="occupations",
        recipe=occupations,
        title=N_("Clasificación Internacional Uniforme de Ocupaciones (CIUO-08) en tres idiomas"),
        publisher=N_("OIT (CIUO-08) y Comisión Europea (ESCO v1.0)"),
        edition="ISCO-08; ESCO v1.0",
        obtained="emanuellandell/public@d2764d58",
        licence=N_("CIUO-08 © OIT; nombres por ESCO, reutilización de la UE (CC BY 4.0)"),
        limits=(
            N_("Son 619 códigos: 10 grandes grupos, 43 subgrupos principales, 130 subgrupos y 436 grupos primarios."),
            N_("Los nombres en español y francés son los de ESCO y usan el masculino genérico de su fuente."),
            N_("No trae la descripción de tareas: la fuente la da solo en inglés y es de la OIT; consúltela allí."),
            NO_PORTUGUESE,
        ),
        key=("isco",),
        core=True,
        files=("esco_isco/isco08_multilingual.csv",),
        cite=N_("OIT, Clasificación Internacional Uniforme de Ocupaciones 2008; nombres según ESCO v1.0."),
        fields=(
            ISCO,
            Field("level", "integer", N_("Cifras del código: 1 gran grupo a 4 grupo primario"), minimum=1, maximum=4),
            Field("name_es", "string", N_("Nombre en español")),
            Field("name_en", "string", N_("Nombre en inglés")),
            Field("name_fr", "string", N_("Nombre en francés")),
        ),
    ),
    Table(
        name="occupation_crosswalk",
        recipe=occupation_crosswalk,
        title=N_("De la clasificación de los Estados Unidos (SOC 2010) a la CIUO-08"),
        publisher=N_("iscoCrosswalks, sobre la tabla de la Oficina de Estadísticas Laborales de los EE. UU."),
        edition="SOC 2010; ISCO-08",
        obtained="cran/iscoCrosswalks@0b24ad24",
        licence="MIT",
        limits=(
            N_(
                "Es de muchos a muchos: una ocupación SOC puede ir a varias de la CIUO y al revés; no hay pesos, y "
                "sumar tras cruzar cuenta dos veces."
            ),
            N_("Las dos listas van juntas: a cuatro cifras (grupos primarios) y a tres (subgrupos)."),
            N_(
                "En job_orders hay códigos SOC con sufijo, como 45-2092.02: aquí no están; se cruzan por los siete "
                "primeros caracteres, y solo queda fuera 45-4092, de un pedido."
            ),
        ),
        key=("soc", "isco"),
        files=("esco_isco/iscoCrosswalks_soc10_isco08.csv", "esco_isco/iscoCrosswalks_isco08_soc10.csv"),
        cite=N_("Paquete iscoCrosswalks de R, correspondencias entre SOC 2010 e ISCO-08."),
        fields=(
            Field("soc", "string", N_("Código SOC 2010, con guion como en job_orders: 45-2092")),
            Field("isco", "string", N_("Código CIUO-08 de 3 o 4 cifras; el cero inicial cuenta")),
            Field("level", "integer", N_("Cifras del código CIUO: 3 o 4"), minimum=3, maximum=4),
            Field("soc_title", "string", N_("Nombre de la ocupación SOC, en inglés")),
            Field("isco_name", "string", N_("Nombre del grupo de la CIUO, en inglés")),
        ),
    ),
    Table(
        name="occupation_titles",
        recipe=occupation_titles,
        title=N_("Nombres de puestos en uso, por grupo primario de la CIUO-08 (ESCO)"),
        publisher=N_("Comisión Europea, ESCO"),
        edition="ESCO v1.0",
        obtained="emanuellandell/public@d2764d58",
        licence=N_("reutilización de la UE (CC BY 4.0)"),
        limits=(
            N_("Son 2 942 ocupaciones del mercado europeo; los nombres de la región pueden faltar."),
            N_("El español es el de España; a veces da la forma masculina y la femenina con «/», a veces una."),
            N_("Dos ocupaciones pueden compartir nombre en español; en inglés no."),
            NO_PORTUGUESE,
        ),
        key=("isco", "name_en"),
        files=("esco_isco/esco_v1.0_occupations_es_en.csv",),
        cite=N_("Comisión Europea, ESCO v1.0, ocupaciones en español e inglés."),
        fields=(
            Field("isco", "string", N_("Grupo primario de la CIUO-08: cuatro cifras; el cero inicial cuenta")),
            Field("name_es", "string", N_("Nombre en español")),
            Field("name_en", "string", N_("Nombre en inglés")),
            Field("also_es", "string", N_("Otros nombres en español, separados por «|»"), blank=True),
            Field("also_en", "string", N_("Otros nombres en inglés, separados por «|»"), blank=True),
            Field("esco", "string", N_("Identificador de ESCO: va tras http://data.europa.eu/esco/occupation/")),
        ),
    ),
)
