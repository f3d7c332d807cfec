"""Commands of a master trainer and an author: build notebooks, keep translations, build the book.

What a command works with is imported when it is called, so that `corredores --help` answers at once.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from corredores import language as course_language
from corredores.cli import Commands
from corredores.command_error import WrongUsage, known_language, nearest_name
from corredores_graders.authoring.project import Project
from corredores_graders.language import text

if TYPE_CHECKING:
    from corredores_graders.authoring.translate import CatalogueReport

BOTH = "both"

ModuleNames = Annotated[list[str] | None, typer.Argument(metavar="MODULE")]
Language = Annotated[str, typer.Option("--lang", metavar="es|en|both")]


def register(app: typer.Typer) -> None:
    """Add ``build``, ``translate`` and ``book build`` to the command line."""
    app.command(name="build", help=text("Escribir los cuadernos fuente de los módulos en una carpeta."))(build)
    app.command(name="translate", help=text("Poner al día los catálogos de traducción y decir qué falta."))(translate)
    book = typer.Typer(cls=Commands, help=text("El libro del curso."), no_args_is_help=True)
    book.command(name="build", help=text("Construir el libro en una carpeta que se abre sin conexión."))(book_build)
    app.add_typer(book, name="book")


def languages(written: str) -> tuple[str, ...]:
    """Return the languages that ``--lang`` asks for; raise ``WrongUsage`` for one that does not exist."""
    if written == BOTH:
        return course_language.AVAILABLE
    if written not in course_language.AVAILABLE:
        existing = (*course_language.AVAILABLE, BOTH)
        sentence = text(
            "No hay ningún idioma «{written}». Existen: {existing}.", written=written, existing=", ".join(existing)
        )
        raise WrongUsage(sentence + nearest_name(written, existing))
    return (known_language(written),)


def build(
    modules: ModuleNames = None,
    to: Annotated[Path, typer.Option("--to", metavar="DIR")] = Path("build/source"),
    lang: Language = BOTH,
) -> None:
    """Write the source notebook and the trainer guide of each module in each language."""
    from corredores_graders.authoring.build import build_module

    console, project = Console(), Project()
    chosen = [project.module(name) for name in modules] if modules else project.modules()
    for module in chosen:
        for language in languages(lang):
            for built in build_module(module, language, to, project):
                state = text("escrito") if built.changed else text("sin cambios")
                console.print(f"{built.path}  {state}", markup=False, highlight=False, soft_wrap=True)


def translate(check: Annotated[bool, typer.Option("--check")] = False) -> None:
    """Update the catalogues; with ``--check`` write nothing and fail where something is missing or stale."""
    from corredores_graders.authoring.translate import update_catalogues

    console = Console(soft_wrap=True, highlight=False, markup=False)
    reports = list(update_catalogues(Project(), write=not check))
    for report in reports:
        _print_report(console, report)
    if check and not all(report.complete for report in reports):
        raise typer.Exit(1)


def _print_report(console: Console, report: "CatalogueReport") -> None:
    from corredores_graders.authoring.translate import MISSING

    for gap in report.gaps:
        state = text("sin traducir") if gap.state == MISSING else text("traducción más antigua que la frase")
        first_line = gap.sentence.splitlines()[0]
        console.print(f"{gap.path}:{gap.line}: {state}: {first_line[:80]}")
    console.print(
        text(
            "{path}: {sentences} frases, {gaps} por traducir.",
            path=report.path,
            sentences=report.sentences,
            gaps=len(report.gaps),
        )
    )
    if not report.up_to_date:
        console.print(text("{path} no está al día: ejecute «corredores translate».", path=report.path))


def book_build(
    to: Annotated[Path, typer.Option("--to", metavar="DIR")] = Path("build/book"),
    lang: Language = BOTH,
) -> None:
    """Build the book's pages into ``--to``."""
    from corredores_graders.authoring.book.build import build_book  # Sphinx takes a second to import

    console = Console(soft_wrap=True, highlight=False, markup=False)
    book = build_book(Project(), to, languages(lang), progress=console.print)
    console.print(text("El libro está en {page}. Ábralo en un navegador.", page=book))
