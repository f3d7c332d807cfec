"""A check: a statement about the tables that can be false, and what became of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from corredores.language import text
from datasets.recipes.checks.kinds import Kind, kind_of

NONE = "—"  #: no row offends; no such cell is given

Tables = Mapping[str, pd.DataFrame]
Finding = int | float | str


@dataclass(frozen=True)
class Found:
    """What the tables say, and the row that says it."""

    value: Finding
    row: str = ""


@dataclass(frozen=True)
class Check:
    """A statement about a table that can be false."""

    name: str
    table: str  #: the table that has to be mended when the statement is false
    statement: str  #: in Spanish, marked for the catalogue
    expected: Finding
    find: Callable[[Tables], Found]  #: what the tables say
    source: str = ""  #: where the expected figure stands; whether it is published, the source file's or the map's

    def run(self, tables: Tables) -> "CheckResult":
        """Return what was expected and what was found."""
        return CheckResult(self.name, self.table, self.statement, self.expected, self.find(tables), self.source)


@dataclass(frozen=True)
class CheckResult:
    """What a check expected and what the tables say."""

    name: str
    table: str
    statement: str
    expected: Finding
    found: Found
    source: str = ""

    @property
    def kind(self) -> Kind:
        """What the tables were held against."""
        return kind_of(self.source)

    @property
    def ok(self) -> bool:
        """Whether the tables say what was expected."""
        return self.found.value == self.expected

    def __str__(self) -> str:
        statement = f"{self.name}: {text(self.statement)}"
        if self.ok:
            return f"{statement} [{self.found.value}]"
        missed = text(
            "Tabla {table}, fila {row}: se esperaba {expected}; se halla {found}.",
            table=self.table,
            row=self.found.row or NONE,
            expected=self.expected,
            found=self.found.value,
        )
        source = text("Fuente: {source}.", source=self.source) if self.source else ""
        return " ".join(part for part in (statement, missed, source) if part)
