"""Building the book: every language's pages, one engine run each, one shared bundle, one look for leaks."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from corredores import language as course_language
from corredores_graders.authoring.book.drawing import BUNDLE, Drawer, find_browser
from corredores_graders.authoring.book.engine import publish, run_engine
from corredores_graders.authoring.book.errors import Leaked
from corredores_graders.authoring.book.figures import FigureFiles
from corredores_graders.authoring.book.leaks import leaks, solution_lines
from corredores_graders.authoring.book.pages import LANGUAGE_NAMES, LanguagePages
from corredores_graders.authoring.build import module_source
from corredores_graders.authoring.project import Project
from corredores_graders.authoring.writing import write_if_changed
from corredores_graders.language import text

SHARED = Path("shared")


def build_book(
    project: Project,
    target: Path,
    languages: tuple[str, ...],
    *,
    progress: Callable[[str], object] = print,
    browser: str | None = None,
    use_browser: bool = True,
) -> Path:
    """Build the book into ``target`` and return its first page.

    ``target`` holds one folder a language, ``shared/plotly.min.js`` and an `index.html` that leads to the first
    language. Without a browser (or with ``use_browser`` off) a figure is its table. Raises ``Leaked`` and writes
    nothing where a page would show a solution.
    """
    cache = project.root / "build" / "cache"
    work = {language: cache / "engine" / language for language in languages}
    with Drawer(cache / "pictures", (browser or find_browser()) if use_browser else None) as drawer:
        for language in languages:
            progress(text("Ejecutar las páginas: {language}", language=LANGUAGE_NAMES[language]))
            pages = LanguagePages(project, language, languages, work[language] / "pages", cache / "outputs")
            with course_language.use(language):
                pages.write(FigureFiles(drawer))
    progress(text("Componer el libro"))
    with ThreadPoolExecutor() as engines:  # each engine is a process of its own
        built = dict(zip(languages, engines.map(run_engine, work.values(), languages), strict=True))
    secrets = _secrets(project, languages)
    if found := [leak for html in built.values() for leak in leaks(html, secrets)]:
        raise Leaked(found)
    for language, html in built.items():
        with course_language.use(language):
            publish(html, target / language)
    write_if_changed(target / SHARED / BUNDLE.name, BUNDLE.read_bytes())
    write_if_changed(target / "index.html", _front_door(languages))
    return target / "index.html"


def _secrets(project: Project, languages: tuple[str, ...]) -> set[str]:
    sources = (module_source(module.id, language, project) for module in project.modules() for language in languages)
    return {line for source in sources for line in solution_lines(source)}


def _front_door(languages: tuple[str, ...]) -> str:
    """Return the page that leads to the first language and names the others."""
    first = languages[0]
    links = "".join(
        f'<li><a href="{code}/index.html" lang="{code}" hreflang="{code}">{escape(LANGUAGE_NAMES[code])}</a></li>'
        for code in languages
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{first}"><head><meta charset="utf-8"><title>Corredores</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="refresh" content="0; url={first}/index.html"></head>'
        f"<body><h1>Corredores</h1><ul>{links}</ul></body></html>\n"
    )
