"""Reading what somebody sent, without trusting it: sizes and names are judged before anything is unpacked."""

import hashlib
import json
import stat
import zipfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from corredores.handing_in.submission import FORMAT, MANIFEST
from corredores_graders.language import text

MAX_BYTES = 50_000_000
MAX_FILES = 50
#: Other methods may ask for gigabytes before the first byte.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Refused(Exception):
    """A file that is not collected; the message says the cause and what to ask the trainee for."""


@dataclass(frozen=True)
class Package:
    """A notebook that arrived, with the manifest of its zip if it has one."""

    name: str
    notebook: bytes
    manifest: dict[str, Any] = field(default_factory=dict)


def open_package(path: Path) -> Package:
    """Return what ``path`` (a zip or a bare notebook) holds.

    Raises
    ------
    Refused
        When it is too large, unsafe, damaged, or not what its manifest says.
    """
    if path.stat().st_size > MAX_BYTES:
        raise Refused(_too_large(path.stat().st_size))
    if path.suffix.casefold() != ".zip":
        return Package(path.name, path.read_bytes())
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not _is_litter(entry.filename)]
            _check_header(entries)
            return _read(archive, entries)
    except Refused:
        raise
    except Exception as damaged:  # zipfile lets through whatever a decompressor raises
        raise Refused(text("el zip está dañado. Pida que lo envíen de nuevo.")) from damaged


def _check_header(entries: list[zipfile.ZipInfo]) -> None:
    announced = sum(entry.file_size for entry in entries)
    if announced > MAX_BYTES:
        raise Refused(_too_large(announced))
    if len(entries) > MAX_FILES:
        raise Refused(text("el zip anuncia {count} archivos. Pida solo el de «corredores submit».", count=len(entries)))
    for entry in entries:
        if _leaves_folder(entry.filename):
            raise Refused(
                text("el zip quiere escribir fuera de su carpeta ({name}). No se abrió.", name=entry.filename)
            )
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused(text("el zip contiene un enlace simbólico ({name}). No se abrió.", name=entry.filename))
        if entry.compress_type not in _METHODS:
            raise Refused(text("el zip está dañado. Pida que lo envíen de nuevo."))
        if entry.flag_bits & 0x1:
            raise Refused(text("el zip tiene contraseña. Pida que lo envíen sin ella."))


def _read(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Package:
    manifest = next((entry for entry in entries if entry.filename == MANIFEST), None)
    notebooks = [entry for entry in entries if entry.filename.casefold().endswith(".ipynb")]
    if len(notebooks) != 1:
        raise Refused(
            text(
                "el zip trae {count} cuadernos y debe traer uno. Pida el de «corredores submit».", count=len(notebooks)
            )
        )
    content = archive.read(notebooks[0])
    said = _read_manifest(archive.read(manifest)) if manifest else {}
    if said:
        _check_sums(said, notebooks[0].filename, content)
    return Package(PurePosixPath(notebooks[0].filename).name, content, said)


def _read_manifest(content: bytes) -> dict[str, Any]:
    try:
        said = json.loads(content)
        words = [said[key] for key in ("module", "assignment", "trainee", "created")]
        files = {str(file["path"]): str(file["sha256"]) for file in said["files"]}
    except (ValueError, KeyError, TypeError, RecursionError) as damaged:
        raise Refused(text("su manifiesto está dañado. Pida que repitan «corredores submit».")) from damaged
    if said.get("format") != FORMAT:
        raise Refused(text("lo preparó otra versión del curso. Pida que actualicen y repitan «corredores submit»."))
    if not all(isinstance(word, str) for word in words):
        raise Refused(text("su manifiesto está dañado. Pida que repitan «corredores submit»."))
    return {**said, "sums": files}


def _check_sums(said: dict[str, Any], name: str, content: bytes) -> None:
    if said["sums"].get(name) != hashlib.sha256(content).hexdigest():
        raise Refused(
            text("el cuaderno cambió después de empaquetarlo: su huella no coincide. Pida que repitan «submit».")
        )


def _leaves_folder(name: str) -> bool:
    windows = PureWindowsPath(name)
    return bool(name.startswith("/") or windows.drive or windows.root or ".." in windows.parts)


def _is_litter(name: str) -> bool:
    return name.endswith("/") or name.startswith("__MACOSX/") or PurePosixPath(name).name in (".DS_Store", "Thumbs.db")


def _too_large(size: int) -> str:
    return text(
        "ocuparía {size} MB y el límite es {limit} MB. No se abrió: pida un cuaderno sin archivos añadidos.",
        size=size // 1_000_000,
        limit=MAX_BYTES // 1_000_000,
    )
