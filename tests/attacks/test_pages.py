"""What a browser makes of the attackers' pages: no script of theirs runs, nothing is fetched, no verdict is forged."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Route

from corredores_graders.nbgrader_plugins.charts import drawing_script
from corredores_graders.nbgrader_plugins.feedback import feedback_all
from tests.attacks.attacked_class import AttackedClass
from tests.attacks.corpus import CORPUS
from tests.graders.nbgrader_plugins.test_pages import formgrader_page

pytestmark = pytest.mark.xdist_group("attacks-namespaces")
SHOWN = [
    name
    for name, attack in CORPUS.items()
    if name.startswith(("script-", "hide-")) or (attack.means == "page" and not attack.refused)
]
SHOWN += [
    "exhaust-long-traceback",
    "exhaust-nested-outputs",
    "fault-long-prose",
    "fault-strange-cells",
    "fault-strange-metadata",
]
IN_BROWSER = [name for name in SHOWN if CORPUS[name].means == "page" or name.startswith("script-")]
_MILLISECONDS = 700


@pytest.fixture(scope="session")
def fed_back(graded_at: Callable[[str], AttackedClass]) -> AttackedClass:
    """The class with a feedback page for each attacker who has something to show."""
    attacked = graded_at("namespaces")
    pages = list(feedback_all(attacked.classroom.trainer, "m03", SHOWN))
    assert {result.trainee: result.reason for result in pages if not result.ok} == {}
    return attacked


def feedback_page(attacked: AttackedClass, name: str) -> Path:
    return attacked.classroom.trainer / "feedback" / name / "m03" / "m03.html"


@pytest.mark.parametrize("name", SHOWN)
def test_a_feedback_page_holds_nothing_that_runs_or_loads(fed_back: AttackedClass, name: str) -> None:
    harmless(BeautifulSoup(feedback_page(fed_back, name).read_text(encoding="utf-8"), "html.parser"))


@pytest.mark.parametrize("name", SHOWN)
def test_formgraders_page_holds_nothing_that_runs_or_loads(fed_back: AttackedClass, name: str) -> None:
    for configured in (True, False):
        page = formgrader_page(fed_back.classroom.trainer, name, configured)
        harmless(BeautifulSoup(page, "html.parser").find("div", {"id": "notebook"}))


@pytest.mark.parametrize("name", SHOWN)
def test_the_only_cards_are_the_judges(fed_back: AttackedClass, name: str) -> None:
    soup = BeautifulSoup(feedback_page(fed_back, name).read_text(encoding="utf-8"), "html.parser")
    cards = soup.find_all(class_=re.compile("corredores-card"))
    assert len(cards) == 11 and not [card for card in cards if "FALSA" in card.text]
    right = [card for card in cards if "corredores-right" in card["class"]]
    assert len(right) <= 10  # e5 is nowhere answered


@pytest.mark.browser
@pytest.mark.parametrize("name", IN_BROWSER)
def test_a_browser_runs_and_fetches_nothing_on_a_feedback_page(
    fed_back: AttackedClass, browser: Browser, name: str
) -> None:
    path = feedback_page(fed_back, name)
    with watched(browser) as seen:
        seen.page.goto(path.as_uri())
        seen.look()
    assert seen.requests == [path.as_uri()] and seen.dialogs == []


@pytest.mark.browser
@pytest.mark.parametrize("name", IN_BROWSER)
def test_a_browser_runs_and_fetches_nothing_on_formgraders_page(
    fed_back: AttackedClass, browser: Browser, name: str
) -> None:
    content = formgrader_page(fed_back.classroom.trainer, name)
    with watched(browser) as seen:
        seen.serve("http://formgrader.invalid/", content)
        seen.page.goto("http://formgrader.invalid/")
        seen.look()
    assert not [request for request in seen.requests if "formgrader.invalid" not in request]
    assert seen.dialogs == []


@pytest.mark.browser
def test_the_grading_report_runs_nothing_either(graded_at: Callable[[str], AttackedClass], browser: Browser) -> None:
    path = graded_at("namespaces").classroom.trainer / "reports" / "m03" / "grading.html"
    with watched(browser) as seen:
        seen.page.goto(path.as_uri())
        seen.look()
    assert seen.requests == [path.as_uri()] and seen.dialogs == []


class watched:
    """A page of a browser, and what it asked for and was made to say."""

    def __init__(self, browser: Browser) -> None:
        self.page: Page = browser.new_page()
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def __enter__(self) -> "watched":
        return self

    def __exit__(self, *_: object) -> None:
        self.page.close()

    def serve(self, address: str, content: str) -> None:
        """Answer that address with ``content`` and any other with nothing."""

        def answer(route: Route) -> None:
            if route.request.url == address:
                route.fulfill(body=content, content_type="text/html; charset=utf-8")
            else:
                route.abort()

        self.page.route("**/*", answer)

    def look(self) -> None:
        """Wait for what would come late, and see whether any script of a trainee's left its mark or waits in a link."""
        self.page.wait_for_timeout(_MILLISECONDS)
        assert self.page.evaluate("typeof window.robado") == "undefined"
        schemes = self.page.evaluate(
            "[...new Set([...document.querySelectorAll('a[href], area[href]')].map(a => a.protocol))]"
        )
        assert set(schemes) <= {"http:", "https:", "mailto:", "file:"}, schemes


def harmless(page: BeautifulSoup) -> None:
    """Assert that of all elements none can run or load anything."""
    for element in page.find_all(True):
        assert not [
            name
            for name in element.attrs
            if name.startswith("on") or name in ("srcdoc", "srcset", "formaction", "ping", "background")
        ], element
        assert element.name not in (
            "iframe",
            "object",
            "embed",
            "base",
            "frame",
            "frameset",
            "link",
            "form",
            "template",
            "noscript",
        ), element
        assert not re.match(r"(?i)\s*(https?:|//|file:|blob:|data:(?!image/(png|jpeg|gif)))", element.get("src", "")), (
            element
        )
        assert not re.match(
            r"(?i)(javascript|vbscript|data):", re.sub(r"[\s\x00-\x1f]", "", element.get("href", ""))
        ), element
        if element.name == "script" and element.get("type") not in ("application/json", "text/plain"):
            assert element.string == drawing_script() and not element.get("src"), element
    styles = " ".join(style.text for style in page.find_all("style")) + " ".join(
        one["style"] for one in page.find_all(style=True)
    )
    assert "tracker" not in styles and "@import" not in styles
