"""The Python objects that encoded values stand for; so a function gets its inputs."""

from typing import Any

import pandas as pd


def decode(value: Any) -> Any:
    """Return the Python object that ``value`` stands for, in the grammar of :mod:`corredores.checking.encoding`."""
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
