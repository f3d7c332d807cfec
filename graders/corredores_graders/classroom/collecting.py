"""`corredores collect`: from a folder of zips and notebooks into nbgrader's `submitted`, one file at a time.

Every file is kept as it came, under `received`. A file that is refused stops nobody else's.
"""

import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corredores.handing_in.notebook import UnreadableNotebook, assignment_name, parse_notebook
from corredores_graders.classroom.archive import Package, Refused, open_package
from corredores_graders.classroom.class_list import Trainee, read_class_list
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.senders import find_trainee, sender_names
from corredores_graders.language import text

TIMESTAMP = "%Y-%m-%d %H:%M:%S UTC"  # nbgrader's
REFUSED = "refused"
_MODULE = re.compile(r'"grade_id":\s*"(m\d\d)-')
_MODULE_NAME = re.compile(r"m[0-9]{2}")


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    trainee: str
    file: str
    collected: bool
    sentence: str


@dataclass(frozen=True)
class Submission:
    """A file whose sender and assignment are known."""

    trainee: Trainee
    assignment: str
    notebook_name: str
    content: bytes
    handed_in: datetime
    note: str = ""


def collect(classroom: Classroom, folder: Path) -> Iterator[Outcome]:
    """Collect what lies in ``folder`` and its subfolders, oldest first, and say of each file what became of it."""
    trainees = read_class_list(classroom.class_list)
    arrivals = [path for path in folder.rglob("*") if path.is_file() and not _is_ignored(path, folder)]
    for path in sorted(arrivals, key=lambda found: (found.stat().st_mtime, str(found))):
        yield _collect_one(classroom, trainees, path, folder)


def _collect_one(classroom: Classroom, trainees: Mapping[str, Trainee], path: Path, folder: Path) -> Outcome:
    sender, file = "—", str(path.relative_to(folder))
    try:
        names = sender_names(path, folder)
        by_name = find_trainee(names, trainees)
        sender = by_name.trainee if by_name else sender
        package = _open(path)
        trainee = _agree(by_name, package, trainees, names[0])
        sender = trainee.trainee
        submission = _identify(classroom, trainee, package, path)
    except Refused as refused:
        if not path.is_symlink():
            _keep(classroom.received / REFUSED, path, datetime.now(UTC))
        return Outcome(sender, file, False, text("No se recogió: {cause}", cause=refused))
    return Outcome(sender, file, True, _store(classroom, submission, path))


def _open(path: Path) -> Package:
    if path.is_symlink():
        raise Refused(text("es un enlace a otro archivo. Copie el archivo mismo."))
    if path.suffix.casefold() not in (".zip", ".ipynb"):
        raise Refused(text("no es un cuaderno ni un zip. Pida el archivo que prepara «corredores submit»."))
    return open_package(path)


def _agree(by_name: Trainee | None, package: Package, trainees: Mapping[str, Trainee], shown: str) -> Trainee:
    said = str(package.manifest.get("trainee", ""))
    by_manifest = find_trainee([said], trainees) if said else None
    if said and by_manifest is None:
        raise Refused(text("«{name}» no está en la lista de la clase. Corrija la lista o el identificador.", name=said))
    trainee = by_manifest or by_name
    if trainee is None:
        raise Refused(
            text("«{name}» no está en la lista de la clase. Corrija la lista o el identificador.", name=shown)
        )
    if by_name and by_manifest and by_name != by_manifest:
        raise Refused(
            text(
                "está en lo de {folder} pero dice ser de {said}. Pregunte a ambas personas.",
                folder=by_name.name,
                said=said,
            )
        )
    return trainee


def _identify(classroom: Classroom, trainee: Trainee, package: Package, path: Path) -> Submission:
    try:
        parse_notebook(path, package.notebook)
    except UnreadableNotebook as unreadable:
        raise Refused(
            text("su cuaderno no se puede leer: está cortado o lo guardó otro programa. Pida que lo envíen de nuevo.")
        ) from unreadable
    module = package.manifest.get("module") or _module_of(package)
    if not _MODULE_NAME.fullmatch(module):  # a file will bear this name
        raise Refused(text("su manifiesto está dañado. Pida que repitan «corredores submit»."))
    assignment = package.manifest.get("assignment") or assignment_name(module, trainee.language)
    if assignment not in classroom.assignments:
        raise Refused(
            text(
                "es de «{assignment}», que esta aula no ha publicado. Publíquelo antes de recoger.",
                assignment=assignment,
            )
        )
    name = f"{module}.ipynb"
    renamed = package.name != name and not package.name.endswith(f"_{name}")
    note = text("Se llamaba {name}.", name=package.name) if renamed else ""
    return Submission(trainee, assignment, name, package.notebook, _handed_in(package, path), note)


def _module_of(package: Package) -> str:
    found = _MODULE.search(package.notebook.decode("utf-8", "replace"))
    if found is None:
        raise Refused(text("no es un cuaderno del curso: no tiene ninguna celda de sus ejercicios."))
    return found[1]


def _handed_in(package: Package, path: Path) -> datetime:
    """When it was handed in: what the manifest says, if that is not in the future, else the file's own time."""
    on_disk = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    try:
        said = datetime.fromisoformat(package.manifest["created"])
    except (KeyError, ValueError):
        return on_disk
    said = said if said.tzinfo else said.replace(tzinfo=UTC)
    return min(said, datetime.now(UTC))


def _store(classroom: Classroom, submission: Submission, path: Path) -> str:
    trainee, assignment = submission.trainee.trainee, submission.assignment
    known = _keep(classroom.received / assignment / trainee, path, submission.handed_in)
    target = classroom.submitted(trainee, assignment)
    stamp = target / "timestamp.txt"
    if known and stamp.exists():
        return text("Ya estaba recogida.")
    if stamp.exists() and stamp.read_text(encoding="utf-8").strip() > f"{submission.handed_in:{TIMESTAMP}}":
        return text("Es anterior a la que ya está: se guardó, y cuenta la otra.")
    replaced = target.exists()
    fresh = target.with_name(f"{assignment}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    (fresh / submission.notebook_name).write_bytes(submission.content)
    (fresh / "timestamp.txt").write_text(f"{submission.handed_in:{TIMESTAMP}}\n", encoding="utf-8")
    if replaced:
        shutil.rmtree(target)
    fresh.rename(target)
    collected = text("Recogida; la anterior queda guardada.") if replaced else text("Recogida.")
    return f"{collected} {submission.note}".strip()


def _keep(folder: Path, path: Path, moment: datetime) -> bool:
    """Keep a copy of the file as it came and say whether the same bytes were there already."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    if any(folder.glob(f"*_{digest}")):
        return True
    kept = folder / f"{moment:%Y%m%d-%H%M%S}_{digest}"
    kept.mkdir(parents=True)
    shutil.copyfile(path, kept / path.name)
    return False


def _is_ignored(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return any(part.startswith(".") or part == "__MACOSX" for part in parts) or path.name in (
        "Thumbs.db",
        "desktop.ini",
    )
