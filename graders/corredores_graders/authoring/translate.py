"""Keeping the catalogues in step with the sentences: Babel's update, and what a translator still has to do."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from corredores import language as course_language
from corredores_graders.authoring.catalogue import po_path, read_catalogue
from corredores_graders.authoring.domains import domains, template
from corredores_graders.authoring.project import Project
from corredores_graders.authoring.writing import write_if_changed

MISSING = "missing"
STALE = "stale"


@dataclass(frozen=True)
class Gap:
    """A sentence without translation (``missing``) or with one older than itself (``stale``)."""

    state: str
    path: str
    line: int
    sentence: str


@dataclass(frozen=True)
class CatalogueReport:
    """One catalogue compared with its sentences."""

    path: Path
    sentences: int
    gaps: tuple[Gap, ...]
    up_to_date: bool

    @property
    def complete(self) -> bool:
        """Whether every sentence is translated and the file says so."""
        return self.up_to_date and not self.gaps


def update_catalogues(project: Project, *, write: bool = True) -> Iterator[CatalogueReport]:
    """Update every catalogue of every language but Spanish; without ``write`` only say what would change."""
    templates = {domain: template(sources, project.root) for domain, sources in domains(project).items()}
    for language in course_language.AVAILABLE:
        if language == course_language.SOURCE:
            continue
        for domain, sentences in templates.items():
            yield _update(po_path(project.locale, language, domain), language, domain, sentences, write)


def _update(path: Path, language: str, domain: str, sentences: Catalog, write: bool) -> CatalogueReport:
    catalogue = read_catalogue(path, language)
    _keep_moved(catalogue, sentences)
    catalogue.update(sentences, update_creation_date=False)
    catalogue.project, catalogue.version = domain, "1"
    # Babel's fuzzy flag for the file itself says nothing about its sentences.
    catalogue.fuzzy = False
    content = _po_bytes(catalogue)
    up_to_date = path.is_file() and path.read_bytes() == content
    if write:
        write_if_changed(path, content)
    return CatalogueReport(path, len(catalogue), tuple(_gaps(catalogue)), write or up_to_date)


def _keep_moved(catalogue: Catalog, sentences: Catalog) -> None:
    """Give a sentence that only changed its section the translation that it had, which Babel would call stale."""
    translated = {message.id: message for message in catalogue if message.id and message.string and not message.fuzzy}
    for message in sentences:
        known = translated.get(message.id)
        if known is not None and catalogue.get(message.id, message.context) is None:
            catalogue.add(message.id, known.string, context=message.context)


def _po_bytes(catalogue: Catalog) -> bytes:
    """Return the catalogue as text; without line numbers, which would change with every edit of a page."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, ignore_obsolete=True, include_lineno=False)
    return buffer.getvalue()


def _gaps(catalogue: Catalog) -> Iterator[Gap]:
    for message in catalogue:
        state = _state(message)
        if state:
            path, line = message.locations[0] if message.locations else ("", 0)
            yield Gap(state, path, line or 0, str(message.id))


def _state(message: Message) -> str:
    if not message.id:
        return ""
    if not message.string:
        return MISSING
    return STALE if message.fuzzy else ""
