"""How an exercise is declared: parts, right answers, known mistakes; one object reads like a row of the course map."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from corredores.corridor import Corridor

#: The right or a mistaken answer for a corridor; constant answers ignore their argument.
Answer = Callable[[Corridor], Any]


def N_(sentence: str) -> str:
    """Mark a sentence for the catalogues; it is translated when a check file is written."""
    return sentence


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that a person gets by one recognisable step."""

    id: str
    """the misconception of the course map, §5"""
    message: str
    """why it is so and what to do next; at most 400 characters, never blaming"""
    wrong: tuple[Any, ...] = ()
    """functions that compute the wrong answer of a corridor; wrong functions, letters or cases for the other kinds"""
    tolerance: float | None = None
    """where the mistake stands on another scale than the answer"""
    columns: tuple[str, ...] = ()
    """of a table, the columns that show the mistake; empty for all"""
    when: str = ""
    """``any_number`` where each number is this mistake"""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One variable of an exercise."""

    kind: ClassVar[str]
    variable: str
    label: str
    """what is asked, as the middle of a sentence"""
    mistakes: tuple[Mistake, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Value(Part):
    """A number in a unit, or NO_DISPONIBLE."""

    kind = "value"
    right: Answer
    unit: str = ""
    tolerance: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Place(Part):
    """A country, by code or name; where several tie, each is right."""

    kind = "place"
    right: Callable[[Corridor], tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Column:
    """A judged column of a table."""

    name: str
    unit: str = ""
    tolerance: float
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table(Part):
    """A table whose rows are named by countries; ``right`` is a frame with the keys as index and the columns."""

    kind = "table"
    right: Answer
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    key_aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    missing_rows: str = ""
    """id of the mistake of leaving rows out"""


@dataclass(frozen=True, kw_only=True)
class Function(Part):
    """A function, tried with fresh inputs; ``right`` is the function itself, ``probe`` draws one list of arguments."""

    kind = "function"
    right: Callable[..., float]
    probe: Callable[[np.random.Generator], list[Any]]
    unit: str = ""
    tolerance: float = 1e-6


@dataclass(frozen=True, kw_only=True)
class Choice(Part):
    """One option; every other option is a known mistake with its explanation."""

    kind = "choice"
    right: str
    explanation: str
    """what is said when it is right"""

    @property
    def letters(self) -> str:
        """The letters of all options."""
        return "".join(sorted({self.right, *(letter for mistake in self.mistakes for letter in mistake.wrong)}))


@dataclass(frozen=True, kw_only=True)
class Order(Part):
    """Steps to put in order: every order that respects ``before`` is right; ``distractors`` belong to none."""

    kind = "order"
    steps: str
    before: tuple[tuple[str, str], ...]
    distractors: str = ""


@dataclass(frozen=True, kw_only=True)
class Classification(Part):
    """Cases to put into classes; a mistake's ``wrong`` are pairs of case and class."""

    kind = "classification"
    right: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    """the word for each class, and other words for it"""


@dataclass(frozen=True, kw_only=True)
class Form(Part):
    """An instrument to fill in; its schema is a file of the module, the fields in ``right`` are held to figures."""

    kind = "form"
    instrument: str
    right: Mapping[str, tuple[Answer, float]]
    """field, its right answer and tolerance (0 for a country)"""


@dataclass(frozen=True, kw_only=True)
class Written(Part):
    """A text that a person marks by hand."""

    kind = "written"
    points: float
    rubric: str


@dataclass(frozen=True)
class Exercise:
    """One exercise of a module."""

    id: str
    title: str
    parts: tuple[Part, ...]
    points: float = 2
    competences: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    """up to three rungs; none gives the answer"""
    page: str = ""
    """the section of the book that explains the step"""
    individual: bool = False
    """whether the right answer depends on the trainee's corridor"""

    @property
    def graded(self) -> bool:
        """Whether it earns points."""
        return self.points > 0


@dataclass(frozen=True)
class ModuleKey:
    """The declared exercises of a module, in the order of its text."""

    id: str
    exercises: Mapping[str, Exercise]
    folder: Path
    """its text and instruments"""
