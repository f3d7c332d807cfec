"""A picture in JupyterLab: a screen reader finds it by role and name, and it is dark where the theme is."""

import json
import os
import re
import secrets
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, Page, expect

from corredores import charts

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("lab of pictures")]

THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
DRAW = 'from corredores import charts, explorers\ndisplay(explorers.destinations("VEN"))\ncharts.womens_share("PRY")'
NOTEBOOK = "pictures.ipynb"


def write_notebook(path: Path) -> None:
    """Write a notebook whose first cell has its outputs stored, as somebody opens it again; the second is to run."""
    stored = [nbformat.from_dict(output) for output in charts.concentration("SLV").outputs()]
    cells = [new_code_cell("stored", outputs=stored), new_code_cell(DRAW)]
    about = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(new_notebook(cells=cells, metadata=about), path)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module", params=list(THEMES))
def lab(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A JupyterLab with the notebook: its theme and address."""
    home = tmp_path_factory.mktemp(f"lab-{request.param}")
    chosen = home / "config/lab/user-settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"
    chosen.parent.mkdir(parents=True)
    chosen.write_text(json.dumps({"theme": THEMES[request.param]}), encoding="utf-8")
    quiet = {"news_url": None, "check_for_updates_class": "jupyterlab.NeverCheckForUpdate"}
    (home / "config/jupyter_server_config.json").write_text(json.dumps({"LabApp": quiet}), encoding="utf-8")
    folder = home / "work"
    folder.mkdir()
    write_notebook(folder / NOTEBOOK)
    port, token = free_port(), secrets.token_urlsafe(16)
    variables = {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTER_TOKEN": token,
    }
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=os.environ | variables, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status?token={token}", server)
        yield request.param, f"http://127.0.0.1:{port}/lab/tree/{NOTEBOOK}?token={token}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    end = monotonic() + 120
    while monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            sleep(0.3)
    pytest.fail("JupyterLab did not answer")


@pytest.fixture
def page(lab: tuple[str, str], browser: Browser) -> Iterator[Page]:
    """The notebook, open."""
    opened = browser.new_page(viewport={"width": 1280, "height": 1600})
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(lab[1])
    expect(opened.locator(".jp-Notebook-cell").first).to_be_visible(timeout=90_000)
    yield opened
    opened.close()
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []


def test_a_picture_is_found_by_role_and_name(lab: tuple[str, str], page: Page) -> None:
    stored, drawn = charts.concentration("SLV"), charts.womens_share("PRY")
    picture = page.get_by_role("img", name=stored.alt, exact=True)
    expect(picture.locator(".main-svg .gtitle")).to_be_visible(timeout=60_000)
    page.locator(".jp-CodeCell .cm-content", has_text="PRY").first.click()
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first).to_be_attached(timeout=90_000)
    page.keyboard.press("Control+Enter")
    run = page.get_by_role("img", name=drawn.alt, exact=True)
    expect(run.locator(".main-svg .gtitle")).to_be_visible(timeout=90_000)
    explored = page.get_by_role("img", name=charts.corridor_map("VEN").alt, exact=True)
    expect(explored.locator(".main-svg .gtitle")).to_be_visible(timeout=90_000)
    assert picture.count() == run.count() == explored.count() == 1
    inverted = run.evaluate("picture => getComputedStyle(picture).filter")
    assert bool(re.search("invert", inverted)) == (lab[0] == "dark")
    page.emulate_media(media="print")
    assert run.evaluate("picture => getComputedStyle(picture).filter") == "none"
