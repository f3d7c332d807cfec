"""In what two runs of one notebook may differ, and nothing else: the listed normalisation of graded notebooks.

Each rule says what it makes equal and why that is no difference. What no rule touches is compared byte for byte.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME

Notebook = dict[str, Any]
Output = dict[str, Any]

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_FRAME = re.compile(r"Cell In\[\d+\], line \d+|File \S+:\d+")
_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")
_MODEL = re.compile(r"\b[0-9a-f]{32}\b")
_THREAD = re.compile(r"\bThread-\d+")
_FOLDER = re.compile(r"(?:~|/)[\w./+-]*/(?=[\w-]+\.py\b)")
_CELL_FILE = re.compile(r"(?:/[\w.-]+)*/ipykernel_\d+/\d+\.py")


@dataclass(frozen=True)
class Rule:
    """Something in which two runs differ, and how it is made equal."""

    what: str
    why: str
    apply: Callable[[Notebook], None]


def normalised(notebook: Notebook) -> Notebook:
    """Return the notebook with every rule applied, in place."""
    for rule in NORMALISED:
        rule.apply(notebook)
    return notebook


def _outputs(notebook: Notebook) -> Iterator[Output]:
    for cell in notebook["cells"]:
        yield from cell.get("outputs", [])


def _without_timing(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)


def _without_widget_state(notebook: Notebook) -> None:
    notebook["metadata"].pop("widgets", None)


def _one_stream(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        merged: list[Output] = []
        for output in cell.get("outputs", []):
            last = merged[-1] if merged else {}
            if output["output_type"] == "stream" == last.get("output_type") and output["name"] == last["name"]:
                last["text"] = _joined(last["text"]) + _joined(output["text"])
            else:
                merged.append(output)
        for output in merged:
            if output["output_type"] == "stream":
                output["text"] = _joined(output["text"])
        if "outputs" in cell:
            cell["outputs"] = merged


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)


def _frames_of_tracebacks(notebook: Notebook) -> None:
    for output in _outputs(notebook):
        if output["output_type"] == "error":
            output["traceback"] = _FRAME.findall(_COLOUR.sub("", "\n".join(output["traceback"])))


def _no_addresses(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if "outputs" in cell:
            cell["outputs"] = _replaced(cell["outputs"], _ADDRESS, "0x…")


def _no_cell_files(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if "outputs" in cell:
            cell["outputs"] = _replaced(cell["outputs"], _CELL_FILE, "a cell")


def _no_names_by_chance(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if "outputs" in cell:
            named = _replaced(cell["outputs"], _MODEL, "a model")
            cell["outputs"] = _replaced(named, _THREAD, "Thread-n")


def _no_folders(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if "outputs" in cell:
            cell["outputs"] = _replaced(cell["outputs"], _FOLDER, "")


def _no_repeated_frames(notebook: Notebook) -> None:
    for output in _outputs(notebook):
        if output["output_type"] == "error":
            output["traceback"] = [line for line, _ in groupby(output["traceback"])]


def _without_level(notebook: Notebook) -> None:
    for output in _outputs(notebook):
        output.get("data", {}).get(VERDICT_MIME, {}).pop("sandbox", None)


def _replaced(thing: Any, pattern: re.Pattern[str], by: str) -> Any:
    if isinstance(thing, str):
        return pattern.sub(by, thing)
    if isinstance(thing, list):
        return [_replaced(one, pattern, by) for one in thing]
    if isinstance(thing, dict):
        return {name: _replaced(one, pattern, by) for name, one in thing.items()}
    return thing


NORMALISED = (
    Rule(
        "times of execution in a cell's metadata", "nbclient notes when a cell ran, unless told not to", _without_timing
    ),
    Rule("state of widgets in the notebook's metadata", "nbclient keeps it unless told not to", _without_widget_state),
    Rule("adjacent texts of one stream", "a kernel cuts them where its timer strikes", _one_stream),
    Rule(
        "the form of a traceback: its frames are compared, each with file or cell and line, its name and its message",
        "IPython prints the lines around each frame or, in half the time, the line alone, in colours or without",
        _frames_of_tracebacks,
    ),
    Rule("addresses such as 0x7f3a…", "of objects in memory, new in each process", _no_addresses),
    Rule(
        "names such as /tmp/ipykernel_1234/567.py",
        "ipykernel's names for a cell, with its process number",
        _no_cell_files,
    ),
    Rule("names of widgets and numbers of threads", "drawn at random, and how many began before", _no_names_by_chance),
    Rule("folders of Python's files", "a run has a folder of its own, and shortens its home to ~", _no_folders),
    Rule(
        "a frame told many times over",
        "endless recursion ends where the limit is, less what is below",
        _no_repeated_frames,
    ),
    Rule("the sandbox level that a verdict records", "a stock kernel has none", _without_level),
)
