"""Tables that are invented, because no real ones exist; each says so wherever it is shown."""

from datasets.recipes.declaration import N_, Field, Table
from datasets.recipes.synthetic.vacancy_register import COUNTRIES, OCCUPATIONS, vacancy_register
from datasets.recipes.tables.fields import PERSONS

VACANCIES = N_("vacantes")
DAYS = N_("días")
INVENTED_MONEY = N_("moneda inventada al mes")


def persons(name: str, description: str) -> Field:
    """Return a column that counts persons."""
    return Field(name, "integer", description, PERSONS, minimum=0)


TABLES = (
    Table(
        name="vacancy_register",
        recipe=vacancy_register,
        title=N_("Registro de vacantes SINTÉTICO (datos inventados) de cuatro países inventados"),
        publisher=N_("Corredores: inventado para este curso"),
        edition=N_("receta con semilla fija"),
        obtained="datasets/recipes/synthetic/vacancy_register.py",
        licence="CC BY 4.0",
        limits=(
            N_(
                "SINTÉTICO: ninguna cifra es de un país real. Los servicios de empleo de la región no publican un "
                "registro abierto de vacantes; este se inventó para practicar."
            ),
            N_("Auroria, Brumaria, Celidonia y Dunaria no existen; sus meses van de 1 a 12, de un año sin nombre."),
            N_(
                "Se fabricó para que las señales se distingan: la tensión anual se aparta de 1 al menos un 10 %, y los "
                "días de cobertura, de la mediana del país al menos 3. En un registro real hay casos dudosos."
            ),
            N_(
                "En Brumaria y Dunaria la curva de Beveridge se desplaza hacia afuera en el mes 7; en los otros dos "
                "países los meses solo se mueven a lo largo de ella."
            ),
            N_("Por sexo da las personas ocupadas y las que buscan empleo; vacantes y contrataciones, no."),
            N_("No lo use como ejemplo de cómo es una ocupación en su país, ni lo cite como fuente."),
        ),
        key=("country", "isco2", "month"),
        time="month",
        synthetic=True,
        core=True,
        cite=N_("Corredores, registro de vacantes sintético: datos inventados, no se citan como fuente."),
        fields=(
            Field("country", "string", N_("País inventado"), values=COUNTRIES),
            Field("isco2", "string", N_("Ocupación: subgrupo principal de la CIUO-08"), values=tuple(OCCUPATIONS)),
            Field("month", "integer", N_("Mes de un año inventado"), minimum=1, maximum=12),
            Field("vacancies", "integer", N_("Vacantes abiertas al fin del mes (inventadas)"), VACANCIES, minimum=1),
            persons("job_seekers", N_("Personas que buscan empleo al fin del mes (inventadas)")),
            persons("job_seekers_women", N_("Mujeres entre ellas (inventadas)")),
            persons("employed", N_("Personas ocupadas al fin del mes (inventadas)")),
            persons("employed_women", N_("Mujeres entre ellas (inventadas)")),
            persons("hires", N_("Contrataciones en el mes (inventadas)")),
            Field("days_to_fill", "integer", N_("Mediana de días hasta cubrir la vacante (inventada)"), DAYS,
                  minimum=1, maximum=365),
            Field("wage_offer", "integer", N_("Pago mensual medio que se ofrece (inventado)"), INVENTED_MONEY,
                  minimum=1),
        ),
    ),
)  # fmt: skip
