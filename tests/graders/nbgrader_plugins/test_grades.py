"""The whole cycle on a class in which each member hands in something else."""

import json
from pathlib import Path

import pytest

from corredores.charts.picture import PLOTLY
from corredores.corridor import ASSIGNABLE
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME
from tests.graders.nbgrader_plugins.conftest import Course
from tests.graders.nbgrader_plugins.submissions import CLASS, cell_of

pytestmark = pytest.mark.xdist_group("nbgrader_plugins")

#: Points for e2, e6, e8; the written answer has none before a person marked it.
POINTS = {
    "right": (2, 2, 1),
    "untouched": (0, 0, 0),
    "elsewhere": (0, 2, 0),
    "edited": (2, 2, 1),
    "exits": (2, 0, 0),
    "loops": (2, 0, 1),
    "stubborn": (2, 0, 0),
    "floods": (2, 2, 0),
    "forger": (0, 0, 0),
}


@pytest.mark.parametrize("trainee", CLASS)
def test_everybody_is_graded(course: Course, trainee: str) -> None:
    assert course.results[trainee].ok, course.results[trainee].reason
    scores = course.scores(trainee)
    assert tuple(scores[f"m03-{name}"] for name in ("e2", "e6", "e8")) == POINTS[trainee]


def test_written_answer_waits_for_a_person_unless_it_is_untouched(course: Course) -> None:
    assert course.scores("right")["m03-e9-written"] is None
    assert course.scores("untouched")["m03-e9-written"] == 0


@pytest.mark.parametrize(
    ("trainee", "words"),
    [
        ("broken", ["m03.ipynb", "incompleto", "se conserva"]),
        ("misnamed", ["m03.ipynb", "M03 (1).ipynb", "cámbiele el nombre"]),
        ("stranger", ["«stranger»", "class.csv", "corredor"]),
        ("absent", ["absent", "corredores collect"]),
    ],
)
def test_what_cannot_be_graded_is_named_and_kept(course: Course, trainee: str, words: list[str]) -> None:
    result = course.results[trainee]
    assert not result.ok
    assert all(word in result.reason for word in words), result.reason
    assert not (course.root / "autograded" / trainee).exists()


def verdict(course: Course, trainee: str, exercise: str) -> dict[str, object]:
    outputs = cell_of(course.graded(trainee), f"m03-{exercise}").outputs
    assert [output.output_type for output in outputs] == ["execute_result"]
    return dict(outputs[0].data[VERDICT_MIME])


def test_an_answer_for_somebody_elses_corridor_is_recognised(course: Course) -> None:
    record = verdict(course, "elsewhere", "e2")
    assert (record["verdict"], record["mistake"]) == ("known_mistake", "other_corridor")
    assert record["corridor"] == course.corridors["elsewhere"].pair != "VEN-COL"


@pytest.mark.parametrize(
    ("trainee", "exercise", "name"),
    [("elsewhere", "e8", "NameError"), ("loops", "e6", "CellTimeoutError"), ("exits", "e8", "DeadKernelError")],
)
def test_what_stopped_an_answer_is_said(course: Course, trainee: str, exercise: str, name: str) -> None:
    card = cell_of(course.graded(trainee), f"m03-{exercise}").outputs[0].data["text/html"]
    assert name in card
    assert verdict(course, trainee, exercise)["verdict"] == "not_readable"


def test_a_flood_is_dropped_by_its_size(course: Course) -> None:
    path = course.root / "autograded" / "floods" / "m03" / "m03.ipynb"
    assert path.stat().st_size < 200_000
    assert "más salida" in json.dumps(cell_of(course.graded("floods"), "m03-e2-answer").outputs, ensure_ascii=False)


def test_check_cells_are_the_released_ones(course: Course) -> None:
    release = json.loads((course.root / "release" / "m03" / "m03.ipynb").read_text(encoding="utf-8"))
    sources = {"".join(cell["source"]) for cell in release["cells"]}
    for trainee in ("right", "edited", "forger"):
        notebook = course.graded(trainee)
        assert notebook.metadata.kernelspec.name == "python3"
        assert [cell_of(notebook, f"m03-{name}").source in sources for name in ("e2", "e6", "e8")] == [True] * 3


def test_nothing_forged_is_left_in_the_graded_notebook(course: Course) -> None:
    notebook = course.graded("forger")
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("locked"):
            continue
        written = json.dumps(cell.get("outputs", []))
        assert VERDICT_MIME not in written
        assert "corredores-card" not in written
        assert "PISADO" not in written
    shown = [output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not any("<script" in data.get("text/html", "") + data.get("text/markdown", "") for data in shown)
    # What was displayed as Markdown is HTML by now, cleaned as all HTML is.
    assert {kind for data in shown for kind in data} == {"text/plain", "text/html", VERDICT_MIME, PLOTLY}
    assert not any(
        "<script" in cell.source or "<img" in cell.source for cell in notebook.cells if cell.cell_type == "markdown"
    )


def test_a_picture_of_the_course_is_kept(course: Course) -> None:
    kinds = {
        kind
        for cell in course.graded("right").cells
        for output in cell.get("outputs", [])
        for kind in output.get("data", {})
    }
    assert "application/vnd.plotly.v1+json" in kinds


def test_submissions_stay_as_they_came(course: Course) -> None:
    broken = course.root / "submitted" / "broken" / "m03" / "m03.ipynb"
    release = course.root / "release" / "m03" / "m03.ipynb"
    assert 0.4 < broken.stat().st_size / release.stat().st_size < 0.6
    assert Path(course.root / "submitted" / "stranger" / "m03" / "m03.ipynb").exists()
    assert len(set(course.corridors.values())) == len(course.corridors) <= len(ASSIGNABLE)
