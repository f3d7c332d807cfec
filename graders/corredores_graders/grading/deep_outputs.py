"""Outputs nested so deeply that no program writes them to a file."""

from typing import Any

from nbformat import NotebookNode

#: A plotly figure is nested some ten levels deep.
_DEEPEST = 100


def drop_deep(notebook: NotebookNode) -> None:
    """Take out of ``notebook`` the data of outputs that are nested deeper than anything a person shows."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            for kind in [kind for kind, value in data.items() if _is_deep(value)]:
                del data[kind]


def _is_deep(value: Any) -> bool:
    level, depth = [value], 0
    while level and depth <= _DEEPEST:
        nested = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, (dict, list)))
        level = [inner for values in nested for inner in values]
        depth += 1
    return bool(level)
