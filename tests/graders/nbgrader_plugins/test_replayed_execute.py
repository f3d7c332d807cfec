"""What was recorded elsewhere is put into a notebook as nbgrader's Execute would put it."""

from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from corredores_graders.engine.job import CellRun, Run
from corredores_graders.nbgrader_plugins.grading_notes import Happening, notes_of
from corredores_graders.nbgrader_plugins.replayed_execute import RUN, ReplayedExecute


def message(kind: str, **content: Any) -> dict[str, Any]:
    return {"msg_type": kind, "content": content}


def said(words: str) -> dict[str, Any]:
    return message("stream", name="stdout", text=words)


def replayed(*cells: CellRun, ended: str = "", sources: tuple[str, ...] = ("a", "b")) -> tuple[NotebookNode, Any]:
    notebook = new_notebook(cells=[new_markdown_cell("texto"), *map(new_code_cell, sources)])
    resources: dict[str, Any] = {RUN: Run(cells, ended, "landlock", 1.5)}
    notebook, resources = ReplayedExecute()(notebook, resources)
    return notebook, notes_of(resources)


def test_outputs_counts_and_language_are_a_kernels() -> None:
    result = message("execute_result", data={"text/plain": "1"}, metadata={}, execution_count=1)
    notebook, notes = replayed(CellRun((said("x"), result)), CellRun(), CellRun((said("y"),)), sources=("a", " ", "b"))
    first, blank, last = notebook.cells[1:]
    assert [output.output_type for output in first.outputs] == ["stream", "execute_result"]
    assert (first.execution_count, blank.execution_count, last.execution_count) == (1, None, 2)
    assert last.outputs[0].text == "y"
    assert notebook.metadata.language_info.name == "python"
    assert (notes.sandbox, notes.seconds, notes.happened, notes.stopped) == ("landlock", 1.5, [], "")


def test_clear_output_clears_at_once_or_with_the_next() -> None:
    now = CellRun((said("x"), message("clear_output", wait=False)))
    later = CellRun((said("x"), message("clear_output", wait=True), said("y")))
    notebook, _ = replayed(now, later)
    assert notebook.cells[1].outputs == []
    assert [output.text for output in notebook.cells[2].outputs] == ["y"]


def test_a_cell_that_took_too_long_has_both_errors() -> None:
    interrupted = message("error", ename="KeyboardInterrupt", evalue="", traceback=["x"])
    notebook, notes = replayed(CellRun((interrupted,), timed_out=True), CellRun((said("y"),)))
    assert [output.ename for output in notebook.cells[1].outputs] == ["KeyboardInterrupt", "CellTimeoutError"]
    assert notebook.cells[2].outputs[0].text == "y"
    assert notes.happened == [Happening("slow", 1)]
    assert notes.stopped == ""


@pytest.mark.parametrize(
    ("ended", "name"),
    [
        ("exit", "DeadKernelError"),
        ("killed", "DeadKernelError"),
        ("wall", "CellTimeoutError"),
        ("cpu", "CellTimeoutError"),
    ],
)
def test_a_run_that_ended_early_says_so_in_its_last_cell(ended: str, name: str) -> None:
    notebook, notes = replayed(CellRun((said("x"),)), ended=ended)
    first, second = notebook.cells[1:]
    assert [output.output_type for output in first.outputs] == ["stream", "error"]
    assert first.outputs[1].ename == name
    assert second.outputs == []
    assert (notes.stopped, notes.ended, notes.happened) == (name, ended, [Happening("ended", 1)])


def test_a_run_that_ended_before_its_first_cell_says_so_there() -> None:
    notebook, notes = replayed(ended="killed")
    assert notebook.cells[1].outputs[0].ename == "DeadKernelError"
    assert notes.happened == [Happening("ended", 1)]


def test_output_that_was_cut_is_said_once() -> None:
    notebook, notes = replayed(CellRun((said("x"),), cut=True), CellRun())
    assert [output.text for output in notebook.cells[1].outputs] == [
        "x",
        "[Aquí había más salida de la que se guarda; no se muestra.]\n",
    ]
    assert notes.happened == [Happening("cut", 1)]


def test_messages_of_another_form_are_dropped() -> None:
    odd = [
        message("stream", name="stdout"),
        message("error", ename="E"),
        message("update_display_data", data={"text/plain": "x"}, metadata={}),
        message("comm_open", comm_id="x"),
        message("display_data", data=None, metadata=None),
    ]
    notebook, _ = replayed(CellRun((*odd, said("y"))), CellRun())
    assert [output.get("text") for output in notebook.cells[1].outputs] == ["y"]
