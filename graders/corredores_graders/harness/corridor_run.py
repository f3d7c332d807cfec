"""One corridor from the first cell to the last: at each exercise, every attempt in the names that a trainee has."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from corredores.checking import Verdict
from corredores.checking.verdicts import OTHER_CORRIDOR
from corredores.corridor import ASSIGNABLE, Corridor, read_pair
from corredores.language import SOURCE, use
from corredores_graders.answer_keys import module_key
from corredores_graders.harness.attempts import ANY, FOLDER, Attempt, read_attempts
from corredores_graders.harness.module_cells import CodeCell, code_cells
from corredores_graders.harness.mutants import mutants
from corredores_graders.harness.notebook import Notebook, opened
from corredores_graders.harness.survival import ALIVE
from corredores_graders.harness.trial import Table, Trial, expected_of, try_attempt
from corredores_graders.harness.ways import ways_hit
from corredores_graders.judging.check_file import write_check_file
from corredores_graders.language import text


@dataclass(frozen=True)
class Task:
    """What is tried for one corridor."""

    module: str
    corridor: str
    exercises: frozenset[str]
    mutated: frozenset[str] = frozenset()
    """the exercises whose model solution is mutated as well"""
    garbage: bool = True
    """whether what no exercise asks for is tried too"""


def run(task: Task) -> list[Trial]:
    """Try everything that ``task`` asks for, in a notebook beside the check file of a release."""
    with use(SOURCE), released(task.module), opened() as notebook:
        return list(_walk(task, notebook))


def _walk(task: Task, notebook: Notebook) -> Iterator[Trial]:
    corridor = read_pair(task.corridor)
    notebook.clear()
    for cell in code_cells(task.module):
        if cell.exercise in task.exercises:
            yield from _exercise(task, notebook, corridor, cell)
        ran = notebook.run(cell.with_corridor(corridor.code) + "\n" + cell.solution)
        if ran.raised:
            first = cell.source.splitlines()[0]
            yield Trial(corridor.pair, cell.exercise or min(task.exercises), "right", first, "missed", ran.raised)


def _exercise(task: Task, notebook: Notebook, corridor: Corridor, cell: CodeCell) -> Iterator[Trial]:
    notebook.run(cell.source)
    received = notebook.names()
    table = Table(notebook, task.module, cell.exercise, corridor)
    untouched = Attempt(cell.exercise, "not_attempted", text("la celda recibida"), "pass")
    yield replace(try_attempt(table, untouched)[0], kind="untouched")
    for attempt in _attempts(task, cell):
        notebook.restore(received)
        trial, answers = try_attempt(table, attempt)
        hit = ways_hit(task.module, cell.exercise, corridor, answers) if attempt.kind == "mistake" else ()
        yield replace(trial, hit=hit)
    notebook.restore(received)
    yield from _somebody_else(table, cell)
    if cell.exercise in task.mutated:
        for mutant in mutants(cell.solution):
            notebook.restore(received)
            yield _mutated(table, mutant.code, mutant.name)
    notebook.restore(received)


def _attempts(task: Task, cell: CodeCell) -> list[Attempt]:
    model = Attempt(cell.exercise, "right", text("la solución del módulo"), cell.solution)
    written = [one for one in read_attempts(FOLDER / f"{task.module}.md") if one.exercise == cell.exercise]
    garbage = [one for one in read_attempts(FOLDER / "garbage.md") if one.exercise == ANY]
    return [model, *written, *(garbage if task.garbage else [])]


def _somebody_else(table: Table, cell: CodeCell) -> Iterator[Trial]:
    """Answer for another origin: said so when checked, and again when graded for the corridor of the class list."""
    exercise = table.key.exercises[cell.exercise]
    if not exercise.individual or all(part.kind in ("form", "written") for part in exercise.parts):
        return
    place = ASSIGNABLE.index(table.corridor)
    other = next(one for one in ASSIGNABLE[place:] + ASSIGNABLE if one.origin != table.corridor.origin)
    name = text("la respuesta de {corridor}", corridor=other.pair)
    attempt = Attempt(cell.exercise, "mistake", name, "", OTHER_CORRIDOR)
    table.notebook.run(f'corridor = my_corridor("{other.code}")\n{cell.solution}')
    unsaid = table.judge(table.check(), table.corridor)
    table.notebook.run(f'corridor = my_corridor("{table.corridor.code}")')
    checked = table.check()
    outcome = table.judge(checked, table.corridor)
    missed = table.disagreement(checked, outcome)
    state, said = ("missed", missed) if missed else expected_of(attempt, outcome)
    if state == "passed":  # and for the corridor of the class list, whatever the notebook says of itself
        state, said = expected_of(attempt, unsaid)
    yield table.trial("other_corridor", name, state, said)


def _mutated(table: Table, code: str, name: str) -> Trial:
    if table.notebook.run(code).raised:
        return table.trial("mutant", name, "passed")
    checked = table.check()
    outcome = table.judge(checked, table.corridor)
    missed = table.disagreement(checked, outcome)
    if missed:
        return table.trial("mutant", name, "missed", missed)
    return table.trial("mutant", name, ALIVE if outcome.verdict == Verdict.RIGHT else "passed")


@contextmanager
def released(module: str) -> Iterator[None]:
    """Work in a new folder that holds the check file, as the folder of a release does."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            write_check_file(module_key(module), SOURCE, Path(folder) / f"{module}.check.json")
            yield
        finally:
            os.chdir(before)
