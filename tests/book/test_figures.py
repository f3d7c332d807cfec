import json
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook, new_output

from corredores_graders.authoring.book.drawing import Drawer
from corredores_graders.authoring.book.execution import WIDGET, WIDGET_STATE, unfold_widgets
from corredores_graders.authoring.book.figures import PLOTLY, FigureFiles, with_figures

ALT = "Una barra: Nicaragua 3."
FIGURE = {
    "data": [{"type": "bar", "x": ["NIC"], "y": [3]}],
    "layout": {"height": 300, "title": {"text": "Uno </script>"}},
}
CAPTION = (
    '<div class="corredores-caption"><p class="corredores-alt">Una barra: Nicaragua 3.</p>'
    "<details><summary>Ver</summary><table><tbody><tr><th>NIC</th><td>3</td></tr></tbody></table></details></div>"
)


def page() -> NotebookNode:
    outputs = [
        new_output("display_data", data={PLOTLY: FIGURE, "text/plain": ALT}, metadata={"corredores": {"alt": ALT}}),
        new_output("display_data", data={"text/html": CAPTION, "text/plain": ALT}),
    ]
    notebook: NotebookNode = new_notebook(cells=[new_code_cell("picture", outputs=outputs)])
    return notebook


def html(drawer: Drawer) -> tuple[str, dict[str, str]]:
    files = FigureFiles(drawer)
    (output,) = with_figures(page(), files).cells[0].outputs
    return str(output.data["text/html"]), files.files


def test_without_a_browser_the_table_stands_open_in_the_pictures_place(tmp_path: Path) -> None:
    shown, files = html(Drawer(tmp_path, None))
    assert "<img" not in shown and "<details open>" in shown and "<td>3</td>" in shown
    assert [Path(name).suffix for name in files] == [".js"]


def test_the_live_figure_is_a_file_that_holds_its_own_data(tmp_path: Path) -> None:
    shown, files = html(Drawer(tmp_path, None))
    (name, content), *_ = files.items()
    assert f'data-figure="{Path(name).stem}"' in shown
    assert json.loads(content.partition(" = ")[2].rstrip(";\n")) == FIGURE


@pytest.mark.browser
def test_with_a_browser_a_figure_is_two_pictures_with_alternative_text(tmp_path: Path, chromium: str) -> None:
    with Drawer(tmp_path / "first", chromium) as drawer:
        shown, files = html(drawer)
    assert f'alt="{ALT}"' in shown and "<source media=" in shown and "<details open>" not in shown
    pictures = {name: svg for name, svg in files.items() if name.endswith(".svg")}
    assert len(pictures) == 2 and all(svg.startswith("<svg") and "viewBox" in svg for svg in pictures.values())
    with Drawer(tmp_path / "second", chromium) as drawer:
        assert html(drawer)[1] == files, "the same figure is drawn as the same bytes"


@pytest.mark.browser
def test_what_was_drawn_once_needs_no_browser_again(tmp_path: Path, chromium: str) -> None:
    with Drawer(tmp_path, chromium) as drawer:
        drawn = drawer.draw(FIGURE, 720)
    assert drawn is not None and Drawer(tmp_path, None).draw(FIGURE, 720) == drawn


def test_an_explorer_leaves_a_sentence_and_its_first_figure(tmp_path: Path) -> None:
    figure, caption = page().cells[0].outputs
    view = new_output("display_data", data={WIDGET: {"model_id": "panel"}})
    notebook = new_notebook(cells=[new_code_cell("explorer", outputs=[view])])
    notebook.metadata["widgets"] = {
        WIDGET_STATE: {
            "state": {
                "panel": {"state": {"children": ["IPY_MODEL_area"]}},
                "area": {"state": {"outputs": [figure, caption]}},
            }
        }
    }
    unfold_widgets(notebook)
    told, shown = with_figures(notebook, FigureFiles(Drawer(tmp_path, None))).cells[0].outputs
    assert "notebook-only" in told.data["text/html"] and "data-figure" in shown.data["text/html"]
