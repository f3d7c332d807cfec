"""Every explorer in JupyterLite: each control moved by keyboard alone, and what it then says, compared with here."""

import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from corredores import data, explorers
from corredores.data import compiled
from tests.browser_kernel.lite_site import build_site
from tests.browser_kernel.serving import served
from tests.course.explorers.test_in_lab import TYPED, reach, shown_numbers

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser kernel")]

FIRST_CELL = "import pandas\nfrom corredores import explorers\nprint('pandas', pandas.__version__)"
PATIENCE = 240_000  #: ms; the kernel starts within a minute on an idle machine


@dataclass
class Lite:
    """A notebook open in JupyterLite, and the addresses that the browser has asked for since."""

    page: Page
    asked: list[str] = field(default_factory=list)

    def run(self, cell: int) -> Locator:
        """Run a cell by keyboard and give its output."""
        found = self.page.locator(".jp-CodeCell").nth(cell)
        found.locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        return found.locator(".jp-Cell-outputArea")


@pytest.fixture(scope="module")
def core_tables(core_wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that this wheel carries."""
    folder = tmp_path_factory.mktemp("core")
    with zipfile.ZipFile(core_wheel) as packed:
        packed.extractall(folder, [name for name in packed.namelist() if name.startswith("corredores/tables/")])
    return folder / "corredores" / "tables"


@pytest.fixture(scope="module")
def lite(pyodide: Path, core_wheel: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lite]:
    """A site of its own with one notebook, a cell an explorer, whose kernel runs."""
    folder = tmp_path_factory.mktemp("lite")
    cells = [nbformat.v4.new_code_cell(FIRST_CELL)]
    cells += [nbformat.v4.new_code_cell(f"explorers.{name}()") for name in explorers.__all__]
    kernel = {"kernelspec": {"name": "python", "display_name": "Python (Pyodide)"}}
    (folder / "notebooks").mkdir()
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "notebooks" / "explorers.ipynb")
    with served(build_site(folder, core_wheel, folder / "notebooks")) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 1400})
        opened = Lite(context.new_page())
        context.on("request", lambda request: opened.asked.append(request.url))
        opened.page.goto(f"{address}/lab/index.html?path=explorers.ipynb")
        opened.page.locator(".jp-CodeCell").first.wait_for(timeout=PATIENCE)
        expect(opened.run(0)).to_contain_text("pandas 2.3.", timeout=PATIENCE)
        yield opened
        context.close()


@dataclass
class Panel:
    """An explorer in the browser."""

    output: Locator

    def state(self) -> tuple[str, str]:
        """The sentence, and the accessible name of the figure or nothing."""
        figures = self.output.locator("[role=img]")
        drawn = figures.last.get_attribute("aria-label") or "" if figures.count() else ""
        return self.output.get_by_role("status").inner_text(), drawn

    def becomes(self, expected: tuple[str, str]) -> None:
        """Wait until sentence and figure are as expected."""
        until, state = time.monotonic() + 120, ("", "")
        while time.monotonic() < until and state != expected:
            time.sleep(0.2)
            state = self.state()
        assert state == expected


def state_here(panel: Any) -> tuple[str, str]:
    """What the same explorer says in this process."""
    sentence, picture = panel.children[-2:]
    named = [output["metadata"]["corredores"]["alt"] for output in picture.outputs if output["metadata"]]
    return sentence.value.partition(">")[2].removesuffix("</div>"), named[0] if named else ""


def choices_here(panel: Any, kind: str) -> list[Any]:
    """The choices of an explorer in this process, of a kind."""
    found = [choice for row in panel.children[:-2] for choice in row.children]
    return [choice for choice in found if type(choice).__name__ == kind]


@pytest.mark.parametrize("name", explorers.__all__)
def test_every_control_answers_the_keyboard_with_the_same_figures(
    name: str, lite: Lite, core_tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_TABLES", core_tables)
    here = getattr(explorers, name)()
    output = lite.run(1 + explorers.__all__.index(name))
    output.get_by_role("status").wait_for(timeout=PATIENCE)
    panel = Panel(output)
    panel.becomes(state_here(here))
    fields = output.locator("input[type=text]")
    fields.first.focus()
    for place, written in enumerate(TYPED[name]):
        reach(lite.page, fields.nth(place))
        lite.page.keyboard.type(written)
        lite.page.keyboard.press("Enter")
        choices_here(here, "Combobox")[place].value = written
        panel.becomes(state_here(here))
    for group, buttons in enumerate(choices_here(here, "ToggleButtons")):
        pressed = output.locator(".widget-toggle-buttons").nth(group).locator(".widget-toggle-button")
        assert pressed.count() == len(buttons.options)
        for place in [*range(1, pressed.count()), 0]:
            reach(lite.page, pressed.nth(place), "Tab" if place else "Shift+Tab")
            lite.page.keyboard.press("Enter")
            buttons.index = place
            panel.becomes(state_here(here))
    assert_figures_are_those_of_the_tables(name, *panel.state())


def assert_figures_are_those_of_the_tables(name: str, said: str, drawn: str) -> None:
    """Compare the last sentence and figure with the rows themselves, or find the table named that is not there."""

    def persons(**wanted: Any) -> set[str]:
        stock = data.load("stock", year=2024, sex="total", **wanted)
        return {f"{stock['stock'].max():,}".replace(",", ".")}

    if name == "destinations":
        assert persons(origin="PRY") <= shown_numbers(said)
        assert persons(origin="PRY") <= shown_numbers(drawn)
    elif name == "compare_corridors":
        for origin, destination in (("PRY", "ARG"), ("HTI", "CAN")):
            assert persons(origin=origin, destination=destination) <= shown_numbers(said)
        assert "Haití" in drawn
    elif name == "country_profile":
        people = data.load("population", iso3="PRY", year=2024, sex="total")["population"].item()
        assert {f"{people:,}".replace(",", ".")} <= shown_numbers(said)
        assert persons(origin="WLD", destination="PRY") <= shown_numbers(said)
        assert persons(origin="PRY") <= shown_numbers(drawn)
    else:
        [table] = {"rival_sources": ["stock_vintages"], "labour_markets": ["labour"]}[name]
        assert not compiled.descriptors()[table]["core"]
        assert f"«{table}»" in said and not drawn


def test_nothing_is_asked_of_another_machine(lite: Lite) -> None:
    own = urlsplit(lite.page.url).netloc
    assert {urlsplit(address).netloc for address in lite.asked if address.startswith("http")} == {own}
    assert any(address.endswith("pyodide.asm.wasm") for address in lite.asked), "the kernel's own requests are not seen"
    assert any("/corredores-" in address and address.endswith(".whl") for address in lite.asked)
