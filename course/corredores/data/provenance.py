"""Where the figures of a table come from and what they cannot say."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from corredores.data import compiled
from corredores.data.unknown import UnknownName
from corredores.language import text


@dataclass(frozen=True)
class Provenance:
    """Publisher, edition, licence and known limits of a table, in Spanish as the data package keeps them."""

    table: str
    title: str
    publisher: str
    edition: str
    licence: str
    retrieved: str  #: the public repository or package, at its commit or version, through which the file came
    limits: tuple[str, ...]
    cite: str = ""  #: how to cite it
    to_confirm: bool = False  #: whether the licence has still to be confirmed with the publisher
    synthetic: bool = False  #: whether the figures are invented

    def line(self) -> str:
        """Return the source line of a figure or table, in the current language."""
        if self.synthetic:
            return text("Datos sintéticos (inventados para el curso): {edition}.", edition=text(self.edition))
        words = {
            "publisher": text(self.publisher),
            "edition": text(self.edition),
            "licence": text(self.licence),
        }
        if self.to_confirm:
            return text("Fuente: {publisher}, {edition} ({licence}; licencia por confirmar).", **words)
        return text("Fuente: {publisher}, {edition} ({licence}).", **words)

    def __deepcopy__(self, memo: object) -> "Provenance":
        return self  # frozen; pandas copies attrs at every step

    def __str__(self) -> str:
        limits = "\n".join(f"- {text(limit)}" for limit in self.limits)
        return f"{text(self.title)}\n{self.line()}\n{self._retrieved()}\n{limits}"

    def _retrieved(self) -> str:
        return text("Obtenida por medio de: {retrieved}.", retrieved=self.retrieved)

    def _repr_html_(self) -> str:
        limits = "".join(f"<li>{escape(text(limit))}</li>" for limit in self.limits)
        unsaid = text("Lo que estas cifras no dicen:")  # Babel finds no sentence inside an f-string
        return (
            f"<p><strong>{escape(text(self.title))}</strong><br>{escape(self.line())}<br>{escape(self._retrieved())}</p>"
            f"<p>{escape(unsaid)}</p><ul>{limits}</ul>"
        )


def provenance(table: str) -> Provenance:
    """Return the provenance of a table, by its name; of a frame see :func:`corredores.data.sources`.

    Raises
    ------
    UnknownName
        When there is no table of that name.
    """
    if table not in compiled.descriptors():
        raise UnknownName(text("No hay una tabla «{table}».", table=table), table, compiled.descriptors())
    return _described(compiled.descriptors()[table])


def line_of(sources: Iterable[Provenance]) -> str:
    """Return the source line of a picture or table made of several sources, each said once."""
    return " ".join(dict.fromkeys(source.line() for source in sources))


def _described(resource: dict[str, Any]) -> Provenance:
    return Provenance(
        table=resource["name"],
        title=resource["title"],
        publisher=resource["publisher"],
        edition=resource["edition"],
        licence=resource["licence"],
        retrieved=resource["obtained"],
        limits=tuple(resource["limits"]),
        cite=resource["cite"],
        to_confirm=resource["licence_to_confirm"],
        synthetic=resource["synthetic"],
    )
