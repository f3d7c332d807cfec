"""Verdicts that a trainer overruled: the record of who, when and why, and what nbgrader is to make of them."""

import csv
import hashlib
import io
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from corredores_graders.nbgrader_plugins.cell_names import checked_exercise
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME
from corredores_graders.nbgrader_plugins.shared_gradebook import gradebook_of

FILE_NAME = "overrules.csv"
SET, UNDONE = "set", "undone"


@dataclass(frozen=True)
class Overrule:
    """One line of the record."""

    at: str
    """when, for people to read"""
    assignment: str
    trainee: str
    notebook: str
    exercise: str
    action: str
    """``set``, or ``undone``: taken back"""
    points_before: str
    """what counted until then"""
    points_after: str
    """what counts since then"""
    machine: str
    """what the machine gave at that time; empty where it gave nothing"""
    by: str
    why: str
    comment: str
    """what the trainee reads of it"""
    answers: str
    """digest of the answers that the trainer had seen"""


COLUMNS = tuple(field.name for field in fields(Overrule))


def append(root: Path, line: Overrule) -> None:
    """Add a line to the record of the course in ``root``; what is there is never rewritten."""
    path = root / FILE_NAME
    begun = path.read_bytes()[-1:] if path.exists() else b""
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, COLUMNS)
    if not begun:
        table.writeheader()
    table.writerow(asdict(line))
    ended = "" if begun in (b"", b"\n") else "\r\n"  # a run that was stopped in the middle of a line
    with path.open("ab") as file:
        file.write((ended + written.getvalue()).encode())
        file.flush()
        os.fsync(file.fileno())


def standing(root: Path, assignment: str, trainee: str) -> dict[tuple[str, str], Overrule]:
    """Return by notebook and exercise what was overruled last and not taken back."""
    try:
        written = (root / FILE_NAME).read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError:
        return {}
    found: dict[tuple[str, str], Overrule] = {}
    for row in csv.DictReader(io.StringIO(written, newline="")):
        whole = set(row) == set(COLUMNS) and None not in row.values()
        if whole and (row["assignment"], row["trainee"]) == (assignment, trainee):
            line = Overrule(**row)
            found[line.notebook, line.exercise] = line
    return {place: line for place, line in found.items() if line.action == SET}


def answers_digest(record: Mapping[str, Any]) -> str:
    """Return what tells the answers in a verdict's ``record`` from any others."""
    kept = json.dumps([record.get("answers"), record.get("unread", "")], sort_keys=True)
    return hashlib.sha256(kept.encode("utf-8", "replace")).hexdigest()[:16]


def points_written(points: float | None) -> str:
    """Return points as the record has them."""
    return "" if points is None else repr(float(points))


class KeepOverrules(NbGraderPreprocessor):  # type: ignore[misc]
    """Let an overruled cell ask for attention only when there is something new to see; stands after SaveAutoGrades.

    nbgrader never touches a mark by hand, but marks its cell at each grading as waiting for a person. Where a trainer
    overruled the verdict, and answers and machine's points are still those that the trainer saw, nobody need look.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Look at the check cells of ``nb``; the notebook itself stays as it is."""
        about = resources["nbgrader"]
        kept = standing(course_root(self), about["assignment"], about["student"])
        if kept:
            with gradebook_of(resources) as gradebook:
                for cell in nb.cells:
                    name = checked_exercise(cell)
                    line = kept.get((about["notebook"], name.exercise_id)) if name else None
                    if line is not None and cell.metadata.nbgrader.get("grade"):
                        self._settle(gradebook, cell, line, about)
                gradebook.db.commit()
        return nb, resources

    def _settle(self, gradebook: Any, cell: NotebookNode, line: Overrule, about: Mapping[str, str]) -> None:
        place = (cell.metadata.nbgrader.grade_id, about["notebook"], about["assignment"], about["student"])
        grade = gradebook.find_grade(*place)
        shown: list[Mapping[str, Any]] = [output.data for output in cell.outputs if "data" in output]
        kept = shown[0].get(VERDICT_MIME, {}) if shown else {}
        now = (points_written(grade.manual_score), points_written(grade.auto_score), answers_digest(kept))
        if now == (line.points_after, line.machine, line.answers):
            grade.needs_manual_grade = False


def course_root(step: Any) -> Path:
    """Return the root of the course that a preprocessor works for: its converter knows it."""
    parent = step.parent
    while parent is not None:
        if hasattr(parent, "coursedir"):
            return Path(parent.coursedir.root)
        parent = parent.parent
    return Path.cwd()
