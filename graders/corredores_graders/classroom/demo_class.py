"""The demo class: cells that a person would write, put into the released notebook as that person would leave it."""

import copy
import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corredores.handing_in.notebook import exercise_of
from corredores_graders.classroom.class_list import Trainee

_SECTION = re.compile(r"^## (?P<name>\w+)(?: (?P<remark>written|deleted|twice))?$", re.MULTILINE)
_CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)


@dataclass
class Answers:
    """What one person writes: code by exercise, the written answer, and what they did to the cells."""

    code: dict[str, str] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)


def read_answers(path: Path) -> Answers:
    """Read a trainee's cells: under `## e2` a code block, under `## e9 written` a text.

    `## e5 deleted` takes the exercise's cells out, `## e8 twice` copies its check cell.
    """
    answers = Answers()
    text = path.read_text(encoding="utf-8")
    heads = list(_SECTION.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    for head, end in zip(heads, ends, strict=bool(heads)):
        body = text[head.end() : end]
        name, code = head["name"], _CODE.search(body)
        if head["remark"] == "written":
            answers.written[name] = body.strip()
        elif head["remark"] == "deleted":
            answers.deleted.add(name)
        elif code:
            answers.code[name] = code[1].rstrip("\n")
        if head["remark"] == "twice":
            answers.twice.add(name)
    return answers


def fill(release: Path, answers: Answers, trainee: Trainee) -> bytes:
    """Return the released notebook with the person's cells and the code of the class list, or the one they typed."""
    notebook = json.loads(release.read_text(encoding="utf-8"))
    code = answers.code.get("code", trainee.assigned.code if answers.code else "")
    cells: list[dict[str, Any]] = []
    for cell in notebook["cells"]:
        exercise = exercise_of(cell)
        marks = cell["metadata"].get("nbgrader", {})
        if exercise in answers.deleted:
            continue
        if marks.get("solution"):
            written = answers.written if cell["cell_type"] == "markdown" else answers.code
            cell["source"] = written.get(exercise, cell["source"])
        elif not exercise:
            cell["source"] = "".join(cell["source"]).replace('my_corridor("")', f'my_corridor("{code}")')
        cells.append(cell)
        if exercise in answers.twice and not marks.get("solution"):
            cells.append(copy.deepcopy(cell))
    notebook["cells"] = cells
    return json.dumps(notebook, ensure_ascii=False, indent=1).encode()
