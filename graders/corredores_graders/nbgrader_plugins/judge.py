"""Write the trusted judge's verdict into each check cell, where SaveAutoGrades and formgrader look for it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from corredores.corridor import Corridor
from corredores.language import use
from corredores_graders.answer_keys import module_key
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.judging.judge import Outcome, judge
from corredores_graders.judging.reference import Probes
from corredores_graders.nbgrader_plugins.bundles import published_answer
from corredores_graders.nbgrader_plugins.cell_names import CellName, checked_exercise
from corredores_graders.nbgrader_plugins.crashes import crash_name, crash_sentence
from corredores_graders.nbgrader_plugins.grading_notes import GradingNotes, notes_of
from corredores_graders.nbgrader_plugins.trainees import trainee_of

VERDICT_MIME = "application/vnd.corredores.verdict+json"


class Judge(NbGraderPreprocessor):  # type: ignore[misc]
    """Judge the published answers for the corridor of the class list.

    Every output of a check cell is replaced by one ``execute_result``: the score as text, which nbgrader reads, the
    card as HTML and the verdict as JSON. Nothing that the trainee's code wrote there is left.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Judge the check cells of ``nb`` in place."""
        trainee = trainee_of(resources)
        notes = notes_of(resources)
        above: list[NotebookNode] = []
        for cell in nb.cells:
            name = checked_exercise(cell)
            if name is None:
                above.append(cell)
                continue
            outcome = _outcome(cell, name, above, trainee, notes)
            outcome.record["sandbox"] = notes.sandbox
            cell.source = notes.sources[name]
            cell.outputs = [verdict_output(outcome, cell.metadata["nbgrader"].get("points"))]
            above = []
        return nb, resources


def verdict_output(outcome: Outcome, points: float | None) -> NotebookNode:
    """Return what a check cell shows after judging; ``points`` are the most that nbgrader lets the cell earn."""
    plain = outcome.text if points is None else str(min(max(outcome.score, 0.0), float(points)))
    data = NotebookNode({"text/plain": plain, "text/html": outcome.html, VERDICT_MIME: outcome.record})
    return NotebookNode(output_type="execute_result", metadata=NotebookNode(), data=data, execution_count=None)


def judge_again(name: CellName, record: Mapping[str, Any], corridor: Corridor, language: str) -> Outcome:
    """Judge with the present keys and data what a verdict's ``record`` kept of an answer; nothing is run.

    The inputs with which functions were tried are kept: they cannot be drawn again from the graded notebook, whose
    Markdown was cleaned after they were drawn.
    """
    bundle = {"exercise": name.exercise_id, "answers": record["answers"], "versions": record["versions"]}
    published: object = _unread(record["unread"]) if record["problem"] else bundle
    outcome = _judged(name, published, corridor, language, record["probes"], record["crash"])
    if "sandbox" in record:
        outcome.record["sandbox"] = record["sandbox"]
    return outcome


def _unread(written: str) -> object:
    try:
        return json.loads(written)
    except (ValueError, RecursionError):
        return written


def _judged(
    name: CellName, bundle: object | None, corridor: Corridor, language: str, probes: Probes | None, crash: str
) -> Outcome:
    with use(language):
        said = crash_sentence(crash) if crash else None
    outcome = judge(module_key(name.module), name.exercise, bundle, corridor, language, probes, said)
    outcome.record["crash"] = crash
    return outcome


def _outcome(
    cell: NotebookNode, name: CellName, above: list[NotebookNode], trainee: Trainee, notes: GradingNotes
) -> Outcome:
    bundle = published_answer(cell, name.exercise_id)
    crash = _crash([*above, cell] if bundle is None else above, notes)
    return _judged(name, bundle, trainee.assigned, trainee.language, notes.probes[name], crash)


def _crash(cells: Iterable[NotebookNode], notes: GradingNotes) -> str:
    """Name what stopped the first of ``cells`` (those since the check above) that was stopped, or the whole run."""
    for cell in cells:
        errors = [str(output.ename) for output in cell.get("outputs", []) if output.output_type == "error"]
        if errors:
            return crash_name(errors[-1])  # an interrupted cell has two, and the last one says why
    return crash_name(notes.stopped) if notes.stopped else ""
