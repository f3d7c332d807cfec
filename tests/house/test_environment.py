"""environment.yml follows uv.lock."""

import subprocess
import sys
from pathlib import Path

import yaml


def test_environment_is_in_step_with_the_lock(project: Path) -> None:
    script = [sys.executable, ".ci/environment.py"]
    made = subprocess.run(script, cwd=project, capture_output=True, text=True, check=True).stdout
    assert (project / "environment.yml").read_text() == made


def test_environment_holds_python_the_lock_and_both_packages(project: Path) -> None:
    dependencies = yaml.safe_load((project / "environment.yml").read_text())["dependencies"]
    assert dependencies[0].startswith("python=3.")
    packages = dependencies[2]["pip"]
    assert any(line.startswith("nbgrader==") for line in packages)
    assert packages[-2:] == ["-e ./course", "-e ./graders"]
