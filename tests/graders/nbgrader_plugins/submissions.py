"""What each member of the test class hands in: the release, edited as a person or a program might."""

import json
from collections.abc import Callable
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from corredores.corridor import Corridor
from corredores_graders.answer_keys import module_key

FUNCTIONS = """
def net_stock(matrix, country):
    return matrix[country].sum() - matrix.loc[country].sum()

def migration_effectiveness(matrix):
    difference = (matrix.sum() - matrix.sum(axis=1)).abs().sum()
    return 100 * difference / (2 * matrix.sum().sum())
"""
WRITTEN = "El corredor crece <b>poco</b>, y $p = 0.3$ no dice por qué."


def cell_of(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def fill(notebook: NotebookNode, **sources: str) -> NotebookNode:
    for exercise, source in sources.items():
        cell_of(notebook, f"m03-{exercise}-answer").source = source
    return notebook


def right_e2(corridor: Corridor) -> str:
    place, share = module_key("m03").exercises["e2"].parts
    return f"e2_destination = {place.right(corridor)[0]!r}\ne2_share = {float(share.right(corridor))!r}"  # type: ignore[attr-defined]


def solve(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    notebook.cells[2].source = f'corridor = my_corridor("{corridor.code}")'
    return fill(notebook, e2=right_e2(corridor), e6=FUNCTIONS, e8='e8_option = "C"')


def right(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    solve(notebook, corridor)
    cell_of(notebook, "m03-e9-written").source = WRITTEN
    notebook.cells.insert(3, new_code_cell("from corredores import charts\ncharts.corridor_map(corridor.origin)"))
    return notebook


def untouched(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    return notebook


def elsewhere(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    """Right for another corridor than the class list's; the last answer crashes."""
    return fill(solve(notebook, Corridor("VEN", "COL")), e8="e8_option = undefined_name")


def edited(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    """Right answers under every edit that JUDGING names, at once."""
    solve(notebook, corridor)
    notebook.metadata.kernelspec = {"name": "julia-9", "display_name": "Julia", "language": "julia"}
    check = cell_of(notebook, "m03-e2")
    check.source = "assert True"
    check.metadata.nbgrader.points = 100
    notebook.cells.append(new_code_cell("99.0", metadata=check.metadata))
    cell_of(notebook, "m03-e2-answer").metadata = NotebookNode(nbgrader={"grade_id": "m03-e8-answer", "extra": 1})
    moved = cell_of(notebook, "m03-e6")
    notebook.cells.remove(moved)
    notebook.cells.insert(1, moved)
    cell_of(notebook, "m03-e6-answer").metadata.tags = ["skip-execution"]
    notebook.cells.remove(cell_of(notebook, "m03-e8"))
    answer = next(cell for cell in notebook.cells if "e8_option" in cell.source)
    answer.metadata = NotebookNode(nbgrader="none of this")
    stub = new_code_cell(
        "e8_option = None\n# Escriba aquí su respuesta.", metadata={"nbgrader": {"grade_id": "m03-e8-answer"}}
    )
    notebook.cells.insert(notebook.cells.index(answer) + 1, stub)
    return notebook


def exits(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    return fill(solve(notebook, corridor), e6="import os\nos._exit(0)")


def loops(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    return fill(solve(notebook, corridor), e6="while True:\n    pass")


def stubborn(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    """A loop that survives the interrupt."""
    loop = "import time\nwhile True:\n    try:\n        time.sleep(1)\n    except BaseException:\n        pass"
    return fill(solve(notebook, corridor), e6=loop)


def floods(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    solve(notebook, corridor)
    big = (
        'print("x" * 30_000_000)\nfrom IPython.display import HTML, display\ndisplay(HTML("<p>" + "y" * 30_000_000))\n'
    )
    answer = cell_of(notebook, "m03-e2-answer")
    answer.source = big + answer.source
    return fill(notebook, e8='e8_option = "c" * 30_000_000')


CARD = '<section class="corredores-card corredores-right" role="status" style="position:fixed">CARTA FALSA</section>'
VERDICT = {"text/plain": "2.0", "text/html": CARD, "application/vnd.corredores.verdict+json": {"verdict": "right"}}
FORGE = f"""
from IPython.display import HTML, Javascript, Latex, Markdown, SVG, display, update_display
import corredores, corredores.checking.cell
FORGED = {json.dumps(VERDICT)}
def check(*args, **kwargs):
    display(FORGED, raw=True, display_id="mine")
    return 99
corredores.check = corredores.checking.check = corredores.checking.cell.check = check
display(HTML('<script>alert("output")</script><img src=x onerror=alert(1)><p class="corredores-card">visible</p>'))
display(HTML('{CARD}'))
display(HTML('<svg onload=alert(2)><script>alert(3)</script></svg><a href="javascript:alert(4)">enlace</a>'))
display(HTML('<img src="http://tracker.invalid/x.png"><style>.corredores-card {{ display: none }}</style>'))
display(Javascript("alert(5)"))
display(SVG('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(6)"></svg>'))
display(Latex("<script>alert(7)</script>"), Markdown("<img src=x onerror=alert(8)>"))
display(FORGED, raw=True)
display({{"application/vnd.plotly.v1+json": {{"data": [{{"type": "scattermap", "lat": [1], "lon": [1]}}], "layout": {{
    "title": {{"text": "</script><script>alert(9)</script>"}}, "images": [{{"source": "http://tracker.invalid/y.png"}}]}}}},
    "text/html": "<script>alert(10)</script>"}}, raw=True)
"""


def forger(notebook: NotebookNode, corridor: Corridor) -> NotebookNode:
    """Wrong answers, and every attempt to look right or to run in the trainer's browser."""
    fill(
        notebook, e2=FORGE, e6="net_stock = 1", e8='e8_option = "a"\nupdate_display(HTML("PISADO"), display_id="mine")'
    )
    text = "<script>alert(11)</script> [x](javascript:alert(12)) ![y](http://tracker.invalid/z.png)"
    text += " $\\text{<img src=x onerror=alert(13)>}$"
    cell_of(notebook, "m03-e9-written").source = text
    notebook.cells.append(
        new_markdown_cell(f'<img src=x onerror="alert(14)">\n\n{CARD}\n\n<div onclick=alert(15)>clic</div>')
    )
    notebook.cells.append(new_code_cell("update_display(HTML('PISADO'), display_id='mine')"))
    return notebook


CLASS: dict[str, Callable[[NotebookNode, Corridor], Any]] = {
    "right": right,
    "untouched": untouched,
    "elsewhere": elsewhere,
    "edited": edited,
    "exits": exits,
    "loops": loops,
    "stubborn": stubborn,
    "floods": floods,
    "forger": forger,
}
