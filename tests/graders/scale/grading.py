"""`corredores grade` as a trainer runs it, and everything it leaves that must be the same however a class is graded."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, text

from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import gradebook_url

CORREDORES = str(Path(sys.executable).with_name("corredores"))
#: Whatever hangs in these tests is a failure.
SECONDS = 240
_MARKS = """
SELECT student.id, notebook.name, base_cell.name, grade.auto_score, grade.manual_score, grade.extra_credit,
       grade.needs_manual_grade
FROM grade
JOIN base_cell ON base_cell.id = grade.cell_id
JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN notebook ON notebook.id = submitted_notebook.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
JOIN student ON student.id = submitted_assignment.student_id
"""
_TABLES = ("student", "assignment", "notebook", "base_cell", "submitted_assignment", "submitted_notebook", "grade")


def start(classroom: Classroom, *options: str) -> "subprocess.Popen[str]":
    """Start `corredores grade` on a class."""
    return subprocess.Popen(
        [CORREDORES, "grade", "--folder", str(classroom.root), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def grade(classroom: Classroom, *options: str) -> str:
    """Grade a class and return what was said; all of it could be graded."""
    return end(start(classroom, *options))


def end(running: "subprocess.Popen[str]") -> str:
    """Wait for a run that grades the whole class, and return what it said."""
    try:
        said, _ = running.communicate(timeout=SECONDS)
    finally:
        running.kill()
    assert running.returncode == 0, said
    return said


def wait_until(what: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something has happened."""
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.02)


def graded_so_far(classroom: Classroom) -> int:
    """How many of the class have been graded."""
    return len(list((classroom.trainer / "autograded").glob("*/m03")))


class Graded:
    """A class that has been graded."""

    def __init__(self, classroom: Classroom) -> None:
        self.classroom = classroom

    def marks(self) -> list[tuple[Any, ...]]:
        """Every row of the gradebook's marks, sorted: one twice would be seen."""
        return sorted(self.rows(_MARKS), key=repr)

    def counts(self) -> dict[str, int]:
        """How many rows each table of the gradebook has."""
        return {table: self.rows(f"SELECT count(*) FROM {table}")[0][0] for table in _TABLES}

    def outputs(self) -> dict[str, Any]:
        """The outputs of each graded notebook, by its place."""
        folder = self.classroom.trainer / "autograded"
        return {
            path.relative_to(folder).as_posix(): [
                cell.get("outputs") for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
            ]
            for path in sorted(folder.rglob("*.ipynb"))
        }

    def report(self) -> Any:
        """The report in JSON."""
        return json.loads((self.classroom.reports("m03") / "grading.json").read_text(encoding="utf-8"))

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the gradebook answers."""
        with self._connected() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    def execute(self, statements: str) -> None:
        """Have the gradebook's database do something."""
        with self._connected() as connection:
            connection.exec_driver_sql(statements)
            connection.commit()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        engine = create_engine(gradebook_url(self.classroom))
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()
