"""nbgrader's own preprocessors, spared what costs most when a class is graded in one process.

Each opens the gradebook that is open already, or does nothing where nbgrader's would change nothing. What is to be
done, they do as nbgrader does it, by its own code.
"""

import json
from typing import Any

from nbformat import NotebookNode
from nbgrader import preprocessors
from nbgrader.preprocessors import Execute, NbGraderPreprocessor

from corredores_graders.nbgrader_plugins.replayed_execute import ReplayedExecute
from corredores_graders.nbgrader_plugins.shared_gradebook import GRADEBOOK

Resources = dict[str, Any]
Graded = tuple[NotebookNode, Resources]


class LeanOverwriteKernelspec(preprocessors.OverwriteKernelspec):  # type: ignore[misc]
    """Look the kernel up only where Restore has not put the released one in."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Graded:
        """Put the released kernel into the metadata of ``nb``."""
        about = resources["nbgrader"]
        released = resources[GRADEBOOK].find_notebook(about["notebook"], about["assignment"]).kernelspec
        if released and nb.metadata.get("kernelspec") == json.loads(released):
            return nb, resources
        return super().preprocess(nb, resources)  # type: ignore[no-any-return]


class _SharedGradebook(NbGraderPreprocessor):  # type: ignore[misc]
    """What nbgrader's preprocessors note before they go through the cells, and the gradebook that is open."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Graded:
        """Go through the cells of ``nb``."""
        about = resources["nbgrader"]
        self.notebook_id, self.assignment_id = about["notebook"], about["assignment"]
        self.student_id, self.db_url = about["student"], about["db_url"]
        self.gradebook = resources[GRADEBOOK]
        return NbGraderPreprocessor.preprocess(self, nb, resources)  # type: ignore[no-any-return]


class LeanOverwriteCells(_SharedGradebook, preprocessors.OverwriteCells):  # type: ignore[misc]
    """Compare the cells with those of the gradebook that is open."""

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Graded:
        """Go through the cells of ``nb``; missing ones are added where the class wants it."""
        nb, resources = super().preprocess(nb, resources)
        if self.add_missing_cells:
            nb, resources = self.add_missing_grade_cells(nb, resources)
            nb, resources = self.add_missing_task_cells(nb, resources)
        return nb, resources


class LeanSaveAutoGrades(_SharedGradebook, preprocessors.SaveAutoGrades):  # type: ignore[misc]
    """Save the grades in the gradebook that is open."""


class LeanCheckCellMetadata(preprocessors.CheckCellMetadata):  # type: ignore[misc]
    """Validate metadata once: after Restore those of a class are alike."""

    _MOST = 1000

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._valid: set[str] = set()

    def preprocess(self, nb: NotebookNode, resources: Resources) -> Graded:
        """Raise nbgrader's ValidationError where metadata of ``nb`` are not valid."""
        marks = [[cell.cell_type, cell.metadata["nbgrader"]] for cell in nb.cells if "nbgrader" in cell.metadata]
        seen = json.dumps(marks, sort_keys=True)
        if seen not in self._valid:
            super().preprocess(nb, resources)
            if len(self._valid) < self._MOST:
                self._valid.add(seen)
        return nb, resources


_LEAN = {
    preprocessors.OverwriteKernelspec: LeanOverwriteKernelspec,
    preprocessors.OverwriteCells: LeanOverwriteCells,
    preprocessors.SaveAutoGrades: LeanSaveAutoGrades,
    preprocessors.CheckCellMetadata: LeanCheckCellMetadata,
}


def lean(kind: type) -> type:
    """Return what stands for a preprocessor of the configuration when the code has been run elsewhere."""
    if issubclass(kind, Execute):
        return ReplayedExecute
    return _LEAN.get(kind, kind)
