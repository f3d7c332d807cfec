"""`corredores start` as a person runs it: two JupyterLabs, what each one shows, and Ctrl-C."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corredores_graders.classroom.labs import choose_ports
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.release import hand_out, release

pytestmark = pytest.mark.xdist_group("classroom")
SECONDS = 300


@contextmanager
def started(folder: Path, port: int) -> Iterator[tuple[str, list[str]]]:
    """Run the command, wait for its addresses, end it as Ctrl-C does, and see that it ends well."""
    command = [str(Path(sys.executable).with_name("corredores")), "start", "--no-browser", "--folder", str(folder)]
    log = folder.parent / f"start-{time.monotonic_ns()}.log"
    with log.open("w") as out:
        process = subprocess.Popen([*command, "--port", str(port)], stdout=out, stderr=subprocess.STDOUT)
    try:
        yield _wait(process, log)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
    assert process.returncode == 0, log.read_text()
    assert f"Cerrado. Su trabajo queda en {folder}." in log.read_text()


def _wait(process: "subprocess.Popen[bytes]", log: Path) -> tuple[str, list[str]]:
    end = time.monotonic() + SECONDS
    while "Ctrl+C" not in log.read_text():
        assert process.poll() is None and time.monotonic() < end, log.read_text()
        time.sleep(0.2)
    said = log.read_text()
    return said, re.findall(r"http://127\.0\.0\.1:\d+/\S+", said)


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, ""


def page(address: str, path: str) -> str:
    """The address of another page of the same server, opened with the same token."""
    return re.sub(r"(:\d+)/[^?]*", rf"\1/{path}", address)


def test_two_labs_each_with_what_is_its_own(classroom: Classroom) -> None:
    port = choose_ports(None)[0]
    with started(classroom.root, port) as (said, addresses):
        formgrader, trainer, participant = addresses
        assert all(get(address)[0] == 200 for address in addresses)
        assert said.index("DOCENTE") < said.index(formgrader) < said.index("PARTICIPANTE") < said.index(participant)
        assert "Para cerrar los dos: Ctrl+C aquí." in said

        assignments = json.loads(get(page(trainer, "formgrader/api/assignments"))[1])
        assert [(found["name"], found["status"]) for found in assignments] == [("m03", "released")]
        assert get(page(participant, "formgrader/manage_assignments"))[0] == 404
        seen = json.loads(get(page(participant, "api/contents"))[1])
        assert [entry["name"] for entry in seen["content"]] == ["m03"]
        shown = {entry["name"] for entry in json.loads(get(page(participant, "api/contents/m03"))[1])["content"]}
        assert shown == {"m03.ipynb", "m03.check.json"}
        assert get(page(participant, "api/contents/%2E%2E/docente"))[0] in (400, 404)
        assert get(re.sub(r"token=\S+", "token=otra", participant).replace("/lab/tree", "/api/contents"))[0] == 403
    with pytest.raises(urllib.error.URLError):
        get(participant)


def test_a_second_start_makes_nothing_again_and_keeps_what_was_written(classroom: Classroom) -> None:
    notebook = classroom.participant / "m03" / "m03.ipynb"
    notebook.write_bytes(notebook.read_bytes() + b"\n")
    watched = [classroom.trainer / "release/m03/m03.ipynb", classroom.gradebook, notebook]
    before = [path.stat().st_mtime_ns for path in watched]
    # The copy's release was made from the same texts, so that its stamp is as good here.
    with started(classroom.root, choose_ports(None)[0]) as (said, _):
        assert "se conserva" not in said, "nothing new was released, so there is nothing to say"
    assert [path.stat().st_mtime_ns for path in watched] == before


def test_a_new_release_never_overwrites_work(classroom: Classroom) -> None:
    notebook = classroom.participant / "m03" / "m03.ipynb"
    notebook.write_bytes(notebook.read_bytes() + b"\n")
    mine = notebook.read_bytes()
    released = classroom.trainer / "release/m03/m03.ipynb"
    released.write_bytes(released.read_bytes().replace(b"m03", b"m03 ", 1))
    assert hand_out(classroom, "m03") == [
        f"{notebook} tiene trabajo suyo y se conserva, aunque hay una versión nueva del módulo. Para recibirla, cambie "
        "de nombre el archivo y repita la orden."
    ]
    assert notebook.read_bytes() == mine
    notebook.unlink()
    assert hand_out(classroom, "m03") == []
    assert notebook.read_bytes() == released.read_bytes()


def test_an_english_release_stands_beside_the_spanish_one(classroom: Classroom) -> None:
    assert release(classroom, "m03", "en")
    assert not release(classroom, "m03", "en")
    assert hand_out(classroom, "m03-en") == []
    assert classroom.assignments == ["m03", "m03-en"]
    text = (classroom.participant / "m03-en" / "m03.ipynb").read_text(encoding="utf-8")
    assert "Write your answer here" in text and "BEGIN SOLUTION" not in text
    assert json.loads((classroom.participant / "m03-en" / "m03.check.json").read_text())["language"] == "en"


def test_the_participants_folder_holds_no_answer(classroom: Classroom) -> None:
    files = [path for path in classroom.participant.rglob("*") if path.is_file()]
    assert {path.name for path in files} == {"m03.ipynb", "m03.check.json"}
    for path in files:
        content = path.read_text(encoding="utf-8")
        assert "SOLUTION" not in content
        assert "e1_belize = NO_DISPONIBLE" not in content
    assert not any(os.path.islink(path) for path in classroom.participant.rglob("*"))
