"""People whose answers are Ana Paz's, all right, and whose notebook something happened to on the way."""

import copy
import json
from collections.abc import Callable
from typing import Any

from corredores.corridor import Corridor
from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.classroom.demo_table import Row

Notebook = dict[str, Any]
MINE, ELSEWHERE = Corridor("GTM", "USA"), Corridor("BOL", "ARG")


def place(notebook: Notebook, grade_id: str) -> int:
    """Where the cell with that grade id stands."""
    names = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in notebook["cells"]]
    return names.index(grade_id)


def missing_cells(notebook: Notebook) -> None:
    """A check that costs nothing, and an answer that costs itself."""
    del notebook["cells"][place(notebook, "m03-e7")]
    del notebook["cells"][place(notebook, "m03-e8-answer")]


def copied_check(notebook: Notebook) -> None:
    cells, here = notebook["cells"], place(notebook, "m03-e5")
    cells[here + 1 : here + 1] = [copy.deepcopy(cells[here])]
    cells.append(copy.deepcopy(cells[here]))


def edited_checks(notebook: Notebook) -> None:
    """One that fails a right answer, and one that gives points to none."""
    cells = notebook["cells"]
    cells[place(notebook, "m03-e5")]["source"] = "raise AssertionError"
    cells[place(notebook, "m03-e8-answer")]["source"] = "e8_option = None"
    check = cells[place(notebook, "m03-e8")]
    check["source"] = "100.0"
    check["metadata"]["nbgrader"]["points"] = 100


def other_kernel(notebook: Notebook) -> None:
    notebook["metadata"]["kernelspec"] = {"name": "julia-1.9", "display_name": "Julia 1.9", "language": "julia"}


def as_it_was(notebook: Notebook) -> None:
    """Nothing happened, but the class list gives this person another corridor."""


EDITS: dict[str, Callable[[Notebook], None]] = {
    "faltan-celdas": missing_cells,
    "celda-copiada": copied_check,
    "celda-editada": edited_checks,
    "otro-kernel": other_kernel,
    "otro-corredor": as_it_was,
}
# What no route grades; put by hand where the submissions are, because `corredores collect` refuses both.
STRANGER, BROKEN = "nadie", "cuaderno-cortado"

_RIGHT = dict.fromkeys(module_key("m03").exercises, "right")
_OTHER = "known_mistake other_corridor"
#: Written by hand, as the demo's table is: what each row differs in from all right, and the score of 17 by machine.
EXPECTED: dict[str, Row] = {
    "faltan-celdas": {**_RIGHT, "e8": "not_attempted", "score": "16.00"},
    "celda-copiada": {**_RIGHT, "score": "17.00"},
    "celda-editada": {**_RIGHT, "e8": "not_attempted", "score": "16.00"},
    "otro-kernel": {**_RIGHT, "score": "17.00"},
    "otro-corredor": {**_RIGHT, "e2": _OTHER, "e3": _OTHER, "e7": _OTHER, "e9": "not_yet", "score": "10.23"},
}
for _name, _row in EXPECTED.items():
    _row |= {"trainee": _name, "corridor": (ELSEWHERE if _name == "otro-corredor" else MINE).pair}


def trainees() -> list[Trainee]:
    """Their lines of the class list, and the line of somebody whose notebook arrived cut in half."""
    return [
        Trainee(name, name.title(), "es", ELSEWHERE if name == "otro-corredor" else MINE, Corridor("PER", "CHL"))
        for name in (*EDITS, BROKEN)
    ]


def edited(right: bytes, trainee: str) -> bytes:
    """The notebook ``right`` after what happened to this person's."""
    notebook: Notebook = json.loads(right)
    EDITS[trainee](notebook)
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode()
