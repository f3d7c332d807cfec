"""What comes from PyPI is taken only with its checksum, and its absence is told from its damage."""

import shutil
from pathlib import Path

import pytest

from tests.browser_kernel import downloads

pytestmark = pytest.mark.xdist_group("browser kernel")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setattr(downloads, "CACHE", tmp_path)
    return tmp_path


@pytest.mark.browser
def test_damaged_file_of_pyodide_is_named(pyodide: Path, cache: Path) -> None:
    copy = cache / "distribution"
    copy.mkdir()
    shutil.copy(pyodide / "pyodide-lock.json", copy)
    [(file, _), *_] = downloads.locked_files(pyodide)
    content = file.read_bytes()
    (copy / file.name).write_bytes(content)
    assert downloads.pyodide() == copy
    (copy / file.name).write_bytes(content[:-1])
    with pytest.raises(AssertionError, match=file.name):
        downloads.pyodide()


@pytest.mark.browser
def test_wheel_with_another_checksum_is_refused(
    pyodide: Path, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wheels.txt").write_text(f"comm==0.2.3 --hash=sha256:{'0' * 64}\n")
    monkeypatch.setattr(downloads, "HERE", tmp_path)
    with pytest.raises(AssertionError, match="DO NOT MATCH THE HASHES"):
        downloads.pure_wheels()


def test_pypi_that_does_not_answer_is_said(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(downloads.NotReachable):
        downloads.pure_wheels()
