"""Compare what was read with digests: how much of an answer is right, kind by kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corredores.checking.digests import digest_word, matches_number
from corredores.checking.reference import Expected, PartSpec
from corredores.checking.tables import Rows

#: The digest of a cell that the publisher does not give: right when left blank.
BLANK = "blank"


@dataclass(frozen=True)
class Match:
    """How many of the compared pieces (cells, cases, calls, fields) are right, and which are not."""

    right: int
    total: int
    wrong: tuple[str, ...] = ()
    """names of the first pieces that differ"""
    missing: tuple[str, ...] = ()
    """names of the pieces that are not there"""
    wrong_columns: tuple[str, ...] = ()
    """columns of a table with a cell that differs, where others have none"""

    @property
    def whole(self) -> bool:
        """Whether everything asked is there and right."""
        return self.total > 0 and self.right == self.total

    @property
    def share(self) -> float:
        """Share of the pieces that are right, 0–1."""
        return self.right / self.total if self.total else 0.0


def compare(value: Any, expected: Expected, spec: PartSpec, salt: str) -> Match:
    """Compare a value that was read for ``spec`` with its digests."""
    if "rows" in expected:
        return _compare_rows(value, expected["rows"], spec, salt)
    if "calls" in expected:
        return _compare_calls(value, expected["calls"], salt)
    if "cases" in expected:
        return _compare_cases(value, expected["cases"], salt)
    return Match(int(any(_same(value, one, salt) for one in expected["any"])), 1)


def _same(value: Any, expected: Any, salt: str) -> bool:
    if isinstance(expected, str):
        return isinstance(value, str) and digest_word(salt, value) == expected
    phase, digest, tolerance = expected
    return isinstance(value, (int, float)) and matches_number(salt, float(value), tolerance, phase, digest)


def _compare_rows(rows: Rows, expected: Mapping[str, Sequence[Any]], spec: PartSpec, salt: str) -> Match:
    names = {digest_word(salt, "|".join(key)): key for key in rows}
    right = 0
    wrong = set()
    columns: set[str] = set()
    missing = 0
    blank = digest_word(salt, BLANK)
    for key_digest, cells in expected.items():
        key = names.get(key_digest)
        given = [rows[key][column[0]] for column in spec.columns] if key is not None else [None] * len(cells)
        same = [_same_cell(value, cell, blank, salt) for value, cell in zip(given, cells, strict=True)]
        if all(same):
            right += 1
        elif key is None or all(value is None for value in given):
            missing += 1
        else:
            wrong.add(key)
            columns |= {column[0] for column, alike in zip(spec.columns, same, strict=True) if not alike}
    in_order = tuple(" → ".join(key) for key in rows if key in wrong)
    some = tuple(column[0] for column in spec.columns if column[0] in columns)
    return Match(right, len(expected), in_order, ("",) * missing, some if len(some) < len(spec.columns) else ())


def _same_cell(value: Any, cell: Any, blank: str, salt: str) -> bool:
    if cell is None:  # a column that this mistake does not touch
        return True
    if cell == blank:
        return value is None
    return value is not None and _same(value, cell, salt)


def _compare_calls(results: Sequence[Any], expected: Sequence[Any], salt: str) -> Match:
    right = sum(_same(value, cell, salt) for value, cell in zip(results, expected, strict=False))
    return Match(right if len(results) == len(expected) else 0, len(expected))


def _compare_cases(cases: Mapping[str, str], expected: Mapping[str, str], salt: str) -> Match:
    wrong = [
        case
        for case, digest in expected.items()
        if case in cases and digest_word(salt, f"{case}={cases[case]}") != digest
    ]
    missing = [case for case in expected if case not in cases]
    return Match(len(expected) - len(wrong) - len(missing), len(expected), tuple(wrong), tuple(missing))
