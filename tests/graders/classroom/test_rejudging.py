"""A graded class, and keys that are mended afterwards: exactly those are named whose grade would move."""

import contextlib
import dataclasses
import hashlib
import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from corredores import cli
from corredores.corridor import ASSIGNABLE
from corredores_graders.answer_keys import module_key
from corredores_graders.answer_keys.declaration import Mistake
from corredores_graders.classroom.layout import Classroom
from corredores_graders.judging import reference
from corredores_graders.judging.check_file import write_check_file
from corredores_graders.nbgrader_plugins.grading import grade_all
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME
from tests.graders.nbgrader_plugins.conftest import CONFIG, enter, hand_in, in_course, source_notebook
from tests.graders.nbgrader_plugins.submissions import cell_of, fill, right, solve, untouched

pytestmark = pytest.mark.xdist_group("rejudging")

OPTION_B_IS_RIGHT = {"right": "b", "mistakes": (Mistake("K9", "Lea la frase otra vez.", ("a", "c", "d")),)}
CLASS: dict[str, Callable[..., Any]] = {
    "ana": right,
    "bea": lambda notebook, corridor: fill(solve(notebook, corridor), e8='e8_option = "b"', e6="net_stock = 1"),
    "caro": untouched,
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """Ana has everything right, Bea chose another option and wrote no function, Caro wrote nothing."""
    classroom = Classroom(tmp_path_factory.mktemp("rejudging") / "aula")
    source = classroom.trainer / "source" / "m03"
    source.mkdir(parents=True)
    classroom.config.write_text(CONFIG, encoding="utf-8")
    nbformat.write(source_notebook(), source / "m03.ipynb")
    write_check_file(module_key("m03"), "es", source / "m03.check.json")
    with in_course(classroom.trainer) as api:
        released = api.generate_assignment("m03")
    assert released["success"], released["error"]
    corridors = dict(zip(CLASS, ASSIGNABLE, strict=False))
    enter(classroom.trainer, corridors)
    with Gradebook(f"sqlite:///{classroom.gradebook}", "corredores") as gradebook:
        for trainee in CLASS:
            gradebook.add_student(trainee)
    for trainee, edit in CLASS.items():
        release = nbformat.read(classroom.trainer / "release" / "m03" / "m03.ipynb", as_version=4)
        hand_in(classroom.trainer, trainee, json.dumps(edit(release, corridors[trainee])))
    results = list(grade_all(classroom.trainer, "m03", CLASS))
    assert all(result.ok for result in results), results
    return classroom


@pytest.fixture
def mend(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Change the first part of an exercise in today's key."""

    def change(exercise: str, **part: object) -> None:
        declared = module_key("m03").exercises[exercise]
        first, *rest = declared.parts
        parts = (dataclasses.replace(first, **part), *rest)  # type: ignore[arg-type]
        mended = dataclasses.replace(declared, parts=parts)
        monkeypatch.setitem(module_key("m03").exercises, exercise, mended)  # type: ignore[arg-type]
        forget()

    def forget() -> None:
        reference.part_references.cache_clear()
        reference.describe.cache_clear()

    yield change
    monkeypatch.undo()
    forget()


def rejudge(classroom: Classroom, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """What the command prints, and its exit code."""
    monkeypatch.setattr("sys.argv", ["corredores", "rejudge", "--folder", str(classroom.root)])
    monkeypatch.setenv("COLUMNS", "160")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), pytest.raises(SystemExit) as ended:
        cli.main()
    return printed.getvalue(), int(ended.value.code or 0)


def rows(printed: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.strip("│").split("│")] for line in printed.splitlines() if "│" in line]


def digests(root: Path) -> dict[Path, str]:
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in root.rglob("*") if path.is_file()}


def test_no_grade_moves_while_the_keys_are_the_same(graded: Classroom, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digests(graded.root)
    assert rejudge(graded, monkeypatch) == ("Ninguna nota se movería.\n", 0)
    assert digests(graded.root) == before


def test_who_chose_either_option_moves_when_the_right_one_is_another(
    graded: Classroom, monkeypatch: pytest.MonkeyPatch, mend: Callable[..., None]
) -> None:
    before = digests(graded.root)
    mend("e8", **OPTION_B_IS_RIGHT)
    printed, code = rejudge(graded, monkeypatch)
    assert code == 0
    assert rows(printed) == [
        ["ana", "m03.e8", "Correcto → Todavía no: se reconoce el paso", "1 → 0"],
        ["bea", "m03.e8", "Todavía no: se reconoce el paso → Correcto", "0 → 1"],
    ]
    # Caro's empty answers were published by the same release: their versions are as old.
    assert (
        "Respondieron una publicación hecha con otras claves o datos que los de hoy: ana (claves), bea (claves), "
        "caro (claves)." in printed
    )
    assert digests(graded.root) == before


def test_functions_are_judged_by_the_inputs_they_were_tried_with(
    graded: Classroom, monkeypatch: pytest.MonkeyPatch, mend: Callable[..., None]
) -> None:
    # The two functions share the points: Bea's net_stock is none, so that only Ana has anything to lose.
    mend("e6", right=lambda matrix, country: float(matrix.loc[country].sum() - matrix[country].sum()), mistakes=())
    printed, _ = rejudge(graded, monkeypatch)
    assert rows(printed) == [["ana", "m03.e6", "Correcto → Todavía no", "2 → 1"]]


def test_a_mark_set_by_hand_is_not_said_to_move(
    graded: Classroom, monkeypatch: pytest.MonkeyPatch, mend: Callable[..., None], tmp_path: Path
) -> None:
    classroom = copied(graded, tmp_path)
    with Gradebook(f"sqlite:///{classroom.gradebook}", "corredores") as gradebook:
        gradebook.find_grade("m03-e8", "m03", "m03", "ana").manual_score = 0.5
        gradebook.db.commit()
    mend("e8", **OPTION_B_IS_RIGHT)
    printed, _ = rejudge(classroom, monkeypatch)
    assert [row[0] for row in rows(printed)] == ["bea"]
    assert "Puestas a mano, no se mueven: ana m03.e8." in printed


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    graded: Classroom, monkeypatch: pytest.MonkeyPatch, mend: Callable[..., None], tmp_path: Path
) -> None:
    classroom = copied(graded, tmp_path)
    broken = classroom.trainer / "autograded" / "ana" / "m03" / "m03.ipynb"
    broken.write_text(broken.read_text(encoding="utf-8")[:500], encoding="utf-8")
    without = classroom.trainer / "autograded" / "caro" / "m03" / "m03.ipynb"
    notebook = nbformat.read(without, as_version=4)
    del cell_of(notebook, "m03-e6").outputs[0]["data"][VERDICT_MIME]["probes"]
    nbformat.write(notebook, without)
    shutil.copytree(broken.parent, classroom.trainer / "autograded" / "nadie" / "m03")
    mend("e8", **OPTION_B_IS_RIGHT)
    printed, code = rejudge(classroom, monkeypatch)
    assert code == 1
    assert [row[0] for row in rows(printed)] == ["bea"]
    for path in (broken, without):
        assert f"{path}: no se pudo leer lo que el juez guardó ahí." in printed
    assert "«nadie» no está en la lista de la clase" in printed


def test_data_of_another_edition_are_named(graded: Classroom, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    path = classroom.trainer / "autograded" / "bea" / "m03" / "m03.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cell_of(notebook, "m03-e2").outputs[0]["data"][VERDICT_MIME]["versions"]["data"] = "an older one"
    nbformat.write(notebook, path)
    printed, code = rejudge(classroom, monkeypatch)
    assert code == 0
    assert "Ninguna nota se movería." in printed
    assert "que los de hoy: bea (datos). Lo que su cuaderno les dijo puede diferir de la nota." in printed


def test_nothing_graded_yet(
    graded: Classroom, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    classroom = copied(graded, tmp_path)
    shutil.rmtree(classroom.trainer / "autograded")
    assert rejudge(classroom, monkeypatch) == ("", 1)
    assert capsys.readouterr().err.strip() == (
        f"En {classroom.trainer} no hay nada calificado de m03. Califique primero con «corredores grade»."
    )


def copied(classroom: Classroom, target: Path) -> Classroom:
    shutil.copytree(classroom.root, target / "aula")
    return Classroom(target / "aula")
