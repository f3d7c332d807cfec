"""`corredores data`: derive the tables of the course from the publishers' files, check them, look for newer ones."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from corredores.cli import Commands
from corredores.command_error import CommandError, WrongUsage
from corredores_graders.authoring.writing import write_if_changed
from corredores_graders.classroom.recipes import TABLES, reach_recipes
from corredores_graders.classroom.refresh_commands import refresh
from corredores_graders.language import text

Sources = Annotated[Path, typer.Option("--from", help=text("Carpeta con los archivos de cada institución."))]
Target = Annotated[Path, typer.Option("--to", help=text("Carpeta donde se escriben las tablas."))]
Only = Annotated[str, typer.Option("--only", help=text("Solo estas tablas, separadas por comas."))]
Folder = Annotated[Path, typer.Option("--folder", help=text("Carpeta de las tablas."))]


class TablesNotAsPublished(CommandError):
    """A table does not say what it declares, what its source file said or what is published."""


def register(app: typer.Typer) -> None:
    """Add the group ``data`` to ``app``."""
    description = text("Las tablas del curso: derivarlas y comprobarlas.")
    commands = typer.Typer(cls=Commands, help=description, no_args_is_help=True)
    commands.command(name="build", help=text("Derivar las tablas de los archivos de cada institución."))(build)
    commands.command(name="verify", help=text("Comprobar las tablas: lo declarado, lo de origen y lo publicado."))(
        verify
    )
    commands.command(name="pages", help=text("Escribir una página de cada tabla en datasets/README.md."))(pages)
    commands.command(name="refresh", help=text("Traer ediciones nuevas y decir qué cambia; nada se reemplaza solo."))(
        refresh
    )
    app.add_typer(commands, name="data")


def build(sources: Sources, to: Target = TABLES, only: Only = "") -> None:
    """Derive the tables and the data package; the same files give the same bytes."""
    reach_recipes()
    from datasets.recipes.package import build as build_tables
    from datasets.recipes.source import SourceError

    if not sources.is_dir():
        raise WrongUsage(text("No existe la carpeta {folder}. Indique con --from la de las fuentes.", folder=sources))
    try:
        written = build_tables(sources, to, _chosen(only))
    except SourceError as error:
        raise CommandError(str(error)) from error
    for path in written:
        typer.echo(path)
    typer.echo(text("Si las tablas cambiaron, ejecute «uv sync» para que el curso las lea."))


def _chosen(only: str) -> list[str]:
    from datasets.recipes.tables import TABLES as DECLARED

    chosen, known = [name.strip() for name in only.split(",") if name.strip()], [table.name for table in DECLARED]
    unknown = [name for name in chosen if name not in known]
    if unknown:
        raise WrongUsage(text("No hay una tabla «{name}». Existen: {known}.", name=unknown[0], known=", ".join(known)))
    return chosen


def verify(folder: Folder = TABLES) -> None:
    """Print each check and what was found; a miss ends with code 1."""
    reach_recipes()
    from datasets.recipes.checks.kinds import Kind
    from datasets.recipes.checks.verify import verify_tables

    results = verify_tables(folder)
    for result in results:
        typer.echo(("✓ " if result.ok else "✗ ") + str(result))
    missed = [result.name for result in results if not result.ok]
    if missed:
        raise TablesNotAsPublished(
            text(
                "Las tablas de {folder} no dicen lo esperado en {missed}. Derívelas de nuevo con "
                "«corredores data build --from CARPETA».",
                folder=folder,
                missed=", ".join(missed),
            )
        )
    kinds = Counter(result.kind for result in results)
    typer.echo(
        text(
            "Las {count} comprobaciones coinciden: {declared} de lo declarado, {source} de lo que trae el archivo de "
            "origen o pide el mapa del curso, {published} de cifras publicadas en otra parte.",
            count=len(results),
            declared=kinds[Kind.DECLARED],
            source=kinds[Kind.SOURCE],
            published=kinds[Kind.PUBLISHED],
        )
    )


def pages(folder: Folder = TABLES) -> None:
    """Write the page of each table into the README files of ``folder``; the same tables give the same bytes."""
    reach_recipes()
    from datasets.recipes.pages.model import REFUSALS, read_pages
    from datasets.recipes.pages.rendering import readmes

    try:
        written = readmes(read_pages(folder))
    except REFUSALS as error:
        raise CommandError(str(error)) from error
    for name, content in written.items():
        write_if_changed(folder / name, content)
        typer.echo(folder / name)
