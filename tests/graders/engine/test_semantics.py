"""A warm run's outputs equal a cold kernel's, cell by cell."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.contest.normalising import normalised
from corredores_graders.engine.fresh import FreshInterpreter
from corredores_graders.engine.job import Limits
from corredores_graders.nbgrader_plugins.bounded_execute import KERNEL, STOCK, BoundedExecute
from corredores_graders.nbgrader_plugins.replayed_execute import RUN, ReplayedExecute
from tests.graders.engine.cells_of_notebooks import CELLS, FILES, GROUPS, TIMES
from tests.graders.engine.conftest import LEVELS, Inside, interpreter_at

pytestmark = pytest.mark.xdist_group("engine-semantics")
ROUTES = (*LEVELS, "fresh")
#: Such as 13.8 μs.
_TIME = re.compile(r"\d[\d.,e+]* (?:ns|μs|ms|s|min)\b")


def notebook(sources: list[str]) -> NotebookNode:
    cells = [new_code_cell(source, id=f"c{place}") for place, source in enumerate(sources)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def cold(sources: list[str], folder: Path) -> list[dict[str, Any]]:
    """Run cells in a stock kernel, as nbgrader with our plug-in does."""
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KERNEL, STOCK)
        patch.setenv("NBGRADER_EXECUTION", "autograde")
        executed, _ = BoundedExecute(timeout=60).preprocess(notebook(sources), {"metadata": {"path": str(folder)}})
    return outputs(executed)


def warm(sources: list[str], inside: Inside) -> list[dict[str, Any]]:
    """Run cells in the engine and put what they did into the notebook, as ``corredores grade`` does."""
    run = inside.run(*sources, files=FILES, **vars(Limits()))
    assert run.ended == ""
    executed, _ = ReplayedExecute().preprocess(notebook(sources), {RUN: run})
    return outputs(executed)


def outputs(executed: NotebookNode) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = normalised(json.loads(json.dumps(executed)))["cells"]
    return cells


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What a cold kernel shows of each cell of the corpus."""
    return dict(zip(CELLS, cold(list(CELLS.values()), tmp_path_factory.mktemp("cold")), strict=True))


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, dict[str, Any]]]:
    """What the engine shows, by route and cell; filled as routes are tried."""
    return {}


@pytest.fixture(params=ROUTES)
def route(request: pytest.FixtureRequest, shown: Any, interpreters: Any) -> Iterator[str]:
    """Each way by which the engine runs cells."""
    if request.param not in shown:
        interpreter = FreshInterpreter() if request.param == "fresh" else interpreter_at(request.param, interpreters)
        cells = warm(list(CELLS.values()), Inside(request.param, interpreter))
        shown[request.param] = dict(zip(CELLS, cells, strict=True))
    yield request.param


@pytest.mark.parametrize("group", [title for title in GROUPS if title != TIMES])
def test_a_cell_shows_what_it_shows_in_a_cold_kernel(route: str, group: str, expected: Any, shown: Any) -> None:
    differing = {name for name in GROUPS[group] if shown[route][name] != expected[name]}
    assert {name: (shown[route][name], expected[name]) for name in differing} == {}


@pytest.mark.parametrize("name", GROUPS[TIMES])
def test_a_timed_cell_shows_the_same_but_for_the_times(route: str, name: str, expected: Any, shown: Any) -> None:
    def without_times(cell: dict[str, Any]) -> list[str]:
        return [_TIME.sub("a time", json.dumps(one, sort_keys=True, ensure_ascii=False)) for one in cell["outputs"]]

    assert without_times(shown[route][name]) == without_times(expected[name])


def test_the_cold_kernel_is_no_kernel_of_ours(expected: Any) -> None:
    assert "ZMQInteractiveShell" in str(expected["kind of shell"]["outputs"])
    assert str(expected["working folder"]["outputs"]).count("modulo.py") == 1
    errors = GROUPS["Errors"].keys() - {"printed", "remembered"}
    assert [name for name in errors if not any(o["output_type"] == "error" for o in expected[name]["outputs"])] == []
