"""What is asked of an interpreter and what comes back, as bytes that any executor can carry."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from corredores_graders.engine.inside.frames import KINDS

#: Types of data that are not text, as the schema of notebooks tells them apart.
_JSON = re.compile(r"^application/(.*\+)?json$")


class BadBytes(ValueError):
    """Bytes that hold no job, or no run."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use."""

    cell_seconds: float = 30
    notebook_seconds: float = 240
    cpu_seconds: int = 240
    memory_bytes: int = 1 << 30
    """beyond what the warm process itself takes"""
    scratch_bytes: int = 64 << 20
    scratch_files: int = 1000
    open_files: int = 128
    cell_output_bytes: int = 1_500_000
    output_bytes: int = 20_000_000


@dataclass(frozen=True)
class Job:
    """The code cells of one submission and the files that lie beside it."""

    cells: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    """contents by relative name, such as ``m03.check.json``"""
    limits: Limits = field(default_factory=Limits)
    live: bool = False
    """whether cells are asked for one by one, later"""

    def to_bytes(self) -> bytes:
        """Return a length, that many bytes of JSON, and the contents of the files."""
        head = {
            "cells": self.cells,
            "files": [[name, len(content)] for name, content in self.files.items()],
            "limits": asdict(self.limits),
            "cell_bytes": self.limits.cell_output_bytes,
            "run_bytes": self.limits.output_bytes,
            "live": self.live,
        }
        written = json.dumps(head).encode()
        return b"".join([len(written).to_bytes(8, "big"), written, *self.files.values()])

    @staticmethod
    def limits_of(job: bytes) -> Limits:
        """Return the limits that a job in bytes asks for.

        Raises
        ------
        BadBytes
            When these are no job's bytes.
        """
        try:
            size = int.from_bytes(job[:8], "big")
            return Limits(**json.loads(job[8 : 8 + size])["limits"])
        except (ValueError, KeyError, TypeError) as bad:
            raise BadBytes("no job") from bad


@dataclass(frozen=True)
class CellRun:
    """What one cell did: its outputs, which are hostile data, and whether it was stopped or cut."""

    messages: tuple[dict[str, Any], ...] = ()
    """each ``{"msg_type": …, "content": {…}}`` as a Jupyter kernel sends it"""
    timed_out: bool = False
    cut: bool = False
    """output beyond the bound was dropped"""


@dataclass(frozen=True)
class Run:
    """What became of a job."""

    cells: tuple[CellRun, ...]
    """as many as were begun"""
    ended: str
    """empty where the last cell ended; else ``exit``, ``killed``, ``wall``, ``cpu``, ``disk``, ``threads``, ``output``,
    ``protocol`` (what came was no message) or ``lost`` (the warm process went away)"""
    level: str
    """``namespaces``, ``landlock`` or ``none``"""
    seconds: float
    peak_bytes: int = 0
    """largest resident size of the child"""

    def to_bytes(self) -> bytes:
        """Return the run as JSON."""
        return json.dumps(asdict(self), allow_nan=False).encode("utf-8", "replace")

    @classmethod
    def from_bytes(cls, written: bytes) -> "Run":
        """Read a run that an executor brought back.

        Raises
        ------
        BadBytes
            When these are no run's bytes.
        """
        try:
            said = json.loads(written)
            cells = tuple(
                CellRun(tuple(map(checked_message, cell["messages"])), bool(cell["timed_out"]), bool(cell["cut"]))
                for cell in said["cells"]
            )
            level, seconds, peak = str(said["level"]), float(said["seconds"]), int(said["peak_bytes"])
            return cls(cells, str(said["ended"]), level, seconds, peak)
        except (ValueError, KeyError, TypeError, RecursionError) as bad:
            raise BadBytes("no run") from bad


def checked_message(message: Any) -> dict[str, Any]:
    """Return an output message in the one form in which it is handed on; what else it holds is left behind.

    Raises
    ------
    ValueError
        When it is no output.
    """
    kind, content = message["msg_type"], message["content"]
    if kind not in KINDS or not isinstance(content, dict):
        raise ValueError("no output")
    return {"msg_type": kind, "content": _CHECK[kind](content)}


def _stream(content: dict[str, Any]) -> dict[str, Any]:
    name = content["name"]
    if name not in ("stdout", "stderr"):
        raise ValueError("no such stream")
    return {"name": name, "text": _text(content["text"])}


def _error(content: dict[str, Any]) -> dict[str, Any]:
    lines = content["traceback"]
    if not isinstance(lines, list):
        raise ValueError("no traceback")
    return {"ename": _text(content["ename"]), "evalue": _text(content["evalue"]), "traceback": list(map(_text, lines))}


def _data(content: dict[str, Any]) -> dict[str, Any]:
    data, metadata = content["data"], content["metadata"]
    if not isinstance(data, dict) or not isinstance(metadata, dict):
        raise ValueError("no data")
    return {"data": {kind: shown for kind, shown in data.items() if _fits(kind, shown)}, "metadata": metadata}


def _fits(kind: str, shown: Any) -> bool:
    """Return whether a notebook can hold it: text, in lines or not, or anything where the type is JSON's."""
    lines = shown if isinstance(shown, list) else [shown]
    return bool(_JSON.search(kind)) or all(isinstance(line, str) for line in lines)


def _result(content: dict[str, Any]) -> dict[str, Any]:
    count = content["execution_count"]
    return {**_data(content), "execution_count": count if type(count) is int and count >= 0 else None}


def _clear(content: dict[str, Any]) -> dict[str, Any]:
    return {"wait": bool(content.get("wait"))}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


_CHECK = {"stream": _stream, "error": _error, "display_data": _data, "execute_result": _result, "clear_output": _clear}
