"""The 44 columns coded of each text in ``agreement_provisions``."""

from datasets.recipes.declaration import N_, Field
from datasets.recipes.publishers.labour_agreements import DURATIONS, PRIOR

YEARS = N_("años")


def mentioned(name: str, description: str, blank: bool = False) -> Field:
    """Return the column of a clause: 1 where the text mentions it, 0 where it does not."""
    return Field(name, "integer", description, minimum=0, maximum=1, blank=blank)


CLAUSES = (
    mentioned("autorenew", N_("1 si el acuerdo se renueva solo; vacío si no se codificó"), blank=True),
    Field("bla_duration", "string", N_("Hasta cuándo vale, según el texto (en inglés)"), values=DURATIONS),
    Field("bla_duration_other", "string", N_("Vigencia en palabras, si es otra (en inglés)"), blank=True),
    Field("bla_duration_years", "integer", N_("Años de vigencia, si el texto los fija"), YEARS, (), 0, 99, blank=True),
    mentioned("past_bla_amend", N_("1 si enmienda un acuerdo anterior")),
    Field("past_bla_ref", "string", N_("Cuántos acuerdos anteriores menciona (en inglés)"), values=PRIOR),
    mentioned("past_bla_replace", N_("1 si reemplaza un acuerdo anterior")),
    mentioned("quota", N_("1 si fija o prevé un cupo de personas; vacío si no se codificó"), blank=True),
    Field("quota_num", "string", N_("El cupo como lo anotó quien leyó: un número o una frase en inglés"), blank=True),
    mentioned("intl_instr", N_("1 si menciona instrumentos internacionales")),
    mentioned("info_exch", N_("1 si menciona el intercambio de información entre las partes")),
    mentioned("info_dissem", N_("1 si menciona la difusión de información")),
    mentioned("govt_agencies", N_("1 si menciona qué organismos públicos son responsables")),
    mentioned("joint_commit", N_("1 si menciona un comité o comisión conjunta")),
    mentioned("recruit_cost_mig", N_("1 si menciona los costos de contratación de la persona migrante")),
    mentioned("recruit_auth", N_("1 si menciona quién está autorizado a reclutar")),
    Field("recruit_auth_who", "string", N_("A quién autoriza a reclutar; varios, separados por comas (en inglés)")),
    mentioned("labor_union_orig", N_("1 si menciona a los sindicatos del país de origen")),
    mentioned("labor_union_dest", N_("1 si menciona a los sindicatos del país de destino")),
    mentioned("labor_union_join", N_("1 si menciona que la persona migrante puede afiliarse a un sindicato")),
    mentioned("emp_orgs", N_("1 si menciona a las organizaciones de empleadores")),
    mentioned("ngos", N_("1 si menciona a organizaciones no gubernamentales")),
    mentioned("migrant_info", N_("1 si menciona qué información recibe la persona migrante")),
    mentioned("prot_equal", N_("1 si menciona igualdad de trato o no discriminación")),
    mentioned("prot_women", N_("1 si menciona la protección de las mujeres")),
    mentioned("prot_women_det", N_("1 si detalla la protección de las mujeres")),
    mentioned("prot_other", N_("1 si menciona la protección de otros grupos")),
    mentioned("contract_req", N_("1 si exige un contrato de trabajo")),
    mentioned("contract_standard", N_("1 si prevé un contrato tipo")),
    mentioned("contract_terms", N_("1 si menciona el contenido del contrato")),
    mentioned("wage_prot", N_("1 si menciona la protección del salario")),
    mentioned("housing_req", N_("1 si exige alojamiento")),
    mentioned("housing_cond", N_("1 si menciona las condiciones del alojamiento")),
    mentioned("housing_monitor", N_("1 si menciona la supervisión del alojamiento")),
    mentioned("work_monitor", N_("1 si menciona la supervisión de las condiciones de trabajo")),
    mentioned("passport", N_("1 si menciona los pasaportes o documentos de identidad")),
    mentioned("social_security", N_("1 si menciona la seguridad social")),
    mentioned(
        "disputes_emp_mig",
        N_("1 si menciona cómo se resuelven los conflictos entre la persona migrante y quien la emplea"),
    ),
    mentioned("mig_human_cap", N_("1 si menciona la formación de la persona migrante")),
    mentioned("credentials", N_("1 si menciona el reconocimiento de títulos o competencias")),
    mentioned("remittances", N_("1 si menciona las remesas")),
    mentioned("reintegration", N_("1 si menciona la reintegración al volver")),
    mentioned("contract_renewal", N_("1 si menciona la renovación del contrato")),
    mentioned("perm_resid", N_("1 si menciona la residencia permanente")),
)
