"""What people send: notebooks and zips, right ones and every wrong one that a trainer has seen."""

import json
import os
import stat
import struct
import zipfile
from pathlib import Path
from typing import Any

from corredores.handing_in.rehearsal import rehearse
from corredores.handing_in.submission import find_work, pack


def packed(home: Path, trainee: str, folder: Path) -> Path:
    """The zip that `corredores submit` makes of the release in ``home``, in ``folder``."""
    work = find_work(home)
    return pack(work, trainee, rehearse(work.notebook, work.check_file, execute=False), folder)


def zip_of(path: Path, members: dict[str, bytes]) -> Path:
    """A zip made by hand."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def with_link(path: Path, notebook: bytes) -> Path:
    """A zip whose second member is a symbolic link out of it."""
    link = zipfile.ZipInfo("datos.csv")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(zip_of(path, {"m03.ipynb": notebook}), "a") as archive:
        archive.writestr(link, "/etc/passwd")
    return path


def announcing(path: Path, notebook: bytes, size: int) -> Path:
    """A small zip whose directory announces ``size`` bytes for the notebook."""
    zip_of(path, {"m03.ipynb": notebook})
    content = bytearray(path.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", size)
    path.write_bytes(content)
    return path


def with_manifest(path: Path, source: Path, **changed: Any) -> Path:
    """A copy of the zip ``source`` with fields of its manifest changed."""
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members["manifest.json"]) | changed
    return zip_of(path, members | {"manifest.json": json.dumps(manifest).encode()})


def dated(path: Path, moment: float) -> Path:
    """The same file, last written at ``moment``."""
    os.utime(path, (moment, moment))
    return path
