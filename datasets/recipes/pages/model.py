"""What the data page of each table tells, read from the tables once, in no language yet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from corredores.language import text
from datasets.recipes.checks import CHECKS
from datasets.recipes.checks.check import CheckResult, Tables
from datasets.recipes.checks.declared import declared
from datasets.recipes.checks.verify import read_tables
from datasets.recipes.declaration import Field, Table
from datasets.recipes.pages.covered import PlacesCovered, covered
from datasets.recipes.pages.heat import HeatMap, heat_maps
from datasets.recipes.pages.notes import NOTES
from datasets.recipes.pages.notes.figures import NoteWithoutData
from datasets.recipes.pages.notes.note import FilledNote
from datasets.recipes.source import SourceError
from datasets.recipes.tables import TABLES


class CheckMissed(ValueError):
    """A page would show a check that does not hold."""


#: What stops the pages: a table that cannot be read, a check that fails, a note without figures.
REFUSALS = (SourceError, CheckMissed, NoteWithoutData)


@dataclass(frozen=True)
class FieldFound:
    """What a column holds: the range of its numbers, or how many different texts; how many cells are blank."""

    name: str
    blank: int
    different: int
    lowest: float | None = None
    highest: float | None = None


@dataclass(frozen=True)
class TablePage:
    """Everything computed for the page of one table; its declaration says the rest."""

    name: str
    rows: int
    fields: tuple[FieldFound, ...]
    places: tuple[PlacesCovered, ...]
    heat: tuple[HeatMap, ...]
    figures: tuple[CheckResult, ...]  #: sums, figures of the source file or of the course map, and published ones
    declared: int  #: how many checks its declaration gives
    notes: tuple[FilledNote, ...]

    @property
    def table(self) -> Table:
        """What is declared of the table."""
        return next(table for table in TABLES if table.name == self.name)


@dataclass(frozen=True)
class DataPages:
    """The pages of all tables, and the names of the countries in each language."""

    pages: tuple[TablePage, ...]
    names: Mapping[str, Mapping[str, str]]


def read_pages(folder: Path) -> DataPages:
    """Return the pages of the tables in ``folder``.

    Raises
    ------
    CheckMissed
        When the tables do not say what a page would say that they do.
    NoteWithoutData
        When a teaching note finds no figure.
    SourceError
        When a table cannot be read.
    """
    return pages_of(read_tables(folder))


def pages_of(tables: Tables) -> DataPages:
    """Return the pages of ``tables``; raises as :func:`read_pages`."""
    notes = [note.filled(tables) for note in NOTES]
    of_declaration = {check.name for check in declared(TABLES)}
    results = [check.run(tables) for check in CHECKS]
    refuse_missed(results)
    pages = tuple(
        TablePage(
            name=table.name,
            rows=len(tables[table.name]),
            fields=tuple(field_found(tables[table.name], field) for field in table.fields),
            places=covered(tables[table.name], table, tables["countries"]),
            heat=heat_maps(tables[table.name], table, tables["countries"]),
            figures=tuple(one for one in results if one.table == table.name and one.name not in of_declaration),
            declared=sum(one.table == table.name and one.name in of_declaration for one in results),
            notes=tuple(note for note in notes if table.name in note.tables),
        )
        for table in TABLES
    )
    return DataPages(pages, {language: _names(tables["countries"], language) for language in ("es", "en")})


def refuse_missed(results: Iterable[CheckResult]) -> None:
    """Raise :class:`CheckMissed` where a check does not hold."""
    missed = [result.name for result in results if not result.ok]
    if missed:
        raise CheckMissed(
            text(
                "Las páginas dirían algo que las tablas ya no dicen: {missed}. Ejecute «corredores data verify».",
                missed=", ".join(missed),
            )
        )


def field_found(frame: pd.DataFrame, field: Field) -> FieldFound:
    """Return what a column holds."""
    column = frame[field.name]
    blank, different = int(column.isna().sum()), int(column.nunique())
    if field.type in ("integer", "number") and different:
        return FieldFound(field.name, blank, different, float(column.min()), float(column.max()))
    return FieldFound(field.name, blank, different)


def _names(countries: pd.DataFrame, language: str) -> dict[str, str]:
    return dict(zip(countries["iso3"], countries[f"name_{language}"], strict=True))
