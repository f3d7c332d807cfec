"""A class with everything that can come of an answer, graded by the engine, and one trainee graded by nbgrader."""

import hashlib
import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from corredores.corridor import ASSIGNABLE, Corridor
from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.layout import Classroom
from corredores_graders.grading.outcome import GradeResult
from corredores_graders.grading.running import grade_class
from corredores_graders.judging.check_file import write_check_file
from corredores_graders.nbgrader_plugins.grading import grade_all
from tests.graders.nbgrader_plugins.conftest import CONFIG, enter, hand_in, in_course, source_notebook
from tests.graders.nbgrader_plugins.submissions import fill, right, solve, untouched

NO_ANSWER = """
import corredores
from IPython.display import display
def check(exercise, **inputs):
    answers = {"net_stock": {"table": {"columns": 1}}, "e8_option": {"table": {"columns": 1}}}
    display({"application/vnd.corredores.answer+json": {"exercise": exercise, "answers": answers}}, raw=True)
corredores.check = check
"""


def slow(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    """Right before a loop that is interrupted."""
    return fill(solve(notebook, corridor), e6="while True:\n    pass")


def dead(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    """Right until the run ends."""
    return fill(solve(notebook, corridor), e6="import os\nos._exit(0)")


def crashed(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    return fill(solve(notebook, corridor), e8="e8_option = undefined_name")


def unreadable(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    """An answer of no kind that is asked for, then check cells that publish no answer at all."""
    return fill(solve(notebook, corridor), e2="e2_destination = object()\ne2_share = print", e6=NO_ANSWER)


CLASS: dict[str, Callable[[NotebookNode, Corridor], Any]] = {
    "ana": right,
    "bea": lambda notebook, corridor: fill(solve(notebook, corridor), e8='e8_option = "b"', e6="net_stock = 1"),
    "caro": untouched,
    "dora": slow,
    "elsa": dead,
    "fabi": crashed,
    "gael": unreadable,
    "nora": right,
}
#: Graded by nbgrader itself, of which the ledger knows nothing.
BY_NBGRADER = "nora"


def graded_class(root: Path) -> Classroom:
    """Make and grade the class."""
    classroom = Classroom(root / "aula")
    source = classroom.trainer / "source" / "m03"
    source.mkdir(parents=True)
    classroom.config.write_text(CONFIG.replace("timeout = 15", "timeout = 5"), encoding="utf-8")
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
    others = [trainee for trainee in CLASS if trainee != BY_NBGRADER]
    assert all(result.ok for result in grade(classroom, others))
    assert all(result.ok for result in grade_all(classroom.trainer, "m03", [BY_NBGRADER]))
    return classroom


def grade(classroom: Classroom, trainees: list[str], force: bool = False) -> list[GradeResult]:
    """What `corredores grade` does."""
    with ThreadPoolExecutor(2) as executor:
        return list(grade_class(classroom.trainer, "m03", trainees, executor, force=force))


def copied(classroom: Classroom, target: Path) -> Classroom:
    shutil.copytree(classroom.root, target / "aula")
    return Classroom(target / "aula")


def digests(root: Path) -> dict[str, str]:
    """Every file but those that only say who had a submission, and when something was said."""
    passing = (".lock", ".log")
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and path.suffix not in passing and "reports" not in path.parts
    }


def gradebook_dump(classroom: Classroom) -> dict[tuple[str, str], tuple[float | None, float | None, bool]]:
    """What machine and hand gave each cell, and whether it waits for a person."""
    with Gradebook(f"sqlite:///{classroom.gradebook}", "corredores") as gradebook:
        return {
            (submission.student.id, grade.name): (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for submission in gradebook.assignment_submissions("m03")
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def graded_notebook(classroom: Classroom, trainee: str) -> NotebookNode:
    path = classroom.trainer / "autograded" / trainee / "m03" / "m03.ipynb"
    return nbformat.read(path, as_version=4)
