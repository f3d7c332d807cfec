"""What a trainee installs: the course's wheel, alone in an empty environment."""

import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corredores.corridor import Corridor
from corredores_graders.answer_keys import module_key
from corredores_graders.judging.check_file import write_check_file

pytestmark = pytest.mark.xdist_group("trainee wheel")  # its environment is made once

FORBIDDEN_MODULES = ["corredores_graders", "nbgrader", "jupyterlab", "jupyter_book", "jupytext"]
FORBIDDEN_WORDS = ["answer_keys", "judging", "engine", "authoring", "classroom", "harness", "### BEGIN SOLUTION"]


def build(uv: Callable[..., str], package: str, folder: Path) -> Path:
    """Build the wheel of a package as a release builds it."""
    uv("build", "--quiet", "--wheel", "--package", package, "--out-dir", folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(uv: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course's wheel."""
    return build(uv, "corredores", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def trainee_python(uv: Callable[..., str], wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Python of an environment that holds the wheel and what it declares, in the locked versions."""
    environment = tmp_path_factory.mktemp("trainee") / "environment"
    locked = environment.with_name("locked.txt")
    chosen = ["--no-dev", "--no-hashes", "--no-emit-workspace", "--package", "corredores"]
    uv("export", "--quiet", "--locked", *chosen, "--output-file", locked)
    uv("venv", "--quiet", environment)
    python = environment / "bin" / "python"
    uv("pip", "install", "--quiet", "--python", python, "--constraints", locked, wheel)
    return python


def run(python: Path, folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run code as a trainee would: in a folder that is not the project's, with no project on the path."""
    empty = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run([python, "-W", "error", "-c", code], cwd=folder, env=empty, capture_output=True, text=True)


def test_wheel_holds_the_course_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"corredores"}
    assert "corredores/tables/stock.columns" in names
    assert "corredores/locale/en/LC_MESSAGES/corredores.mo" in names
    assert any(name.endswith("data/share/jupyter/labextensions/corredores/static/pictures.js") for name in names)
    suffixes = {Path(name).suffix for name in names if name.startswith("corredores/")}
    assert suffixes <= {".py", ".typed", ".columns", ".json", ".mo", ".css", ".js", ".svg"}


def test_wheel_holds_no_key_engine_or_classroom(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    for name in archive.namelist():
        assert not any(word in name for word in FORBIDDEN_WORDS), name
    sources = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".py")}
    told = {name for name, text in sources.items() if any(module in text for module in ("answer_keys", "SOLUTION"))}
    assert told == set(), f"these modules of the course speak of the trainer's: {told}"


def test_trainee_loads_data_with_their_provenance(trainee_python: Path, tmp_path: Path) -> None:
    code = (
        "from corredores import data\n"
        "stock = data.load('stock', origin='MEX', destination='USA', year=2024, sex='total')\n"
        "print(int(stock['stock'].iloc[0]), data.sources(stock)[0].publisher)"
    )
    done = run(trainee_python, tmp_path, code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("11279561 ")


@pytest.mark.parametrize("module", FORBIDDEN_MODULES)
def test_trainee_cannot_import(module: str, trainee_python: Path, tmp_path: Path) -> None:
    done = run(trainee_python, tmp_path, f"import corredores, {module}")
    assert done.returncode != 0
    assert f"No module named '{module}'" in done.stderr


IN_A_NOTEBOOK = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
for cell in {cells!r}:
    shell.run_cell(cell).raise_error()
"""
SHARE = (
    "stock = data.load('stock', origin='MEX', year=2024, sex='total').set_index('destination')['stock']\n"
    "e2_destination, e2_share = stock.idxmax(), round(100 * stock.max() / stock.sum(), 1)"
)


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [(SHARE, "✓"), (SHARE + "\ne2_share -= 0.3", "…"), ("e2_destination = e2_share = None", "○")],
    ids=["right", "not yet", "not attempted"],
)
def test_trainee_has_an_answer_checked(answer: str, verdict: str, trainee_python: Path, tmp_path: Path) -> None:
    write_check_file(module_key("m03"), "es", tmp_path / "m03.check.json")
    start = f"from corredores import check, data, my_corridor\ncorridor = my_corridor({Corridor('MEX', 'USA').code!r})"
    done = run(trainee_python, tmp_path, IN_A_NOTEBOOK.format(cells=[start, answer, "check('m03.e2')"]))
    assert done.returncode == 0, done.stderr
    card = done.stdout.splitlines()[1:]
    assert card[0].startswith(verdict), done.stdout


def test_wheel_of_the_graders_asks_for_the_course_and_adds_its_commands(uv: Callable[..., str], tmp_path: Path) -> None:
    archive = zipfile.ZipFile(build(uv, "corredores-graders", tmp_path))
    told = {name.partition(".dist-info/")[2]: name for name in archive.namelist() if ".dist-info/" in name}
    assert "Requires-Dist: corredores\n" in archive.read(told["METADATA"]).decode()
    assert "[corredores.commands]" in archive.read(told["entry_points.txt"]).decode()
    assert not any(name.startswith("corredores/") for name in archive.namelist())
