"""A graded class, and keys that are mended afterwards: exactly those grades move that would, and only when told."""

import csv
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.rejudging import rejudge_assignment
from corredores_graders.grading.rejudge import Rejudgement
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME
from tests.graders.classroom.graded_class import (
    BY_NBGRADER,
    CLASS,
    copied,
    digests,
    grade,
    gradebook_dump,
    graded_notebook,
)
from tests.graders.classroom.mending import OPTION_B_IS_RIGHT, mended
from tests.graders.nbgrader_plugins.submissions import cell_of

pytestmark = pytest.mark.xdist_group("rejudging")
Run = Callable[..., tuple[str, str, int]]
MOVING = {  # e8 was right with "c", which all but these wrote
    "ana": (1.0, 0.0),
    "bea": (0.0, 1.0),
    "dora": (1.0, 0.0),
    "nora": (1.0, 0.0),
}


def rejudge(run: Run, classroom: Classroom, *options: str) -> tuple[str, int]:
    printed, complained, code = run("rejudge", "--folder", str(classroom.root), *options)
    return printed + complained, code


def rows(printed: str) -> list[list[str]]:
    lines = [[cell.strip() for cell in line.strip("│").split("│")] for line in printed.splitlines() if "│" in line]
    return [line[:5] for line in lines]


def verdict_cells(classroom: Classroom, trainee: str) -> list[Any]:
    """What the check cells show, but for the level of the sandbox, which nbgrader does not say."""
    shown = [
        cell.outputs
        for cell in graded_notebook(classroom, trainee).cells
        if cell.cell_type == "code" and any(VERDICT_MIME in output.get("data", {}) for output in cell.outputs)
    ]
    for (output,) in shown:
        output.data[VERDICT_MIME].pop("sandbox")
    return shown


def test_while_the_keys_are_the_same_no_grade_moves_and_no_card_changes(
    graded: Classroom, run: Run, tmp_path: Path
) -> None:
    classroom = copied(graded, tmp_path)
    before = digests(classroom.root)
    rejudgement = Rejudgement(classroom, "m03", apply=False)
    assert {trainee: rejudgement.one(trainee).changes for trainee in CLASS} == {trainee: [] for trainee in CLASS}
    assert rejudge(run, classroom) == ("Ninguna nota se movería.\n", 0)
    assert rejudge(run, classroom, "--apply") == ("Notas cambiadas: 0. Participantes: 0.\n", 0)
    assert digests(classroom.root) == before


def test_the_class_has_every_kind_of_answer_that_is_kept(graded: Classroom) -> None:
    kept = {
        trainee: {
            outputs[0].data[VERDICT_MIME]["exercise"]: outputs[0].data[VERDICT_MIME]
            for outputs in verdict_cells(graded, trainee)
        }
        for trainee in CLASS
    }
    assert kept["dora"]["m03.e6"]["crash"] == "CellTimeoutError"
    assert kept["elsa"]["m03.e8"]["crash"] == "DeadKernelError"
    assert kept["fabi"]["m03.e8"]["crash"] == "NameError"
    assert kept["gael"]["m03.e2"]["verdict"] == "not_readable"
    assert json.loads(kept["gael"]["m03.e6"]["unread"])["exercise"] == "m03.e6"
    assert kept["gael"]["m03.e8"]["problem"]
    assert kept["ana"]["m03.e6"]["probes"].keys() == {"net_stock", "migration_effectiveness"}


def test_whose_grade_would_move_is_said_with_the_reason(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    before = digests(classroom.root)
    with mended("e8", **OPTION_B_IS_RIGHT):
        printed, code = rejudge(run, classroom)
    assert code == 0
    right, mistaken = "Correcto", "Todavía no: se reconoce el paso"
    assert rows(printed) == [
        ["ana", "m03.e8", f"{right} → {mistaken}", "1 → 0", "claves"],
        ["bea", "m03.e8", f"{mistaken} → {right}", "0 → 1", "claves"],
        ["dora", "m03.e8", f"{right} → {mistaken}", "1 → 0", "claves"],
        ["nora", "m03.e8", f"{right} → {mistaken}", "1 → 0", "claves"],
    ]
    assert "Notas que se moverían: 4. Participantes: 4. Nada se cambió" in printed
    # Caro's empty answers were published by the same release: their versions are as old.
    assert "con otras claves o datos que los de hoy: ana (claves), bea (claves), caro (claves)," in printed
    assert digests(classroom.root) == before
    said = json.loads((classroom.reports("m03") / "rejudge.json").read_text(encoding="utf-8"))
    (ana,) = [line for line in said["changes"] if line["trainee"] == "ana"]
    assert said["applied"] is False
    assert (ana["kind"], ana["points_before"], ana["points_after"], ana["changed"]) == ("points", 1, 0, ["keys"])
    assert ana["keys_before"] != ana["keys_after"] and ana["data_before"] == ana["data_after"]
    assert "llegó «c». Lea la frase otra vez." in ana["message"]
    with (classroom.reports("m03") / "rejudge.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["trainee"] for row in csv.DictReader(file) if row["kind"] == "points"] == list(MOVING)


def test_functions_are_judged_by_the_inputs_they_were_tried_with(graded: Classroom, run: Run, tmp_path: Path) -> None:
    # The two functions share the points: Bea's net_stock is none, so that only the two with all right lose something.
    classroom = copied(graded, tmp_path)
    other = {"right": lambda matrix, country: float(matrix.loc[country].sum() - matrix[country].sum()), "mistakes": ()}
    with mended("e6", **other):
        printed, _ = rejudge(run, classroom)
    moved = ["m03.e6", "Correcto → Todavía no", "2 → 1", "claves"]
    assert [row for row in rows(printed) if row[0] in ("ana", "bea")] == [["ana", *moved]]


def test_grades_follow_when_told_and_grading_agrees(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    before = gradebook_dump(classroom)
    engine = [trainee for trainee in CLASS if trainee != BY_NBGRADER]
    with mended("e8", **OPTION_B_IS_RIGHT):
        printed, code = rejudge(run, classroom, "--apply")
        assert code == 0 and "Notas cambiadas: 4. Participantes: 4." in printed
        after = gradebook_dump(classroom)
        moved = {place[0]: (before[place][0], after[place][0]) for place in before if before[place] != after[place]}
        assert moved == MOVING
        assert rejudge(run, classroom)[0].startswith("Ninguna nota se movería.")
        results = grade(classroom, engine)
        assert [(result.state, result.other_keys) for result in results] == [("unchanged", False)] * len(engine)
        cards = {trainee: verdict_cells(classroom, trainee) for trainee in CLASS}
        assert all(result.ok for result in grade(classroom, list(CLASS), force=True))
        assert gradebook_dump(classroom) == after
        assert {trainee: verdict_cells(classroom, trainee) for trainee in CLASS} == cards
    applied = json.loads((classroom.reports("m03") / "rejudge-applied.json").read_text(encoding="utf-8"))
    assert applied["applied"] is True
    assert [line["trainee"] for line in applied["changes"] if line["kind"] == "points"] == list(MOVING)


@pytest.fixture(scope="module")
def undisturbed(graded: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The class, rejudged with the mended key in one go."""
    classroom = copied(graded, tmp_path_factory.mktemp("undisturbed"))
    with mended("e8", **OPTION_B_IS_RIGHT):
        assert rejudge_assignment(classroom, "m03", apply=True)
    return classroom


@pytest.mark.parametrize("stage", ["write", "commit", "rename", "done"])
def test_a_run_that_was_killed_is_finished_by_the_next(
    graded: Classroom, undisturbed: Classroom, run: Run, tmp_path: Path, stage: str
) -> None:
    killed = copied(graded, tmp_path)
    command = [sys.executable, "-m", "tests.graders.classroom.mending", str(killed.root), stage, "bea"]
    ended = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    with mended("e8", **OPTION_B_IS_RIGHT):
        assert rejudge(run, killed, "--apply")[1] == 0
    assert gradebook_dump(killed) == gradebook_dump(undisturbed)
    found, expected = digests(killed.root), digests(undisturbed.root)
    assert found.keys() == expected.keys()
    # The ledger is among them: nobody is graded again for it. Of the gradebook the content counts, compared above.
    assert [name for name in found if found[name] != expected[name] and not name.endswith("gradebook.db")] == []


def test_a_mark_set_by_hand_does_not_move(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    with Gradebook(f"sqlite:///{classroom.gradebook}", "corredores") as gradebook:
        gradebook.find_grade("m03-e8", "m03", "m03", "ana").manual_score = 0.5
        gradebook.db.commit()
    with mended("e8", **OPTION_B_IS_RIGHT):
        printed, _ = rejudge(run, classroom)
        assert [row[0] for row in rows(printed)] == ["bea", "dora", "nora"]
        assert "Puestas a mano, no se mueven: ana m03.e8." in printed
        assert "Puestas a mano, no se mueven: ana m03.e8." in rejudge(run, classroom, "--apply")[0]
    # As after grading: the machine's points are today's, the hand's count, and nbgrader asks the trainer to look.
    assert gradebook_dump(classroom)["ana", "m03-e8"] == (0.0, 0.5, True)
    assert gradebook_dump(classroom)["ana", "m03-e2"] == gradebook_dump(graded)["ana", "m03-e2"]


def test_one_exercise_or_one_person(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    with mended("e8", **OPTION_B_IS_RIGHT):
        assert rows(rejudge(run, classroom, "--only", "e6")[0]) == []
        rejudge(run, classroom, "--apply", "--only", "m03.e8", "--trainee", "bea")
        after = gradebook_dump(classroom)
        assert {place for place, marks in gradebook_dump(graded).items() if marks != after[place]} == {
            ("bea", "m03-e8")
        }
        (result,) = grade(classroom, ["bea"])
    # The other exercises were not judged with these keys, and that is still said.
    assert (result.state, result.other_keys) == ("unchanged", True)
    printed, code = rejudge(run, classroom, "--only", "m03.e9", "--trainee", "ana")
    assert (printed, code) == (
        "No hay ningún ejercicio «m03.e9». Existen: m03.e2, m03.e6, m03.e8. El más parecido es «m03.e8».",
        2,
    )
    assert rejudge(run, classroom, "--trainee", "anna") == (
        "No hay ninguna entrega calificada de «anna». El más parecido es «ana».",
        2,
    )


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    broken = classroom.trainer / "autograded" / "ana" / "m03" / "m03.ipynb"
    broken.write_text(broken.read_text(encoding="utf-8")[:500], encoding="utf-8")
    without = classroom.trainer / "autograded" / "caro" / "m03" / "m03.ipynb"
    notebook = nbformat.read(without, as_version=4)
    del cell_of(notebook, "m03-e6").outputs[0]["data"][VERDICT_MIME]["probes"]
    nbformat.write(notebook, without)
    shutil.copytree(broken.parent, classroom.trainer / "autograded" / "nadie" / "m03")
    with mended("e8", **OPTION_B_IS_RIGHT):
        printed, code = rejudge(run, classroom, "--apply")
    assert code == 1
    assert [row[0] for row in rows(printed)] == ["bea", "dora", "nora"]
    assert gradebook_dump(classroom)["bea", "m03-e8"][0] == 1.0
    for path in (broken, without):
        assert f"{path}: no se pudo leer lo que el juez guardó ahí." in printed
    assert "«nadie» no está en la lista de la clase" in printed


def test_who_has_another_corridor_now_is_named(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    rows_of_class = classroom.class_list.read_text(encoding="utf-8").splitlines()
    changed = [line.removesuffix(",1") + ",2" if line.startswith("bea,") else line for line in rows_of_class]
    classroom.class_list.write_text("\n".join(changed) + "\n", encoding="utf-8")
    printed, code = rejudge(run, classroom)
    assert code == 0
    assert printed.startswith("Ninguna nota se movería.")
    assert "con otro corredor u otro idioma que los de la lista de hoy: bea." in printed


def test_data_of_another_edition_are_named(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    path = classroom.trainer / "autograded" / "bea" / "m03" / "m03.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cell_of(notebook, "m03-e2").outputs[0]["data"][VERDICT_MIME]["versions"]["data"] = "an older one"
    nbformat.write(notebook, path)
    printed, code = rejudge(run, classroom)
    assert code == 0
    assert "Ninguna nota se movería." in printed
    assert "que los de hoy: bea (datos). Lo que su cuaderno les dijo puede diferir de la nota." in printed


def test_nothing_graded_yet(graded: Classroom, run: Run, tmp_path: Path) -> None:
    classroom = copied(graded, tmp_path)
    shutil.rmtree(classroom.trainer / "autograded")
    assert rejudge(run, classroom) == (
        f"En {classroom.trainer} no hay nada calificado de m03. Califique primero con «corredores grade».",
        1,
    )
