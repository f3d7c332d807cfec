"""The feedback page and formgrader's page of a submission: nothing runs, nothing is fetched, nothing is forged."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from playwright.sync_api import Browser, expect
from traitlets.config import Config

from corredores_graders.nbgrader_plugins import configure
from corredores_graders.nbgrader_plugins.charts import drawing_script, script_hashes
from tests.graders.nbgrader_plugins.conftest import Course

pytestmark = pytest.mark.xdist_group("nbgrader_plugins")
TRAINEES = ("right", "forger", "edited")
ADDRESS = re.compile(r"(?i)^\s*(https?:)?//")


@pytest.mark.parametrize("trainee", TRAINEES)
def test_a_feedback_page_loads_nothing_and_runs_only_our_script(course: Course, trainee: str) -> None:
    soup = course.soup(trainee)
    for element in soup.find_all(True):
        assert not [name for name in element.attrs if name.startswith("on")], element
        assert not ADDRESS.match(element.get("src", "")), element
        assert element.name not in ("link", "iframe", "object", "embed", "base")
        assert not element.get("href", "").lower().startswith(("javascript:", "data:"))
    running = [
        script for script in soup.find_all("script") if script.get("type") not in ("application/json", "text/plain")
    ]
    assert all(script.string == drawing_script() and not script.get("src") for script in running)
    assert "url(" not in "".join(style.text for style in soup.find_all("style"))
    policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'") and script_hashes() in policy


@pytest.mark.parametrize("trainee", TRAINEES)
def test_a_feedback_page_holds_no_solution(course: Course, trainee: str) -> None:
    page = course.page(trainee)
    assert not any(
        hidden in page for hidden in ("the_answer_of_the_house", "secreto de la casa", "BEGIN SOLUTION", "probes")
    )
    assert not course.soup(trainee).find_all(string=re.compile(r"""check\(["']m03"""))


def test_a_feedback_page_says_points_and_cards_in_the_trainees_language(course: Course) -> None:
    soup = course.soup("right")
    assert soup.html["lang"] == "es"
    rows = {row.th.text: row.td.text for row in soup.select("table.summary tbody tr")}
    assert list(rows.values()) == ["2 de 2", "2 de 2", "1 de 1", "0 de 4, una parte por revisar"]
    assert soup.select_one("table.summary tfoot td").text == "5 de 9"
    assert [card["lang"] for card in soup.select(".corredores-card.corredores-right")] == ["es"] * 3
    assert course.soup("edited").html["lang"] == "en"
    assert {card["lang"] for card in course.soup("edited").select(".corredores-card")} == {"en"}


def test_no_forged_card_is_on_the_page(course: Course) -> None:
    cards = course.soup("forger").select("[class*=corredores-card]")
    assert len(cards) == 3
    assert not any("FALSA" in card.text for card in cards)
    assert not course.soup("forger").select(".corredores-right")


def test_formulas_are_mathml_and_pictures_have_words(course: Course) -> None:
    soup = course.soup("right")
    assert len(soup.find_all("math")) == 2
    figure = soup.select_one("figure.corredores-figure")
    assert "Argentina" in figure["aria-label"]
    assert json.loads(figure.script.string)["data"]
    assert soup.find("summary", string=re.compile("tabla"))
    assert soup.find("table", class_=None)


def test_formgraders_page_shows_cards_and_figures_without_the_network(course: Course) -> None:
    page = formgrader_page(course.root, "right")
    soup = BeautifulSoup(page, "html.parser")
    assert not [script for script in soup.find_all("script") if "cdnjs" in script.get("src", "")]
    assert len(soup.select(".corredores-card.corredores-right")) == 3
    assert soup.select_one("figure.corredores-figure") and soup.find("math")
    assert soup.find("input", {"id": "m03-e9-written"})
    assert "window.MathJax" in page  # formgrader's own script stops where there is none


def test_formgraders_page_runs_no_script_of_a_trainee(course: Course) -> None:
    soup = BeautifulSoup(formgrader_page(course.root, "forger"), "html.parser")
    body = soup.find("div", {"id": "notebook"})
    assert not [element for element in body.find_all(True) if any(name.startswith("on") for name in element.attrs)]
    running = [
        script for script in body.find_all("script") if script.get("type") not in ("application/json", "text/plain")
    ]
    assert all(script.string == drawing_script() for script in running)


def test_formgraders_page_opened_by_path_is_clean_too(course: Course) -> None:
    """With ``?path=`` formgrader makes the page with the server's configuration: only grading has cleaned."""
    soup = BeautifulSoup(formgrader_page(course.root, "forger", configured=False), "html.parser")
    body = soup.find("div", {"id": "notebook"})
    assert not body.find_all("script")
    assert not [element for element in body.find_all(True) if any(name.startswith("on") for name in element.attrs)]
    assert len(body.select("[class*=corredores-card]")) == 3


@pytest.mark.browser
@pytest.mark.parametrize("trainee", ["right", "forger"])
def test_the_page_in_a_browser(course: Course, browser: Browser, trainee: str) -> None:
    path = course.feedback[trainee].pages[0]
    requests: list[str] = []
    alerts: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.goto(path.as_uri())
    page.wait_for_selector("figure.corredores-figure svg.main-svg", timeout=30_000)
    alt = str(course.soup(trainee).select_one("figure.corredores-figure")["aria-label"])
    expect(page.get_by_role("img", name=alt, exact=True)).to_have_count(1)
    assert requests == [path.as_uri()]
    assert alerts == []
    page.close()


def formgrader_page(root: Path, trainee: str, configured: bool = True) -> str:
    from nbgrader.server_extensions.formgrader.handlers import template_path

    c = Config()
    c.HTMLExporter.extra_template_basedirs = [template_path]
    if configured:
        configure(c)
    c.HTMLExporter.template_name = "formgrade"
    about = {"base_url": "", "submission_id": "x", "index": 0, "total": 1, "student": trainee, "notebook_path": "x"}
    path = root / "autograded" / trainee / "m03" / "m03.ipynb"
    page, _ = HTMLExporter(config=c).from_notebook_node(nbformat.read(path, as_version=4), resources=about)
    return str(page)
