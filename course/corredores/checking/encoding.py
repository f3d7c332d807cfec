"""An answer as plain JSON values: what leaves the trainee's kernel, and all that a judge ever sees of it.

Grammar (each a JSON value): ``null`` · a finite number · ``{"text": s}`` · ``{"bool": b}`` · ``{"nan": true}`` ·
``{"inf": true}`` · ``{"not_available": true}`` · ``{"list": […]}`` · ``{"mapping": [[key, value], …]}`` ·
``{"table": {"index_names", "index", "columns", "rows"}}`` · ``{"too_large": [rows, columns]}`` ·
``{"object": type name}``. Never a pickle, never a call to a method that the object's own class could have redefined.
"""

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

MAX_TEXT = 4_000
MAX_ITEMS = 2_000
MAX_ROWS = 5_000
MAX_COLUMNS = 60
MAX_DEPTH = 5

type_name = type.__dict__["__name__"].__get__


class NotAvailable:
    """The honest answer «no se puede saber con estos datos»."""

    def __repr__(self) -> str:
        return "NO_DISPONIBLE"


NOT_AVAILABLE = NotAvailable()


def encode(answer: object, depth: int = 0) -> Any:
    """Return ``answer`` as a JSON value of the grammar above; what cannot be read is named by its type only."""
    if depth > MAX_DEPTH:
        return {"object": "nested"}
    try:
        return _encode_known(answer, depth)
    except Exception:  # an object that raises wherever it is touched is still only an unreadable answer
        return {"object": _name(answer)}


def _name(answer: object) -> str:
    return str(type_name(type(answer)))[:60]


def _encode_known(answer: object, depth: int) -> Any:
    kind = type(answer)  # not isinstance: it asks the object's own __class__, which may lie
    if answer is None or answer is pd.NA or answer is pd.NaT:
        return None if answer is None else {"nan": True}
    if issubclass(kind, NotAvailable):
        return {"not_available": True}
    if kind in (bool, np.bool_):
        return {"bool": bool(answer)}
    if issubclass(kind, (int, float, np.integer, np.floating)):
        return _encode_number(answer, kind)
    if issubclass(kind, str):
        return {"text": str.__str__(answer)[:MAX_TEXT]}
    return _encode_collection(answer, kind, depth)


def _encode_collection(answer: object, kind: type, depth: int) -> Any:
    if kind in (list, tuple, set, frozenset, pd.Index, pd.RangeIndex, np.ndarray):
        return _encode_list(answer, depth)
    if issubclass(kind, dict):
        return _encode_mapping(dict.items(answer), dict.__len__(answer), depth)  # type: ignore[arg-type]
    if kind is pd.Series:
        return _encode_frame(answer.to_frame(), depth)  # type: ignore[attr-defined]
    if kind is pd.DataFrame:
        return _encode_frame(answer, depth)  # type: ignore[arg-type]
    if kind.__module__ == "decimal" or kind.__module__ == "fractions":
        return _encode_number(float(answer), float)  # type: ignore[arg-type]
    return {"object": _name(answer)}


def _encode_number(answer: Any, kind: type) -> Any:
    if issubclass(kind, int):
        number = float(int.__int__(answer))
    elif issubclass(kind, float):
        number = float.__add__(answer, 0.0)
    else:
        number = float(answer)
    if math.isnan(number):
        return {"nan": True}
    if math.isinf(number):
        return {"inf": True}
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _encode_list(answer: Any, depth: int) -> Any:
    if type(answer) is np.ndarray:
        if answer.ndim == 2:
            return _encode_frame(pd.DataFrame(answer), depth)
        if answer.ndim == 0:
            return encode(answer.item(), depth + 1)
    if len(answer) > MAX_ITEMS:
        return {"too_large": [len(answer), 1]}
    items = answer.tolist() if hasattr(answer, "tolist") else list(answer)
    return {"list": [encode(item, depth + 1) for item in items]}


def _encode_mapping(items: Iterable[tuple[object, object]], size: int, depth: int) -> Any:
    if size > MAX_ITEMS:
        return {"too_large": [size, 1]}
    return {"mapping": [[encode(key, depth + 1), encode(value, depth + 1)] for key, value in items]}


def _encode_frame(frame: pd.DataFrame, depth: int) -> Any:
    rows, columns = len(frame.index), len(frame.columns)
    if rows > MAX_ROWS or columns > MAX_COLUMNS:
        return {"too_large": [rows, columns]}
    return {
        "table": {
            "index_names": [None if name is None else encode(name, depth + 1) for name in frame.index.names],
            "index": [_label(label, depth) for label in frame.index.tolist()],
            "columns": [_label(label, depth) for label in frame.columns.tolist()],
            "rows": [[encode(cell, depth + 2) for cell in row] for row in frame.itertuples(index=False, name=None)],
        }
    }


def _label(label: object, depth: int) -> Any:
    return encode(label, depth + 1)


def decode(value: Any) -> Any:
    """Return the Python object that ``value`` (of the grammar) stands for; used to hand a function its inputs."""
    if not isinstance(value, dict):
        return value
    if "text" in value:
        return value["text"]
    if "list" in value:
        return [decode(item) for item in value["list"]]
    if "mapping" in value:
        return {decode(key): decode(item) for key, item in value["mapping"]}
    if "table" in value:
        table = value["table"]
        return pd.DataFrame(
            [[decode(cell) for cell in row] for row in table["rows"]],
            index=pd.Index([decode(label) for label in table["index"]], name=decode(table["index_names"][0])),
            columns=[decode(label) for label in table["columns"]],
        )
    return {"nan": float("nan"), "inf": float("inf")}.get(next(iter(value), ""))
