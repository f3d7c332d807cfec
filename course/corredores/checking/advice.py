"""What is said of an answer that is neither right nor a known mistake: how much is right, and where to look."""

from corredores.checking.comparing import Match
from corredores.checking.reference import PartSpec
from corredores.language import text


def advice(spec: PartSpec, match: Match) -> str:
    """Return one or two sentences for ``spec``, by its kind."""
    if spec.kind == "table":
        return _of_table(spec, match)
    if spec.kind == "classification":
        done = text("Casos que están bien: {right} de {total}.", right=match.right, total=match.total)
        pending = text("Revise o complete: {cases}.", cases=", ".join((*match.wrong, *match.missing)[:3]))
        return f"{done} {pending}"
    if spec.kind == "function":
        done = text(
            "Matrices de prueba con el resultado esperado: {right} de {total}.", right=match.right, total=match.total
        )
        hint = text("Pruebe su función con una matriz de dos países cuyo resultado pueda calcular a mano.")
        return f"{done} {hint}"
    if spec.kind == "place":
        return text("No es el país que se pide. Revise qué columna leyó y en qué orden quedó su tabla.")
    if spec.kind == "order":
        return text("Ese orden no llega todavía al resultado: pregúntese qué necesita cada paso del anterior.")
    return text(
        "No es todavía lo que se pide. Relea la pregunta: ¿qué va arriba y qué va abajo, de qué año y con qué sexo?"
    )


def _of_table(spec: PartSpec, match: Match) -> str:
    if len(spec.keys) == 2:
        done = text("Celdas que están bien: {right} de {total}.", right=match.right, total=match.total)
    else:
        done = text("Filas que están bien: {right} de {total}.", right=match.right, total=match.total)
    if match.wrong and match.wrong_columns:
        return done + " " + text("Lo que difiere está en: {columns}.", columns=", ".join(match.wrong_columns))
    if match.wrong:
        return done + " " + text("Revise primero: {rows}.", rows="; ".join(match.wrong[:3]))
    return done + " " + text("Las que faltan: {count}.", count=len(match.missing))
