"""The floor: the least that grading these submissions can take, ``python -m benchmarks.contest.floor CLASSROOM``.

A process that has pandas, plotly and the tables loaded forks a child for each submission, as many at a time as there
are workers. The child runs the cells with ``exec`` and nothing else: no IPython, no sandbox, no bounds, no output, no
judge. At the end the marks (full where the cell did not raise) are written to nbgrader's gradebook in one transaction.
"""

import argparse
import gc
import json
import os
import sys
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path

from corredores_graders.engine.inside.beforehand import beforehand, try_course
from corredores_graders.engine.launch import warm_environment

MODULE = "m03"
Marked = dict[str, bool]
"""grade id → whether the check cell ran without an exception"""


def warm_up() -> None:
    """Load, draw and make beforehand what our own warm process does, but for IPython."""
    gc.disable()
    os.environ.update(warm_environment())  # threads, and that a notebook is being graded
    from corredores import charts, check, data, explorers, indicators  # noqa: F401

    try_course()
    beforehand(["es"])
    gc.enable()
    gc.freeze()


def run_submission(path: Path) -> Marked:
    """Run the code cells of a notebook in one namespace."""
    names: dict[str, object] = {"__name__": "__main__"}
    marked: Marked = {}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] != "code":
            continue
        ran = False
        with suppress(Exception):
            exec(compile("".join(cell["source"]), "<cell>", "exec"), names)
            ran = True
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade"):
            marked[marks["grade_id"]] = ran
    return marked


def run_all(submissions: Mapping[str, Path], released: Path, workers: int) -> dict[str, Marked]:
    """Fork a child for each submission, ``workers`` at a time, and return what each has marked."""
    waiting, running = deque(submissions.items()), dict[int, tuple[str, int]]()
    found: dict[str, Marked] = {}
    while waiting or running:
        while waiting and len(running) < workers:
            trainee, path = waiting.popleft()
            pid, reading = _fork(path, released)
            running[pid] = trainee, reading
        pid, _ = os.wait()
        trainee, reading = running.pop(pid)
        with open(reading, "rb") as result:
            found[trainee] = json.loads(result.read() or b"{}")
    return found


def _fork(path: Path, released: Path) -> tuple[int, int]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    os.chdir(released)
    with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        marked = run_submission(path)
    os.write(writing, json.dumps(marked).encode())  # some hundred bytes: no pipe is too small for them
    os._exit(0)


def write_marks(gradebook_file: Path, marked: Mapping[str, Marked]) -> None:
    """Write the marks of all submissions in one transaction."""
    from nbgrader.api import Comment, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook

    with Gradebook(f"sqlite:///{gradebook_file}", "corredores") as gradebook, gradebook.db.no_autoflush:
        assignment = gradebook.find_assignment(MODULE)
        students = {student.id: student for student in gradebook.db.query(Student)}
        for trainee, marks in marked.items():
            submission = SubmittedAssignment(assignment=assignment, student=students[trainee])
            for notebook in assignment.notebooks:
                submitted = SubmittedNotebook(notebook=notebook, assignment=submission)
                for cell in notebook.grade_cells:
                    score = cell.max_score if marks.get(cell.name) else 0.0
                    Grade(cell_id=cell.id, notebook=submitted, auto_score=score)
                for solution in notebook.solution_cells:
                    Comment(cell_id=solution.id, notebook=submitted)
            gradebook.db.add(submission)
        gradebook.db.commit()


def submissions_in(course: Path) -> dict[str, Path]:
    """Return the submitted notebooks by trainee."""
    found: Iterable[Path] = sorted((course / "submitted").glob(f"*/{MODULE}/{MODULE}.ipynb"))
    return {path.parents[1].name: path for path in found}


def main() -> int:
    """Grade the classroom that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("classroom", type=Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    course = given.classroom.resolve() / "docente"
    warm_up()
    marked = run_all(submissions_in(course), course / "release" / MODULE, given.workers)
    write_marks(course / "gradebook.db", marked)
    gc.freeze()
    return 0


if __name__ == "__main__":
    sys.exit(main())
