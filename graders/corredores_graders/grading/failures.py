"""Why a submission could not be graded although nothing is wrong with it, and what to do."""

from corredores_graders.language import text


def busy(holder: str) -> str:
    """Say that another program, ``holder``, has the submission."""
    return text(
        "Otro programa la está calificando (proceso {holder}). Espere a que termine y repita la orden.", holder=holder
    )


def lost() -> str:
    """Say that what ran a submission was closed twice."""
    return text(
        "El programa que la ejecutaba se cerró dos veces. Repita la orden; si pasa otra vez, mire su cuaderno antes."
    )


def disk(failed: OSError) -> str:
    """Say which file could not be read or written."""
    return text(
        "No se pudo leer o escribir {file} ({cause}). Revise el espacio en el disco y los permisos, y repita la orden: "
        "sigue donde quedó.",
        file=failed.filename or "—",
        cause=failed.strerror or type(failed).__name__,
    )


def unexpected(failed: Exception) -> str:
    """Say what nobody expected."""
    return text(
        "nbgrader no pudo revisar la entrega ({cause}). La entrega y las calificaciones anteriores se conservan.",
        cause=f"{type(failed).__name__}: {failed}"[:300],
    )
