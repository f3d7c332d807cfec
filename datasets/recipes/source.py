"""Reading what a publisher gave, and stopping with its name when the file is not what the recipe was written for."""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from corredores.language import text


class SourceError(ValueError):
    """A source file is absent or is not the edition that the recipe knows."""


def read_csv(path: Path, publisher: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the ``columns`` of a source file; only an empty cell is missing, so Namibia's "NA" stays a code.

    Raises
    ------
    SourceError
        When the file is absent or lacks a column: with publisher, file and what was expected.
    """
    header = pd.read_csv(existing(path, publisher), nrows=0).columns
    missing = [column for column in columns if column not in header]
    if missing:
        raise SourceError(
            text(
                "{publisher}: al archivo {path} le falta la columna {missing}. Se esperaba: {expected}. Trae: {found}. "
                "Si es otra edición, adapte la receta en datasets/recipes.",
                publisher=publisher,
                path=path,
                missing=", ".join(missing),
                expected=", ".join(columns),
                found=", ".join(header),
            )
        )
    table = pd.read_csv(path, usecols=list(columns), keep_default_na=False, na_values=[""], low_memory=False)
    return table[list(columns)]


def read_json(path: Path, publisher: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """Return a JSON object that must have ``keys``; errors as in :func:`read_csv`."""
    content = json.loads(existing(path, publisher).read_text(encoding="utf-8"))
    missing = [key for key in keys if key not in content]
    if missing:
        raise SourceError(
            text(
                "{publisher}: al archivo {path} le falta {missing}. Se esperaba: {expected}.",
                publisher=publisher,
                path=path,
                missing=", ".join(missing),
                expected=", ".join(keys),
            )
        )
    return dict(content)


def existing(path: Path, publisher: str) -> Path:
    """Return ``path`` when it is a file.

    Raises
    ------
    SourceError
        With publisher and file otherwise.
    """
    if not path.is_file():
        raise SourceError(
            text(
                "{publisher}: no está el archivo {path}. Indique con --from la carpeta de las fuentes.",
                publisher=publisher,
                path=path,
            )
        )
    return path
