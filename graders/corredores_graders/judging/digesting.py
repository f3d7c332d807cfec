"""Digest the right and the mistaken answers of one part for one corridor."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import permutations
from typing import Any

import pandas as pd

from corredores.checking.comparing import BLANK
from corredores.checking.decoding import decode
from corredores.checking.digests import digest_number, digest_word
from corredores.checking.reference import Expected
from corredores.corridor import Corridor
from corredores_graders.answer_keys.declaration import (
    Choice,
    Classification,
    Form,
    Function,
    Mistake,
    Order,
    Part,
    Place,
    Table,
    Value,
)

#: A digest that nothing has been asked of: the cell of a column that a mistake does not touch.
ANYTHING = None


class Digester:
    """Digests for one part, corridor and salt; ``probes`` are the inputs of a function."""

    def __init__(self, part: Part, corridor: Corridor, salt: str, probes: Sequence[Any] = ()) -> None:
        self.part, self.corridor, self.salt = part, corridor, salt
        self.answer: Callable[[Callable[[Corridor], Any]], Any] = cache(lambda give: give(corridor))
        """what the key's function for an answer, right or wrong, gives for the corridor"""
        self.arguments = [[decode(argument) for argument in call] for call in probes]

    def right(self) -> Expected:
        """Return the digests of every right answer."""
        part = self.part
        if isinstance(part, Value):
            return {"any": [self._scalar(self.answer(part.right), part.tolerance)]}
        if isinstance(part, Place):
            return {"any": [self._word(code) for code in self.answer(part.right)]}
        if isinstance(part, Table):
            return {"rows": self._rows(part, self.answer(part.right), {})}
        if isinstance(part, Function):
            return {"calls": [self._scalar(part.right(*call), part.tolerance) for call in self.arguments]}
        if isinstance(part, Choice):
            return {"any": [self._word(part.right)]}
        if isinstance(part, Order):
            return {
                "any": [
                    self._word("".join(order)) for order in permutations(part.steps) if _respects(order, part.before)
                ]
            }
        if isinstance(part, Classification):
            return {"cases": {case: self._word(f"{case}={name}") for case, name in part.right.items()}}
        if isinstance(part, Form):
            return {
                "fields": {
                    field: {"any": [self._scalar(self.answer(right), t)]} for field, (right, t) in part.right.items()
                }
            }
        raise TypeError(f"no digest for a part of kind {part.kind}")

    def mistaken(self, mistake: Mistake) -> list[Expected]:
        """Return the digests of each wrong answer of ``mistake``, one a way of making it."""
        part = self.part
        if isinstance(part, (Value, Place)):
            tolerance = mistake.tolerance or (part.tolerance if isinstance(part, Value) else 0.0)
            return [{"any": [self._scalar(self.answer(wrong), tolerance)]} for wrong in mistake.wrong]
        if isinstance(part, Table):
            return [
                {"rows": self._rows(part, self.answer(wrong), self._tolerances(mistake, part))}
                for wrong in mistake.wrong
            ]
        if isinstance(part, Function):
            tolerance = mistake.tolerance or part.tolerance
            return [
                {"calls": [self._scalar(wrong(*call), tolerance) for call in self.arguments]} for wrong in mistake.wrong
            ]
        if isinstance(part, Choice):
            return [{"any": [self._word(letter) for letter in mistake.wrong]}]
        if isinstance(part, Order):
            letters = part.steps + part.distractors
            return [
                {
                    "any": [
                        self._word("".join(o))
                        for size in (len(letters), len(part.steps))
                        for o in permutations(letters, size)
                        if mistake.wrong[0] in o
                    ]
                }
            ]
        if isinstance(part, Classification):
            return [{"cases": {case: self._word(f"{case}={name}")}} for case, name in mistake.wrong]
        if isinstance(part, Form):
            return [
                {
                    "fields": {
                        field: {"any": [self._scalar(self.answer(wrong), mistake.tolerance or part.right[field][1])]}
                    }
                }
                for field, wrong in mistake.wrong
            ]
        raise TypeError(f"no digest for a mistake of kind {part.kind}")

    def _tolerances(self, mistake: Mistake, part: Table) -> dict[str, float | None]:
        shown = mistake.columns or tuple(column.name for column in part.columns)
        return {
            column.name: (mistake.tolerance or column.tolerance) if column.name in shown else None
            for column in part.columns
        }

    def _rows(self, part: Table, frame: pd.DataFrame, tolerances: dict[str, float | None]) -> dict[str, list[Any]]:
        rows = {}
        for key, cells in zip(frame.index, frame.to_dict("records"), strict=True):
            name = "|".join(key) if isinstance(key, tuple) else str(key)
            rows[self._word(name)] = [
                self._cell(cells[column.name], tolerances.get(column.name, column.tolerance)) for column in part.columns
            ]
        return rows

    def _cell(self, value: Any, tolerance: float | None) -> Any:
        if tolerance is None:
            return ANYTHING
        return self._word(BLANK) if pd.isna(value) else self._scalar(value, tolerance)

    def _scalar(self, value: Any, tolerance: float) -> Any:
        if isinstance(value, str):
            return self._word(value)
        return [*digest_number(self.salt, float(value), tolerance), tolerance]

    def _word(self, word: str) -> str:
        return digest_word(self.salt, word)


def _respects(order: Sequence[str], before: Sequence[tuple[str, str]]) -> bool:
    return all(order.index(first) < order.index(second) for first, second in before)
