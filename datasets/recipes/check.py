"""A check: a statement about the tables that can be false, and what became of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from corredores.language import text

NONE = "—"  #: no row offends; no such cell is given

Tables = Mapping[str, pd.DataFrame]
Finding = int | str


@dataclass(frozen=True)
class Check:
    """A statement about the tables that can be false."""

    name: str
    statement: str  #: in Spanish, marked for the catalogue
    expected: Finding
    find: Callable[[Tables], Finding]  #: what the tables say

    def run(self, tables: Tables) -> "CheckResult":
        """Return what was expected and what was found."""
        return CheckResult(self.name, self.statement, self.expected, self.find(tables))


@dataclass(frozen=True)
class CheckResult:
    """What a check expected and what the tables say."""

    name: str
    statement: str
    expected: Finding
    found: Finding

    @property
    def ok(self) -> bool:
        """Whether the tables say what was expected."""
        return self.found == self.expected

    def __str__(self) -> str:
        statement = f"{self.name}: {text(self.statement)}"
        if self.ok:
            return f"{statement} [{self.found}]"
        return f"{statement} " + text(
            "Se esperaba {expected}; se halla {found}.", expected=self.expected, found=self.found
        )
