"""An answer as plain JSON values: what leaves the trainee's kernel, and all that a judge ever sees of it.

Grammar (each a JSON value): ``null`` · a finite number · ``{"text": s}`` · ``{"bool": b}`` · ``{"nan": true}`` ·
``{"inf": true}`` · ``{"not_available": true}`` · ``{"list": […]}`` · ``{"mapping": [[key, value], …]}`` ·
``{"table": {"index_names", "index", "columns", "rows"}}`` · ``{"too_large": [rows, columns]}`` ·
``{"object": type name}``. Never a pickle, never a call to a method that the object's own class could have redefined,
and never more than :data:`MAX_SIZE` characters, however much an object folds into few bytes.
"""

import json
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from corredores.data.frame import SourcedFrame, SourcedSeries

LARGEST = 1e300
MAX_SIZE = 400_000
MAX_TEXT = 4_000
MAX_ITEMS = 2_000
MAX_ROWS = 5_000
MAX_COLUMNS = 60
MAX_DEPTH = 5

# Compared by identity: ``in`` would ask the class, and a class can have a class that lies.
_LISTS = (list, tuple, set, frozenset, pd.Index, pd.RangeIndex)
_SERIES, _FRAMES = (pd.Series, SourcedSeries), (pd.DataFrame, SourcedFrame)
_ARRAYS = (pd.arrays.StringArray, pd.arrays.ArrowStringArray, pd.arrays.IntegerArray, pd.arrays.FloatingArray)

type_name = type.__dict__["__name__"].__get__


class NotAvailable:
    """The honest answer «no se puede saber con estos datos»."""

    def __repr__(self) -> str:
        return "NO_DISPONIBLE"


NOT_AVAILABLE = NotAvailable()


class _Full(Exception):
    """The answer takes more room than an answer has."""


class _Room:
    """What is left of the characters that an answer may take when written."""

    def __init__(self, size: int) -> None:
        self.left = size

    def take(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise _Full


def encode(answer: object, size: int = MAX_SIZE) -> Any:
    """Return ``answer`` as a JSON value of the grammar above, of at most ``size`` characters.

    What cannot be read is named by its type only, what is too large by its rows and columns.
    """
    try:
        return _encode(answer, 0, _Room(size))
    except _Full:
        return {"too_large": _extent(answer)}


def _extent(answer: object) -> list[int]:
    kind = type(answer)
    if any(kind is one for one in _FRAMES):
        return list(answer.shape)  # type: ignore[attr-defined]
    return [dict.__len__(answer) if issubclass(kind, dict) else len(answer), 1]  # type: ignore[arg-type]


def _encode(answer: object, depth: int, room: _Room) -> Any:
    if depth > MAX_DEPTH:
        return {"object": "nested"}
    try:
        room.take(24)
        return _encode_known(answer, depth, room)
    except (_Full, KeyboardInterrupt):
        raise
    except BaseException:  # an object that raises wherever it is touched is still only an unreadable answer
        return {"object": _name(answer)}


def _name(answer: object) -> str:
    return str(type_name(type(answer)))[:60]


def _encode_known(answer: object, depth: int, room: _Room) -> Any:
    kind = type(answer)  # not isinstance: it asks the object's own __class__, which may lie
    if answer is None or answer is pd.NA or answer is pd.NaT:
        return None if answer is None else {"nan": True}
    if kind is NotAvailable:
        return {"not_available": True}
    if kind is bool or kind is np.bool_:
        return {"bool": bool(answer)}
    if issubclass(kind, (int, float, np.integer, np.floating)) or kind is Decimal or kind is Fraction:
        return _encode_number(answer, kind)
    if issubclass(kind, str):
        written = str.__str__(answer)[:MAX_TEXT]
        room.take(len(json.dumps(written)))
        return {"text": written}
    return _encode_collection(answer, kind, depth, room)


def _encode_number(answer: Any, kind: type) -> Any:
    try:
        if issubclass(kind, int):
            number = float(int.__int__(answer))
        elif issubclass(kind, float):
            number = float.__add__(answer, 0.0)
        else:
            number = float(np.generic.item(answer) if issubclass(kind, np.generic) else answer)
    except OverflowError:  # an integer beyond every float
        return {"inf": True}
    if math.isnan(number):
        return {"nan": True}
    if abs(number) >= LARGEST:
        return {"inf": True}
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _encode_collection(answer: Any, kind: type, depth: int, room: _Room) -> Any:
    if any(kind is one for one in _LISTS):
        return _encode_list(answer, len(answer), depth, room)
    if any(kind is one for one in _ARRAYS):
        return _encode_list(answer.tolist(), len(answer), depth, room)
    if kind is np.ndarray:
        return _encode_array(answer, depth, room)
    if issubclass(kind, dict):
        return _encode_mapping(dict.items(answer), dict.__len__(answer), depth, room)
    if any(kind is one for one in _SERIES):
        return _encode_frame(answer.to_frame(), depth, room)
    if any(kind is one for one in _FRAMES):
        return _encode_frame(answer, depth, room)
    return {"object": _name(answer)}


def _encode_array(array: "np.ndarray[Any, Any]", depth: int, room: _Room) -> Any:
    if array.ndim == 0:
        return _encode(array.item(), depth + 1, room)
    if array.ndim > 2:
        return {"object": _name(array)}
    if array.shape[0] > MAX_ROWS or array.size > MAX_ROWS * MAX_COLUMNS:
        return {"too_large": [array.shape[0], array.size // array.shape[0]]}
    if array.ndim == 2:
        return _encode_frame(pd.DataFrame(array), depth, room)
    return _encode_list(array.tolist(), len(array), depth, room)


def _encode_list(items: Iterable[object], size: int, depth: int, room: _Room) -> Any:
    if size > MAX_ITEMS:
        return {"too_large": [size, 1]}
    return {"list": _encode_each(items, depth + 1, room)}


def _encode_each(items: Iterable[object], depth: int, room: _Room) -> list[Any]:
    return [_encode(item, depth, room) for item in items]


def _encode_mapping(items: Iterable[Sequence[object]], size: int, depth: int, room: _Room) -> Any:
    if size > MAX_ITEMS:
        return {"too_large": [size, 1]}
    return {"mapping": [_encode_each(pair, depth + 1, room) for pair in items]}


def _encode_frame(frame: pd.DataFrame, depth: int, room: _Room) -> Any:
    rows, columns = len(frame.index), len(frame.columns)
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        return {"too_large": [rows, columns]}
    return {
        "table": {
            "index_names": _encode_each(frame.index.names, depth + 1, room),
            "index": _encode_each(frame.index.tolist(), depth + 1, room),
            "columns": _encode_each(frame.columns.tolist(), depth + 1, room),
            "rows": [_encode_each(row, depth + 2, room) for row in frame.itertuples(index=False, name=None)],
        }
    }
