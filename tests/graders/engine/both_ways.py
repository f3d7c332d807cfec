"""One notebook, run in a stock kernel and in the engine."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.contest.normalising import normalised
from corredores_graders.engine.job import Limits
from corredores_graders.nbgrader_plugins.bounded_execute import KERNEL, STOCK, BoundedExecute
from corredores_graders.nbgrader_plugins.replayed_execute import RUN, ReplayedExecute
from tests.graders.engine.conftest import Inside

Cells = list[dict[str, Any]]


def notebook(*sources: str) -> NotebookNode:
    """A notebook with these code cells."""
    cells = [new_code_cell(source, id=f"c{place}") for place, source in enumerate(sources)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def cold(read: NotebookNode, files: Mapping[str, bytes], folder: Path, seconds: int = 60) -> Cells:
    """Its cells after a run in a stock kernel, as nbgrader with our plug-in does it."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KERNEL, STOCK)
        patch.setenv("NBGRADER_EXECUTION", "autograde")
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")  # as in the sandbox, where nothing outlives a submission
        run, _ = BoundedExecute(timeout=seconds).preprocess(read, {"metadata": {"path": str(folder)}})
    return cells_of(run)


def warm(read: NotebookNode, files: Mapping[str, bytes], inside: Inside, **limits: Any) -> Cells:
    """Its cells after a run in the engine, as ``corredores grade`` does it."""
    sources = [cell.source for cell in read.cells if cell.cell_type == "code"]
    run = inside.run(*sources, files=dict(files), **{**vars(Limits()), **limits})
    assert run.ended == ""
    executed, _ = ReplayedExecute().preprocess(read, {RUN: run})
    return cells_of(executed)


def cells_of(executed: NotebookNode) -> Cells:
    """The cells after the listed normalisation, as a file holds them."""
    cells: Cells = normalised(json.loads(json.dumps(executed)))["cells"]
    return cells
