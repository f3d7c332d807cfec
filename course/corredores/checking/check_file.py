"""The check file that lies beside a released notebook: digests, messages and hints, no answer."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from corredores.checking.reference import ExerciseReference, MistakeReference, PartReference, PartSpec
from corredores.corridor import Corridor
from corredores.decimal_mark import OF_LANGUAGE, of_country
from corredores.language import SOURCE, read_json, text

ANY_CORRIDOR = "*"


class NoCheckFile(Exception):
    """The notebook stands apart from its check file, or asks for an exercise that the file does not hold."""


class CheckFile:
    """A check file that was read."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content
        self._read: dict[str, Mapping[str, Mapping[str, PartReference]]] = {}

    @property
    def versions(self) -> Mapping[str, str]:
        """Versions of code, keys and data that the release was made with."""
        versions: Mapping[str, str] = self.content["versions"]
        return versions

    def exercise(self, exercise: str) -> Mapping[str, Any]:
        """Return what the file says of ``e2``, corridor apart."""
        try:
            found: Mapping[str, Any] = self.content["exercises"][exercise]
        except KeyError:
            raise NoCheckFile(
                text("El archivo de revisión no tiene el ejercicio «{exercise}».", exercise=exercise)
            ) from None
        return found

    def parts(self, exercise: str) -> tuple[PartSpec, ...]:
        """Return the parts of an exercise as declared."""
        return tuple(PartSpec.from_json(part) for part in self.exercise(exercise)["parts"])

    def reference(self, exercise: str, corridor: Corridor) -> ExerciseReference:
        """Return what the answer of ``exercise`` is compared with for ``corridor``."""
        declared = self.exercise(exercise)
        by_pair = self._references(exercise)
        pair = ANY_CORRIDOR if ANY_CORRIDOR in by_pair else corridor.pair
        identity = f"{self.content['module']}.{exercise}"
        return ExerciseReference(
            id=identity,
            title=declared["title"],
            parts=self.parts(exercise),
            references=by_pair[pair],
            messages=declared["messages"],
            salt=f"{identity}:{pair}",
            corridor=corridor.pair,
            decimal_mark=decimal_mark(corridor.origin),
            page=declared["page"],
            points=declared["points"],
            others={other: found for other, found in by_pair.items() if other != pair},
            right_messages=declared["right_messages"],
        )

    def _references(self, exercise: str) -> Mapping[str, Mapping[str, PartReference]]:
        """Return the digests of an exercise by pair, read from the file once."""
        if exercise not in self._read:
            stored = self.content["references"][exercise]
            self._read[exercise] = {pair: _references(found) for pair, found in stored.items()}
        return self._read[exercise]


def _references(stored: Mapping[str, Any]) -> dict[str, PartReference]:
    return {
        variable: PartReference(part["right"], tuple(MistakeReference(*mistake) for mistake in part["mistakes"]))
        for variable, part in stored.items()
    }


def decimal_mark(country: str) -> str:
    """Return the mark that ``country`` writes before the decimals, "." or ","."""
    return of_country(country) or OF_LANGUAGE[SOURCE]


def find_check_file(module: str) -> CheckFile:
    """Read ``m03.check.json`` in the working folder.

    Raises
    ------
    NoCheckFile
        When it is not there or cannot be read.
    """
    path = Path.cwd() / f"{module}.check.json"
    try:
        stamp = path.stat().st_mtime_ns
        return _read(path, stamp)
    except (OSError, ValueError):
        sentence = text(
            "No se encuentra «{name}» junto al cuaderno. Abra el cuaderno en la carpeta en que lo recibió, "
            "o pida la carpeta de nuevo.",
            name=path.name,
        )
        raise NoCheckFile(sentence) from None


@lru_cache(maxsize=4)
def _read(path: Path, stamp: int) -> CheckFile:
    return CheckFile(read_json(path, stamp))
