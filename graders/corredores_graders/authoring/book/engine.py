"""The engine: Jupyter Book 1, run apart, with warnings as errors, and its result made fit for reading off line."""

import os
import subprocess
import sys
from html import escape
from pathlib import Path

from corredores_graders.authoring.book.errors import EngineFailed
from corredores_graders.authoring.writing import write_if_changed
from corredores_graders.language import text

_RUN = "from jupyter_book.cli.main import main; main()"
#: The theme's icon script redraws what its own font already shows, and weighs 1.5 MB; maps are for its developers.
ICON_SCRIPT = "_static/scripts/fontawesome.js"
NOT_READ = (".map", ".ttf", ".buildinfo", ".txt", ".inv")


def run_engine(work: Path, language: str) -> Path:
    """Build ``work/pages`` and return the folder of HTML. Raises :class:`EngineFailed` where there are warnings.

    What Jupyter Book keeps in ``work`` lets it build only the pages that changed.
    """
    command = [
        sys.executable,
        "-c",
        _RUN,
        "build",
        str(work / "pages"),
        "--path-output",
        str(work),
        "-W",
        "--keep-going",
        "-q",
    ]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    warnings = [line for line in done.stderr.splitlines() if "WARNING" in line or "ERROR" in line]
    if done.returncode or warnings:
        raise EngineFailed(language, "\n".join(warnings) or (done.stdout + done.stderr)[-2000:])
    return work / "_build" / "html"


def publish(html: Path, target: Path) -> None:
    """Copy the built pages to ``target``, in the language in force (``corredores.language.use``).

    Only what changed is written, only what a reader needs, and nothing stays from before.
    """
    wanted = {path.relative_to(html): path for path in html.rglob("*") if path.is_file() and _is_read(path)}
    for name, path in wanted.items():
        content = b"" if name.as_posix() == ICON_SCRIPT else path.read_bytes()
        write_if_changed(target / name, in_page_language(content) if path.suffix == ".html" else content)
    for path in [path for path in target.rglob("*") if path.is_file()]:
        if path.relative_to(target) not in wanted:
            path.unlink()


def in_page_language(html: bytes) -> bytes:
    """Return a page with the words that the theme gives in English alone, in the language in force."""
    page = html.decode("utf-8")
    for attribute, words in theme_words().items():
        name, _, english = attribute.partition("=")
        page = page.replace(f'{name}="{english}"', f'{name}="{escape(words)}"')
    return page.encode("utf-8")


def theme_words() -> dict[str, str]:
    """Return what the themes write into their templates, or have no Spanish for, as ``attribute=English``."""
    return {
        "title=Link to this heading": text("Enlace a este título"),
        "title=Toggle primary sidebar": text("Mostrar u ocultar el índice del libro"),
        "title=Toggle secondary sidebar": text("Mostrar u ocultar el índice de la página"),
        "aria-label=Main": text("Índice del libro"),
        "aria-label=Page": text("Índice de la página"),
        "placeholder=Search...": text("Buscar en el libro…"),
        "aria-label=Search...": text("Buscar en el libro…"),
    }


def _is_read(path: Path) -> bool:
    return path.suffix not in NOT_READ and path.name not in NOT_READ
