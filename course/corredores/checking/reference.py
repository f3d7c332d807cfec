"""What an answer is compared with: the exercise as declared, and digests of right and mistaken answers for a corridor.

The same objects stand in the check file, for ``check()``, and are made in memory by the judge: both decide alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: A digested answer, by kind. Value, place, choice, order: ``{"any": [[phase, digest, tolerance] or digest, …]}``;
#: table: ``{"rows": {key digest: [cell, …]}}``; function: ``{"calls": [cell, …]}``; classification:
#: ``{"cases": {case: digest}}``; form: ``{"fields": {key: value}}``.
Expected = Mapping[str, Any]


@dataclass(frozen=True)
class PartSpec:
    """One variable that a trainee fills, as the key declares it; the same for every corridor."""

    variable: str
    """name in the notebook, and of the function for kind ``function``"""
    kind: str
    """value, place, table, function, choice, order, classification, form or written"""
    label: str
    """what is asked, as the middle of a sentence: «la parte del principal destino»"""
    unit: str = ""
    """percent, share, persons, count, ratio; empty where a number has none"""
    tolerance: float = 0.0
    """largest distance from the right number that still is right, in ``unit``"""
    keys: tuple[str, ...] = ()
    """columns that name a row of a table; each holds a country"""
    columns: tuple[tuple[str, str, float], ...] = ()
    """columns that are judged: name, unit, tolerance"""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """other names of columns, cases and classes, in any language"""
    letters: str = ""
    """the options of a choice, the steps of an order or the cases of a classification"""
    classes: tuple[str, ...] = ()
    """the classes of a classification as the trainee's language writes them"""
    fields: tuple[Mapping[str, Any], ...] = ()
    """the fields of a form: key, label, kind, required, min_words, unit, tolerance"""
    probes: tuple[Any, ...] = ()
    """encoded lists of arguments with which a function is tried"""
    missing_rows: str = ""
    """the mistake that is made when all rows given are right but some are missing"""

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "PartSpec":
        """Read a part from the check file."""
        plain = dict(value)
        for name in ("keys", "letters", "classes", "fields", "probes"):
            if isinstance(plain.get(name), list):
                plain[name] = tuple(plain[name])
        if "columns" in plain:
            plain["columns"] = tuple(tuple(column) for column in plain["columns"])
        return cls(**plain)


@dataclass(frozen=True)
class MistakeReference:
    """A known mistake for one part and corridor."""

    id: str
    expected: Expected
    message: str
    """key of its sentence: the id, or the id and a number where one mistake is answered in several ways"""
    when: str = ""
    """empty, or a rule ("any_number") instead of digests"""


@dataclass(frozen=True)
class PartReference:
    """Digests for one part and corridor, silent mistakes already left out."""

    right: Expected
    mistakes: Sequence[MistakeReference] = ()


@dataclass(frozen=True)
class ExerciseReference:
    """Everything that judging one exercise for one corridor needs."""

    id: str
    title: str
    parts: tuple[PartSpec, ...]
    references: Mapping[str, PartReference]
    messages: Mapping[str, str]
    """sentences of the mistakes in the reader's language; names of places still to be filled in"""
    salt: str
    corridor: str
    """the pair, ``SLV-USA``; its names fill the messages"""
    decimal_mark: str
    page: str = ""
    """where in the book the step is explained"""
    points: float = 0.0
    others: Mapping[str, Mapping[str, PartReference]] = field(default_factory=dict)
    """the same exercise for the other corridors, by pair; empty where the corridor plays no part"""
    right_messages: Mapping[str, str] = field(default_factory=dict)
    """what is said when a part is right, sealed with the right option"""
