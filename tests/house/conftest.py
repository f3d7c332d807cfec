"""What the tests of the house share: uv, as the developer started it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def uv(project: Path) -> Callable[..., str]:
    """Run uv in the project's folder and give its standard output; a failure shows what uv said."""
    program = os.environ.get("UV") or shutil.which("uv")
    assert program, "these tests need uv: pip install uv"

    def run(*arguments: str | Path) -> str:
        done = subprocess.run([program, *arguments], cwd=project, capture_output=True, text=True)
        assert done.returncode == 0, f"uv {arguments[0]} failed:\n{done.stderr}"
        return done.stdout

    return run
