import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from corredores_graders.classroom.collecting import Outcome, collect
from corredores_graders.classroom.layout import Classroom
from tests.graders.classroom.arriving import announcing, dated, packed, with_link, with_manifest, zip_of

pytestmark = pytest.mark.xdist_group("classroom")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "entregas"
    folder.mkdir()
    return folder


def release_of(classroom: Classroom) -> Path:
    return classroom.participant / "m03"


def notebook_of(classroom: Classroom) -> bytes:
    return (release_of(classroom) / "m03.ipynb").read_bytes()


def one(outcomes: list[Outcome]) -> Outcome:
    assert len(outcomes) == 1, outcomes
    return outcomes[0]


def kept(classroom: Classroom) -> list[bytes]:
    return [path.read_bytes() for path in classroom.received.rglob("*") if path.is_file()]


def test_a_zip_is_collected_and_kept_byte_for_byte(classroom: Classroom, inbox: Path) -> None:
    sent = packed(release_of(classroom), "ana-paz", inbox)
    outcome = one(list(collect(classroom, inbox)))
    assert (outcome.trainee, outcome.collected, outcome.sentence) == ("ana-paz", True, "Recogida.")
    submitted = classroom.submitted("ana-paz", "m03")
    assert (submitted / "m03.ipynb").read_bytes() == notebook_of(classroom)
    assert (submitted / "timestamp.txt").read_text().endswith(" UTC\n")
    assert kept(classroom) == [sent.read_bytes()]


@pytest.mark.parametrize(
    "where",
    [
        "ana-paz/m03.ipynb",
        "Ana Paz/m03.ipynb",
        "Ana Paz_4711_assignsubmission_file_/m03.ipynb",
        "Ana Paz_4711_assignsubmission_file_m03.ipynb",
        "m03_ana-paz.ipynb",
        "ana-paz_m03.ipynb",
        "ANÁ PAZ/entrega/m03.ipynb",
    ],
)
def test_a_bare_notebook_finds_its_sender(classroom: Classroom, inbox: Path, where: str) -> None:
    path = inbox / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(notebook_of(classroom))
    outcome = one(list(collect(classroom, inbox)))
    assert (outcome.trainee, outcome.collected) == ("ana-paz", True), outcome
    assert (classroom.submitted("ana-paz", "m03") / "m03.ipynb").read_bytes() == path.read_bytes()


def test_another_file_name_is_taken_and_said(classroom: Classroom, inbox: Path) -> None:
    zip_of(inbox / "ana-paz" / "tarea.zip", {"m03 (1).ipynb": notebook_of(classroom)})
    outcome = one(list(collect(classroom, inbox)))
    assert (outcome.collected, outcome.sentence) == (True, "Recogida. Se llamaba m03 (1).ipynb.")


def test_a_later_submission_counts_and_the_earlier_one_is_kept(classroom: Classroom, inbox: Path) -> None:
    path = inbox / "ana-paz" / "m03.ipynb"
    path.parent.mkdir()
    path.write_bytes(notebook_of(classroom))
    dated(path, 1_700_000_000)
    first = path.read_bytes()
    list(collect(classroom, inbox))
    path.write_bytes(first + b"\n")
    dated(path, 1_700_000_600)
    assert one(list(collect(classroom, inbox))).sentence == "Recogida; la anterior queda guardada."
    assert one(list(collect(classroom, inbox))).sentence == "Ya estaba recogida."
    path.write_bytes(first + b"\n\n")
    dated(path, 1_600_000_000)
    older = one(list(collect(classroom, inbox))).sentence
    assert older == "Es anterior a la que ya está: se guardó, y cuenta la otra."
    assert (classroom.submitted("ana-paz", "m03") / "m03.ipynb").read_bytes() == first + b"\n"
    assert sorted(kept(classroom)) == sorted([first, first + b"\n", first + b"\n\n"])


def unknown(classroom: Classroom, inbox: Path) -> Path:
    return packed(release_of(classroom), "nadie", inbox)


def escaping(classroom: Classroom, inbox: Path) -> Path:
    return zip_of(inbox / "ana-paz" / "m03.zip", {"../m03.ipynb": notebook_of(classroom)})


def absolute(classroom: Classroom, inbox: Path) -> Path:
    return zip_of(inbox / "ana-paz" / "m03.zip", {"C:\\m03.ipynb": notebook_of(classroom)})


def linked(classroom: Classroom, inbox: Path) -> Path:
    (inbox / "ana-paz").mkdir()
    return with_link(inbox / "ana-paz" / "m03.zip", notebook_of(classroom))


def enormous(classroom: Classroom, inbox: Path) -> Path:
    return announcing(inbox / "ana-paz" / "m03.zip", notebook_of(classroom), 4_000_000_000)


def cut_short(classroom: Classroom, inbox: Path) -> Path:
    path = inbox / "ana-paz" / "m03.ipynb"
    path.parent.mkdir()
    path.write_bytes(notebook_of(classroom)[:5000])
    return path


def no_zip(classroom: Classroom, inbox: Path) -> Path:
    path = zip_of(inbox / "ana-paz" / "m03.zip", {"m03.ipynb": b"{}"})
    path.write_bytes(path.read_bytes()[:-30])
    return path


def document(classroom: Classroom, inbox: Path) -> Path:
    path = inbox / "ana-paz" / "m03.docx"
    path.parent.mkdir()
    path.write_bytes(b"PK")
    return path


def other_notebook(classroom: Classroom, inbox: Path) -> Path:
    path = inbox / "ana-paz" / "m03.ipynb"
    path.parent.mkdir()
    path.write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return path


def two_notebooks(classroom: Classroom, inbox: Path) -> Path:
    both = dict.fromkeys(("m03.ipynb", "m03-copia.ipynb"), notebook_of(classroom))
    return zip_of(inbox / "ana-paz" / "m03.zip", both)


def altered(classroom: Classroom, inbox: Path) -> Path:
    sent = packed(release_of(classroom), "ana-paz", inbox)
    with zipfile.ZipFile(sent) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zip_of(sent, members | {"m03.ipynb": members["m03.ipynb"] + b" "})


def of_two_people(classroom: Classroom, inbox: Path) -> Path:
    (inbox / "bruno-rios").mkdir()
    return packed(release_of(classroom), "ana-paz", inbox / "bruno-rios")


def of_the_future(classroom: Classroom, inbox: Path) -> Path:
    sent = packed(release_of(classroom), "ana-paz", inbox.parent)
    return with_manifest(inbox / "ana-paz.zip", sent, format=2)


def unreleased(classroom: Classroom, inbox: Path) -> Path:
    sent = packed(release_of(classroom), "ana-paz", inbox.parent)
    return with_manifest(inbox / "ana-paz.zip", sent, assignment="m04")


def broken_manifest(classroom: Classroom, inbox: Path) -> Path:
    return zip_of(inbox / "ana-paz.zip", {"m03.ipynb": notebook_of(classroom), "manifest.json": b'{"format": 1}'})


REFUSALS = [
    (unknown, "—", "«nadie» no está en la lista de la clase. Corrija la lista o el identificador."),
    (escaping, "ana-paz", "el zip quiere escribir fuera de su carpeta (../m03.ipynb). No se abrió."),
    (absolute, "ana-paz", "el zip quiere escribir fuera de su carpeta (C:\\m03.ipynb). No se abrió."),
    (linked, "ana-paz", "el zip contiene un enlace simbólico (datos.csv). No se abrió."),
    (
        enormous,
        "ana-paz",
        "ocuparía 4000 MB y el límite es 50 MB. No se abrió: pida un cuaderno sin archivos añadidos.",
    ),
    (
        cut_short,
        "ana-paz",
        "su cuaderno no se puede leer: está cortado o lo guardó otro programa. Pida que lo envíen de nuevo.",
    ),
    (no_zip, "ana-paz", "el zip está dañado. Pida que lo envíen de nuevo."),
    (document, "ana-paz", "no es un cuaderno ni un zip. Pida el archivo que prepara «corredores submit»."),
    (other_notebook, "ana-paz", "no es un cuaderno del curso: no tiene ninguna celda de sus ejercicios."),
    (two_notebooks, "ana-paz", "el zip trae 2 cuadernos y debe traer uno. Pida el de «corredores submit»."),
    (
        altered,
        "ana-paz",
        "el cuaderno cambió después de empaquetarlo: su huella no coincide. Pida que repitan «submit».",
    ),
    (of_two_people, "bruno-rios", "está en lo de Bruno Ríos pero dice ser de ana-paz. Pregunte a ambas personas."),
    (of_the_future, "ana-paz", "lo preparó otra versión del curso. Pida que actualicen y repitan «corredores submit»."),
    (unreleased, "ana-paz", "es de «m04», que esta aula no ha publicado. Publíquelo antes de recoger."),
    (broken_manifest, "ana-paz", "su manifiesto está dañado. Pida que repitan «corredores submit»."),
]


@pytest.mark.parametrize(("send", "trainee", "cause"), REFUSALS, ids=[case[0].__name__ for case in REFUSALS])
def test_what_is_refused_is_named_kept_and_stops_nobody(
    classroom: Classroom, inbox: Path, send: Callable[[Classroom, Path], Path], trainee: str, cause: str
) -> None:
    refused = send(classroom, inbox)
    original = refused.read_bytes()
    neighbour = packed(release_of(classroom), "carla-mena", inbox)
    outcomes = {outcome.file: outcome for outcome in collect(classroom, inbox)}
    outcome = outcomes[str(refused.relative_to(inbox))]
    assert (outcome.trainee, outcome.collected) == (trainee, False)
    assert outcome.sentence == f"No se recogió: {cause}"
    assert outcomes[neighbour.name].collected
    assert original in kept(classroom)
    assert refused.read_bytes() == original
    assert sorted(path.name for path in (classroom.trainer / "submitted").iterdir()) == ["carla-mena"]
    with Gradebook(f"sqlite:///{classroom.gradebook}") as gradebook:
        assert "nadie" not in {student.id for student in gradebook.students}


def test_a_link_to_another_file_is_not_followed(classroom: Classroom, inbox: Path) -> None:
    (inbox / "ana-paz").mkdir()
    (inbox / "ana-paz" / "m03.ipynb").symlink_to(release_of(classroom) / "m03.ipynb")
    outcome = one(list(collect(classroom, inbox)))
    assert outcome.sentence == "No se recogió: es un enlace a otro archivo. Copie el archivo mismo."
    assert kept(classroom) == []


def test_what_computers_leave_behind_is_passed_over(classroom: Classroom, inbox: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "__MACOSX/._m03.ipynb", ".ipynb_checkpoints/m03.ipynb"):
        (inbox / name).parent.mkdir(exist_ok=True)
        (inbox / name).write_bytes(b"x")
    assert list(collect(classroom, inbox)) == []
