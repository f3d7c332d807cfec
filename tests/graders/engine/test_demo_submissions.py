"""The twelve submissions of the demo class show in the engine what they show in a cold kernel."""

import copy
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from corredores_graders.classroom.class_list import read_class_list
from corredores_graders.classroom.demo_class import fill, read_answers
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console
from corredores_graders.engine.warm import WarmInterpreter
from tests.graders.engine.both_ways import Cells, cold, warm
from tests.graders.engine.conftest import LEVELS, Inside, interpreter_at

DEMO = Path(__file__).parents[3] / "demo"
CLASS = read_class_list(DEMO / "class.csv")
CHECKS = "m03.check.json"
pytestmark = [
    pytest.mark.xdist_group("engine-demo"),
    pytest.mark.filterwarnings("ignore:Non-unique cell id"),  # somebody copied a cell
]


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The released notebook, its check file beside it."""
    classroom = prepare(tmp_path_factory.mktemp("demo") / "aula", "m03", "es", plain_console())
    return classroom.trainer / "release" / "m03" / "m03.ipynb"


def submitted(release: Path, trainee: str) -> NotebookNode:
    answers = read_answers(DEMO / "trainees" / f"{trainee}.md")
    return nbformat.reads(fill(release, answers, CLASS[trainee]).decode(), as_version=4)


def of_code(cells: Cells) -> Cells:
    return [cell for cell in cells if cell["cell_type"] == "code"]


@pytest.mark.parametrize("trainee", sorted(CLASS))
def test_a_submission_shows_the_same(
    trainee: str, release: Path, interpreters: dict[str, WarmInterpreter], tmp_path: Path
) -> None:
    read = submitted(release, trainee)
    files = {CHECKS: release.with_name(CHECKS).read_bytes()}
    expected = of_code(cold(copy.deepcopy(read), files, tmp_path))
    assert any(cell["outputs"] for cell in expected)
    for level in LEVELS:
        ours = of_code(warm(copy.deepcopy(read), files, Inside(level, interpreter_at(level, interpreters))))
        for place, (one, other) in enumerate(zip(ours, expected, strict=True)):
            assert one == other, (level, place)
