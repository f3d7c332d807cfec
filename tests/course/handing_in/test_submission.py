import hashlib
import json
import os
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, writes
from nbgrader.utils import compute_checksum

from corredores.command_error import CommandError
from corredores.handing_in.handing_in import describe, receipt
from corredores.handing_in.notebook import UnreadableNotebook, assignment_name, read_notebook
from corredores.handing_in.rehearsal import Rehearsal, rehearse
from corredores.handing_in.submission import NothingToHandIn, find_work, pack
from corredores_graders.answer_keys import module_key
from corredores_graders.judging.check_file import write_check_file

START = "from corredores import NO_DISPONIBLE, check, my_corridor\ncorridor = my_corridor('SLV-USA-T')"
STUBS = {"e2": "e2_destination = None\ne2_share = None", "e8": "e8_option = None"}


def marked(cell: NotebookNode, grade_id: str, **marks: Any) -> NotebookNode:
    """A cell with nbgrader's metadata as a release carries it."""
    plain = {"schema_version": 3, "grade": False, "locked": False, "solution": False, "task": False}
    cell.metadata["nbgrader"] = {**plain, "grade_id": grade_id, **marks}
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    return cell


def released() -> NotebookNode:
    cells = [new_code_cell(START)]
    for exercise, stub in STUBS.items():
        cells.append(marked(new_code_cell(stub), f"m03-{exercise}-answer", solution=True))
        cells.append(marked(new_code_cell(f'check("m03.{exercise}")'), f"m03-{exercise}", locked=True))
    note = new_markdown_cell("Escriba aquí su respuesta.")
    cells.append(marked(note, "m03-e9-written", solution=True, grade=True, points=4))
    return new_notebook(cells=cells)


@pytest.fixture(scope="module")
def check_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("check") / "m03.check.json"
    write_check_file(module_key("m03"), "es", path)
    return path


@pytest.fixture
def home(tmp_path: Path, check_file: Path) -> Path:
    """A trainee's folder, its name with a blank and an accent as on many a laptop."""
    folder = tmp_path / "Mis cuadernos de migración" / "m03"
    folder.mkdir(parents=True)
    (folder / "m03.check.json").write_bytes(check_file.read_bytes())
    save(folder, released())
    return folder


def save(folder: Path, notebook: NotebookNode) -> None:
    (folder / "m03.ipynb").write_text(writes(notebook), encoding="utf-8")


def answered(**sources: str) -> NotebookNode:
    notebook = released()
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        for exercise, source in sources.items():
            if grade_id in (f"m03-{exercise}-answer", f"m03-{exercise}-written"):
                cell.source = source
    return notebook


def rehearsal_of(folder: Path, execute: bool) -> Rehearsal:
    work = find_work(folder)
    return rehearse(work.notebook, work.check_file, execute)


def test_an_untouched_notebook_is_untried_from_end_to_end(home: Path) -> None:
    rehearsal = rehearsal_of(home, execute=False)
    assert rehearsal.untried == rehearsal.exercises == ("e2", "e8", "e9-written")
    assert "Sin intentar: e2, e8, e9 (texto)." in describe(rehearsal)
    assert any("No se ejecutó" in line for line in describe(rehearsal))


def test_what_is_tried_is_known_without_running(home: Path) -> None:
    save(home, answered(e8='e8_option = "c"', e9="Recomiendo…"))
    assert rehearsal_of(home, execute=False).untried == ("e2",)


def test_the_rehearsal_runs_a_copy_in_a_fresh_kernel(home: Path) -> None:
    save(home, answered(e2="e2_share = otra\n", e8="e8_option = None  # no sé"))
    before = (home / "m03.ipynb").read_bytes()
    rehearsal = rehearsal_of(home, execute=True)
    assert rehearsal.executed
    assert [(stop.cell, stop.exercise) for stop in rehearsal.stops] == [(2, "e2")]
    assert rehearsal.untried == ("e2", "e8", "e9-written"), "what the check cell published decides"
    assert "Se detiene en la celda 2 (e2): NameError: name 'otra' is not defined" in describe(rehearsal)
    assert (home / "m03.ipynb").read_bytes() == before


def test_a_notebook_that_runs_through_is_told_so(home: Path) -> None:
    save(home, answered(e2='e2_destination = "USA"\ne2_share = "85,6 %"', e8='e8_option = "c"', e9="Recomiendo…"))
    rehearsal = rehearsal_of(home, execute=True)
    assert (rehearsal.stops, rehearsal.untried) == ((), ())
    assert "Se ejecuta entero, de arriba abajo." in describe(rehearsal)


def test_an_old_save_is_said_with_its_age(home: Path) -> None:
    past = time.time() - 3 * 3600
    os.utime(home / "m03.ipynb", (past, past))
    assert describe(rehearsal_of(home, execute=False))[0] == (
        "Guardado hace 180 min. Si escribió algo después, guarde y repita la orden."
    )


def test_the_zip_says_what_it_is_and_the_receipt_repeats_it(home: Path) -> None:
    work, rehearsal = find_work(home), rehearsal_of(home, execute=False)
    path = pack(work, "ana-paz", rehearsal, home)
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        content = archive.read("m03.ipynb")
    assert content == (home / "m03.ipynb").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    assert manifest["files"] == [{"path": "m03.ipynb", "bytes": len(content), "sha256": digest}]
    said = {name: manifest[name] for name in ("format", "module", "assignment", "language", "trainee", "corridor")}
    assert said == {
        "format": 1,
        "module": "m03",
        "assignment": "m03",
        "language": "es",
        "trainee": "ana-paz",
        "corridor": "SLV-USA-T",
    }
    assert {"python", "corredores", "pandas", "tables_sha256", "check_file_sha256"} <= set(manifest["versions"])
    lines = "\n".join(receipt(work, "ana-paz", rehearsal, path))
    assert hashlib.sha256(path.read_bytes()).hexdigest() in lines
    assert "Ejercicios con respuesta: 0 de" in lines


def test_a_second_zip_leaves_the_first(home: Path) -> None:
    work, rehearsal = find_work(home), rehearsal_of(home, execute=False)
    first = pack(work, "ana paz/../x", rehearsal, home)
    assert first.parent == home, "an id never leads out of the folder"
    with pytest.raises(FileExistsError):
        pack(work, "ana paz/../x", rehearsal, home, now=_moment_of(first))


def _moment_of(path: Path) -> Any:
    from datetime import UTC, datetime

    return datetime.strptime(path.stem.rpartition("_")[2], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)


def test_the_folder_above_is_enough_when_it_holds_one_module(home: Path) -> None:
    assert find_work(home.parent).notebook.path == home / "m03.ipynb"
    assert find_work(home / "m03.ipynb").notebook.path == home / "m03.ipynb"


def test_languages_have_assignments_of_their_own() -> None:
    assert (assignment_name("m03", "es"), assignment_name("m03", "en")) == ("m03", "m03-en")


def test_a_folder_without_module_says_where_to_go(tmp_path: Path) -> None:
    with pytest.raises(NothingToHandIn) as raised:
        find_work(tmp_path)
    assert str(raised.value) == (
        f"{tmp_path} no contiene ningún módulo. Entre en la carpeta de su cuaderno, o escríbala después de la orden."
    )


def test_a_renamed_notebook_is_asked_to_take_its_name_back(home: Path) -> None:
    (home / "m03.ipynb").rename(home / "m03-final.ipynb")
    with pytest.raises(NothingToHandIn) as raised:
        find_work(home)
    assert str(raised.value) == (
        f"Falta {home / 'm03.ipynb'}. En esa carpeta hay: m03-final.ipynb. Dé a su cuaderno el nombre m03.ipynb y "
        "repita la orden."
    )


@pytest.mark.parametrize("content", [b'{"cells": [', b"[]", b'{"cells": ["x"]}', b"\xff\xfe", b'{"cells": 3}'])
def test_a_file_that_is_no_notebook_says_how_to_mend_it(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m03.ipynb"
    path.write_bytes(content)
    with pytest.raises(UnreadableNotebook) as raised:
        read_notebook(path)
    assert isinstance(raised.value, CommandError)
    assert str(raised.value) == (
        f"{path} no es un cuaderno de Jupyter legible: el archivo está cortado o lo guardó otro programa. Ábralo en "
        "JupyterLab, guárdelo y repita la orden."
    )
