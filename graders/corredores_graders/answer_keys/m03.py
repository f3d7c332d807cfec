"""M03, Corredores: the nine exercises and the two warm-ups, as declared for grading."""

from dataclasses import replace

from corredores_graders.answer_keys import m03_figures as figures
from corredores_graders.answer_keys import m03_functions as functions
from corredores_graders.answer_keys.declaration import (
    N_,
    Choice,
    Classification,
    Column,
    Exercise,
    Form,
    Function,
    Mistake,
    Order,
    Place,
    Table,
    Value,
    Written,
)

BOTH_SEXES = Mistake(
    "T1",
    N_(
        "Contó el total junto con sus partes: la tabla trae hombres, mujeres y el total de ambos, y sale el "
        "doble o la mitad. "
        "Deje una sola fila por corredor con sex = «total» y calcule de nuevo."
    ),
)
AS_SHARE = Mistake(
    "U1",
    N_("Es una proporción, entre 0 y 1; se pide en por ciento, como irá en su informe. Multiplique por 100."),
    tolerance=0.0005,
)
OF_IMMIGRANTS = Mistake(
    "K4",
    N_(
        "Esa es la parte que ocupa {origin} entre las personas inmigrantes del destino. Se pide la parte del "
        "destino entre las personas "
        "emigradas de {origin}: abajo va la suma de todos los destinos."
    ),
)
WOMEN_PER_MAN = Mistake(
    "G2",
    N_(
        "Eso es mujeres por hombre. Se pide mujeres sobre el total de personas del corredor: el denominador "
        "suma mujeres y hombres."
    ),
)

R1 = Exercise(
    "r1",
    N_("Para recordar: existencia o flujo"),
    (
        Classification(
            variable="r1_cases",
            label=N_("la clase de cada frase"),
            right={"a": "existencia", "b": "flujo", "c": "flujo", "d": "existencia", "e": "existencia"},
            classes={N_("existencia"): ("stock", "stocks", "existencias"), N_("flujo"): ("flow", "flows", "flujos")},
            mistakes=(
                Mistake(
                    "D1",
                    N_("Alguna frase que llamó existencia cuenta hechos durante un período: eso es un flujo."),
                    (("b", "existencia"), ("c", "existencia")),
                ),
                Mistake(
                    "D1",
                    N_("Alguna frase que llamó flujo cuenta personas presentes en una fecha: eso es una existencia."),
                    (("a", "flujo"), ("d", "flujo"), ("e", "flujo")),
                ),
            ),
        ),
    ),
    points=0,
    competences=("EXP-1",),
    hints=(
        N_("Pregunte a cada frase: ¿habla de una fecha o de un período?"),
        N_("Quien está inscrito hoy está presente hoy, aunque haya llegado hace años."),
    ),
)

R2 = Exercise(
    "r2",
    N_("Para recordar: los pasos de una tasa"),
    (
        Order(
            variable="r2_steps",
            label=N_("el orden de los pasos"),
            steps="abdef",
            before=(("e", "f"), ("b", "f"), ("f", "a"), ("a", "d")),
            distractors="c",
            mistakes=(
                Mistake(
                    "T1",
                    N_("El paso C suma el total con sus partes y cuenta a cada persona dos veces: es el que sobra."),
                    ("c",),
                ),
            ),
        ),
    ),
    points=0,
    competences=("EXP-1",),
    hints=(
        N_("Un paso cuenta dos veces a cada persona: ese sobra."),
        N_("Antes de tomar una fila hay que saber qué se pregunta y qué cuenta la fuente."),
    ),
)

E1 = Exercise(
    "e1",
    N_("Ejercicio 1. La matriz de nueve países"),
    (
        Table(
            variable="e1_matrix",
            label=N_("la matriz"),
            right=figures.nine_matrix,
            keys=("origin", "destination"),
            key_aliases={"origin": ("origen",), "destination": ("destino",)},
            columns=(Column(name="stock", unit="persons", tolerance=0.5, aliases=("existencia", "personas", "total")),),
            missing_rows="T3",
            mistakes=(
                replace(BOTH_SEXES, wrong=(figures.nine_with_totals, figures.nine_mean_of_sexes)),
                Mistake(
                    "T2",
                    N_(
                        "Su matriz está traspuesta: se piden los orígenes en las filas y los destinos en las "
                        "columnas. Cambie index y columns."
                    ),
                    (figures.nine_transposed,),
                ),
                Mistake(
                    "D9",
                    N_(
                        "Escribió 0 donde la fuente no da el dato. En blanco significa «no dado»: esas "
                        "personas pueden estar en «otros orígenes». "
                        "Deje la celda vacía y dígalo en su nota."
                    ),
                    (figures.nine_with_zeros,),
                ),
                Mistake(
                    "T3",
                    N_(
                        "Lo que hay está bien, pero faltan celdas que la fuente sí da: un filtro o una unión "
                        "las dejó fuera. Compare su lista con los nueve países."
                    ),
                ),
            ),
        ),
        Value(
            variable="e1_belize",
            label=N_("lo que se sabe de Belice → República Dominicana"),
            right=lambda _: "NOT_AVAILABLE",
            unit="persons",
            tolerance=0.5,
            mistakes=(
                Mistake(
                    "G3",
                    N_(
                        "La tabla no da ese par, y un número aquí sería inventado: esas personas pueden estar"
                        " contadas en «otros orígenes». "
                        "La respuesta honesta es NO_DISPONIBLE."
                    ),
                    when="any_number",
                ),
            ),
        ),
    ),
    competences=("EXP-2",),
    hints=(
        N_("Primero deje en la tabla solo los nueve países, como origen y como destino, y un solo sexo."),
        N_("pivot lleva una columna a las filas, otra a las columnas y una tercera a las celdas."),
        N_("Una celda que pivot deja vacía es un par que la fuente no da. ¿Sabe usted cuántas personas son?"),
    ),
    page=N_("De la tabla a la matriz"),
)

E2 = Exercise(
    "e2",
    N_("Ejercicio 2. El principal destino"),
    (
        Place(variable="e2_destination", label=N_("el principal destino"), right=figures.top_destinations),
        Value(
            variable="e2_share",
            label=N_("la parte del principal destino"),
            right=figures.top_share,
            unit="percent",
            tolerance=0.05,
            mistakes=(
                replace(OF_IMMIGRANTS, wrong=(figures.top_share_of_immigrants, figures.top_share_of_named_immigrants)),
                replace(BOTH_SEXES, wrong=(lambda c: figures.top_share(c) / 2,)),
                replace(AS_SHARE, wrong=(lambda c: figures.top_share(c) / 100,)),
            ),
        ),
    ),
    competences=("EXP-2",),
    hints=(
        N_("Ordene de mayor a menor las filas de su origen: el principal destino queda arriba."),
        N_("La parte lleva arriba a las personas de ese destino y abajo a las de todos los destinos."),
        N_("Revise que cada destino aparezca una sola vez antes de sumar."),
    ),
    page=N_("Partes y concentración: el caso de Irene"),
    individual=True,
)

NOT_SQUARED = Mistake(
    "H2",
    N_("Sumó las partes sin elevarlas al cuadrado: así da siempre 1. Eleve cada parte al cuadrado y sume después."),
)
COUNTED = Mistake(
    "H4",
    N_("Contó los destinos, como si todos pesaran lo mismo. Aquí pesa más donde viven más personas: parta del HHI."),
)

E3 = Exercise(
    "e3",
    N_("Ejercicio 3. ¿Cuán concentrada?"),
    (
        Value(
            variable="e3_hhi",
            label=N_("el HHI"),
            right=figures.hhi,
            unit="share",
            tolerance=0.001,
            mistakes=(
                Mistake(
                    "H1",
                    N_(
                        "Elevó al cuadrado porcentajes, y el índice quedó entre 0 y 10 000. Se pide con "
                        "partes entre 0 y 1: divida entre 10 000."
                    ),
                    (lambda c: figures.hhi(c) * 1e4,),
                    tolerance=10,
                ),
                replace(NOT_SQUARED, wrong=(lambda _: 1.0,)),
                Mistake(
                    "H3",
                    N_(
                        "Falta filtrar su origen: ese es el índice de todos los pares del mundo. Deje solo "
                        "las filas de {origin}."
                    ),
                    (figures.hhi_of_the_world,),
                ),
                replace(BOTH_SEXES, wrong=(figures.hhi_with_totals, lambda c: figures.hhi(c) / 4)),
                replace(COUNTED, wrong=(figures.destinations,)),
            ),
        ),
        Value(
            variable="e3_effective",
            label=N_("el número efectivo de destinos"),
            right=lambda c: 1 / figures.hhi(c),
            unit="count",
            tolerance=0.05,
            mistakes=(
                replace(COUNTED, wrong=(figures.destinations,)),
                replace(NOT_SQUARED, wrong=(lambda _: 1.0,), tolerance=0.0005),
                replace(BOTH_SEXES, wrong=(lambda c: 1 / figures.hhi_with_totals(c),)),
            ),
        ),
    ),
    competences=("EXP-2",),
    hints=(
        N_("Calcule primero la parte de cada destino, entre 0 y 1: deben sumar 1."),
        N_("Eleve al cuadrado cada parte antes de sumar; así los destinos grandes pesan más."),
        N_("El número efectivo responde: ¿a cuántos destinos iguales equivale? Sale de dividir 1 entre el HHI."),
    ),
    page=N_("Un número para toda la lista"),
    individual=True,
)

E4 = Exercise(
    "e4",
    N_("Ejercicio 4. Los orígenes de la clase en una tabla"),
    (
        Table(
            variable="e4_table",
            label=N_("la tabla de concentración"),
            right=figures.concentration_table,
            keys=("origin",),
            key_aliases={"origin": ("origen", "iso3", "country", "país")},
            columns=(
                Column(name="cr1", unit="percent", tolerance=0.05),
                Column(name="cr3", unit="percent", tolerance=0.05),
                Column(name="hhi", unit="share", tolerance=0.001),
                Column(name="rank", tolerance=0.4, aliases=("puesto", "lugar", "rango")),
            ),
            missing_rows="T3",
            mistakes=(
                replace(NOT_SQUARED, wrong=(figures.concentration_not_squared,), columns=("hhi",)),
                replace(
                    BOTH_SEXES,
                    wrong=(figures.concentration_with_totals, figures.concentration_halved),
                    columns=("cr1", "cr3", "hhi"),
                ),
                Mistake(
                    "H1",
                    N_(
                        "El HHI salió entre 0 y 10 000 porque elevó porcentajes al cuadrado. Se pide con "
                        "partes entre 0 y 1."
                    ),
                    (figures.concentration_of_percentages,),
                    tolerance=10,
                    columns=("hhi",),
                ),
                replace(AS_SHARE, wrong=(figures.concentration_as_shares,), columns=("cr1", "cr3")),
                Mistake(
                    "O1",
                    N_(
                        "Las cifras están bien, el puesto va al revés: 1 es el origen más concentrado, el de "
                        "HHI más alto. Ordene de mayor a menor."
                    ),
                    (figures.concentration_ranked_upwards,),
                ),
                Mistake(
                    "T3",
                    N_("Las filas que hay están bien, pero faltan orígenes de la lista. Revise dónde se perdieron."),
                ),
            ),
        ),
    ),
    competences=("EXP-2",),
    hints=(
        N_("Haga primero la cuenta para un solo origen y compárela con el ejercicio 2 y el 3."),
        N_(
            "Repita la misma cuenta para cada código de la lista, con un for o con groupby, y guarde una fila"
            " por origen."
        ),
        N_("rank(ascending=False) da el puesto 1 al valor más alto."),
    ),
    page=N_("Un número para toda la lista"),
)

E5 = Exercise(
    "e5",
    N_("Ejercicio 5. ¿Cuánto se queda en la región?"),
    (
        Value(
            variable="e5_share",
            label=N_("la parte intrarregional"),
            right=figures.intraregional_share,
            unit="percent",
            tolerance=0.05,
            mistakes=(
                Mistake(
                    "K5",
                    N_(
                        "Dividió entre las personas inmigrantes de la región. Se pregunta por quienes "
                        "emigraron: abajo van todas las personas "
                        "nacidas en los 33 países, vivan donde vivan."
                    ),
                    (figures.share_of_regional_immigrants, figures.share_of_named_regional_immigrants),
                ),
                Mistake(
                    "K6",
                    N_(
                        "Abajo dejó solo la región y Estados Unidos. Faltan los demás destinos, entre ellos "
                        "España, Canadá y Japón."
                    ),
                    (figures.share_beside_the_usa,),
                ),
                Mistake(
                    "K7",
                    N_(
                        "Contó territorios como si fueran países de la región. Use la columna lac33 de "
                        "countries: 33 Estados independientes."
                    ),
                    (figures.intraregional_share_with_territories, figures.intraregional_share_into_territories),
                ),
                replace(AS_SHARE, wrong=(lambda c: figures.intraregional_share(c) / 100,)),
            ),
        ),
    ),
    competences=("EXP-2",),
    hints=(
        N_("Haga una lista con los códigos de los 33 países y fíltrela primero como origen."),
        N_("El denominador no se filtra por destino: suma a toda la población emigrada de los 33."),
        N_("El numerador es la parte del denominador cuyo destino también está en la lista."),
    ),
    page=N_("La región entera"),
)

E6 = Exercise(
    "e6",
    N_("Ejercicio 6. Saldo y efectividad"),
    (
        Function(
            variable="net_stock",
            label=N_("la función net_stock"),
            right=functions.net_stock,
            probe=functions.matrix_and_country,
            unit="persons",
            tolerance=0.5,
            mistakes=(
                Mistake(
                    "F3",
                    N_(
                        "Signo invertido: saldo = inmigrantes − emigrantes. Las inmigrantes de un país están "
                        "en su columna; las emigrantes, en su fila."
                    ),
                    (functions.net_as_out_minus_in,),
                ),
                Mistake(
                    "N3",
                    N_(
                        "Devuelve solo las inmigrantes. Al saldo le falta restar las emigrantes, que están en"
                        " la fila del país."
                    ),
                    (functions.immigrants_only,),
                ),
            ),
        ),
        Function(
            variable="migration_effectiveness",
            label=N_("la función migration_effectiveness"),
            right=functions.migration_effectiveness,
            probe=functions.one_matrix,
            unit="percent",
            tolerance=0.05,
            mistakes=(
                Mistake(
                    "X1",
                    N_(
                        "Sin valor absoluto, lo que un país gana es lo que otro pierde y todo se cancela. Use"
                        " abs() antes de sumar."
                    ),
                    (functions.without_absolute_value,),
                ),
                Mistake(
                    "X3",
                    N_(
                        "Sale el doble: abajo contó a cada persona una vez y arriba dos. Abajo van "
                        "inmigrantes más emigrantes de cada país."
                    ),
                    (functions.over_half_the_sum,),
                ),
                replace(AS_SHARE, wrong=(functions.as_share,), tolerance=0.0005),
            ),
        ),
    ),
    competences=("EXP-2",),
    hints=(
        N_(
            "Con origen en las filas, la suma de una columna son las inmigrantes y la suma de una fila, las emigrantes."
        ),
        N_("matrix.sum() suma cada columna; matrix.sum(axis=1), cada fila."),
        N_("Pruebe con dos países y un solo flujo entre ellos: la efectividad debe dar 100."),
    ),
    page=N_("La región entera"),
)

E7 = Exercise(
    "e7",
    N_("Ejercicio 7. Mujeres y hombres en su corredor"),
    (
        Value(
            variable="e7_share",
            label=N_("la parte de mujeres"),
            right=figures.womens_share,
            unit="percent",
            tolerance=0.05,
            mistakes=(
                replace(WOMEN_PER_MAN, wrong=(lambda c: figures.women_per_man(c) * 100,)),
                replace(WOMEN_PER_MAN, wrong=(figures.women_per_man,), tolerance=0.005),
                Mistake(
                    "G1",
                    N_(
                        "Ese es el número de mujeres. Para comparar corredores de distinto tamaño hace falta "
                        "una parte: mujeres entre el total, por 100."
                    ),
                    (figures.women,),
                    tolerance=0.5,
                ),
                replace(BOTH_SEXES, wrong=(lambda c: figures.womens_share(c) / 2,)),
                replace(AS_SHARE, wrong=(lambda c: figures.womens_share(c) / 100,)),
            ),
        ),
        Value(
            variable="e7_ratio",
            label=N_("la razón con todas las personas emigradas"),
            right=figures.womens_ratio,
            unit="ratio",
            tolerance=0.005,
            mistakes=(
                Mistake(
                    "G1",
                    N_(
                        "Dividió números de mujeres. Se comparan dos partes: la de su corredor y la de todas "
                        "las personas emigradas de {origin}."
                    ),
                    (figures.ratio_of_counts,),
                ),
                replace(WOMEN_PER_MAN, wrong=(figures.ratio_of_ratios,)),
                Mistake(
                    "G9",
                    N_(
                        "Promedió las partes de los destinos, y uno con cien personas pesa igual que uno con "
                        "un millón. Sume primero mujeres y total de todos, y divida después."
                    ),
                    (figures.ratio_to_mean_of_shares,),
                ),
                Mistake(
                    "U4",
                    N_(
                        "Restó las dos partes. La razón es un cociente: la parte de su corredor dividida "
                        "entre la de todas las personas emigradas."
                    ),
                    (lambda c: figures.womens_share(c) - figures.womens_share_of_all(c),),
                    tolerance=0.05,
                ),
            ),
        ),
    ),
    competences=("EXP-2", "CLI-6"),
    hints=(
        N_("Necesita dos filas de su corredor: mujeres y total."),
        N_(
            "Para todas las personas emigradas, sume primero las mujeres de todos los destinos y el total de "
            "todos los destinos."
        ),
        N_("La razón es 1 cuando su corredor tiene la misma parte de mujeres que el conjunto."),
    ),
    page=N_("Su corredor"),
    individual=True,
)

E8 = Exercise(
    "e8",
    N_("Ejercicio 8. ¿Qué frase se sostiene?"),
    (
        Choice(
            variable="e8_option",
            label=N_("la frase que se sostiene"),
            right="c",
            explanation=N_(
                "1/0,55 es 1,8 y 1/0,72 es 1,4: menos concentración. El HHI no dice cuántas personas son ni por qué."
            ),
            mistakes=(
                Mistake(
                    "I1",
                    N_(
                        "Confunde concentración con tamaño: la frase dice que el número de personas subió. El"
                        " HHI solo dice cómo se reparten."
                    ),
                    ("a",),
                ),
                Mistake(
                    "I1",
                    N_(
                        "Una parte menor no es un número menor: el principal destino puede crecer más "
                        "despacio que los demás. Lea qué mide el HHI."
                    ),
                    ("b",),
                ),
                Mistake(
                    "D1",
                    N_(
                        "Eso habla de salidas por año, un flujo; aquí hay existencias en dos fechas. Busque "
                        "la frase que solo use el reparto."
                    ),
                    ("d",),
                ),
            ),
        ),
    ),
    points=1,
    competences=("EXP-2", "CLI-2"),
    hints=(
        N_("Busque en cada frase una palabra que el HHI no mide: tamaño, año, causa."),
        N_("Calcule 1 entre 0,72 y 1 entre 0,55."),
    ),
    page=N_("Un número para toda la lista"),
)

E9 = Exercise(
    "e9",
    N_("Ejercicio 9. Instrumento I-03"),
    (
        Form(
            variable="corridor_card",
            label=N_("la ficha de corredor"),
            instrument="I-03",
            right={
                "origin": (lambda c: c.origin, 0),
                "destination": (lambda c: c.destination, 0),
                "stock": (lambda c: float(figures.emigrants(c.origin)[c.destination]), 0.5),
                "year": (lambda _: 2024.0, 0.4),
                "womens_share": (figures.womens_share, 0.05),
                "share_of_emigrants": (figures.share_of_emigrants, 0.05),
            },
            mistakes=(
                replace(WOMEN_PER_MAN, wrong=(("womens_share", lambda c: figures.women_per_man(c) * 100),)),
                replace(
                    OF_IMMIGRANTS,
                    wrong=(
                        ("share_of_emigrants", figures.share_of_immigrants),
                        ("share_of_emigrants", figures.share_of_named_immigrants),
                    ),
                ),
                replace(
                    AS_SHARE,
                    wrong=(
                        ("share_of_emigrants", lambda c: figures.share_of_emigrants(c) / 100),
                        ("womens_share", lambda c: figures.womens_share(c) / 100),
                    ),
                ),
            ),
        ),
        Written(variable="e9_note", label=N_("la nota para la dirección"), points=4, rubric="R-FICHA"),
    ),
    competences=("EXP-2", "CLI-2", "NET-4"),
    hints=(
        N_("Las cifras de la ficha ya las calculó en los ejercicios 2 y 7, y en la tabla de los ocho años."),
        N_("Donde buscó y no hay dato, escriba NO_DISPONIBLE; None quiere decir sin hacer."),
        N_(
            "En límites, nombre uno propio de su corredor: un destino sin nombrar, una edición que lo cambió,"
            " años calculados."
        ),
    ),
    page=N_("Su ficha de corredor"),
    individual=True,
)

EXERCISES = (R1, R2, E1, E2, E3, E7, E4, E5, E6, E8, E9)
