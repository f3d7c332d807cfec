"""A notebook's bytes, as they came, made a notebook of the present format."""

import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.refusals import Refused


def read_notebook(path: Path, content: bytes) -> NotebookNode:
    """Return the notebook that ``content`` is, in format 4; ``path`` names it in what is said.

    Raises
    ------
    Refused
        When it is none.
    """
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        raise Refused("not_utf8", _not_utf8(path, cause.start), path.name) from cause
    try:
        parsed = json.loads(written)
    except json.JSONDecodeError as cause:
        raise Refused("truncated", _truncated(path, cause), path.name) from cause
    except RecursionError as cause:
        raise Refused("not_notebook", _not_notebook(path), path.name) from cause
    return _present_format(path, parsed)


def _present_format(path: Path, parsed: object) -> NotebookNode:
    major = parsed.get("nbformat") if isinstance(parsed, dict) else None
    if isinstance(major, int) and major > nbformat.current_nbformat:
        sentence = text(
            "{file}: está en un formato más nuevo ({major}) que el del curso. Pida a la persona que lo guarde en el "
            "JupyterLab del curso y entregue de nuevo.",
            file=path,
            major=major,
        )
        raise Refused("newer_format", sentence, path.name)
    try:
        notebook: NotebookNode = nbformat.convert(nbformat.from_dict(parsed), nbformat.current_nbformat)
        fits = isinstance(notebook.cells, list) and all(isinstance(cell, dict) for cell in notebook.cells)
    except Exception as cause:  # nbformat's converters raise whatever they stumble on
        raise Refused("not_notebook", _not_notebook(path), path.name) from cause
    if not fits:
        raise Refused("not_notebook", _not_notebook(path), path.name)
    return notebook


def _not_utf8(path: Path, place: int) -> str:
    return text(
        "{file}: no está en UTF-8 (desde el byte {place}); se guardó con otro programa. Pida a la persona que lo "
        "guarde en JupyterLab y entregue de nuevo; esta entrega se conserva.",
        file=path,
        place=place,
    )


def _truncated(path: Path, cause: json.JSONDecodeError) -> str:
    return text(
        "{file}: no es un cuaderno que se pueda leer; el archivo está incompleto o se guardó con otro programa (línea "
        "{line}). Pida a la persona que lo guarde en JupyterLab y entregue de nuevo; esta entrega se conserva.",
        file=path,
        line=cause.lineno,
    )


def _not_notebook(path: Path) -> str:
    return text(
        "{file}: no es un cuaderno que se pueda leer; el archivo está incompleto o se guardó con otro programa. Pida a "
        "la persona que lo guarde en JupyterLab y entregue de nuevo; esta entrega se conserva.",
        file=path,
    )
