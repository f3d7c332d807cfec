"""The 47 columns of the household survey of Argentina, with INDEC's codes in plain words."""

from datasets.recipes.declaration import N_, Field

PESOS = N_("pesos argentinos por mes")
HOURS = N_("horas por semana")
PERSONS_WEIGHED = N_("personas")


def code(name: str, description: str, maximum: int, *, minimum: int = 0, blank: bool = False) -> Field:
    """Return a column of whole codes."""
    return Field(name, "integer", description, minimum=minimum, maximum=maximum, blank=blank)


def amount(name: str, description: str, *, blank: bool = False) -> Field:
    """Return a column of pesos, in which -9 means that it was not told."""
    return Field(name, "integer", description, PESOS, minimum=-9, blank=blank)


def weight(name: str, description: str) -> Field:
    """Return a column of weights."""
    return Field(name, "integer", description, PERSONS_WEIGHED, minimum=0)


SURVEY_FIELDS = (
    Field("CODUSU", "string", N_("Vivienda: seudónimo del INDEC, el mismo en los dos trimestres")),
    code("NRO_HOGAR", N_("Hogar dentro de la vivienda"), 99, minimum=1),
    code("COMPONENTE", N_("Persona dentro del hogar"), 99, minimum=1),
    code("ANO4", N_("Año"), 2016, minimum=2016),
    code("TRIMESTRE", N_("Trimestre: 3 o 4"), 4, minimum=3),
    code(
        "REGION",
        N_("Región: 1 Gran Buenos Aires, 40 Noroeste, 41 Noreste, 42 Cuyo, 43 Pampeana, 44 Patagónica"),
        44,
        minimum=1,
    ),
    code(
        "AGLOMERADO",
        N_(
            "Aglomerado urbano: 2 La Plata, 3 Bahía Blanca, 4 Rosario, 5 Santa Fe, 6 Paraná, 7 Posadas, 8 Resistencia, "
            "9 Comodoro Rivadavia, 10 Mendoza, 12 Corrientes, 13 Córdoba, 14 Concordia, 15 Formosa, 17 Neuquén, "
            "18 Santiago del Estero, 19 Jujuy, 20 Río Gallegos, 22 Catamarca, 23 Salta, 25 La Rioja, 26 San Luis, "
            "27 San Juan, 29 Tucumán, 30 Santa Rosa, 31 Ushuaia, 32 Ciudad de Buenos Aires, 33 Partidos del Gran "
            "Buenos Aires, 34 Mar del Plata, 36 Río Cuarto, 38 San Nicolás, 91 Rawson y Trelew, 93 Viedma"
        ),
        93,
        minimum=2,
    ),
    weight("PONDERA", N_("Peso: personas de la población a las que representa")),
    code(
        "CH03",
        N_(
            "Parentesco con la jefa o el jefe del hogar: 1 es ella o él, 2 pareja, 3 hija o hijo, 4 nuera o yerno, "
            "5 nieta o nieto, 6 madre o padre, 7 suegra o suegro, 8 hermana o hermano, 9 otro familiar, 10 no familiar"
        ),
        10,
        minimum=1,
    ),
    code("CH04", N_("Sexo: 1 hombre, 2 mujer"), 2, minimum=1),
    Field("CH06", "integer", N_("Edad; -1 es menos de un año"), N_("años cumplidos"), minimum=-1, maximum=110),
    code("CH07", N_("Estado civil: 1 unión, 2 matrimonio, 3 separación o divorcio, 4 viudez, 5 soltería"), 9,
         minimum=1),
    code(
        "CH12",
        N_(
            "Nivel más alto que cursa o cursó: 1 preescolar, 2 primario, 3 EGB, 4 secundario, 5 polimodal, "
            "6 terciario, 7 universitario, 8 posgrado, 9 educación especial, 99 no sabe, 0 no corresponde"
        ),
        99,
    ),
    code("CH13", N_("Terminó ese nivel: 1 sí, 2 no, 9 no sabe, 0 no corresponde"), 9),
    code(
        "CH14",
        N_("Último año que aprobó de ese nivel: 0 ninguno, 1 a 9, 98 educación especial, 99 no sabe"),
        99,
        blank=True,
    ),
    code(
        "CH15",
        N_(
            "Lugar de nacimiento: 1 esta localidad, 2 otra de la provincia, 3 otra provincia, 4 un país limítrofe, "
            "5 otro país, 9 no sabe"
        ),
        9,
        minimum=1,
    ),
    Field("CH15_COD", "string", N_("Provincia o país de nacimiento, abreviado como lo escribió cada encuestador"),
          blank=True),
    code(
        "CH16",
        N_(
            "Dónde vivía hace cinco años: 1 esta localidad, 2 otra de la provincia, 3 otra provincia, 4 un país "
            "limítrofe, 5 otro país, 6 no había nacido, 9 no sabe"
        ),
        9,
        minimum=1,
    ),
    Field("CH16_COD", "string", N_("Provincia o país de hace cinco años, abreviado como lo escribió cada encuestador"),
          blank=True),
    code(
        "NIVEL_ED",
        N_(
            "Nivel educativo: 1 primario incompleto, 2 primario completo, 3 secundario incompleto, 4 secundario "
            "completo, 5 superior incompleto, 6 superior completo, 7 sin instrucción, 9 no sabe"
        ),
        9,
        minimum=1,
    ),
    code(
        "ESTADO",
        N_("Actividad: 1 ocupada, 2 desocupada, 3 inactiva, 4 menor de 10 años, 0 sin entrevista individual"),
        4,
    ),
    code(
        "CAT_OCUP",
        N_("Categoría: 1 patrona o patrón, 2 cuenta propia, 3 asalariada, 4 familiar sin pago, 0 no corresponde"),
        9,
    ),
    code(
        "CAT_INAC",
        N_(
            "Inactividad: 1 jubilación o pensión, 2 rentas, 3 estudio, 4 tareas del hogar, 5 menor de 6 años, "
            "6 discapacidad, 7 otra, 0 no corresponde"
        ),
        7,
    ),
    code(
        "PP02E",
        N_(
            "Por qué no buscó trabajo en 30 días: 1 suspensión, 2 ya lo tiene asegurado, 3 se cansó de buscar, 4 hay "
            "poco en esta época, 5 otra razón, 0 no corresponde"
        ),
        9,
    ),
    code("PP02H", N_("Buscó trabajo en los últimos 12 meses: 1 sí, 2 no, 0 no corresponde"), 9),
    Field("PP3E_TOT", "integer", N_("Horas en la ocupación principal en la semana de referencia; 999 no respondió"),
          HOURS, minimum=0, maximum=999, blank=True),
    code(
        "INTENSI",
        N_(
            "Intensidad: 1 subocupada por horas, 2 plena, 3 sobreocupada, 4 tenía trabajo y no trabajó esa semana, "
            "9 no sabe"
        ),
        9,
        minimum=1,
        blank=True,
    ),
    code("PP04A", N_("Donde trabaja es: 1 del Estado, 2 privado, 3 de otro tipo, 9 no sabe"), 9, minimum=1, blank=True),
    Field("PP04B_COD", "string", N_("Actividad del establecimiento: código CAES Mercosur, sin ceros a la izquierda"),
          blank=True),
    code(
        "PP04C",
        N_(
            "Personas en el establecimiento: 1 a 5 es ese número, 6 de 6 a 10, 7 de 11 a 25, 8 de 26 a 40, 9 de 41 a "
            "100, 10 de 101 a 200, 11 de 201 a 500, 12 más de 500, 99 no sabe, 0 no corresponde"
        ),
        99,
        blank=True,
    ),
    Field("PP04D_COD", "string", N_("Ocupación: código CNO 2001 de cinco cifras, sin ceros a la izquierda"),
          blank=True),
    code(
        "PP05C_3",
        N_("Vehículo del negocio de quien no es asalariado: 1 propio, 2 prestado o alquilado, 3 no tiene, "
           "0 no corresponde"),
        9,
        blank=True,
    ),
    code(
        "PP07A",
        N_(
            "Tiempo en el empleo: 1 menos de un mes, 2 de 1 a 3 meses, 3 más de 3 a 6, 4 más de 6 a 12, 5 más de 1 a 5 "
            "años, 6 más de 5 años, 9 no sabe, 0 no corresponde"
        ),
        9,
        blank=True,
    ),
    code("PP07C", N_("Empleo con fecha de término: 1 sí, 2 no, 9 no sabe, 0 no corresponde"), 9, blank=True),
    code("PP07G1", N_("Vacaciones pagadas: 1 sí, 2 no, 9 no sabe, 0 no corresponde"), 9, blank=True),
    code("PP07G2", N_("Aguinaldo: 1 sí, 2 no, 9 no sabe, 0 no corresponde"), 9, blank=True),
    code("PP07G3", N_("Días pagados por enfermedad: 1 sí, 2 no, 9 no sabe, 0 no corresponde"), 9, blank=True),
    code("PP07G4", N_("Obra social (seguro de salud): 1 sí, 2 no, 9 no sabe, 0 no corresponde"), 9, blank=True),
    code("PP07H", N_("Descuento jubilatorio: 1 sí, 2 no, 0 no corresponde"), 9, blank=True),
    code("PP07I", N_("Aporta por su cuenta a una jubilación: 1 sí, 2 no, 9 no sabe, 0 no corresponde"), 9, blank=True),
    amount("P21", N_("Ingreso de la ocupación principal; 0 sin ingreso, -9 no respondió")),
    weight("PONDIIO", N_("Peso para P21, corregido por quienes no respondieron")),
    amount("P47T", N_("Ingreso total de la persona; 0 sin ingreso, -9 no respondió"), blank=True),
    weight("PONDII", N_("Peso para P47T, corregido por quienes no respondieron")),
    amount("V5_M", N_("Subsidio o ayuda social en dinero; -9 no respondió")),
    amount("V12_M", N_("Cuotas de alimentos o ayuda en dinero de quienes no viven en el hogar; -9 no respondió")),
    amount("T_VI", N_("Total de ingresos que no vienen del trabajo; -9 no respondió")),
)  # fmt: skip
