"""The built notebooks run again to the same verdicts and figure data, and a copy broken on purpose does not."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from corredores_graders.answer_keys import module_ids, module_key
from corredores_graders.authoring.build import module_source
from corredores_graders.judging.check_file import write_check_file
from tests.notebooks.make_reference import LANGUAGES, reference_path

REMAKE = "uv run python -m tests.notebooks.make_reference"
CASES = [pytest.param(m, lang, id=f"{m}-{lang}") for m in module_ids() for lang in LANGUAGES]


def run_nbval(notebook: Path) -> subprocess.CompletedProcess[str]:
    """Run nbval on ``notebook`` in its own folder, without this project's settings."""
    settings = notebook.parent / "nbval.ini"
    settings.write_text("[pytest]\n", encoding="utf-8")
    switches = [
        "-q",
        "-c",
        settings.name,
        "-p",
        "no:xdist",
        "--nbval",
        "--nbval-current-env",
        "--nbval-cell-timeout=120",
    ]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *switches, notebook.name],
        cwd=notebook.parent,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )


def laid_out(module: str, language: str, folder: Path) -> Path:
    """Copy the reference beside a fresh check file."""
    notebook = folder / f"{module}.ipynb"
    shutil.copy(reference_path(module, language), notebook)
    write_check_file(module_key(module), language, folder / f"{module}.check.json")
    return notebook


@pytest.mark.parametrize(("module", "language"), CASES)
def test_the_reference_is_of_this_text(module: str, language: str) -> None:
    reference = nbformat.read(reference_path(module, language), as_version=4)
    built = module_source(module, language)
    stale = [
        cell.source for cell, kept in zip(built.cells, reference.cells, strict=False) if cell.source != kept.source
    ]
    assert not stale and len(built.cells) == len(reference.cells), f"the text has changed: {REMAKE}"


@pytest.mark.parametrize(("module", "language"), CASES)
def test_same_verdicts_and_figures(module: str, language: str, tmp_path: Path) -> None:
    run = run_nbval(laid_out(module, language, tmp_path))
    assert run.returncode == 0, f"{run.stdout[-4000:]}\nIf the change is meant: {REMAKE}"


def test_a_copy_broken_on_purpose_fails(tmp_path: Path) -> None:
    path = laid_out("m03", "es", tmp_path)
    notebook = nbformat.read(path, as_version=4)
    answer = next(c for c in notebook.cells if "e8_option" in c.source)
    answer.source = answer.source.replace('e8_option = "c"', 'e8_option = "b"')
    concentration = next(c for c in notebook.cells if "charts.concentration(" in c.source)
    concentration.source = concentration.source.replace("corridor.origin", '"SLV"')
    nbformat.write(notebook, path)
    run = run_nbval(path)
    assert run.returncode == 1
    assert "2 failed" in run.stdout, run.stdout[-2000:]
