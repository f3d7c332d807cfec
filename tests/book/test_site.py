"""The whole book, built once by its command and then read as a reader's browser reads it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from corredores_graders.answer_keys import module_key
from corredores_graders.authoring.book.leaks import digests, leaks, solution_lines
from corredores_graders.authoring.build import module_source
from corredores_graders.authoring.project import Project
from corredores_graders.judging.check_file import write_check_file

pytestmark = pytest.mark.xdist_group("book")

LANGUAGES = ("es", "en")
PAGES = ("index", "m03", "i-03", "gallery", "search", "data", "table-agreement_provisions", "table-vacancy_register")
WITH_FIGURES = ("m03", "gallery")
WIDTHS = (1280, 390)


def pages(site: Path) -> Iterator[tuple[str, Path, str]]:
    for language in LANGUAGES:
        for path in sorted((site / language).glob("*.html")):
            yield language, path, path.read_text(encoding="utf-8")


def test_no_file_holds_a_solution_or_a_digest(site: Path, tmp_path: Path) -> None:
    lines: set[str] = set()
    digested: set[str] = set()
    for module in Project().modules():
        for language in LANGUAGES:
            check_file = tmp_path / f"{module.id}.{language}.check.json"
            write_check_file(module_key(module.id), language, check_file)
            digested |= digests(check_file)
            lines |= solution_lines(module_source(module.id, language))
    assert len(lines) > 20 and len(digested) > 500
    assert list(leaks(site, lines, digested)) == []


def test_the_trainer_guide_is_not_in_the_book(site: Path) -> None:
    for module in Project().modules():
        guide = module.trainer_guide.read_text(encoding="utf-8").splitlines()
        sentences = {"".join(line.split()) for line in guide if len(line) > 60}
        assert sentences and list(leaks(site, sentences)) == []


def test_every_page_has_its_language_and_a_link_to_the_same_page_in_the_other(site: Path) -> None:
    for language, path, html in pages(site):
        (other,) = set(LANGUAGES) - {language}
        assert f'<html lang="{language}"' in html, path
        link = re.search(rf'class="language-switcher" href="([^"]+)" hreflang="{other}"', html)
        assert link and (path.parent / link[1]).resolve() == site / other / path.name, path
        assert (path.parent / link[1]).is_file(), path


def test_the_words_of_the_theme_are_in_the_language_of_the_page(site: Path) -> None:
    english = (
        "Skip to",
        ">Search",
        '"Search',
        "Contents",
        "previous page",
        "next page",
        "this page",
        "Link to",
        "Toggle",
        '"Main"',
        '"Page"',
    )
    for _, path, html in (found for found in pages(site) if found[0] == "es"):
        assert [word for word in english if word in html] == [], path


class Loads(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [
            value
            for name, value in attrs
            if (value and name in ("src", "srcset")) or ((tag, name) == ("link", "href") and value)
        ]


def test_pages_load_only_files_of_the_book(site: Path) -> None:
    for _, path, html in pages(site):
        for address in set(Loads(html).addresses) - {"#"}:
            assert (path.parent / address.split("?")[0]).resolve().is_file(), f"{path}: {address}"


def test_formulas_are_mathml_and_tables_have_no_empty_heading(site: Path) -> None:
    for language in LANGUAGES:
        html = (site / language / "m03.html").read_text(encoding="utf-8")
        assert html.count("<math") > 3 and "MathJax" not in html
        assert html.count("<table") > 3 and not re.search(r"<th[^>]*>\s*</th>", html)


def test_the_shared_bundle_is_there_once_and_nothing_for_developers_is(site: Path) -> None:
    assert [path.relative_to(site).as_posix() for path in site.rglob("plotly*.js")] == ["shared/plotly.min.js"]
    assert not [path for path in site.rglob("*") if path.suffix in (".map", ".ipynb", ".md", ".inv")]


def test_each_figure_has_words_and_a_table(site: Path) -> None:
    for language in LANGUAGES:
        html = (site / language / "m03.html").read_text(encoding="utf-8")
        figures = re.findall(r"<figure class=\"corredores-figure\".*?</figure>", html, re.DOTALL)
        assert len(figures) >= 4
        for figure in figures:
            assert "<details open>" in figure or re.search(r'<img [^>]*alt="[^"]{40,}"', figure)
            assert "<table" in figure and "corredores-source" in figure


def wide_elements(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth > innerWidth
            ? [...document.querySelectorAll("article *")]
                .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 80))
            : []"""
    )
    return found or (["page"] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else [])


@pytest.mark.browser
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_file_no_page_asks_outside_complains_or_overflows(
    site: Path, browser: Browser, language: str, width: int
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for name in PAGES:
        page.goto((site / language / f"{name}.html").as_uri())
        assert wide_elements(page) == [], name
    page.close()
    assert [address for address in asked if not address.startswith(("file:", "data:", "blob:"))] == []
    assert said == []


@pytest.mark.browser
@pytest.mark.parametrize("name", WITH_FIGURES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_finds_each_figure_by_role_and_name(
    site: Path, browser: Browser, language: str, name: str
) -> None:
    page = browser.new_page()
    page.goto((site / language / f"{name}.html").as_uri())
    figures = page.locator("figure[data-figure]")
    alts = [str(figure.get_attribute("data-alt")) for figure in figures.all()]
    assert len(alts) >= 4 and all(len(alt) > 60 for alt in alts)
    for alt in alts:
        expect(page.get_by_role("img", name=alt, exact=True)).to_have_count(alts.count(alt))
    page.locator("button.corredores-live").first.click()
    expect(page.locator("figure[data-figure] .main-svg").first).to_be_visible(timeout=30_000)
    expect(page.get_by_role("img", name=alts[0], exact=True)).to_have_count(alts.count(alts[0]))
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_figures_follow_the_readers_light_and_print_on_white(
    site: Path, browser: Browser, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto((site / "es" / "gallery.html").as_uri())
    assert page.locator("html").get_attribute("data-theme") == scheme
    picture, caption = (page.locator(f"figure[data-figure] {part}").first for part in (".corredores-picture", "p"))
    assert ("invert" in picture.evaluate("each => getComputedStyle(each).filter")) == (scheme == "dark")
    assert picture.locator("img").evaluate("each => getComputedStyle(each).filter") == "none"
    ink = caption.evaluate("each => getComputedStyle(each).color")
    box = caption.evaluate("each => getComputedStyle(each.closest('.text_html')).backgroundColor")
    assert box == "rgba(0, 0, 0, 0)"
    assert (sum(map(int, re.findall(r"\d+", ink)[:3])) > 3 * 128) == (scheme == "dark")
    page.emulate_media(media="print")
    assert picture.evaluate("each => getComputedStyle(each).filter") == "none"
    page.close()


@pytest.mark.browser
def test_a_figure_comes_alive_when_asked(site: Path, browser: Browser) -> None:
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "es" / "m03.html").as_uri())
    buttons = page.locator("button.corredores-live")
    count = buttons.count()
    for left in reversed(range(count)):
        buttons.first.click()
        page.wait_for_function("n => document.querySelectorAll('button.corredores-live').length === n", arg=left)
    assert count == page.locator("figure[data-figure] .js-plotly-plot").count() >= 4
    page.close()
    assert [address for address in asked if not address.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.browser
def test_the_instrument_is_filled_in_without_a_connection(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "es" / "i-03.html").as_uri())
    page.get_by_label("país de origen").fill("Uruguay")
    with page.expect_download() as download:
        page.get_by_role("button", name="Descargar").click()
    assert "Uruguay" in Path(download.value.path()).read_text(encoding="utf-8")
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instrument_is_printed_on_one_page(site: Path, browser: Browser, language: str) -> None:
    page = browser.new_page()
    page.goto((site / language / "i-03.html").as_uri())
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "1.5cm")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=margins))) == 1
    page.close()


@pytest.mark.browser
def test_with_javascript_off_every_figure_is_a_picture_or_a_table(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "en" / "m03.html").as_uri())
    for figure in page.locator("figure[data-figure]").all():
        figure.scroll_into_view_if_needed()
        assert figure.locator("img, details[open] table").first.is_visible()
    context.close()
