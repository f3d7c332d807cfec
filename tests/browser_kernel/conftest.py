"""The course in the browser kernel, JupyterLite with Pyodide: these tests mirror no package but a way to run them all.

Pyodide and the pure wheels come from PyPI once and are kept in ``build/cache/pyodide``. Where PyPI is not reachable the
tests are skipped by name, and fail with CORREDORES_REQUIRE_BROWSER=1. What is tried is the wheel as a release builds
it, with ``CORREDORES_TABLES=core``; Chromium finds no name but that of this machine: nothing can come from elsewhere.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser_kernel import downloads
from tests.conftest import CHROMIUM_SWITCHES, PROJECT

NO_OTHER_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@pytest.fixture(scope="session")
def pyodide() -> Path:
    """The folder of a complete Pyodide; the pure wheels are there as well."""
    try:
        downloads.pure_wheels()
        return downloads.pyodide()
    except downloads.NotReachable as reason:
        if os.environ.get("CORREDORES_REQUIRE_BROWSER") == "1":
            pytest.fail(f"browser kernel: CORREDORES_REQUIRE_BROWSER=1, and PyPI gives no Pyodide: {reason}")
        pytest.skip(f"browser kernel: PyPI gives no Pyodide: {reason}")


@pytest.fixture(scope="session")
def course_wheel(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Build the course's wheel with tables: ``all`` or ``core``."""

    def build(tables: str) -> Path:
        folder = tmp_path_factory.mktemp(f"wheel-{tables}")
        command = [os.environ.get("UV") or shutil.which("uv") or "uv", "build", "--wheel"]
        command += ["--package", "corredores", "--out-dir", str(folder)]
        chosen = os.environ | {"CORREDORES_TABLES": tables}
        done = subprocess.run(command, cwd=PROJECT, env=chosen, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return next(folder.glob("*.whl"))

    return build


@pytest.fixture(scope="session")
def core_wheel(course_wheel: Callable[[str], Path]) -> Path:
    """The wheel of the browser kernel."""
    return course_wheel("core")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium that finds no other machine."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_SWITCHES, NO_OTHER_MACHINE])
        yield started
        started.close()
