"""What stops a refresh: who answered what at which address, what was expected, and the next step."""

from corredores.language import text
from datasets.recipes.source import SourceError


class FetchError(SourceError):
    """A publisher's service did not give what its documentation says, or gave nothing."""

    def __init__(self, publisher: str, address: str, arrived: str, expected: str, mend: str = "") -> None:
        """Make the sentence from its parts; without ``mend`` the next step is to repeat the command."""
        super().__init__(
            text(
                "{publisher}: de {address} llegó {arrived}. Se esperaba {expected}. {mend}",
                publisher=publisher,
                address=address,
                arrived=arrived,
                expected=expected,
                mend=mend or repeat_later(),
            )
        )


class Unexpected(ValueError):
    """An answer is not of the documented form; whoever asked adds publisher and address."""

    def __init__(self, arrived: str, expected: str) -> None:
        """Keep what arrived and what was expected, in words."""
        super().__init__(arrived)
        self.arrived, self.expected = arrived, expected


class AnotherForm(Unexpected):
    """A whole answer is of another form than the documented one: asking again will not help."""


def repeat_later() -> str:
    """Return the next step after a fault that may pass."""
    return text("Repita la misma orden más tarde: sigue donde quedó, y las tablas no cambiaron.")


def adapt_the_service(documentation: str) -> str:
    """Return the next step after an answer of another form than the documented one."""
    return text(
        "Si la institución cambió su servicio, lea {documentation} y adapte el módulo de "
        "datasets/recipes/refresh/services. Las tablas no cambiaron.",
        documentation=documentation,
    )
