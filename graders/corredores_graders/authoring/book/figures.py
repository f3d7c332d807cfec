"""Figures of a page: a still picture or the table, the caption, and the data of the live figure in a file beside."""

import hashlib
import json
from dataclasses import dataclass, field
from html import escape
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

from corredores_graders.authoring.book.drawing import HEIGHT, Drawer
from corredores_graders.authoring.book.execution import WIDGET
from corredores_graders.authoring.book.tables import accessible
from corredores_graders.language import text

PLOTLY = "application/vnd.plotly.v1+json"
CAPTION = 'class="corredores-caption"'
#: Pixels: the picture for a desk and the one for a telephone, and where the second takes over.
WIDE, NARROW, NARROW_SCREEN = 720, 390, 600


@dataclass
class FigureFiles:
    """The files that the figures of a language's pages need, by name: SVG pictures and data for the live figure."""

    drawer: Drawer
    files: dict[str, str] = field(default_factory=dict)

    def add(self, figure: dict[str, Any]) -> tuple[str, bool]:
        """Keep the files of ``figure``; return its key and whether there is a picture."""
        content = json.dumps(figure, sort_keys=True, ensure_ascii=False)
        key = hashlib.sha256(content.encode()).hexdigest()[:16]
        self.files[f"{key}.js"] = f"(window.corredoresFigures ??= {{}})[{json.dumps(key)}] = {content};\n"
        pictures = {f"{key}-{width}.svg": self.drawer.draw(figure, width) for width in (WIDE, NARROW)}
        drawn = {name: svg for name, svg in pictures.items() if svg is not None}
        self.files |= drawn
        return key, len(drawn) == len(pictures)


def with_figures(page: NotebookNode, files: FigureFiles) -> NotebookNode:
    """Change the outputs of ``page`` in place: figures, tables and explorers as a page without a kernel shows them."""
    for cell in page.cells:
        if cell.cell_type == "code":
            cell.outputs = _outputs(list(cell.outputs), files)
    return page


def _outputs(outputs: list[NotebookNode], files: FigureFiles) -> list[NotebookNode]:
    shown: list[NotebookNode] = []
    while outputs:
        output = outputs.pop(0)
        data = output.get("data", {})
        if PLOTLY in data:
            caption = outputs.pop(0).data["text/html"] if outputs and _is_caption(outputs[0]) else ""
            alt = output.metadata.get("corredores", {}).get("alt", "")
            shown.append(_html(_figure(dict(data[PLOTLY]), alt, caption, files)))
        elif WIDGET in data:
            shown.append(_html(_notebook_only()))
        elif "text/html" in data:
            shown.append(_html(accessible(data["text/html"], text("Tabla; se desplaza hacia los lados"))))
        else:
            shown.append(output)
    return shown


def _is_caption(output: NotebookNode) -> bool:
    return CAPTION in output.get("data", {}).get("text/html", "")


def _figure(figure: dict[str, Any], alt: str, caption: str, files: FigureFiles) -> str:
    key, drawn = files.add(figure)
    height = int(figure["layout"].get("height") or HEIGHT)
    if drawn:
        picture = (
            f'<picture><source media="(max-width: {NARROW_SCREEN}px)" srcset="figures/{key}-{NARROW}.svg" '
            f'width="{NARROW}" height="{height}">'
            f'<img src="figures/{key}-{WIDE}.svg" width="{WIDE}" height="{height}" alt="{escape(alt)}" loading="lazy">'
            "</picture>"
        )
    else:
        picture = ""
        caption = caption.replace("<details>", "<details open>")
    return (
        f'<figure class="corredores-figure" data-figure="{key}" data-height="{height}" '
        f'data-live="{escape(text("Abrir la figura interactiva"))}" data-alt="{escape(alt)}">'
        f'<div class="corredores-picture">{picture}</div>'
        f"<figcaption>{accessible(caption, text('Datos de la figura'))}</figcaption></figure>"
    )


def _notebook_only() -> str:
    sentence = text(
        "Este explorador vive en el cuaderno: ábralo en JupyterLab para elegir países. Aquí se ve su primera figura."
    )
    return f'<p class="notebook-only">{escape(sentence)}</p>'


def _html(content: str) -> NotebookNode:
    output: NotebookNode = new_output("display_data", data={"text/html": content})
    return output
