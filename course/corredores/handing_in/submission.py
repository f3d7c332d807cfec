"""A submission: one zip with the notebook and a manifest of what it is, made where, with which checksums."""

import json
import platform
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Any

from corredores.checking.check_file import CheckFile
from corredores.command_error import CommandError, WrongUsage
from corredores.handing_in.notebook import Notebook, assignment_name, read_notebook
from corredores.handing_in.rehearsal import Rehearsal
from corredores.language import SOURCE, text

MANIFEST = "manifest.json"
FORMAT = 1
_VERSIONED = ("corredores", "pandas", "ipython")


class NothingToHandIn(CommandError):
    """The folder holds no module, or its notebook has lost its name."""


@dataclass(frozen=True)
class Work:
    """A trainee's folder of one module: the notebook and the check file beside it."""

    module: str
    notebook: Notebook
    check_path: Path
    check_file: CheckFile

    @property
    def language(self) -> str:
        """The language of the release."""
        return str(self.check_file.content.get("language", SOURCE))

    @property
    def assignment(self) -> str:
        """The nbgrader assignment it belongs to."""
        return assignment_name(self.module, self.language)


def find_work(folder: Path) -> Work:
    """Return the work in ``folder``, or in its only subfolder that holds a module.

    Raises
    ------
    NothingToHandIn
        When no module is there, several are, or the notebook has another name than its module.
    """
    if not folder.exists():
        raise WrongUsage(text("No existe {file}. Revise el nombre y repita la orden.", file=folder))
    folder = folder if folder.is_dir() else folder.parent
    check_files = sorted(folder.glob("*.check.json")) or sorted(folder.glob("*/*.check.json"))
    if len(check_files) != 1:
        raise NothingToHandIn(_which(folder, check_files))
    module = check_files[0].name.removesuffix(".check.json")
    path = check_files[0].with_name(f"{module}.ipynb")
    if not path.exists():
        others = ", ".join(sorted(found.name for found in path.parent.glob("*.ipynb"))) or "—"
        raise NothingToHandIn(
            text(
                "Falta {file}. En esa carpeta hay: {others}. Dé a su cuaderno el nombre {name} y repita la orden.",
                file=path,
                others=others,
                name=path.name,
            )
        )
    return Work(module, read_notebook(path), check_files[0], _read_check_file(check_files[0]))


def pack(work: Work, trainee: str, rehearsal: Rehearsal, folder: Path, now: datetime | None = None) -> Path:
    """Write the zip into ``folder`` and return its path; an earlier zip is never replaced."""
    moment = now or datetime.now(UTC)
    stem = f"{work.assignment}_{re.sub(r'[^A-Za-z0-9._-]', '-', trainee)}_{moment:%Y%m%d-%H%M%S}"
    path = folder / f"{stem}.zip"
    manifest = json.dumps(make_manifest(work, trainee, rehearsal, moment), ensure_ascii=False, indent=2)
    with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, manifest + "\n")
        archive.writestr(work.notebook.path.name, work.notebook.content)
    return path


def make_manifest(work: Work, trainee: str, rehearsal: Rehearsal, moment: datetime) -> dict[str, Any]:
    """Return what the zip says about itself; a collector trusts none of it but the checksums it recomputes."""
    notebook = work.notebook
    return {
        "format": FORMAT,
        "module": work.module,
        "assignment": work.assignment,
        "language": work.language,
        "trainee": trainee,
        "corridor": notebook.corridor_code,
        "created": f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        "saved": f"{notebook.saved:%Y-%m-%dT%H:%M:%SZ}",
        "versions": versions(work),
        "rehearsal": {
            "executed": rehearsal.executed,
            "stops": len(rehearsal.stops),
            "untried": list(rehearsal.untried),
        },
        "files": [{"path": notebook.path.name, "bytes": len(notebook.content), "sha256": notebook.sha256}],
    }


def versions(work: Work) -> dict[str, str]:
    """Return the versions with which the answers were made: packages, tables, and the release's check file."""
    found = {"python": platform.python_version(), "system": platform.system()}
    for name in _VERSIONED:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    tables = files("corredores") / "tables" / "datapackage.json"
    if tables.is_file():
        found["tables_sha256"] = sha256(tables.read_bytes()).hexdigest()
    found["check_file_sha256"] = sha256(work.check_path.read_bytes()).hexdigest()
    return found


def _read_check_file(path: Path) -> CheckFile:
    try:
        return CheckFile(json.loads(path.read_text(encoding="utf-8")))
    except ValueError as unreadable:
        raise NothingToHandIn(
            text("{file} está dañado. Copie de nuevo la carpeta del módulo y repita la orden.", file=path)
        ) from unreadable


def _which(folder: Path, check_files: list[Path]) -> str:
    if not check_files:
        return text(
            "{folder} no contiene ningún módulo. Entre en la carpeta de su cuaderno, o escríbala después de la orden.",
            folder=folder,
        )
    names = ", ".join(found.parent.name if found.parent != folder else found.name for found in check_files)
    return text("{folder} contiene varios módulos: {names}. Escriba cuál entrega.", folder=folder, names=names)
