"""Fresh inputs for the functions that a trainee wrote, put into the check cells before the notebook is run."""

import hashlib
import json
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from corredores_graders.answer_keys import module_key
from corredores_graders.judging import probes
from corredores_graders.nbgrader_plugins.cell_names import CellName, checked_exercise
from corredores_graders.nbgrader_plugins.grading_notes import notes_of


class Probe(NbGraderPreprocessor):  # type: ignore[misc]
    """Let each check cell call the installed ``check``, a function with inputs that were not in the release.

    The inputs follow from the trainee and the submitted text, so that grading a submission again tries the same ones.
    Judge puts the cell's released source back.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Rewrite the check cells of ``nb`` in place."""
        written = "\x00".join([resources["nbgrader"]["student"], *(cell.source for cell in nb.cells)])
        submitted = hashlib.sha256(written.encode()).hexdigest()
        notes = notes_of(resources)
        for cell in nb.cells:
            name = checked_exercise(cell)
            if name is None:
                continue
            notes.sources[name] = cell.source
            notes.probes[name] = probes.fresh(module_key(name.module), name.exercise, f"{submitted}.{name.exercise_id}")
            cell.source = _call(name, notes.probes[name])
        return nb, resources


def _call(name: CellName, inputs: object) -> str:
    # Not the name in the notebook: the cell that imports it may be gone, or have made it something else.
    # Inputs are given where there is no function, too: without them ``check`` would make a card that Judge throws away.
    encoded = json.dumps(inputs or {})
    return f'__import__("corredores").check("{name.exercise_id}", probes=__import__("json").loads({encoded!r}))'
