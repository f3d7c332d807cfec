"""A real nbgrader course with four exercises of M03: each member of the class hands in something else, graded once."""

import contextlib
import copy
import json
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI

from corredores.corridor import ASSIGNABLE, Corridor
from corredores_graders.answer_keys import module_key
from corredores_graders.authoring.grade_ids import answer_id, cell_id, check_id, written_id
from corredores_graders.classroom.class_list import Trainee, write_class_list
from corredores_graders.judging.check_file import write_check_file
from corredores_graders.nbgrader_plugins.course import open_course
from corredores_graders.nbgrader_plugins.feedback import FeedbackResult, feedback_all
from corredores_graders.nbgrader_plugins.grading import GradeResult, grade_all
from tests.graders.nbgrader_plugins import submissions

CONFIG = """
from corredores_graders.nbgrader_plugins import configure
c = get_config()
c.CourseDirectory.course_id = "corredores"
configure(c)
c.BoundedExecute.timeout = 15
"""
STUBS = {
    "e2": "e2_destination = None\ne2_share = None",
    "e6": "net_stock = None\nmigration_effectiveness = None",
    "e8": "e8_option = None",
}
SOLVED = "\n### BEGIN SOLUTION\nthe_answer_of_the_house = 1\n### END SOLUTION"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
BROKEN = ("broken", "misnamed", "stranger", "absent")


@dataclass
class Course:
    """A graded course."""

    root: Path
    corridors: dict[str, Corridor]
    results: dict[str, GradeResult]
    feedback: dict[str, FeedbackResult]

    def graded(self, trainee: str) -> NotebookNode:
        """The autograded notebook."""
        return nbformat.read(self.root / "autograded" / trainee / "m03" / "m03.ipynb", as_version=4)

    def scores(self, trainee: str) -> dict[str, float | None]:
        """Score of each cell by machine, by hand where a hand set one."""
        return scores_in(self.root, trainee)

    def page(self, trainee: str) -> str:
        """The feedback page."""
        return self.feedback[trainee].pages[0].read_text(encoding="utf-8")

    def soup(self, trainee: str) -> BeautifulSoup:
        """The feedback page, parsed as a browser does."""
        return BeautifulSoup(self.page(trainee), "html.parser")


def scores_in(root: Path, trainee: str) -> dict[str, float | None]:
    with Gradebook(f"sqlite:///{root}/gradebook.db", "corredores") as gradebook:
        notebook = gradebook.find_submission_notebook("m03", "m03", trainee)
        return {
            grade.name: grade.manual_score if grade.manual_score is not None else grade.auto_score
            for grade in notebook.grades
        }


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with the assignment generated, without submissions."""
    root = tmp_path_factory.mktemp("course")
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    source = root / "source" / "m03"
    source.mkdir(parents=True)
    nbformat.write(source_notebook(), source / "m03.ipynb")
    write_check_file(module_key("m03"), "es", source / "m03.check.json")
    with in_course(root) as api:
        result = api.generate_assignment("m03")
    assert result["success"], result["error"]
    return root


@pytest.fixture(scope="session")
def course(released: Path) -> Iterator[Course]:
    """The class has handed in, everything was graded and fed back."""
    corridors = dict(zip([*submissions.CLASS, *BROKEN], ASSIGNABLE, strict=False))
    enter(released, {name: corridor for name, corridor in corridors.items() if name != "stranger"})
    release = nbformat.read(released / "release" / "m03" / "m03.ipynb", as_version=4)
    for name, edit in submissions.CLASS.items():
        notebook = edit(copy.deepcopy(release), corridors[name])
        hand_in(released, name, json.dumps(notebook))
    text = nbformat.writes(release)
    hand_in(released, "broken", text[: len(text) // 2])
    hand_in(released, "misnamed", text, "M03 (1).ipynb")
    hand_in(released, "stranger", text)
    everybody = [*submissions.CLASS, *BROKEN]
    results = {result.trainee: result for result in grade_all(released, "m03", everybody)}
    pages = {
        result.trainee: result
        for result in feedback_all(released, "m03", ["right", "forger", "edited", "absent"], jobs=1)
    }
    yield Course(released, corridors, results, pages)


def enter(root: Path, corridors: dict[str, Corridor]) -> None:
    others = {
        name: next(pair for pair in ASSIGNABLE if pair.origin != corridor.origin)
        for name, corridor in corridors.items()
    }
    language = {"edited": "en"}
    write_class_list(
        root / "class.csv",
        [
            Trainee(name, name.title(), language.get(name, "es"), corridor, others[name])
            for name, corridor in corridors.items()
        ],
    )


def hand_in(root: Path, trainee: str, text: str, name: str = "m03.ipynb") -> None:
    folder = root / "submitted" / trainee / "m03"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def run_nbgrader(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run nbgrader's command line as a trainer does, alembic on no PATH."""
    command = [sys.executable, "-m", "nbgrader", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


@contextlib.contextmanager
def in_course(root: Path) -> Iterator[NbGraderAPI]:
    """nbgrader's own interface, as formgrader uses it."""
    with contextlib.chdir(root), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield open_course(root)


def copy_course(root: Path, target: Path) -> Path:
    shutil.copytree(root, target, ignore=shutil.ignore_patterns("autograded", "feedback"))
    return target


def source_notebook() -> NotebookNode:
    """Four exercises of M03, built as authoring builds them."""
    cells = [
        new_markdown_cell("# Corredores\n\nEl índice es $HHI = \\sum_i p_i^2$.\n\n> Nota de la oficina", id="prose-1"),
        new_code_cell("from corredores import check, my_corridor", id="setup-1"),
        new_code_cell('corridor = my_corridor("")', id="setup-2"),
    ]
    for exercise, stub in STUBS.items():
        cells += [
            _marked(
                new_code_cell(stub + SOLVED, id=cell_id("m03", exercise, "answer")),
                answer_id("m03", exercise),
                solution=True,
            ),
            _marked(
                new_code_cell(f'check("m03.{exercise}")', id=cell_id("m03", exercise, "check")),
                check_id("m03", exercise),
                grade=True,
                locked=True,
                points=module_key("m03").exercises[exercise].points,
            ),
        ]
    written = new_markdown_cell(
        "### BEGIN SOLUTION\nsecreto de la casa\n### END SOLUTION", id=cell_id("m03", "e9", "written")
    )
    cells.append(_marked(written, written_id("m03", "e9"), grade=True, solution=True, points=4))
    return new_notebook(cells=cells, metadata={"kernelspec": KERNEL})


def _marked(cell: NotebookNode, grade_id: str, **marks: object) -> NotebookNode:
    plain = {
        "schema_version": 3,
        "grade_id": grade_id,
        "grade": False,
        "locked": False,
        "solution": False,
        "task": False,
    }
    cell.metadata["nbgrader"] = {**plain, **marks}
    return cell
