"""The appendix of the book: a page a table, as a reader and a screen reader meet it."""

import csv
import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from datasets.recipes.tables import TABLES

pytestmark = pytest.mark.xdist_group("book")

LANGUAGES = ("es", "en")
SECTIONS = {"es": ("Campos", "Cobertura", "Comprobaciones"), "en": ("Fields", "Coverage", "Checks")}


def article(site: Path, language: str, page: str) -> str:
    html = (site / language / f"{page}.html").read_text(encoding="utf-8")
    return html[html.index("<article") : html.index("</article>")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_its_page_and_the_index_and_the_contents_lead_to_it(site: Path, language: str) -> None:
    index = article(site, language, "data")
    contents = (site / language / "index.html").read_text(encoding="utf-8")
    for table in TABLES:
        page = f"table-{table.name}"
        assert f'href="{page}.html"' in index and f'href="{page}.html"' in contents
        html = article(site, language, page)
        assert all(f">{section}<" in html for section in SECTIONS[language]), page
        assert all(f"<code>{field.name}</code>" in html for field in table.fields), page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_finds_one_title_captions_and_directions(site: Path, language: str) -> None:
    for page in ("data", *(f"table-{table.name}" for table in TABLES)):
        html = article(site, language, page)
        assert len(re.findall(r"<h1\b", html)) == 1, page
        assert not re.search(r"<(h\d|th|caption|dt|li)[^>]*>\s*</", html), page
        assert all("scope=" in heading for heading in re.findall(r"<th\b[^>]*>", html)), page
        tables = re.findall(r"<table\b.*?</table>", html, re.DOTALL)
        assert tables and all("<caption>" in table for table in tables), page
        assert html.count('class="table-scroll" role="region" tabindex="0" aria-label="') == len(tables), page


def test_the_heat_map_is_a_table_of_numbers_equal_to_an_independent_count(site: Path, project: Path) -> None:
    with (project / "datasets" / "neet.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["value"] or row["flag"] or row["source"]]
    with (project / "datasets" / "countries.csv").open(encoding="utf-8", newline="") as file:
        region = {row["iso3"] for row in csv.DictReader(file) if row["lac33"] == "True"}
    heat = re.search(r'<table class="data-heat">.*?</table>', article(site, "es", "table-neet"), re.DOTALL)
    assert heat
    _, *periods = re.findall(r'<th scope="col">(.*?)</th>', heat[0])
    first_row = re.findall(r"<tr>.*?</tr>", heat[0])[1]
    counts = [int(count) for count in re.findall(r'<td class="shade-\d">(\d+)</td>', first_row)]
    assert len(counts) == len(periods) > 5
    for period, count in zip(periods, counts, strict=True):
        first, _, last = unescape(period).partition("–")
        years = range(int(first), int(last or first) + 1)
        assert count == len({row["iso3"] for row in rows if int(row["year"]) in years} & region), period


@pytest.mark.parametrize(("language", "synthetic", "confirm"), [
    ("es", "SINTÉTICOS", "POR CONFIRMAR"), ("en", "SYNTHETIC", "TO BE CONFIRMED"),
])  # fmt: skip
def test_what_is_invented_or_not_confirmed_says_so_first(
    site: Path, language: str, synthetic: str, confirm: str
) -> None:
    for table in TABLES:
        said = " ".join(re.findall(r'class="data-warning">(.*?)</p>', article(site, language, f"table-{table.name}")))
        assert (synthetic in said, confirm in said) == (table.synthetic, table.to_confirm), table.name


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_wide_table_scrolls_in_its_own_box_and_shades_can_be_read(site: Path, browser: Browser, scheme: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto((site / "es" / "table-job_orders.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    fields = page.get_by_role("region", name="Campos: job_orders")
    assert fields.evaluate("box => box.scrollWidth > box.clientWidth && box.tabIndex === 0")
    page.goto((site / "es" / "table-neet.html").as_uri())
    contrasts: list[float] = page.locator(".data-heat td").evaluate_all(CONTRASTS)
    assert len(contrasts) > 20 and min(contrasts) >= 4.5
    page.close()


@pytest.mark.browser
def test_on_paper_no_table_is_cut(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": A4, "height": 1000})
    page.emulate_media(media="print")
    for name in ("table-job_orders", "table-neet", "table-stock_by_source", "data"):
        page.goto((site / "es" / f"{name}.html").as_uri())
        wide = "boxes => boxes.filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.ariaLabel)"
        assert page.locator(".table-scroll").evaluate_all(wide) == [], name
    page.close()


#: Pixels between the margins of a sheet.
A4 = 680
#: WCAG 2: (L1 + 0.05) / (L2 + 0.05) of the text and the first ground behind it that is not clear.
CONTRASTS = """cells => cells.map(cell => {
    const parts = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => {
        const linear = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        const [r, g, b] = parts(colour).map(v => linear(v / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let ground = cell;
    const clear = element => parts(getComputedStyle(element).backgroundColor)[3] === 0;
    while (ground.parentElement && clear(ground)) ground = ground.parentElement;
    const both = [light(getComputedStyle(cell).color), light(getComputedStyle(ground).backgroundColor)];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
})"""
