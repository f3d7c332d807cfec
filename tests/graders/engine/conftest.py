"""Warm interpreters at both levels of the sandbox, and what a test sees of a run in them."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corredores_graders.engine.inside import landlock
from corredores_graders.engine.job import CellRun, Job, Limits, Run
from corredores_graders.engine.launch import LANDLOCK, NAMESPACES
from corredores_graders.engine.warm import WarmInterpreter

LEVELS = (NAMESPACES, LANDLOCK)
#: Stands in the environment of the process that grades, in a file of its home and in the arguments of a process of its.
SECRET = "secreto-7f3a91c04de2"

_PRELUDE = (
    f"SECRET = {SECRET!r}\n"
    + """
import errno, json, os, sys

def attempt(action):
    try:
        return ["did", repr(action())[:2000]]
    except OSError as error:
        return [errno.errorcode.get(error.errno, type(error).__name__), str(error)]
    except BaseException as error:
        return [type(error).__name__, str(error)]
"""
)


def lacking(level: str) -> str:
    """What this machine lacks for a level."""
    if level == NAMESPACES:
        return "" if shutil.which("bwrap") else "bubblewrap is not installed"
    return "" if landlock.version() else "this kernel has no Landlock"


def require(level: str) -> None:
    """Skip by name where the level cannot be had; fail where it was promised."""
    if missing := lacking(level):
        if os.environ.get("CORREDORES_REQUIRE_SANDBOX") == "1":
            pytest.fail(f"{level}: CORREDORES_REQUIRE_SANDBOX=1, and {missing}", pytrace=False)
        pytest.skip(f"{level}: {missing}")


class Inside:
    """A warm interpreter, asked as tests ask."""

    def __init__(self, level: str, interpreter: Any) -> None:
        self.level, self.interpreter = level, interpreter

    def run(self, *cells: str, files: dict[str, bytes] | None = None, **limits: Any) -> Run:
        """Run cells in a child of its own."""
        run: Run = self.interpreter.run(Job(cells, files or {}, Limits(**limits)).to_bytes())
        return run

    def try_all(self, actions: dict[str, str], before: str = "", **limits: Any) -> dict[str, tuple[str, str]]:
        """What became of each expression, by its name: ``did`` and its value, or an error's name and message."""
        tried = ", ".join(f"{name!r}: attempt(lambda: {action})" for name, action in actions.items())
        run = self.run(_PRELUDE + before, f"print(json.dumps({{{tried}}}))", **limits)
        assert not run.ended and len(run.cells) == 2, (run.ended, said(run.cells[-1]))
        return {name: (how, what) for name, (how, what) in json.loads(said(run.cells[1])).items()}

    def tell(self, expression: str, before: str = "", **limits: Any) -> Any:
        """The value of an expression that JSON can carry."""
        run = self.run(_PRELUDE + before, f"print(json.dumps({expression}))", **limits)
        assert not run.ended, (run.ended, said(run.cells[-1]))
        return json.loads(said(run.cells[1]))


def said(cell: CellRun, name: str = "stdout") -> str:
    """What a cell wrote to a stream; where it raised, the error."""
    texts = [m["content"]["text"] for m in cell.messages if m["msg_type"] == "stream" and m["content"]["name"] == name]
    raised = [f"{m['content']['ename']}: {m['content']['evalue']}" for m in cell.messages if m["msg_type"] == "error"]
    return "".join([*texts, *raised])


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home with a secret in it, which the grading process has when the interpreters start."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "class.csv").write_text(SECRET, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CORREDORES_TEST_SECRET", SECRET)
        patch.setenv("HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def interpreters(home: Path) -> Iterator[dict[str, WarmInterpreter]]:
    """The warm interpreters of this worker, started when they are first asked for."""
    started: dict[str, WarmInterpreter] = {}
    yield started
    for interpreter in started.values():
        interpreter.close()


def interpreter_at(level: str, started: dict[str, WarmInterpreter]) -> WarmInterpreter:
    """The one of this level; a level that cannot be had is skipped by name, or fails where it was promised."""
    require(level)
    if level not in started:
        started[level] = WarmInterpreter(level)
        started[level].expect(["es", "en"])  # as for a class: what is made beforehand is the same as what is made cold
    return started[level]


@pytest.fixture(params=LEVELS)
def level(request: pytest.FixtureRequest) -> str:
    """Each level in turn."""
    found: str = request.param
    return found


@pytest.fixture
def inside(level: str, interpreters: dict[str, WarmInterpreter]) -> Inside:
    """The inside of the sandbox at each level."""
    return Inside(level, interpreter_at(level, interpreters))
