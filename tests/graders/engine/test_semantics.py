"""A warm run's outputs equal a cold kernel's, cell by cell."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corredores_graders.engine.fresh import FreshInterpreter
from tests.graders.engine.both_ways import cold, notebook, warm
from tests.graders.engine.cells_of_notebooks import CELLS, FILES, GROUPS, TIMES
from tests.graders.engine.conftest import LEVELS, Inside, interpreter_at, said

pytestmark = pytest.mark.xdist_group("engine-semantics")
ROUTES = (*LEVELS, "fresh")
#: Such as 13.8 μs.
_TIME = re.compile(r"\d[\d.,e+]* (?:ns|μs|ms|s|min)\b")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What a cold kernel shows of each cell of the corpus."""
    return dict(zip(CELLS, cold(notebook(*CELLS.values()), FILES, tmp_path_factory.mktemp("cold")), strict=True))


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, dict[str, Any]]]:
    """What the engine shows, by route and cell; filled as routes are tried."""
    return {}


@pytest.fixture(params=ROUTES)
def route(request: pytest.FixtureRequest, shown: Any, interpreters: Any) -> Iterator[str]:
    """Each way by which the engine runs cells."""
    if request.param not in shown:
        interpreter = FreshInterpreter() if request.param == "fresh" else interpreter_at(request.param, interpreters)
        cells = warm(notebook(*CELLS.values()), FILES, Inside(request.param, interpreter))
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


def test_an_interrupted_cell_shows_the_same_and_the_next_one_runs(inside: Inside, tmp_path: Path) -> None:
    cells = (
        "import time\nprint('antes')\ntime.sleep(60)",
        "print('después')",
        "def f():\n    while True: pass\nf()",
        "1",
    )
    read = warm(notebook(*cells), {}, inside, cell_seconds=1)
    expected = cold(notebook(*cells), {}, tmp_path, seconds=1)
    for ours, theirs in zip(read, expected, strict=True):
        names = [
            [(o["output_type"], o.get("ename"), o.get("text")) for o in cell["outputs"]] for cell in (ours, theirs)
        ]
        assert names[0] == names[1]


ON_PURPOSE = {
    "shell": "!ls",
    "shell assigned": "x = !ls\nx",
    "shell cell": "%%bash\nls",
    "install": "%pip install nada",
    "download": "import pandas\npandas.read_csv('https://example.org/x.csv')",
}


@pytest.mark.parametrize("name", ON_PURPOSE)
def test_what_differs_on_purpose_fails_with_an_error_and_the_next_cell_runs(inside: Inside, name: str) -> None:
    run = inside.run(ON_PURPOSE[name], "print('sigue')")
    errors = [message["content"]["ename"] for message in run.cells[0].messages if message["msg_type"] == "error"]
    assert len(errors) == 1 and errors[0] in ("OSError", "BlockingIOError", "URLError"), errors
    assert said(run.cells[1]) == "sigue\n"
