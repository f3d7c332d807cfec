"""`corredores data refresh`: newer editions from the publishers' interfaces, compared first, put in only when told."""

import dataclasses
import json
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from corredores.command_error import CommandError, WrongUsage, nearest_name
from corredores_graders.classroom.recipes import TABLES, reach_recipes
from corredores_graders.classroom.refresh_progress import answers_shown
from corredores_graders.language import text

if TYPE_CHECKING:
    from datasets.recipes.refresh.edition import Edition
    from datasets.recipes.refresh.service import Service

To = Annotated[
    Path | None, typer.Option("--to", help=text("Carpeta nueva para la edición; si no se da, refresh-AAAA-MM-DD."))
]
Only = Annotated[
    str, typer.Option("--only", help=text("Solo estos servicios, separados por comas: world_bank, ilostat, unhcr."))
]
Others = Annotated[
    Path | None, typer.Option("--from", help=text("Carpeta con los archivos que ningún servicio da, si se tienen."))
]
Folder = Annotated[Path, typer.Option("--folder", help=text("Carpeta de las tablas."))]
Replace = Annotated[
    bool, typer.Option("--replace", help=text("Poner la edición en lugar de las tablas, si pasa las comprobaciones."))
]
WorldBank = Annotated[
    str, typer.Option("--world-bank", envvar="CORREDORES_WORLD_BANK", help=text("Dirección del servicio."))
]
Ilostat = Annotated[str, typer.Option("--ilostat", envvar="CORREDORES_ILOSTAT", help=text("Dirección del servicio."))]
Unhcr = Annotated[str, typer.Option("--unhcr", envvar="CORREDORES_UNHCR", help=text("Dirección del servicio."))]

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Interrupted(CommandError):
    """The person stopped the download."""

    exit_code = 130


def refresh(
    to: To = None,
    only: Only = "",
    others: Others = None,
    folder: Folder = TABLES,
    replace: Replace = False,
    world_bank: WorldBank = "",
    ilostat: Ilostat = "",
    unhcr: Unhcr = "",
) -> None:
    """Fetch newer editions into a new folder and say what changes; the tables stay, unless --replace is given."""
    reach_recipes()
    from datasets.recipes.refresh.report import FIGURES, summary
    from datasets.recipes.source import SourceError

    services = _services(only, {"world_bank": world_bank, "ilostat": ilostat, "unhcr": unhcr})
    target = to or Path(f"refresh-{date.today().isoformat()}")
    fetched = (target / FIGURES).is_file()
    if target.exists() and not (fetched and replace):
        raise WrongUsage(text("Ya existe {folder}. Indique con --to una carpeta nueva.", folder=target))
    try:
        edition = _reviewed(target, folder) if fetched else _fetched(services, target, folder, others)
    except SourceError as error:
        raise CommandError(str(error)) from error
    for changes in edition.changes:
        typer.echo(summary(changes))
    typer.echo(text("Informe: {page}", page=target / "CHANGES.md"))
    if replace:
        _replace(edition, folder)
        return
    for refusal in edition.refusals:
        typer.echo("✗ " + refusal)
    typer.echo(text("No se reemplazó nada. Revise el informe; después, «{command}».", command=_again(target, folder)))


def _again(target: Path, folder: Path) -> str:
    where = "" if folder == TABLES else f" --folder {folder}"
    return f"corredores data refresh --to {target}{where} --replace"


def _services(only: str, addresses: dict[str, str]) -> tuple["Service", ...]:
    """Return the services chosen, each at its address."""
    from datasets.recipes.refresh.services import SERVICES

    existing = [service.name for service in SERVICES]
    chosen = [name.strip() for name in only.split(",") if name.strip()] or existing
    for name in chosen:
        if name not in existing:
            sentence = text(
                "No hay un servicio «{name}». Existen: {existing}.", name=name, existing=", ".join(existing)
            )
            raise WrongUsage(sentence + nearest_name(name, existing))
    for address in filter(None, addresses.values()):
        if not _safe(address):
            raise WrongUsage(text("«{address}» no es una dirección https. Escríbala completa.", address=address))
    return tuple(
        service.at(addresses[service.name]) if addresses[service.name] else service
        for service in SERVICES
        if service.name in chosen
    )


def _safe(address: str) -> bool:
    """Whether nobody on the way can change what comes from there: https, or this same machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK))


def _fetched(services: tuple["Service", ...], target: Path, folder: Path, others: Path | None) -> "Edition":
    """Return the edition, fetched into a folder beside the target that takes its name once it is whole."""
    from datasets.recipes.refresh.edition import DERIVED, REPORT, SOURCES, Edition, derive, examine, fetch_sources
    from datasets.recipes.refresh.fetching import Fetcher
    from datasets.recipes.refresh.kept_answers import KeptAnswers
    from datasets.recipes.refresh.report import write_report

    beginning = target.with_name(f"{target.name}.partial")
    for part in (SOURCES, DERIVED, REPORT):
        shutil.rmtree(beginning / part, ignore_errors=True)
    fetcher = Fetcher(KeptAnswers(beginning / "answers"))
    try:
        with closing(fetcher), answers_shown(fetcher):
            names = fetch_sources(services, fetcher, beginning, date.today().year)
        underived = derive(services, names, beginning, others)
        changes, missed = examine(beginning, folder)
        edition = Edition(beginning, names, services, changes, underived, missed, fetcher.moves)
        write_report(edition)
    except KeyboardInterrupt as error:
        raise Interrupted(
            text(
                "Interrumpido: las tablas no cambiaron. Lo que llegó entero queda en {folder}; la misma orden sigue "
                "desde ahí.",
                folder=beginning,
            )
        ) from error
    shutil.rmtree(beginning / "answers", ignore_errors=True)
    beginning.rename(target)
    return dataclasses.replace(edition, folder=target)


def _reviewed(target: Path, folder: Path) -> "Edition":
    """Return an edition that an earlier run fetched, compared anew with the tables in force."""
    from datasets.recipes.refresh.edition import Edition, examine, refuse_edited
    from datasets.recipes.refresh.report import FIGURES

    refuse_edited(target)
    said = json.loads((target / FIGURES).read_text(encoding="utf-8"))
    changes, missed = examine(target, folder)
    return Edition(target, said["editions"], (), changes, said["underived"], missed, said["moved"])


def _replace(edition: "Edition", folder: Path) -> None:
    """Put the edition in the place of the tables, or say why not."""
    from datasets.recipes.refresh.edition import DERIVED
    from datasets.recipes.refresh.replacing import replace_tables

    if edition.refusals:
        reasons = "\n".join(f"✗ {refusal}" for refusal in edition.refusals)
        sentence = text(
            "No se reemplazó nada: la edición de {folder} no pasa las comprobaciones. Aclare con la institución lo que "
            "cambió; si la cifra es cierta, corrija la comprobación en datasets/recipes/checks y repita la orden.",
            folder=edition.folder,
        )
        raise CommandError(f"{reasons}\n{sentence}")
    for path in replace_tables(edition.folder / DERIVED, folder):
        typer.echo(path)
    typer.echo(
        text(
            "Ahora ejecute «corredores data verify»; escriba la edición nueva en datasets/recipes/tables, guarde los "
            "archivos de {sources} con los de las demás instituciones y anótelos con «python -m "
            "datasets.recipes.inventory CARPETA»; por último, «uv sync».",
            sources=edition.folder / "sources",
        )
    )
