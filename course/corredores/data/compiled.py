"""The tables as the build compiled them into the package: parsed once, described by the data package."""

import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

_TABLES = files("corredores") / "tables"
_TYPES = {"integer": "int64", "number": "float64", "boolean": "bool"}


@cache
def descriptors() -> dict[str, dict[str, Any]]:
    """Return what the data package says of each table, by name."""
    package = json.loads((_TABLES / "datapackage.json").read_text(encoding="utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


@cache
def frame(name: str) -> pd.DataFrame:
    """Return the parsed table; it is shared, so whoever hands it out copies it."""
    resource = descriptors()[name]
    types = {field["name"]: _TYPES.get(field["type"], "str") for field in resource["schema"]["fields"]}
    with (_TABLES / f"{resource['path']}.gz").open("rb") as compiled:
        # Only a blank is missing: the default list of pandas would swallow Namibia's code, "NA".
        return pd.read_csv(compiled, compression="gzip", dtype=types, keep_default_na=False, na_values=[""])


@cache
def values(name: str, column: str) -> frozenset[Any]:
    """Return the values that a column has; a blank is none of them."""
    return frozenset(frame(name)[column].dropna().unique().tolist())


@cache
def fingerprint() -> str:
    """Return a short name for the edition of all tables together, from their checksums."""
    checksums = "".join(str(resource["hash"]) for resource in descriptors().values())
    return hashlib.sha256(checksums.encode()).hexdigest()[:12]
