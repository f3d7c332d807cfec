"""The book's page of every picture, each below the line of code that draws it."""

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from corredores.charts.gallery import EXAMPLES, about
from corredores_graders.authoring.book.figures import PLOTLY
from corredores_graders.authoring.source_notebook import KERNEL
from corredores_graders.language import text

NAME = "gallery"


def gallery_notebook() -> NotebookNode:
    """Return the page's notebook, not yet executed, in the language in force (``corredores.language.use``)."""
    title = text("Las figuras y el código que las dibuja")
    codes = ("from corredores import charts", *EXAMPLES)
    cells = [new_markdown_cell(f"# {title}\n\n{about()}", id="about")]
    cells += [new_code_cell(code, id=f"{NAME}-{number}") for number, code in enumerate(codes)]
    notebook: NotebookNode = new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    return notebook


def with_headings(executed: NotebookNode) -> NotebookNode:
    """Set above each cell with a figure the figure's title, so that the page's contents list the figures."""
    cells = []
    for cell in executed.cells:
        for output in cell.get("outputs", []):
            if PLOTLY in output.get("data", {}):
                title = output.data[PLOTLY]["layout"]["title"]["text"]
                plain = title.replace("<br>", " ").replace("<b>", "").replace("</b>", "")
                cells.append(new_markdown_cell(f"## {plain}", id=f"title-{cell.id}"))
        cells.append(cell)
    executed.cells = cells
    return executed
