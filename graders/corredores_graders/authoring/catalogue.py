"""A module's sentences in another language, read straight from the `.po` file."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from corredores import language as course_language
from corredores_graders.authoring.blocks import translate_comments, translate_markdown
from corredores_graders.authoring.code_strings import translate_strings
from corredores_graders.authoring.module_text import TextCell
from corredores_graders.authoring.project import Project
from corredores_graders.language import text


def po_path(locale: Path, language: str, domain: str) -> Path:
    """Return where the catalogue of ``domain`` in ``language`` lies."""
    return locale / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(path: Path, language: str) -> Catalog:
    """Read a catalogue; a file that does not exist gives an empty one."""
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


class Translator:
    """Sentences of one domain in one language.

    A sentence without translation, or with one older than itself (fuzzy), stays in Spanish and says so.
    """

    def __init__(self, language: str, catalogue: Catalog | None) -> None:
        self.language = language
        self._catalogue = catalogue
        self._anywhere = _by_sentence(catalogue) if catalogue else {}

    def __call__(self, sentence: str, context: str | None = None) -> str:
        """Return ``sentence`` in the language, or in Spanish after a mark that says so."""
        if self._catalogue is None:
            return sentence
        return self.find(sentence, context) or f"{self.mark()} {sentence}"

    def find(self, sentence: str, context: str | None = None) -> str | None:
        """Return the translation of ``sentence``, or None where none is up to date."""
        if self._catalogue is None:
            return sentence
        message = self._catalogue.get(sentence, context)
        if message is not None and message.string and not message.fuzzy:
            return str(message.string)
        return self._anywhere.get(sentence) if message is None else None

    def markdown(self, source: str, context: str) -> str:
        """Return Markdown with each block translated; one left in Spanish follows a line that says so."""
        return translate_markdown(source, lambda block: self.find(block, context) or f"*{self.mark()}*\n\n{block}")

    def cell(self, cell: TextCell) -> str:
        """Return the source of ``cell`` in the language: prose by blocks, code by its comments and quoted sentences."""
        if self._catalogue is None:
            return cell.source
        if cell.kind == "markdown":
            return self.markdown(cell.source, cell.context)
        code = translate_comments(cell.source, lambda comment: self(comment, cell.context))
        return translate_strings(code, lambda string: self(string, cell.context))

    def mark(self) -> str:
        """Return the words that say, in the language, that what follows is in Spanish."""
        with course_language.use(self.language):
            return text("(en español)")


def _by_sentence(catalogue: Catalog) -> dict[str, str]:
    return {
        message.id: str(message.string)
        for message in catalogue
        if isinstance(message.id, str) and message.id and message.string and not message.fuzzy
    }


def translator(domain: str, language: str, project: Project | None = None) -> Translator:
    """Return the sentences of ``domain`` (a module id, ``book``) in ``language``; Spanish is the identity."""
    if language == course_language.SOURCE:
        return Translator(language, None)
    path = po_path((project or Project()).locale, language, domain)
    return _cached(path, language, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=8)
def _cached(path: Path, language: str, _changed: int) -> Translator:
    return Translator(language, read_catalogue(path, language))


def module_catalogue(module_id: str, language: str) -> Callable[[str], str]:
    """Return a function from a Spanish sentence of a module's answer key to the same in ``language``."""
    return translator(module_id, language)
