"""The tables in force with the newer ones in their place, each read only when a check asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from corredores.language import text
from datasets.recipes.checks.verify import read_table
from datasets.recipes.declaration import Table
from datasets.recipes.source import SourceError


@dataclass
class Together(Mapping[str, pd.DataFrame]):
    """Every table by name."""

    folder: Path  #: of the tables in force
    declared: Mapping[str, Table]
    newer: Mapping[str, pd.DataFrame]
    _read: dict[str, pd.DataFrame] = field(default_factory=dict)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Return the newer table, or else the one in force."""
        return self.newer[name] if name in self.newer else self.in_force(name)

    def in_force(self, name: str) -> pd.DataFrame:
        """Return the table in force.

        Raises
        ------
        SourceError
            When it cannot be read.
        """
        if name not in self._read:
            try:
                self._read[name] = read_table(self.folder, self.declared[name])
            except SourceError as error:
                sentence = text(
                    "No se puede comparar con las tablas de {folder}. {cause}", folder=self.folder, cause=error
                )
                raise SourceError(sentence) from error
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.declared)

    def __len__(self) -> int:
        return len(self.declared)
