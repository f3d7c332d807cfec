"""A newer edition in a folder of its own: the sources as fetched, the tables derived from them, and what changed."""

import dataclasses
import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from corredores.language import text
from datasets.recipes.checks import CHECKS
from datasets.recipes.checks.check import Check, CheckResult, Found
from datasets.recipes.checks.verify import read_table
from datasets.recipes.declaration import Table
from datasets.recipes.package import DESCRIPTOR, csv_bytes, resource, sorted_by_key
from datasets.recipes.refresh.comparing import Changes, compare
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.in_force import Together
from datasets.recipes.refresh.kept_answers import write_whole
from datasets.recipes.refresh.service import Service
from datasets.recipes.source import SourceError
from datasets.recipes.tables import TABLES

SOURCES, DERIVED, REPORT = "sources", "tables", "changes"


@dataclass(frozen=True)
class Edition:
    """What a refresh found."""

    folder: Path
    names: dict[str, str]  #: edition by service
    services: tuple[Service, ...]
    changes: tuple[Changes, ...]
    underived: dict[str, str]  #: tables that need a file which no service gives, and the file
    missed: tuple[CheckResult, ...]  #: checks that the newer tables do not pass
    moves: dict[str, str]  #: addresses that moved

    @property
    def refusals(self) -> list[str]:
        """Return in words why the edition may not take the place of the tables; none is a yes."""
        shrunk = [
            text(
                "«{table}» pasa de {before} a {after} filas: parece una respuesta a medias.",
                table=one.table.name,
                before=one.rows_before,
                after=one.rows_after,
            )
            for one in self.changes
            if one.shrunk
        ]
        return shrunk + [str(result) for result in self.missed]


def fetch_sources(services: Sequence[Service], fetcher: Fetcher, folder: Path, last_year: int) -> dict[str, str]:
    """Write every source file that the services give into ``folder``, and return the edition by service."""
    return {
        service.name: service.fetch(service.publisher, fetcher, folder / SOURCES, last_year) for service in services
    }


def derive(services: Sequence[Service], names: Mapping[str, str], folder: Path, others: Path | None) -> dict[str, str]:
    """Derive the tables that the fetched files feed, and return those that lack a file, with the file.

    A recipe may need a file that no service gives (the 2021 vintage of remittances paid): it is taken from
    ``others``, the folder of the publishers' files, if given.
    """
    entries, underived = [], {}
    for table in touched(services):
        lacking = _take_over([file for file in table.files if not (folder / SOURCES / file).is_file()], folder, others)
        if lacking:
            underived[table.name] = lacking
            continue
        newer = _named(table, services, names)
        frame = _rows(newer, folder / SOURCES)
        content = csv_bytes(frame, newer)
        write_whole(folder / DERIVED / f"{table.name}.csv", content)
        entries.append(resource(newer, frame, content))
    package = {"name": "corredores", "profile": "tabular-data-package", "resources": entries}
    descriptor = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    write_whole(folder / DERIVED / DESCRIPTOR, descriptor)
    return underived


def touched(services: Sequence[Service]) -> list[Table]:
    """Return the tables whose recipe reads a file that one of the services gives."""
    given = {file for service in services for file in service.files}
    return [table for table in TABLES if given.intersection(table.files)]


def examine(folder: Path, committed: Path) -> tuple[tuple[Changes, ...], tuple[CheckResult, ...]]:
    """Return what changed against the tables in force, and the checks that fail with the newer ones in their place."""
    declared = {table.name: table for table in TABLES}
    derived = [table for table in TABLES if (folder / DERIVED / f"{table.name}.csv").is_file()]
    tables = Together(committed, declared, {table.name: read_table(folder / DERIVED, table) for table in derived})
    changes = tuple(compare(tables.in_force(table.name), tables[table.name], table) for table in derived)
    results = (_run(check, tables) for check in CHECKS if check.table in tables.newer)
    return changes, tuple(result for result in results if not result.ok)


def _run(check: Check, tables: Together) -> CheckResult:
    """Return what a check finds; one that cannot find its rows in the newer tables does not hold."""
    try:
        return check.run(tables)
    except SourceError:
        raise
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        found = Found(f"{type(error).__name__}: {error}")
        return CheckResult(check.name, check.table, check.statement, check.expected, found, check.source)


def refuse_edited(folder: Path) -> None:
    """Stop when a table is not the one that the refresh wrote and the report speaks of.

    Raises
    ------
    SourceError
        With the file.
    """
    package = json.loads((folder / DERIVED / DESCRIPTOR).read_text(encoding="utf-8"))
    for entry in package["resources"]:
        path = folder / DERIVED / entry["path"]
        content = path.read_bytes() if path.is_file() else b""
        if entry["hash"] != "sha256:" + hashlib.sha256(content).hexdigest():
            raise SourceError(
                text(
                    "El archivo {path} no es el que se trajo. Borre la carpeta y traiga la edición de nuevo.", path=path
                )
            )


def _rows(table: Table, sources: Path) -> pd.DataFrame:
    """Return what the recipe makes of the newer files; one that cannot read them stops with the table's name."""
    try:
        return sorted_by_key(table.recipe(sources), table)
    except SourceError:
        raise
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise SourceError(
            text(
                "{publisher}: la receta de «{table}» no puede con la edición nueva: {error}. Quizá ya no trae un país, "
                "un grupo o un código: compare sus archivos con los conocidos y adapte la receta.",
                publisher=table.publisher,
                table=table.name,
                error=error,
            )
        ) from error


def _take_over(files: list[str], folder: Path, others: Path | None) -> str:
    """Copy the files from ``others``; return the first that is not there."""
    for file in files:
        source = others / file if others else None
        if source is None or not source.is_file():
            return file
        (folder / SOURCES / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, folder / SOURCES / file)
    return ""


def _named(table: Table, services: Sequence[Service], names: Mapping[str, str]) -> Table:
    """Return the declaration with the edition and the address that its rows now come from."""
    used = [service for service in services if set(service.files).intersection(table.files)]
    given = {file for service in used for file in service.files}
    editions = [names[service.name] for service in used]
    obtained = [f"{service.publisher.base}, {date.today().isoformat()}" for service in used]
    if not given.issuperset(table.files):
        editions.append(table.edition)
        obtained.append(table.obtained)
    return dataclasses.replace(table, edition="; ".join(editions), obtained="; ".join(obtained))
