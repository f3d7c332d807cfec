"""A teaching note: a sentence with gaps, and the function that fills them from the tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from corredores.charts.numbers import Numbers
from corredores.language import text
from datasets.recipes.checks.check import Tables
from datasets.recipes.pages.notes.figures import NoteWithoutData
from datasets.recipes.pages.notes.values import Names, Value

Values = Mapping[str, Value]


@dataclass(frozen=True)
class Note:
    """What is untidy in some tables, and what a trainer can do with it. No figure is written into its sentences."""

    name: str
    tables: tuple[str, ...]  #: on whose pages it stands
    title: str  #: in Spanish, marked for the catalogue, as are the other two
    says: str
    use: str
    compute: Callable[[Tables], Values]

    def filled(self, tables: Tables) -> "FilledNote":
        """Return the note with its figures.

        Raises
        ------
        NoteWithoutData
            When a table does not give a figure, or no longer shows what the note says.
        """
        try:
            return FilledNote(self.name, self.tables, self.title, self.says, self.use, dict(self.compute(tables)))
        except (ValueError, LookupError, ArithmeticError, StopIteration) as error:  # what a table without rows raises
            raise NoteWithoutData(
                text(
                    "La nota «{note}» se quedó sin datos: {cause} Corríjala en datasets/recipes/pages/notes, o derive "
                    "de nuevo la tabla.",
                    note=self.name,
                    cause=error,
                )
            ) from error


@dataclass(frozen=True)
class FilledNote:
    """A note and its figures, in no language yet."""

    name: str
    tables: tuple[str, ...]
    title: str
    says: str
    use: str
    values: Values

    def sentence(self, numbers: Numbers, names: Names) -> str:
        """Return what the note says, in the language in force."""
        return text(self.says, **{gap: value.written(numbers, names) for gap, value in self.values.items()})
