"""Every control of every explorer, moved by keyboard alone in a real JupyterLab, and what the figure then says."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, TimeoutError, expect

from corredores import explorers
from corredores.language import current

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("explorers in lab")]

# What is typed into each field of an explorer, in order; every button of a group is pressed besides.
TYPED: dict[str, tuple[str, ...]] = {
    "destinations": ("Paraguay",),
    "compare_corridors": ("Paraguay", "Argentina", "Haití", "Canadá"),
    "rival_sources": ("Ecuador", "España"),
    "labour_markets": ("Paraguay", "Chile"),
    "country_profile": ("Paraguay",),
}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of a JupyterLab of its own and its folder."""
    folder = tmp_path_factory.mktemp("lab")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {name: str(folder / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}"]
    command += ["--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"]
    with subprocess.Popen(
        command, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as run:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{address}/api/status", timeout=2)
                break
            except OSError:
                time.sleep(0.5)
        yield address, folder
        run.terminate()


def opened(page: Page, lab: tuple[str, Path], name: str) -> None:
    """Open a notebook with one explorer and run it."""
    address, folder = lab
    cell = nbformat.v4.new_code_cell(f"from corredores import explorers\nexplorers.{name}()")
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=[cell], metadata=kernel), folder / f"{name}.ipynb")
    page.goto(f"{address}/lab/workspaces/{name}/tree/{name}.ipynb?reset")
    expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first).to_be_attached(timeout=90_000)
    page.locator(".jp-CodeCell .cm-content").first.click()
    status = page.get_by_role("status").filter(has_text=".")
    for _ in range(6):  # JupyterLab shows an idle kernel before it is connected, and drops what is run until then
        page.keyboard.press("Control+Enter")
        try:
            status.wait_for(timeout=20_000)
        except TimeoutError:
            continue
        return
    pytest.fail(f"{name} is never shown")


def reach(page: Page, control: Locator, key: str = "Tab") -> None:
    """Press Tab, or Shift+Tab, until the control has the focus: no mouse."""
    for _ in range(40):
        if control.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} never reaches {control}")


def figure_says(page: Page) -> str:
    """The accessible name of the figure that is shown."""
    return page.locator(".jp-OutputArea [role=img]").last.get_attribute("aria-label") or ""


def changed(read: Callable[[], str], before: str) -> str:
    """Wait until what is read is another text, and return it."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        now = read()
        if now and now != before:
            return now
        time.sleep(0.2)
    pytest.fail(f"still: {before}")


@pytest.mark.parametrize("name", explorers.__all__)
def test_every_control_answers_the_keyboard(name: str, lab: tuple[str, Path], browser: Browser) -> None:
    assert current() == "es"
    page = browser.new_page(viewport={"width": 1280, "height": 1400})
    opened(page, lab, name)
    status, panel = page.get_by_role("status").filter(has_text="."), page.locator(".jupyter-widgets.widget-vbox").first
    fields = panel.locator("input[type=text]")
    fields.first.focus()
    for place, written in enumerate(TYPED[name]):
        reach(page, fields.nth(place))
        before = figure_says(page)
        page.keyboard.type(written)
        page.keyboard.press("Enter")
        said = changed(lambda: figure_says(page), before)
        assert written in said, f"{written}: {said}"
    expect(status).to_contain_text(TYPED[name][0])
    buttons = panel.locator(".widget-toggle-button")
    for place in range(buttons.count()):
        if "mod-active" in (buttons.nth(place).get_attribute("class") or ""):
            continue
        before = figure_says(page)
        reach(page, buttons.nth(place))
        page.keyboard.press("Enter")
        changed(lambda: figure_says(page), before)
    assert shown_numbers(figure_says(page)) & shown_numbers(
        page.locator(".corredores-caption table").last.text_content() or ""
    )
    page.close()


def shown_numbers(text: str) -> set[str]:
    """The numbers of a text, as they are written."""
    return set(re.findall(r"\d[\d.,]*\d", text))
