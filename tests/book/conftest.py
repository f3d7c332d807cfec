"""The whole book, built once by its command for every test that reads it."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the built book. The test that asks for it is in the xdist group `book`."""
    target = tmp_path_factory.mktemp("book")
    command = [str(Path(sys.executable).with_name("corredores")), "book", "build", "--to", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=target)
    assert done.returncode == 0, done.stdout + done.stderr
    return target
