"""Whose file is it? The trainee behind a file's own name or folder, Moodle's bulk download included."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from corredores_graders.classroom.archive import Refused
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.language import text

# Moodle: «Ana Pérez_12345_assignsubmission_file_» as a folder, or in front of the file's name.
_MOODLE = re.compile(r"(?P<name>.+)_\d+_assignsubmission_(?:file|onlinetext)_?(?P<rest>.*)")


def sender_names(path: Path, folder: Path) -> list[str]:
    """Return what may name the sender of ``path`` (which lies in ``folder``), the surest first."""
    parts = path.relative_to(folder).parts
    candidates = []
    for part in (*parts[:-1], Path(parts[-1]).stem):
        moodle = _MOODLE.fullmatch(part)
        candidates.append(moodle["name"] if moodle else part)
    stem = candidates[-1]
    return [*candidates, *re.split(r"[_\s]+", stem)]


def find_trainee(names: Iterable[str], trainees: Mapping[str, Trainee]) -> Trainee | None:
    """Return the trainee whose id or full name is the first of ``names`` that matches one.

    Raises
    ------
    Refused
        When two people of the class have that name.
    """
    for name in names:
        wanted = _plain(name)
        same_id = [trainee for trainee in trainees.values() if _plain(trainee.trainee) == wanted]
        found = same_id or [trainee for trainee in trainees.values() if _plain(trainee.name) == wanted]
        if len(found) > 1:
            both = ", ".join(trainee.trainee for trainee in found)
            raise Refused(
                text(
                    "«{name}» puede ser {both}. Ponga el archivo en una carpeta con el identificador.",
                    name=name,
                    both=both,
                )
            )
        if found:
            return found[0]
    return None


def _plain(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[\s_]+", " ", letters).strip()
