"""Whatever is wrong with a submission ends in a grade or in a named reason, and the rest of the class is graded."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from corredores_graders.classroom.class_list import read_class_list
from corredores_graders.classroom.grading import write_feedback
from corredores_graders.grading.ledger import Ledger
from corredores_graders.grading.refusal_page import NAME, write_refusal_page
from tests.graders.grading.conftest import Small, digests

pytestmark = pytest.mark.xdist_group("grading")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def latin(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").replace("Corredores", "Corredores ñ").encode("latin-1"))


def list_of_cells(path: Path) -> None:
    path.write_text("[]")


def nested(path: Path) -> None:
    path.write_text("[" * 100_000)


def newer(path: Path) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), "nbformat": 5}))


def cells_of_text(path: Path) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), "cells": ["print(1)"]}))


def heavy(path: Path) -> None:
    os.truncate(path, 100_000_000)


def link(path: Path) -> None:
    path.rename(path.with_name("elsewhere.txt"))
    path.symlink_to(path.with_name("elsewhere.txt"))


def linked_folder(path: Path) -> None:
    path.parent.rename(path.parents[2] / "elsewhere")
    path.parent.symlink_to(path.parents[2] / "elsewhere")


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def misnamed(path: Path) -> None:
    path.rename(path.with_name("M03 (copia).ipynb"))


def gone(path: Path) -> None:
    path.unlink()


def no_date(path: Path) -> None:
    (path.parent / "timestamp.txt").write_text("ayer por la tarde")


def many_files(path: Path) -> None:
    for number in range(500):
        (path.parent / f"{number}.txt").write_text("x")


@pytest.mark.parametrize(
    ("spoil", "cause", "words", "told"),
    [
        (truncated, "truncated", ["m03.ipynb", "incompleto", "línea"], "incompleto"),
        (latin, "not_utf8", ["m03.ipynb", "UTF-8", "byte"], "letras"),
        (list_of_cells, "not_notebook", ["m03.ipynb", "JupyterLab"], "no es un cuaderno"),
        (nested, "not_notebook", ["m03.ipynb", "JupyterLab"], "no es un cuaderno"),
        (newer, "newer_format", ["m03.ipynb", "5"], "más nuevo"),
        (cells_of_text, "not_notebook", ["m03.ipynb"], "no es un cuaderno"),
        (heavy, "too_large", ["m03.ipynb", "100 MB"], "pesa"),
        (link, "link", ["m03.ipynb", "enlace"], "enlace"),
        (linked_folder, "link", ["bea/m03", "enlace"], "enlace"),
        (pipe, "not_a_file", ["m03.ipynb", "no es un archivo"], "no es un archivo"),
        (misnamed, "misnamed", ["m03.ipynb", "M03 (copia).ipynb"], "M03 (copia).ipynb"),
        (gone, "nothing", ["bea/m03", "corredores collect"], "corredores submit"),
        (no_date, "timestamp", ["timestamp.txt", "no es una fecha"], "fecha"),
        (many_files, "too_many", ["bea/m03", "400"], "demasiados"),
    ],
)
def test_what_cannot_be_graded_is_named_to_trainer_and_trainee(
    small: Small, spoil: Callable[[Path], None], cause: str, words: list[str], told: str
) -> None:
    spoil(small.submission("bea"))
    before = digests(small.root / "submitted")
    results = small.grade("bea", "caro")
    assert (results["bea"].state, results["bea"].cause, results["caro"].state) == ("refused", cause, "graded")
    assert all(word in results["bea"].reason for word in words), results["bea"].reason
    assert not (small.root / "autograded" / "bea").exists()
    assert digests(small.root / "submitted") == before
    page = BeautifulSoup(refusal_page(small, "bea").read_text(encoding="utf-8"), "html.parser")
    assert told in page.get_text()
    assert str(small.root) not in page.get_text()


def refusal_page(small: Small, trainee: str) -> Path:
    entry = Ledger(small.root, "m03").refused()[trainee]
    person = read_class_list(small.root / "class.csv")[trainee]
    return write_refusal_page(small.root / "feedback" / trainee / "m03", "m03", person, entry.refused, False)


def test_a_name_that_is_in_no_class_is_shown_without_harm(small: Small) -> None:
    hostile = ["../../ana", "ana\n\x1b[2J", "[red]ana", "ána", os.fsdecode(b"\xff\xfe")]
    results = small.grade("caro", *hostile)
    assert results["caro"].ok
    for name in hostile:
        assert results[name].cause == "stranger"
        results[name].reason.encode("utf-8")
        assert results[name].reason.isprintable()
    assert sorted(path.name for path in (small.root / ".grading" / "m03").iterdir()) == ["caro.json", "caro.lock"]


def test_links_beside_the_notebook_are_left_out(small: Small) -> None:
    folder = small.submission("ana").parent
    (folder / "secret.txt").symlink_to("/etc/passwd")
    (folder / "whole").symlink_to("/etc")
    (folder / "notes.txt").write_text("apuntes")
    result = small.grade("ana")["ana"]
    assert (result.ok, sorted(result.left_out)) == (True, ["secret.txt", "whole"])
    assert sorted(path.name for path in small.graded("ana").iterdir()) == ["m03.check.json", "m03.ipynb", "notes.txt"]


def test_surplus_notebooks_are_left_out_and_named(small: Small) -> None:
    small.grade("ana")
    (small.submission("ana").parent / "otro.ipynb").write_text("{}")
    result = small.grade("ana")["ana"]
    assert (result.state, result.left_out) == ("graded", ["otro.ipynb"])
    assert small.grade("ana")["ana"].state == "unchanged"


@pytest.mark.parametrize("minor", [0, 2, 99])
def test_another_minor_of_the_format_is_graded(small: Small, minor: int) -> None:
    path = small.submission("ana")
    path.write_text(json.dumps({**json.loads(path.read_text()), "nbformat_minor": minor}))
    assert small.grade("ana")["ana"].score == 5.0


def test_half_a_character_costs_nothing(small: Small) -> None:
    notebook = json.loads(small.submission("ana").read_text())
    notebook["cells"].append(
        {"cell_type": "code", "metadata": {}, "source": "word = '\ud800'", "outputs": [], "execution_count": None}
    )
    small.submission("ana").write_text(json.dumps(notebook))
    assert small.grade("ana")["ana"].score == 5.0


def test_an_output_as_deep_as_a_well_costs_nothing(small: Small) -> None:
    notebook = json.loads(small.submission("ana").read_text())
    for depth in range(960, 1000, 3):
        source = (
            "from IPython.display import display\n"
            f'deep = []\nfor _ in range({depth}):\n    deep = [deep]\ndisplay({{"application/x+json": deep}}, raw=True)'
        )
        notebook["cells"].append(
            {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
        )
    small.submission("ana").write_text(json.dumps(notebook))
    assert small.grade("ana")["ana"].score == 5.0


def test_a_spoilt_submission_keeps_the_grade_of_the_one_before(graded: Small) -> None:
    before = digests(graded.graded("bea")), graded.marks("bea")
    whole = graded.submission("bea").read_bytes()
    truncated(graded.submission("bea"))
    assert graded.grade("bea")["bea"].cause == "truncated"
    assert (digests(graded.graded("bea")), graded.marks("bea")) == before
    assert "anterior" in write_page_of_regraded(graded)
    graded.submission("bea").write_bytes(whole)
    assert graded.grade("bea")["bea"].state == "unchanged"
    assert Ledger(graded.root, "m03").refused() == {}


def write_page_of_regraded(graded: Small) -> str:
    entry = Ledger(graded.root, "m03").refused()["bea"]
    person = read_class_list(graded.root / "class.csv")["bea"]
    page = write_refusal_page(graded.root / "feedback", "m03", person, entry.refused, bool(entry.depends))
    return page.read_text(encoding="utf-8")


def test_where_no_file_can_be_written_the_reason_names_it(small: Small) -> None:
    blocked = small.root / "autograded"
    blocked.write_text("a file where a folder has to be")
    result = small.grade("ana")["ana"]
    assert (result.state, result.cause) == ("failed", "disk")
    assert "autograded" in result.reason
    with small.gradebook() as gradebook:
        assert gradebook.assignment_submissions("m03") == []
    blocked.unlink()
    assert small.grade("ana")["ana"].score == 5.0


def test_feedback_has_a_page_for_it_as_long_as_it_is_true(small: Small) -> None:
    whole = small.submission("bea").read_bytes()
    truncated(small.submission("bea"))
    small.grade("bea", "caro")
    assert write_feedback(small.classroom, "m03")
    page = small.classroom.feedback("bea", "m03") / NAME
    assert "incompleto" in page.read_text(encoding="utf-8")
    assert not (small.classroom.feedback("caro", "m03") / NAME).exists()
    small.submission("bea").write_bytes(whole)
    small.grade("bea")
    assert write_feedback(small.classroom, "m03")
    assert [path.name for path in page.parent.glob("*.html")] == ["m03.html"]
