"""The demo class: what it must show, and that it comes out as written by hand."""

import ast
import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.class_list import read_class_list
from corredores_graders.classroom.demo_class import read_answers
from corredores_graders.classroom.demo_table import differences, read_expected

DEMO = Path(__file__).parents[3] / "demo"
TRAINEES = sorted((DEMO / "trainees").glob("*.md"))


def expected() -> list[dict[str, str]]:
    with (DEMO / "expected.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_twelve_trainees_each_on_another_corridor() -> None:
    trainees = read_class_list(DEMO / "class.csv")
    assert len({trainee.assigned for trainee in trainees.values()}) == len(trainees) == 12
    assert [row["trainee"] for row in expected()] == list(trainees) == [path.stem for path in TRAINEES]
    assert [row["corridor"] for row in expected()] == [trainee.assigned.pair for trainee in trainees.values()]


@pytest.mark.parametrize("exercise", module_key("m03").exercises)
def test_every_known_mistake_and_a_right_answer_are_in_the_class(exercise: str) -> None:
    parts = module_key("m03").exercises[exercise].parts
    known = {mistake.id for part in parts for mistake in getattr(part, "mistakes", ())}
    seen = {row[exercise] for row in expected()}
    assert known <= {verdict.removeprefix("known_mistake ") for verdict in seen}
    assert {"right", "not_attempted"} <= seen


def test_every_verdict_is_in_the_class() -> None:
    seen = {verdict.split()[0] for row in expected() for name, verdict in row.items() if re.fullmatch(r"[er]\d", name)}
    assert seen == {"right", "not_attempted", "not_readable", "not_yet", "known_mistake"}


@pytest.mark.parametrize("path", TRAINEES, ids=[path.stem for path in TRAINEES])
def test_their_cells_import_nothing_of_the_graders(path: Path) -> None:
    answers = read_answers(path)
    assert "corredores_graders" not in path.read_text(encoding="utf-8")
    broken = []
    for exercise, code in answers.code.items():
        try:
            tree = ast.parse(code)
        except SyntaxError:
            broken.append(exercise)
            continue
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        assert imported <= {"numpy"}
        assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(tree))
    assert broken == (["e1"] if path.stem == "luis-bello" else [])


def test_a_wrong_cell_of_the_table_is_named() -> None:
    right = read_expected(DEMO / "expected.csv")
    wrong = {name: dict(row) for name, row in right.items()}
    wrong["ana-paz"]["e3"] = "not_yet"
    assert differences(wrong, right) == ["ana-paz, e3: se esperaba «right» y salió «not_yet»."]
    assert differences(right, right) == []


def test_the_class_comes_out_as_written_by_hand(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("corredores")), "demo", "--folder", str(tmp_path / "clase")]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "La tabla es igual a" in ran.stdout
    refused = [line for line in ran.stdout.splitlines() if "No se recogió" in line]
    assert len(refused) == 1 and refused[0].strip().startswith("luis-bello, Luis Bello_20931_assignsubmission_file_")
    for label in ("Libro de notas: ", "Una página de comentarios: "):
        where = next(line for line in ran.stdout.splitlines() if line.startswith(label)).removeprefix(label)
        assert Path(where).is_file()
    _assert_that_today_s_keys_change_nothing(Path(command[0]), tmp_path / "clase")


def _assert_that_today_s_keys_change_nothing(corredores: Path, folder: Path) -> None:
    """No grade of the class moves, and no byte of any card changes, when its kept answers are judged again."""
    graded = {path: path.read_bytes() for path in folder.glob("docente/autograded/*/m03/*")}
    for option in ((), ("--apply",)):
        ran = subprocess.run(
            [str(corredores), "rejudge", "--folder", str(folder), *option], capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        said = json.loads((folder / "docente" / "reports" / "m03" / "rejudge.json").read_text(encoding="utf-8"))
        assert said["changes"] == [] and said["not_judged"] == {}
    assert {path: path.read_bytes() for path in folder.glob("docente/autograded/*/m03/*")} == graded
