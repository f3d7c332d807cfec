"""The class list `class.csv`: who is in the class, in which language, and on which corridor each one works."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from corredores.command_error import CommandError
from corredores.corridor import ASSIGNABLE, PRACTICE, Corridor, UnreadableCode, read_code
from corredores.language import AVAILABLE, SOURCE
from corredores_graders.classroom.layout import CLASS_LIST
from corredores_graders.language import text

FILE_NAME = CLASS_LIST
ATTEMPTS = ("1", "2")
# nbgrader makes a folder of each id; `+` would break its submissions.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class ClassListError(CommandError):
    """A class list that cannot be used: its file, its line, the cause and the mend."""


@dataclass(frozen=True)
class Trainee:
    """One line of the class list."""

    trainee: str
    name: str
    language: str
    corridor: Corridor
    second_corridor: Corridor
    attempt: int = 1

    @property
    def assigned(self) -> Corridor:
        """The corridor of the attempt that counts: the second one from the second attempt on."""
        return self.corridor if self.attempt == 1 else self.second_corridor

    def row(self) -> dict[str, str]:
        """The line as it stands in the file."""
        return {
            "trainee": self.trainee,
            "name": self.name,
            "language": self.language,
            "corridor": self.corridor.code,
            "second_corridor": self.second_corridor.code,
            "attempt": str(self.attempt),
        }


COLUMNS = tuple(field.name for field in fields(Trainee))


def read_class_list(path: Path) -> dict[str, Trainee]:
    """Return the class by trainee id, in the order of the file.

    Raises
    ------
    ClassListError
        When the file is missing, lacks a column, or a line of it cannot be used.
    """
    lines = read_rows(path)
    missing = [column for column in COLUMNS if lines and column not in lines[0]]
    if missing:
        raise ClassListError(
            text(
                "{file}: faltan las columnas {columns}. La primera línea debe ser: {header}",
                file=path,
                columns=", ".join(missing),
                header=",".join(COLUMNS),
            )
        )
    trainees: dict[str, Trainee] = {}
    for line, row in enumerate(lines, start=2):
        trainee = _read_trainee(row, where=f"{path}:{line}")
        if trainee.trainee.casefold() in {known.casefold() for known in trainees}:
            raise ClassListError(
                text(
                    "{where}: «{trainee}» está dos veces. Dé a cada persona un identificador distinto.",
                    where=f"{path}:{line}",
                    trainee=trainee.trainee,
                )
            )
        trainees[trainee.trainee] = trainee
    return trainees


def write_class_list(path: Path, trainees: Iterable[Trainee]) -> None:
    """Write the class list, with a heading line and the corridors as their codes."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(trainee.row() for trainee in trainees)


def practice_trainee(trainee: str, name: str, language: str) -> Trainee:
    """Return somebody who tries the course out, on the corridor of a notebook without a code."""
    second = next(corridor for corridor in ASSIGNABLE if corridor.origin != PRACTICE.origin)
    return Trainee(trainee, name, language, PRACTICE, second)


def enrol(trainees: Mapping[str, Trainee], newcomers: Iterable[tuple[str, str, str]]) -> dict[str, Trainee]:
    """Return the class with ``newcomers`` (id, name, language) added, each on the least used corridors.

    Origins are used up before an origin is used twice, and a second corridor has another origin than the first.
    """
    enrolled = dict(trainees)
    order = _origins_in_turn()
    first = Counter(trainee.corridor for trainee in enrolled.values())
    second = Counter(trainee.second_corridor for trainee in enrolled.values())
    for identifier, name, language in newcomers:
        corridor = min(order, key=lambda pair: (first[pair], order.index(pair)))
        others = [pair for pair in order if pair.origin != corridor.origin]
        other = min(others, key=lambda pair: (second[pair], -order.index(pair)))
        first[corridor] += 1
        second[other] += 1
        enrolled[identifier] = Trainee(identifier, name, language, corridor, other)
    return enrolled


def _origins_in_turn() -> list[Corridor]:
    seen: Counter[str] = Counter()
    turns: list[tuple[int, int, Corridor]] = []
    for place, corridor in enumerate(ASSIGNABLE):
        turns.append((seen[corridor.origin], place, corridor))
        seen[corridor.origin] += 1
    return [corridor for *_, corridor in sorted(turns)]


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the lines of a CSV (comma or semicolon), cells without blanks around them.

    Raises
    ------
    ClassListError
        When the file is missing or not in UTF-8.
    """
    try:
        written = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as missing:
        raise ClassListError(
            text("{file}: no existe. Cree la lista de la clase con «corredores enrol».", file=path)
        ) from missing
    except UnicodeDecodeError as unreadable:
        raise ClassListError(
            text("{file}: no está en UTF-8. Guárdelo de nuevo como «CSV UTF-8».", file=path)
        ) from unreadable
    delimiter = ";" if ";" in written.partition("\n")[0] else ","  # a spreadsheet in Spanish writes semicolons
    rows = csv.DictReader(written.splitlines(), delimiter=delimiter)
    return [{str(key).strip(): str(value or "").strip() for key, value in row.items()} for row in rows]


def require_id(identifier: str, where: str) -> str:
    """Return ``identifier`` when nbgrader can make a folder of it; the error names ``where`` it stands.

    Raises
    ------
    ClassListError
        When it is empty or has letters that a folder name should not have.
    """
    if not _ID.fullmatch(identifier):
        raise ClassListError(
            text(
                "{where}: «{trainee}» no sirve de identificador. Use letras sin tilde, cifras, punto o guion.",
                where=where,
                trainee=identifier,
            )
        )
    return identifier


def _read_trainee(row: Mapping[str, str], where: str) -> Trainee:
    identifier = require_id(row["trainee"], where)
    language = row["language"] or SOURCE
    if language not in AVAILABLE:
        raise ClassListError(
            text(
                "{where}: no hay ningún idioma «{written}». Existen: {existing}.",
                where=where,
                written=language,
                existing=", ".join(AVAILABLE),
            )
        )
    attempt = row["attempt"] or "1"
    if attempt not in ATTEMPTS:
        raise ClassListError(text("{where}: el intento es «{written}»; debe ser 1 o 2.", where=where, written=attempt))
    corridor, second = (_read_corridor(row[column], where) for column in ("corridor", "second_corridor"))
    return Trainee(identifier, row["name"] or identifier, language, corridor, second, int(attempt))


def _read_corridor(code: str, where: str) -> Corridor:
    try:
        return read_code(code)
    except UnreadableCode as mistyped:
        raise ClassListError(f"{where}: {mistyped}") from mistyped
