"""The report: who, what, why, how long, at which level, and whom to write to about what."""

import json

import pytest
from bs4 import BeautifulSoup

from corredores_graders.classroom.class_list import Trainee, read_class_list
from corredores_graders.grading.outcome import GradeResult, Trouble
from corredores_graders.grading.report import report_content, write_report
from tests.graders.grading.conftest import CLASS, Small

pytestmark = pytest.mark.xdist_group("grading")
Graded = tuple[Small, dict[str, GradeResult]]


def people(small: Small) -> dict[str, Trainee]:
    return read_class_list(small.root / "class.csv")


def page_of(small: Small, results: list[GradeResult], finished: bool = True) -> BeautifulSoup:
    page = write_report(small.classroom.reports("m03"), "m03", results, people(small), finished)
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def section(page: BeautifulSoup, name: str) -> str:
    heading = page.find(id=name)
    assert heading is not None and heading.parent is not None
    return heading.parent.get_text(" ", strip=True)


def test_it_says_whom_to_write_to_and_about_what(graded_once: Graded) -> None:
    small, results = graded_once
    letters = section(page_of(small, list(results.values())), "write-to")
    assert "Dora (dora)" in letters and "Elsa (elsa)" in letters and "Ana" not in letters
    assert "Hola, Dora. Su cuaderno se revisó" in letters
    assert "Celda de código 5 de m03" in letters and "Ejercicio 6" in letters
    assert "una orden cerró el cuaderno" in letters
    assert "tardó demasiado y se interrumpió" in letters


def test_the_table_has_everybody_with_points_seconds_and_level(graded_once: Graded) -> None:
    small, results = graded_once
    page = page_of(small, list(results.values()))
    rows = {row.th.get_text(): [cell.get_text() for cell in row.find_all("td")] for row in page.tbody.find_all("tr")}  # type: ignore[union-attr]
    assert len(rows) == len(CLASS)
    pair, points, state, what, seconds, sandbox = rows["Ana (ana)"]
    assert (pair, points, state) == (results["ana"].pair, "5 / 9", "calificada")
    assert "puesta a mano" in what
    assert float(seconds) == pytest.approx(results["ana"].seconds, abs=0.06)
    assert sandbox.split()[0] in ("completo", "segundo")


def test_json_and_page_say_the_same(graded_once: Graded) -> None:
    small, results = graded_once
    page_of(small, list(results.values()))
    said = json.loads((small.classroom.reports("m03") / "grading.json").read_text(encoding="utf-8"))
    assert said["summary"]["graded_now"] == len(CLASS) and said["summary"]["troubled"] == 2
    assert {one["trainee"]: one["score"] for one in said["submissions"]} == {n: r.score for n, r in results.items()}
    assert [letter["trainee"] for letter in said["write_to"]] == ["dora", "elsa"]


def test_the_page_can_be_read_by_everybody_and_runs_nothing(graded_once: Graded) -> None:
    small, results = graded_once
    page = page_of(small, list(results.values()))
    assert page.html is not None and page.html["lang"] == "es"
    assert len(page.find_all("h1")) == 1 and page.title is not None and page.title.get_text()
    assert all(cell.get("scope") for cell in page.find_all("th"))
    assert not page.find_all(["script", "img", "link", "iframe"])
    assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)]


def test_what_others_wrote_is_text_on_the_page(graded_once: Graded) -> None:
    small, _ = graded_once
    hostile = "<script>alert(1)</script>\x1b[2J"
    result = GradeResult(hostile, False, hostile, state="refused", cause="stranger", left_out=[hostile])
    page = page_of(small, [result])
    assert not page.find_all("script")
    assert "\x1b" not in str(page)
    assert "alert(1)" in section(page, "for-you")


def test_what_is_the_trainers_to_mend_is_no_letter(graded_once: Graded) -> None:
    small, _ = graded_once
    failed = GradeResult(
        "ana", False, "El libro de notas no respondió.", state="failed", cause="gradebook", language="es"
    )
    content = report_content("m03", [failed], people(small), True)
    assert content["write_to"] == []
    assert content["for_the_trainer"] == [{"trainee": "ana", "reason": "El libro de notas no respondió."}]
    assert [one["trainee"] for one in content["not_handed_in"]] == [name for name in CLASS if name != "ana"]


def test_a_stopped_run_and_an_open_sandbox_are_said_plainly(graded_once: Graded) -> None:
    small, _ = graded_once
    trouble = Trouble("cut", "m03", 2, "")
    result = GradeResult("ana", True, score=1.0, max_score=9.0, sandbox="none", troubles=[trouble], language="es")
    page = page_of(small, [result], finished=False)
    assert "se detuvo antes de terminar" in page.get_text()
    assert "Sin recinto (--no-sandbox)" in section(page, "summary")
    assert "ana" in section(page, "summary")
    assert page.find(id="not-handed-in") is None
