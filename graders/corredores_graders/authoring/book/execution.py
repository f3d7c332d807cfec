"""Running a page's notebook, and keeping what it showed until its code or the course changes."""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

import corredores
from corredores.decimal_mark import OF_LANGUAGE
from corredores_graders.authoring.book.errors import PageFailed
from corredores_graders.authoring.writing import write_if_changed

#: Seconds that one cell of a page may take.
CELL_SECONDS = 120
COURSE = Path(corredores.__file__).parent
WIDGET = "application/vnd.jupyter.widget-view+json"
WIDGET_STATE = "application/vnd.jupyter.widget-state+json"
READ_BY_CELLS = (".py", ".columns", ".mo", ".json")


def execute(notebook: NotebookNode, page: str, language: str, cache: Path) -> NotebookNode:
    """Return ``notebook`` with its outputs, from ``cache`` where neither its code nor the course changed.

    Prose is no part of the key, so that mending a sentence runs nothing. Raises :class:`PageFailed` where a cell
    raises or writes to the error stream.
    """
    executed: NotebookNode = nbformat.from_dict(notebook)
    kept = cache / f"{_key(notebook, language)}.json"
    cells = [cell for cell in executed.cells if cell.cell_type == "code"]
    if not kept.is_file():
        _run(executed, page, language)
        unfold_widgets(executed)
        write_if_changed(kept, json.dumps([cell.outputs for cell in cells], ensure_ascii=False))
    for cell, outputs in zip(cells, json.loads(kept.read_text(encoding="utf-8")), strict=True):
        cell.outputs = [nbformat.from_dict(output) for output in outputs]
        cell.execution_count = None
        cell.metadata.pop("execution", None)
    executed.metadata.pop("widgets", None)
    return executed


def _run(notebook: NotebookNode, page: str, language: str) -> None:
    # No class reads a page: its figures write numbers as its prose does.
    environment = {**os.environ, "CORREDORES_LANG": language, "CORREDORES_DECIMAL_MARK": OF_LANGUAGE[language]}
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            timeout=CELL_SECONDS,
            resources={"metadata": {"path": folder}},
            extra_arguments=["--IPKernelApp.log_level=ERROR"],  # its note on TCP is not for who builds a book
        )
        try:
            client.execute(env=environment)
        except CellExecutionError as error:
            raise PageFailed(page, language, _failed_source(notebook), f"{error.ename}: {error.evalue}") from error
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                raise PageFailed(page, language, cell.source, output.text.strip().splitlines()[-1])


def unfold_widgets(notebook: NotebookNode) -> None:
    """Set below each explorer what its output area showed at the start, since a page has no kernel to draw it."""
    states = notebook.metadata.get("widgets", {}).get(WIDGET_STATE, {}).get("state", {})
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        cell.outputs = [shown for output in cell.get("outputs", []) for shown in (output, *_inside(output, states))]


def _inside(output: NotebookNode, states: dict[str, Any]) -> list[Any]:
    view = output.get("data", {}).get(WIDGET)
    pending = [view["model_id"]] if view else []
    found: list[Any] = []
    while pending:
        state = states[pending.pop(0)]["state"]
        found += state.get("outputs", [])
        pending += [child.removeprefix("IPY_MODEL_") for child in state.get("children", [])]
    return found


def _failed_source(notebook: NotebookNode) -> str:
    def failed(cell: NotebookNode) -> bool:
        return any(output.output_type == "error" for output in cell.get("outputs", []))

    return next((str(cell.source) for cell in notebook.cells if failed(cell)), "?")


def _key(notebook: NotebookNode, language: str) -> str:
    """Return the hash of everything that the outputs depend on: code, language, the course's own files."""
    code: list[Any] = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    digest = hashlib.sha256(json.dumps([language, code]).encode())
    for path in sorted(path for path in COURSE.rglob("*") if path.suffix in READ_BY_CELLS):
        digest.update(path.relative_to(COURSE).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:32]
