"""What can be wrong with a module's text: each fault names file, line, cause and mend."""

from pathlib import Path

from corredores.command_error import CommandError
from corredores_graders.language import text


class AuthoringError(CommandError):
    """A fault in a text of the course. ``str()`` of it reads ``file:line: cause mend``."""

    def __init__(self, path: Path, line: int, cause: str, mend: str) -> None:
        super().__init__(f"{path}:{line}: {cause} {mend}")
        self.path, self.line, self.cause, self.mend = path, line, cause, mend


class UnreadableText(AuthoringError):
    """The file is no MyST notebook: the metadata of a cell or its front matter does not parse."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(
            path,
            line,
            text("No se pudo leer el texto: {reason}.", reason=reason),
            text("Revise las líneas de opciones que siguen a la apertura de la celda."),
        )


class UnknownExercise(AuthoringError):
    """A cell is marked with an exercise that the answer key does not declare."""

    def __init__(self, path: Path, line: int, exercise: str, known: list[str]) -> None:
        super().__init__(
            path,
            line,
            text("La clave de respuestas no declara el ejercicio «{exercise}».", exercise=exercise),
            text("Use uno de estos: {known}; o declárelo en la clave.", known=", ".join(known)),
        )


class MissingExercise(AuthoringError):
    """The answer key declares an exercise, or a written part of it, that has no cell in the text."""

    def __init__(self, path: Path, line: int, exercise: str, marker: str) -> None:
        super().__init__(
            path,
            line,
            text("Falta la celda del ejercicio «{exercise}», que la clave declara.", exercise=exercise),
            text("Agregue una celda con la marca {marker}.", marker=marker),
        )


class UnknownPart(AuthoringError):
    """A cell is a written answer, or a computed one, of an exercise that has no such part in the answer key."""

    def __init__(self, path: Path, line: int, exercise: str) -> None:
        super().__init__(
            path,
            line,
            text("La clave no pide esta clase de respuesta en el ejercicio «{exercise}».", exercise=exercise),
            text("Quite la marca de la celda o agregue la parte en la clave."),
        )


class RepeatedExercise(AuthoringError):
    """Two cells of one kind carry the same exercise: the second would take the first one's grade id."""

    def __init__(self, path: Path, line: int, exercise: str, first: int) -> None:
        super().__init__(
            path,
            line,
            text("El ejercicio «{exercise}» ya tiene celda en la línea {first}.", exercise=exercise, first=first),
            text("Junte las dos celdas o cambie la marca de una."),
        )


class NoSolution(AuthoringError):
    """An answer cell has no solution block, so its release would show the answer."""

    def __init__(self, path: Path, line: int, exercise: str) -> None:
        super().__init__(
            path,
            line,
            text("La celda de respuesta de «{exercise}» no tiene bloque de solución.", exercise=exercise),
            text("Encierre la solución entre las líneas ### BEGIN SOLUTION y ### END SOLUTION."),
        )


class UnclosedCallout(AuthoringError):
    """A call-out opens with ``:::`` and does not close in the same cell."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(
            path,
            line,
            text("El recuadro que se abre aquí no se cierra."),
            text("Agregue una línea ::: al final del recuadro, antes de la siguiente celda de código."),
        )


class BuiltSentence(AuthoringError):
    """A sentence of the program is put together before it is looked up, so that no catalogue can hold it."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(
            path,
            line,
            text("La frase se arma antes de traducirla."),
            text("Dé a text() la frase completa, con {{nombre}} en el hueco y nombre=valor después.", nombre=""),
        )
