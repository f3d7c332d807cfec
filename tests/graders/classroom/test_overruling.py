"""A trainer overrules a verdict: it sticks, it is on record with who and why, and the trainee reads it."""

import csv
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from corredores_graders.classroom.layout import Classroom
from corredores_graders.grading.locks import Lock
from corredores_graders.nbgrader_plugins.feedback import feedback_one
from corredores_graders.nbgrader_plugins.grading import grade_one
from tests.graders.classroom.graded_class import copied, digests, grade, gradebook_dump
from tests.graders.classroom.mending import OPTION_B_IS_RIGHT, mended
from tests.graders.nbgrader_plugins.submissions import fill

pytestmark = pytest.mark.xdist_group("rejudging")
Run = Callable[..., tuple[str, str, int]]
WHY = "La frase b también se sostiene <script>alert(1)</script><img src=x onerror=alert(2)>"
BY = "Rosa Núñez"
BEA = ("bea", "m03-e8")


@pytest.fixture
def classroom(graded: Classroom, tmp_path: Path) -> Classroom:
    return copied(graded, tmp_path)


def overrule(run: Run, classroom: Classroom, *arguments: str, why: str = WHY, by: str = BY) -> tuple[str, int]:
    printed, complained, code = run("overrule", *arguments, "--why", why, "--by", by, "--folder", str(classroom.root))
    return printed + complained, code


def record(classroom: Classroom) -> list[dict[str, str]]:
    path = classroom.trainer / "overrules.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def comment(classroom: Classroom, trainee: str, write: str | None = None) -> str | None:
    """The trainer's comment on the answer to e8, as formgrader shows it; ``write`` is what formgrader saves first."""
    with Gradebook(f"sqlite:///{classroom.gradebook}", "corredores") as gradebook:
        found = gradebook.find_comment("m03-e8-answer", "m03", "m03", trainee)
        if write is not None:
            found.manual_comment = write
            gradebook.db.commit()
        return found.manual_comment


def test_it_sticks_whatever_grades_again(classroom: Classroom, run: Run) -> None:
    said, code = overrule(run, classroom, "bea", "e8", "0,5")
    assert code == 0 and said.startswith("bea, m03.e8: 0 → 0.5 de 1 puntos.")
    settled = (0.0, 0.5, False)
    assert gradebook_dump(classroom)[BEA] == settled
    (result,) = grade(classroom, ["bea"])
    assert result.state == "unchanged"
    (result,) = grade(classroom, ["bea"], force=True)
    assert result.state == "graded" and gradebook_dump(classroom)[BEA] == settled
    assert grade_one(classroom.trainer, "m03", "bea").ok  # nbgrader's own autograde
    assert gradebook_dump(classroom)[BEA] == settled
    assert "Rosa Núñez puso 0.5 de 1 puntos" in str(comment(classroom, "bea"))
    with mended("e8", **OPTION_B_IS_RIGHT):
        printed, _, code = run("rejudge", "--apply", "--folder", str(classroom.root))
    assert code == 0 and "Puestas a mano, no se mueven: bea m03.e8." in printed
    # The machine gives something else than what the trainer saw: it counts no more than before, but asks for a look.
    assert gradebook_dump(classroom)[BEA] == (1.0, 0.5, True)


def test_another_answer_asks_for_a_look(classroom: Classroom, run: Run) -> None:
    overrule(run, classroom, "bea", "e8", "0.5")
    path = classroom.submitted("bea", "m03") / "m03.ipynb"
    notebook = nbformat.read(path, as_version=4)
    nbformat.write(fill(notebook, e8='e8_option = "a"'), path)
    grade(classroom, ["bea"])
    assert gradebook_dump(classroom)[BEA] == (0.0, 0.5, True)


def test_who_and_why_are_on_record_and_it_can_be_taken_back(classroom: Classroom, run: Run) -> None:
    comment(classroom, "bea", write="Mire la página 3.")
    overrule(run, classroom, "bea", "m03.e8", "0.5")
    overrule(run, classroom, "bea", "m03.e8", "1", why="Al final, entera:\nsí")
    assert str(comment(classroom, "bea")).startswith("Mire la página 3.\n\nRosa Núñez puso 1 de 1 puntos")
    assert "0.5" not in str(comment(classroom, "bea"))
    said, code = overrule(run, classroom, "bea", "e8", "--undo", why="Me equivoqué, de persona", by="Raúl")
    assert code == 0 and said.startswith("bea, m03.e8: 1 → 0 puntos.")
    assert gradebook_dump(classroom)[BEA] == (0.0, None, False)
    assert comment(classroom, "bea") == "Mire la página 3."
    kept = [
        (row["action"], row["points_before"], row["points_after"], row["by"], row["why"]) for row in record(classroom)
    ]
    assert kept == [
        ("set", "0.0", "0.5", BY, WHY),
        ("set", "0.5", "1.0", BY, "Al final, entera: sí"),
        ("undone", "1.0", "0.0", "Raúl", "Me equivoqué, de persona"),
    ]
    assert {(row["assignment"], row["trainee"], row["exercise"]) for row in record(classroom)} == {
        ("m03", "bea", "m03.e8")
    }
    assert all(row["at"].endswith("Z") for row in record(classroom))


def test_a_line_that_was_cut_off_spoils_no_other(classroom: Classroom, run: Run) -> None:
    overrule(run, classroom, "ana", "e8", "0.5")
    with (classroom.trainer / "overrules.csv").open("ab") as file:
        file.write(b"2026-01-01T00:00:00Z,m03,be")
    overrule(run, classroom, "bea", "e8", "0.5")
    assert [row["trainee"] for row in record(classroom)] == ["ana", "be", "bea"]
    assert overrule(run, classroom, "bea", "e8", "--undo")[1] == 0


def test_a_decision_that_was_killed_is_noted_and_can_be_repeated(classroom: Classroom, run: Run) -> None:
    command = [sys.executable, "-m", "tests.graders.classroom.mending", str(classroom.root), "commit", "bea", "0.5"]
    ended = subprocess.run(command, cwd=Path(__file__).parents[3], capture_output=True, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert gradebook_dump(classroom)[BEA] == (0.0, None, False) and comment(classroom, "bea") is None
    assert overrule(run, classroom, "bea", "e8", "--undo")[1] == 1  # nothing counts that was not entered
    assert overrule(run, classroom, "bea", "e8", "1")[1] == 0
    assert [(row["by"], row["points_before"], row["points_after"]) for row in record(classroom)] == [
        ("nadie", "0.0", "0.5"),
        (BY, "0.0", "1.0"),
    ]


def test_the_trainee_reads_who_and_why_and_no_script_runs(classroom: Classroom, run: Run) -> None:
    overrule(run, classroom, "bea", "e8", "0.5")
    (page,) = feedback_one(classroom.trainer, "m03", "bea").pages
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    comments = " ".join(element.get_text() for element in soup.find_all(class_="comment"))
    assert "Rosa Núñez puso 0.5 de 1 puntos en este ejercicio" in comments
    assert "Motivo: La frase b también se sostiene" in comments
    assert "Estos puntos los puso su docente y valen en lugar de la revisión automática" in comments
    assert "0.5 de 1, con puntos que puso su docente" in soup.find("table", class_="summary").get_text()
    assert "alert(" not in "".join(str(element) for element in soup.find_all(class_="comment"))
    assert not [image for image in soup.find_all("img") if image.has_attr("onerror")]
    (other,) = feedback_one(classroom.trainer, "m03", "ana").pages
    assert "su docente" not in other.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "why", "by", "said", "exit_code"),
    [
        (("bea", "e8", "1.5"), WHY, BY, "«1.5» no sirve: los puntos de ese ejercicio van de 0 a 1.", 2),
        (("bea", "e8", "nan"), WHY, BY, "«nan» no sirve: los puntos de ese ejercicio van de 0 a 1.", 2),
        (("bea", "e9", "1"), WHY, BY, "No hay ningún ejercicio «e9». Existen: m03.e2, m03.e6, m03.e8. ", 2),
        (
            ("bee", "e8", "1"),
            WHY,
            BY,
            "«bee» no está en la lista de la clase (class.csv). El más parecido es «bea».",
            2,
        ),
        (("bea", "e8", "1"), "  ", BY, "Falta el motivo. Escríbalo con --why", 2),
        (("bea", "e8", "1"), "x" * 1001, BY, "El motivo tiene 1001 letras; caben 1000.", 2),
        (("bea", "e8", "1"), WHY, "", "Falta el nombre de quien decide. Escríbalo con --by.", 2),
        (("bea", "e8"), WHY, BY, "Escriba los puntos que valen desde ahora, o --undo", 2),
        (("bea", "e8", "1", "--undo"), WHY, BY, "Escriba los puntos que valen desde ahora, o --undo", 2),
        (("bea", "e8", "--undo"), WHY, BY, "Nadie ha cambiado los puntos de bea en m03.e8: no hay nada que quitar.", 1),
        (("ana", "e8", "--undo"), WHY, BY, "Los puntos de ana en m03.e8 (0.25) se pusieron en formgrader.", 1),
    ],
    ids=["most", "number", "exercise", "trainee", "why", "long", "by", "points", "both", "nothing", "formgrader"],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    classroom: Classroom, run: Run, arguments: tuple[str, ...], why: str, by: str, said: str, exit_code: int
) -> None:
    with Gradebook(f"sqlite:///{classroom.gradebook}", "corredores") as gradebook:
        gradebook.find_grade("m03-e8", "m03", "m03", "ana").manual_score = 0.25
        gradebook.db.commit()
    before = digests(classroom.root)
    printed, code = overrule(run, classroom, *arguments, why=why, by=by)
    assert printed.startswith(said)
    assert code == exit_code
    assert digests(classroom.root) == before
    assert record(classroom) == []


def test_nobody_overrules_what_is_being_graded(classroom: Classroom, run: Run) -> None:
    with Lock(classroom.trainer / ".grading" / "m03" / "bea.lock"):
        printed, code = overrule(run, classroom, "bea", "e8", "1")
    assert (code, printed.startswith("Otro programa la está calificando")) == (1, True)
    assert gradebook_dump(classroom)[BEA] == (0.0, None, False) and record(classroom) == []
