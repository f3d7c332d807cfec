"""Every picture of the course on a feedback page: a screen reader finds it by role and name, and it is drawn."""

import shutil
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell
from playwright.sync_api import Browser, expect

from corredores import charts
from corredores.charts.gallery import EXAMPLES, draw
from corredores_graders.nbgrader_plugins.feedback import feedback_one
from tests.graders.nbgrader_plugins.conftest import Course

pytestmark = pytest.mark.xdist_group("nbgrader_plugins")


@pytest.fixture(scope="module")
def pictures() -> list[charts.Picture]:
    return [draw(example) for example in EXAMPLES]


@pytest.fixture(scope="module")
def page_of_pictures(course: Course, pictures: list[charts.Picture], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The feedback page of a trainee who drew every picture and handed them in."""
    root = tmp_path_factory.mktemp("pictures") / "course"
    shutil.copytree(course.root, root)
    path = root / "autograded" / "right" / "m03" / "m03.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for picture in pictures:
        outputs = [nbformat.from_dict(output) for output in picture.outputs()]
        notebook.cells.append(new_code_cell("picture", outputs=outputs))
    nbformat.write(notebook, path)
    result = feedback_one(root, "m03", "right")
    assert result.ok, result.reason
    return result.pages[0]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_every_picture_is_found_by_role_and_name_and_is_drawn(
    browser: Browser, page_of_pictures: Path, pictures: list[charts.Picture], width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(page_of_pictures.as_uri())
    for picture in pictures:
        found = page.get_by_role("img", name=picture.alt, exact=True)
        expect(found).to_have_count(1)
        expect(found.locator("svg.main-svg").first).to_be_visible(timeout=30_000)
        assert picture.title.split()[0] in found.locator(".gtitle").first.inner_html()
    page.close()


@pytest.mark.browser
def test_the_table_behind_every_picture_is_one_step_away(
    browser: Browser, page_of_pictures: Path, pictures: list[charts.Picture]
) -> None:
    page = browser.new_page()
    page.goto(page_of_pictures.as_uri())
    for picture in pictures:
        table = page.get_by_role("table", name=picture.title, exact=True)
        behind = page.locator("details").filter(has=page.locator("caption", has_text=picture.title))
        expect(behind).to_have_count(1)
        expect(table).to_have_count(0)  # no reader meets it before it is asked for
        behind.locator("summary").click()
        expect(table).to_be_visible()
        expect(table.get_by_role("row")).to_have_count(len(picture.table) + 1)
    page.close()
