"""What stopped a cell, in a sentence for the person who wrote it."""

import re

from corredores_graders.language import text


def crash_name(ename: str) -> str:
    """Return the name of an error as it may be shown and kept; the trainee's code can call it anything."""
    return re.sub(r"\W", "", ename)[:40] or "Exception"


def crash_sentence(name: str) -> str:
    """Return what the error ``name`` (an exception's class) means for the answer below it, and what to do."""
    clean = crash_name(name)
    return text(
        "Una celda de arriba se detuvo con «{name}», por eso no llegó nada. {next}", name=clean, next=_next(clean)
    )


def _next(name: str) -> str:
    steps = {
        "NameError": text(
            "Un nombre todavía no existe ahí: revise cómo está escrito y ejecute el cuaderno desde el principio."
        ),
        "ModuleNotFoundError": text(
            "Ese paquete no está instalado donde se revisa: use los que importa la primera celda."
        ),
        "SyntaxError": text("Falta o sobra un signo: compare paréntesis, comillas y sangría con el ejemplo resuelto."),
        "KeyError": text("Esa columna o ese código no está en la tabla: mire los nombres que tiene y cópielos."),
        "CellTimeoutError": text("Tardó demasiado: busque un ciclo que no termina y pruebe antes con pocas filas."),
        "DeadKernelError": text(
            "La ejecución terminó en esa celda o más arriba: quite la orden que cierra el cuaderno."
        ),
    }
    steps |= {
        "MemoryError": text(
            "Pidió más memoria de la que hay: pruebe con menos filas, o no multiplique tablas grandes."
        ),
        "RecursionError": text("Una función se llama a sí misma sin parar: revise cuándo debe terminar."),
        "StdinNotImplementedError": text(
            "Al revisar no hay nadie que conteste: escriba el valor en la celda en vez de pedirlo con input()."
        ),
        "PermissionError": text(
            "Al revisar no se permite usar la red, otros programas ni otras carpetas: use los datos del curso."
        ),
    }
    steps["IndentationError"] = steps["SyntaxError"]
    steps["BlockingIOError"] = steps["PermissionError"]
    return steps.get(name, text("Ejecute esa celda, lea la última línea del error y corrija lo que nombra."))
