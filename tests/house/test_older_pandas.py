"""The browser kernel has pandas 2.3: what a notebook imports gives the same there as on the locked version."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

PANDAS = "pandas==2.3.*"
TESTS = ["tests/course/data", "tests/course/indicators", "tests/course/checking"]


@pytest.mark.xdist_group("older pandas")
def test_tables_and_formulas_are_the_same_on_older_pandas(
    uv: Callable[..., str], project: Path, tmp_path: Path
) -> None:
    environment = tmp_path / "environment"
    uv("venv", "--quiet", environment)
    python = environment / "bin" / "python"
    asked = [project / "course", PANDAS, "babel", "hypothesis", "playwright", "pytest"]
    uv("pip", "install", "--quiet", "--python", python, *asked)
    # Not the project's options: they ask for plug-ins, and pandas 2.3 warns of what pandas 3 changes.
    command = [python, "-m", "pytest", "--quiet", "--override-ini=addopts=", "--import-mode=importlib", "-x"]
    command += ["-p", "no:cacheprovider", "--override-ini=filterwarnings=default", *TESTS]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON", "VIRTUAL"))}
    done = subprocess.run(command, cwd=project, env=kept, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert " passed" in done.stdout
