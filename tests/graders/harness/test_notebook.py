"""The notebook of the harness is one in which `check` does what it does in JupyterLab, whatever `corridor` holds."""

from collections.abc import Iterator

import pytest

from corredores_graders.harness.corridor_run import released
from corredores_graders.harness.notebook import Notebook, opened

IMPORTS = "from corredores import check, hint, my_corridor\ncorridor = my_corridor('SLV-USA-T')"
RAISES = "type('Raises', (), {'__class__': property(lambda self: 1 / 0), '__eq__': lambda self, other: 1 / 0})()"


@pytest.fixture
def notebook() -> Iterator[Notebook]:
    with released("m03"), opened() as notebook:
        notebook.clear()
        assert not notebook.run(IMPORTS).raised
        yield notebook


@pytest.mark.parametrize(
    "corridor",
    ["None", "'SLV-USA'", "float('nan')", RAISES, "__import__('corredores').corridor.Corridor('URY', 'ESP')"],
)
def test_any_corridor_leaves_a_card_that_says_it_was_not_found(corridor: str, notebook: Notebook) -> None:
    assert not notebook.run(f"corridor = {corridor}\ne2_destination, e2_share = 'USA', 50").raised
    checked = notebook.run("check('m03.e2')")
    assert (checked.raised, "No se encontró su corredor" in checked.card["text/plain"]) == ("", True)


def test_own_corridor_needs_no_note(notebook: Notebook) -> None:
    notebook.run("e2_destination, e2_share = 'USA', 50")
    assert "No se encontró" not in notebook.run("check('m03.e2')").card["text/plain"]


def test_names_given_back_are_not_those_a_cell_changed(notebook: Notebook) -> None:
    notebook.run("import pandas as pd\nframe, listed = pd.DataFrame({'x': [1]}), [1]")
    kept = notebook.names()
    notebook.restore(kept)
    notebook.run("frame.loc[0, 'x'] = 2\nlisted.append(2)\nnew = 1")
    notebook.restore(kept)
    assert not notebook.run("assert frame['x'].item() == 1 and listed == [1] and 'new' not in globals()").raised


def test_error_of_a_cell_is_kept_in_a_line(notebook: Notebook) -> None:
    assert notebook.run("1 / 0").raised == "ZeroDivisionError: division by zero"
    assert notebook.run("x = (").raised.startswith("SyntaxError")
