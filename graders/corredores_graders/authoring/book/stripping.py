"""Taking out of an executed page what nbgrader keeps from a trainee, and what only works in a notebook."""

import re

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearSolutions

from corredores_graders.authoring.release import release_config

#: A cell that asks the notebook's checker or for a hint, and so says nothing on a page.
ASKS_CHECKER = re.compile(r"^\s*(check|hint)\(.*\)\s*$", re.DOTALL)


def without_checks(notebook: NotebookNode) -> NotebookNode:
    """Return a copy without the cells that only call ``check`` or ``hint``."""
    copy: NotebookNode = nbformat.from_dict(notebook)
    copy.cells = [cell for cell in copy.cells if cell.cell_type != "code" or not ASKS_CHECKER.match(cell.source)]
    return copy


def stripped(executed: NotebookNode, language: str) -> NotebookNode:
    """Return a copy without solutions, hidden tests, mark schemes, outputs of answers and nbgrader's metadata."""
    page: NotebookNode = nbformat.from_dict(executed)
    config = release_config(language)
    for cell in page.cells:
        if cell.metadata.get("nbgrader", {}).get("solution") and cell.cell_type == "code":
            cell.outputs = []
    for preprocessor in (ClearSolutions, ClearHiddenTests, ClearMarkScheme):
        page, _ = preprocessor(config=config).preprocess(page, {})
    for cell in page.cells:
        cell.metadata.pop("nbgrader", None)
    return page
