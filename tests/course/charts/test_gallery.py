"""The gallery: every function of the charts, in every language, wide and narrow, in the light and in the dark."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from corredores import charts
from corredores.charts.gallery import EXAMPLES, write_gallery
from corredores.language import AVAILABLE

pytestmark = pytest.mark.xdist_group("gallery")


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pages, written once."""
    folder = tmp_path_factory.mktemp("gallery")
    write_gallery(folder)
    return folder


def alternative_texts(page: Path) -> list[str]:
    return [unescape(alt) for alt in re.findall(r'role="img" aria-label="([^"]+)"', page.read_text(encoding="utf-8"))]


def test_every_function_of_the_charts_is_shown() -> None:
    functions = {name for name in charts.__all__ if name != "Picture"}
    assert {re.match(r"charts\.(\w+)\(", example)[1] for example in EXAMPLES} == functions  # type: ignore[index]


def test_every_picture_has_its_words_and_table_in_both_languages(gallery: Path) -> None:
    spoken = [alternative_texts(gallery / f"{language}.html") for language in AVAILABLE]
    assert [len(alts) for alts in spoken] == [len(EXAMPLES)] * len(AVAILABLE)
    for spanish, english in zip(*spoken, strict=True):
        assert spanish != english and len(english) > 60
    for language in AVAILABLE:
        page = (gallery / f"{language}.html").read_text(encoding="utf-8")
        assert page.startswith(f'<!DOCTYPE html>\n<html lang="{language}">')
        assert page.count("<table>") == page.count("corredores-source") == len(EXAMPLES)
        assert not re.search(r'(src|href)="(https?:)?//', page)


def test_the_command_says_where_the_page_lies(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    command = [str(Path(sys.executable).with_name("corredores")), "gallery", "--to", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert str(tmp_path / "new" / "folder" / "es.html") in done.stdout
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == [
        "en.html",
        "es.html",
        "plotly.min.js",
    ]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", AVAILABLE)
def test_every_picture_is_found_and_nothing_overflows_or_is_fetched(
    browser: Browser, gallery: Path, language: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((gallery / f"{language}.html").as_uri())
    expect(page.locator(".corredores-picture .main-svg .gtitle")).to_have_count(len(EXAMPLES))
    for alt in alternative_texts(gallery / f"{language}.html"):
        expect(page.get_by_role("img", name=alt, exact=True)).to_have_count(1)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    seen = page.locator(".corredores-picture").first
    assert ("invert" in seen.evaluate("each => getComputedStyle(each).filter")) == (scheme == "dark")
    page.emulate_media(media="print")
    assert seen.evaluate("each => getComputedStyle(each).filter") == "none"
    page.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert said == []
