"""What stops the book: each fault says in which page, why and what to do."""

from corredores.command_error import CommandError
from corredores_graders.language import text


class PageFailed(CommandError):
    """A cell of a page did not run, or wrote to the error stream."""

    def __init__(self, page: str, language: str, source: str, reason: str) -> None:
        super().__init__(
            text(
                "La página {page} ({language}) no se pudo ejecutar. "
                "La celda que empieza «{source}» se detuvo: {reason}. Corríjala en el texto del módulo.",
                page=page,
                language=language,
                source=source.strip().splitlines()[0],
                reason=reason,
            )
        )


class EngineFailed(CommandError):
    """Jupyter Book gave a warning or an error."""

    def __init__(self, language: str, reason: str) -> None:
        super().__init__(
            text(
                "Jupyter Book no aceptó las páginas ({language}):\n{reason}\n"
                "Corrija lo que señala y construya de nuevo.",
                language=language,
                reason=reason,
            )
        )


class Leaked(CommandError):
    """A file of the book holds what a reader must not see."""

    def __init__(self, found: list[str]) -> None:
        super().__init__(text("El libro no se publicó, porque mostraría respuestas:\n{found}", found="\n".join(found)))
