"""Reading what a publisher gave, and stopping with its name when the file is not what the recipe was written for."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from corredores.language import text


class SourceError(ValueError):
    """A source file is absent or is not the edition that the recipe knows."""


@dataclass(frozen=True)
class Kind:
    """What a column of a source file must hold; a blank is always let through, and stays blank."""

    number: bool = False
    minimum: float | None = None
    maximum: float | None = None
    values: tuple[str, ...] = ()
    pattern: str = ""

    def says(self) -> str:
        """Return in words what is expected."""
        if self.values:
            return text("uno de {values}", values=", ".join(self.values))
        if self.pattern:
            return text("un texto de la forma {pattern}", pattern=self.pattern)
        if self.minimum is not None and self.maximum is not None:
            return text("un número de {minimum} a {maximum}", minimum=self.minimum, maximum=self.maximum)
        if self.minimum is not None:
            return text("un número no menor que {minimum}", minimum=self.minimum)
        return text("un número")

    def wrong(self, column: pd.Series) -> pd.Series:
        """Return which cells are not of this kind."""
        given = column.notna()
        if self.values:
            return given & ~column.isin(self.values)
        if self.pattern:
            return given & ~column.fillna("").str.fullmatch(self.pattern)
        if not self.number:
            return pd.Series(False, index=column.index)
        numbers = pd.to_numeric(column, errors="coerce")
        wrong = numbers.isna() | numbers.isin([float("inf"), float("-inf")])
        if self.minimum is not None:
            wrong |= numbers < self.minimum
        if self.maximum is not None:
            wrong |= numbers > self.maximum
        return given & wrong


TEXT = Kind()
CODE = Kind(pattern="[A-Z]{3}")  #: ISO 3166-1 alpha-3, and the publisher's codes of the same form
NUMBER = Kind(number=True)
AMOUNT = Kind(number=True, minimum=0)
COUNT = Kind(number=True, minimum=0, maximum=12e9)
PERCENT = Kind(number=True, minimum=0, maximum=100)
YEAR = Kind(number=True, minimum=1900, maximum=2100)

Columns = Mapping[str, Kind]


def read_csv(path: Path, publisher: str, columns: Columns, **options: Any) -> pd.DataFrame:
    """Return the ``columns`` of a source file, numbers as numbers.

    Only an empty cell is missing: "NA" stays Namibia's code.
    ``options`` go to :func:`pandas.read_csv`: ``skiprows``, ``sep``.

    Raises
    ------
    SourceError
        When the file is absent, is not UTF-8, is cut off, lacks a column, or a cell is not of its kind: with
        publisher, file, line and what was expected.
    """
    table = _read_text(path, publisher, options)
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise SourceError(
            text(
                "{publisher}: al archivo {path} le falta la columna {missing}. Se esperaba: {expected}. Trae: {found}. "
                "Si es otra edición, adapte la receta en datasets/recipes.",
                publisher=publisher,
                path=path,
                missing=", ".join(missing),
                expected=", ".join(columns),
                found=", ".join(map(str, table.columns)),
            )
        )
    table = table[list(columns)]
    for column, kind in columns.items():
        _refuse_wrong(table[column], kind, path, publisher, options)
    return table.assign(**{name: pd.to_numeric(table[name]) for name, kind in columns.items() if kind.number})


def _read_text(path: Path, publisher: str, options: Mapping[str, Any]) -> pd.DataFrame:
    content = existing(path, publisher).read_bytes()
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise SourceError(
            text(
                "{publisher}: el archivo {path} no está en UTF-8 (línea {line}). Se esperaba el archivo tal como se "
                "obtuvo: pídalo de nuevo, sin abrirlo ni guardarlo en una hoja de cálculo.",
                publisher=publisher,
                path=path,
                line=line,
            )
        ) from error
    try:
        table: pd.DataFrame = pd.read_csv(
            path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8-sig", **options
        )
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise SourceError(
            text(
                "{publisher}: el archivo {path} no se puede leer como tabla: {error}. Quizá quedó cortado: obténgalo "
                "de nuevo.",
                publisher=publisher,
                path=path,
                error=error,
            )
        ) from error
    return table


def _refuse_wrong(column: pd.Series, kind: Kind, path: Path, publisher: str, options: Mapping[str, Any]) -> None:
    wrong = kind.wrong(column)
    if not wrong.any():
        return
    place = int(wrong.to_numpy().argmax())
    raise SourceError(
        text(
            "{publisher}: en el archivo {path}, línea {line}, la columna {column} trae «{found}». Se esperaba "
            "{expected}. Compare el archivo con el del editor; si es otra edición, adapte la receta.",
            publisher=publisher,
            path=path,
            line=line_of(path, place, options.get("skiprows", 0)),
            column=column.name,
            found=column.iloc[place],
            expected=kind.says(),
        )
    )


def line_of(path: Path, row: int, skipped: int = 0) -> int:
    """Return the line of the file on which a row begins, counted from 1; the header is row -1."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for _ in range(skipped):
            file.readline()
        reader = csv.reader(file)
        filled = -1
        before = 0
        for cells in reader:
            if cells:
                if filled == row:
                    return before + skipped + 1
                filled += 1
            before = reader.line_num
    return before + skipped + 1


def read_json(path: Path, publisher: str, keys: tuple[str, ...]) -> dict[str, Any]:
    """Return a JSON object that must have ``keys``; errors as in :func:`read_csv`."""
    try:
        content = json.loads(existing(path, publisher).read_text(encoding="utf-8"))
    except ValueError as error:
        raise SourceError(
            text(
                "{publisher}: el archivo {path} no es JSON completo en UTF-8: {error}. Obténgalo de nuevo.",
                publisher=publisher,
                path=path,
                error=error,
            )
        ) from error
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
