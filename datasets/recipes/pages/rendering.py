"""The data pages as files: the README of `datasets/` and the appendix of the book, from one model."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corredores import language as course_language
from corredores.language import current
from datasets.recipes.pages.model import DataPages
from datasets.recipes.pages.view import views
from datasets.recipes.pages.words import words

TEMPLATES = Path(__file__).parent / "templates"
READMES = {"en": "README.md", "es": "README.es.md"}  #: as at the root of the project
INDEX = "data"  #: the page of the book that lists the tables


def page_name(table: str) -> str:
    """Return the name of a table's page in the book."""
    return f"table-{table}"


def readmes(data: DataPages) -> dict[str, str]:
    """Return the README of `datasets/` in each language, by file name."""
    written = {}
    for language, name in READMES.items():
        with course_language.use(language):
            written[name] = _render("readme.md.jinja", data, readmes=READMES)
    return written


def book_pages(data: DataPages) -> dict[str, str]:
    """Return the pages of the book's appendix in the language in force, by name: the index first."""
    pages = {INDEX: _render("book_index.md.jinja", data, page_name=page_name)}
    for view in views(data):
        pages[page_name(view.name)] = _render("book_table.md.jinja", data, page=view, index=INDEX)
    return pages


def _render(template: str, data: DataPages, **more: object) -> str:
    rendered = (
        _environment().get_template(template).render(words=words(), pages=views(data), language=current(), **more)
    )
    return rendered.rstrip("\n") + "\n"


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: str(name).startswith("book"),  # Markdown is not HTML
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = in_cell
    environment.filters["prose"] = prose
    return environment


def prose(sentence: str) -> str:
    """Return a sentence as Markdown that shows it as it is."""
    for sign in ("\\", "*", "<", "$"):
        sentence = sentence.replace(sign, f"\\{sign}")
    return sentence


def in_cell(sentence: str) -> str:
    """Return a sentence as a cell of a Markdown table."""
    return prose(sentence).replace("|", "\\|")
