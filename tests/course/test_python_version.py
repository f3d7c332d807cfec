import os
import shutil
import subprocess
from pathlib import Path

import pytest

from corredores.python_version import require

SENTENCE = (
    "Corredores necesita Python 3.11 o posterior y este es {found}. Instale uno desde python.org, o use «uv run», "
    "que trae el suyo. / Corredores needs Python 3.11 or later."
)


def an_old_python() -> str | None:
    """Path of a Python older than the course can run on, if this machine has one that starts."""
    names = [f"python3.{minor}" for minor in (10, 9, 8)]
    installed = sorted(Path.home().glob(".pyenv/versions/3.[89].*/bin/python"))
    found = filter(None, map(shutil.which, [*names, *map(str, installed)]))
    return next((path for path in found if not subprocess.run([path, "-V"], capture_output=True).returncode), None)


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_an_old_python_is_refused_in_one_sentence(version: tuple[int, int]) -> None:
    with pytest.raises(SystemExit) as ended:
        require(version)
    assert ended.value.code == SENTENCE.format(found=f"{version[0]}.{version[1]}")


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_newer_one_goes_on(version: tuple[int, int]) -> None:
    require(version)


def test_an_old_python_can_read_the_sentence(project: Path) -> None:
    old = an_old_python()
    if old is None:
        pytest.skip("old python: none older than 3.11 on this machine")
    environment = {**os.environ, "PYTHONPATH": str(project / "course"), "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run([old, "-m", "corredores", "start"], env=environment, capture_output=True, encoding="utf-8")
    version = subprocess.run([old, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"], capture_output=True)
    assert ran.stderr.strip() == SENTENCE.format(found=version.stdout.decode().strip())
    assert ran.returncode == 1
