"""Files that arrive to be collected: none is written anywhere else, none stops the others or reaches the terminal."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.reporting import print_collected
from tests.attacks.attacked_class import hashes

pytestmark = pytest.mark.xdist_group("attacks-landlock")
Send = Callable[[Path, bytes], None]
#: Paths that lead from where a submission is put to the neighbour's, the source and the trainer's configuration.
_ELSEWHERE = (
    "../../zoila-paz/m03/m03",
    "../../../source/m03/m03",
    "../../../../docente/nuevo",
    "m03/../../../x",
    "m03\0",
)


def with_manifest(**said: Any) -> Send:
    """A zip as `corredores submit` makes it, but for what is ``said``."""

    def send(folder: Path, notebook: bytes) -> None:
        manifest = {
            "format": 1,
            "module": "m03",
            "assignment": "m03",
            "trainee": "ana-paz",
            "created": "2026-01-01T00:00:00+00:00",
            "files": [{"path": "m03.ipynb", "sha256": hashlib.sha256(notebook).hexdigest()}],
        }
        with zipfile.ZipFile(folder / "m03.zip", "w") as archive:
            archive.writestr("m03.ipynb", notebook)
            archive.writestr("manifest.json", json.dumps(manifest | said))

    return send


def garbled(method: int) -> Send:
    """A zip whose packed bytes are not what they were."""

    def send(folder: Path, notebook: bytes) -> None:
        with zipfile.ZipFile(folder / "m03.zip", "w", method) as archive:
            archive.writestr("m03.ipynb", notebook)
        content = bytearray((folder / "m03.zip").read_bytes())
        content[100:400] = bytes(byte ^ 0x5A for byte in content[100:400])
        (folder / "m03.zip").write_bytes(content)

    return send


def holding(name: str) -> Send:
    """A zip with the notebook under that name."""

    def send(folder: Path, notebook: bytes) -> None:
        with zipfile.ZipFile(folder / "m03.zip", "w") as archive:
            archive.writestr(name, notebook)

    return send


def file(content: bytes | None, name: bytes = b"m03.ipynb") -> Send:
    """A file, with the right notebook in it where nothing else is said."""

    def send(folder: Path, notebook: bytes) -> None:
        with open(os.fsencode(folder) + b"/" + name, "wb") as written:
            written.write(notebook if content is None else content)

    return send


def pipe(folder: Path, notebook: bytes) -> None:
    os.mkfifo(folder / "m03.ipynb")


def loop(folder: Path, notebook: bytes) -> None:
    (folder / "otra").symlink_to(folder)


REFUSED: dict[str, Send] = {
    **{f"module {path!r}": with_manifest(module=path) for path in _ELSEWHERE},
    **{f"assignment {path!r}": with_manifest(assignment=path) for path in _ELSEWHERE},
    **{f"trainee {path!r}": with_manifest(trainee=path) for path in _ELSEWHERE},
    **{f"garbled {method}": garbled(method) for method in (zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)},
    **{f"member {name!r}": holding(name) for name in ("../m03.ipynb", "..\\m03.ipynb", "C:m03.ipynb", "/m03.ipynb")},
    "nested": file(b"[" * 200_000),
    "long number": file(b'{"nbformat": ' + b"4" * 5000 + b"}"),
    "bytes": file(b"\xff\xfe\x00"),
}
TAKEN: dict[str, Send] = {
    "markup": file(None, b"[red][link=http:x].ipynb"),
    "no text": file(None, b"\xff\xfe\x1b[2J.ipynb"),
    "time of the end": with_manifest(created="9999-12-31T23:59:59-23:59"),
    "time of the beginning": with_manifest(created="0001-01-01T00:00:00+23:59"),
}
NOTHING: dict[str, Send] = {"pipe": pipe, "loop": loop}


@pytest.fixture
def arrivals(prepared: Classroom, tmp_path: Path) -> Classroom:
    """A classroom in whose inbox a neighbour's notebook lies."""
    shutil.copytree(prepared.root, tmp_path / "aula")
    classroom = Classroom(tmp_path / "aula")
    (tmp_path / "aula" / "entregas" / "bruno-rios").mkdir(parents=True)
    (tmp_path / "aula" / "entregas" / "ana-paz").mkdir()
    file(None)(tmp_path / "aula" / "entregas" / "bruno-rios", released(classroom))
    return classroom


@pytest.mark.parametrize("name", {**REFUSED, **TAKEN, **NOTHING})
def test_an_arrival_harms_nobody(arrivals: Classroom, name: str) -> None:
    before = hashes(arrivals)
    {**REFUSED, **TAKEN, **NOTHING}[name](arrivals.root / "entregas" / "ana-paz", released(arrivals))
    assert print_collected(arrivals, arrivals.root / "entregas") is (name not in REFUSED)
    collected = sorted(path.parent.parent.name for path in arrivals.trainer.glob("submitted/*/m03/m03.ipynb"))
    assert collected == (["ana-paz", "bruno-rios"] if name in TAKEN else ["bruno-rios"])
    after = hashes(arrivals)
    assert {path for path in before if Path(path).is_file() and before[path] != after.get(path)} == set()
    new = {Path(path).relative_to(arrivals.trainer) for path in {*after} - {*before}}
    people = {"ana-paz", "bruno-rios"} if name in TAKEN else {"bruno-rios"}
    assert {path.parts[1] for path in new if path.parts[0] == "submitted" and len(path.parts) > 1} == people
    assert {path.parts[0] for path in new} <= {"submitted", "received"}


def test_no_name_of_a_file_reaches_the_terminal_as_it_is(arrivals: Classroom) -> None:
    for send in TAKEN.values():
        send(arrivals.root / "entregas" / "ana-paz", released(arrivals))
    command = [str(Path(sys.executable).with_name("corredores")), "collect", str(arrivals.root / "entregas")]
    ran = subprocess.run([*command, "--folder", str(arrivals.root)], capture_output=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "\x1b" not in ran.stdout.decode() and "[red]" in ran.stdout.decode()


def released(classroom: Classroom) -> bytes:
    return (classroom.participant / "m03" / "m03.ipynb").read_bytes()
