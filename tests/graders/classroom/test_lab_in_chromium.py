"""The released notebook in a real JupyterLab: a right, a mistaken and an untouched answer, and an explorer."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from corredores_graders.classroom.labs import choose_ports
from corredores_graders.classroom.layout import Classroom
from tests.graders.classroom.test_starting import started

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("classroom")]


def answer(page: Page, marker: str, *lines: str) -> None:
    """Type ``lines`` at the end of the cell that holds ``marker``."""
    editor = page.locator(".jp-CodeCell .cm-content", has_text=marker).first
    editor.scroll_into_view_if_needed()
    editor.click()
    page.keyboard.press("Control+End")
    for line in lines:
        page.keyboard.press("Enter")
        page.keyboard.type(line)


def card(page: Page, title: str) -> str:
    """Return the text of the card of an exercise once it is there."""
    found = page.locator(".corredores-card", has_text=title).first
    expect(found).to_be_attached(timeout=90_000)
    return found.text_content() or ""  # cells outside the window are attached, not shown


def test_a_trainee_answers(classroom: Classroom, browser: Browser) -> None:
    outside: list[str] = []
    with started(classroom.root, choose_ports(None)[0]) as (_, addresses):
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.on("request", lambda request: outside.append(request.url) if _leaves(request.url) else None)
        page.goto(addresses[-1])
        expect(page.locator(".jp-Notebook-cell").first).to_be_visible(timeout=90_000)
        expect(page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").first).to_be_attached(timeout=90_000)
        answer(page, "e2_share = None", 'e2_destination = "Costa Rica"', 'e2_share = "46,8 %"')
        answer(page, "e3_hhi = None", "e3_hhi = 3383")
        page.keyboard.press("Escape")
        page.locator(".lm-MenuBar-itemLabel", has_text=re.compile("^(Run|Ejecutar)$")).click()
        page.locator(".lm-Menu-itemLabel", has_text=re.compile("^(Run All Cells|Ejecutar todas las celdas)$")).click()
        assert "Correcto" in card(page, "Ejercicio 2.")
        assert "10 000" in card(page, "Ejercicio 3.")
        assert "Sin responder" in card(page, "Ejercicio 7.")
        expect(page.locator(".jupyter-widgets input").first).to_be_attached(timeout=90_000)
        page.close()
    assert not outside


def _leaves(address: str) -> bool:
    return not address.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:"))
