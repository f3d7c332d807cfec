"""`corredores verify`: added to the command line."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from corredores.command_error import CommandError, WrongUsage, known_language, known_module, nearest_name
from corredores.language import AVAILABLE
from corredores_graders.language import text

if TYPE_CHECKING:
    from corredores.corridor import Corridor


class NotAsItShouldBe(CommandError):
    """Something was missed."""


def register(app: typer.Typer) -> None:
    """Add ``verify`` to ``app``."""
    app.command(name="verify", help=text("Probar cada ejercicio de un módulo en todos los corredores."))(verify)


def verify(
    module: Annotated[str, typer.Argument(metavar="MODULE", help=text("Módulo, por ejemplo m03."))] = "",
    corridor: Annotated[
        list[str] | None, typer.Option("--corridor", help=text("Solo este corredor, por ejemplo SLV-USA."))
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help=text("Procesos a la vez."))] = min(2, os.cpu_count() or 1),
    lang: Annotated[str, typer.Option("--lang", help=text("Idiomas de los mensajes."))] = ",".join(AVAILABLE),
) -> None:
    """Try every exercise with answers that people write, for every corridor; without MODULE, every module."""
    from corredores.corridor import ASSIGNABLE
    from corredores_graders.answer_keys import module_ids
    from corredores_graders.harness.report import print_report
    from corredores_graders.harness.verify import verify as verify_module

    languages = tuple(known_language(language.strip()) for language in lang.split(","))
    corridors = tuple(map(_known_corridor, corridor)) if corridor else ASSIGNABLE
    modules = [known_module(module, module_ids())] if module else list(module_ids())
    missed = 0
    for known in modules:
        verified = verify_module(known, corridors, jobs, languages, whole=not corridor)
        print_report(verified, Console(width=None if sys.stdout.isatty() else 100))
        missed += len(verified.misses)
    if missed:
        raise NotAsItShouldBe(text("Hay {count} cosas por corregir; están nombradas arriba.", count=missed))


def _known_corridor(written: str) -> "Corridor":
    from corredores.corridor import ASSIGNABLE, UnreadableCode, read_pair

    try:
        return read_pair(written)
    except UnreadableCode as unknown:
        raise WrongUsage(f"{unknown}{nearest_name(written, [known.pair for known in ASSIGNABLE])}") from None
