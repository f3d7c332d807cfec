"""Whether two ways of grading gave the same marks and left the same notebooks, after the listed normalisation."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import nbformat

from benchmarks.contest.cohort import MODULE
from benchmarks.contest.normalising import Notebook, normalised
from corredores_graders.classroom.layout import Classroom

Marks = dict[tuple[str, str], tuple[float | None, float | None, bool]]

_MARKS = """
    SELECT student.id, base_cell.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade
    FROM grade
    JOIN base_cell ON base_cell.id = grade.cell_id
    JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
    JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
    JOIN student ON student.id = submitted_assignment.student_id
"""


def marks(classroom: Classroom) -> Marks:
    """Return auto score, manual score and whether a person must look, by trainee and grade id."""
    with closing(sqlite3.connect(classroom.gradebook)) as database:
        rows = database.execute(_MARKS).fetchall()
    return {(trainee, cell): (auto, by_hand, bool(waits)) for trainee, cell, auto, by_hand, waits in rows}


def differing_marks(one: Classroom, other: Classroom, trainees: list[str]) -> list[str]:
    """Return a sentence for each cell of ``trainees`` whose marks differ between two classrooms."""
    return differences(_of(marks(one), trainees), _of(marks(other), trainees))


def differences(first: Marks, second: Marks) -> list[str]:
    """Return a sentence for each cell whose marks differ."""
    cells = sorted({*first, *second})
    return [
        f"{trainee} {cell}: {first.get((trainee, cell))} and {second.get((trainee, cell))}"
        for trainee, cell in cells
        if first.get((trainee, cell)) != second.get((trainee, cell))
    ]


def _of(found: Marks, trainees: list[str]) -> Marks:
    return {key: value for key, value in found.items() if key[0] in set(trainees)}


def differing_notebooks(one: Classroom, other: Classroom, trainees: list[str]) -> list[str]:
    """Return a sentence for each cell of the graded notebooks of ``trainees`` that differs after normalisation."""
    return [sentence for trainee in trainees for sentence in _differing(trainee, one, other)]


def _differing(trainee: str, one: Classroom, other: Classroom) -> Iterator[str]:
    read = []
    for classroom in (one, other):
        path = classroom.trainer / "autograded" / trainee / MODULE / f"{MODULE}.ipynb"
        if not path.exists():
            yield f"{trainee}: no graded notebook in {classroom.root.name}"
            return
        read.append(normalised(nbformat.read(path, as_version=4)))
    first, second = read
    if len(first["cells"]) != len(second["cells"]):
        yield f"{trainee}: {len(first['cells'])} cells and {len(second['cells'])}"
        return
    for place, (ours, theirs) in enumerate(zip(first["cells"], second["cells"], strict=True)):
        if ours != theirs:
            yield f"{trainee}, cell {place}: {_first_difference(ours, theirs)}"
    if _rest(first) != _rest(second):
        yield f"{trainee}, the notebook's metadata: {_first_difference(_rest(first), _rest(second))}"


def _rest(notebook: Notebook) -> Notebook:
    return {name: value for name, value in notebook.items() if name != "cells"}


def _first_difference(one: object, other: object) -> str:
    first, second = (json.dumps(thing, sort_keys=True, ensure_ascii=False) for thing in (one, other))
    place = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    start = max(0, place - 60)
    return f"…{first[start : place + 80]}… and …{second[start : place + 80]}…"
