"""Clean what a trainee's code displayed and what a trainee wrote, before a trainer's browser or a page shows it."""

import re
from typing import Any

from nbformat import NotebookNode

from corredores.charts.picture import PLOTLY
from corredores.language import use
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.cell_names import checked_exercise
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME
from corredores_graders.nbgrader_plugins.page_preprocessor import PagePreprocessor
from corredores_graders.nbgrader_plugins.rendered_markdown import MAX_CHARACTERS as RENDERED
from corredores_graders.nbgrader_plugins.rendered_markdown import rendered
from corredores_graders.nbgrader_plugins.safe_html import MAX_CHARACTERS, Patience, parsed_html, safe_markdown
from corredores_graders.nbgrader_plugins.trainees import language_of

_WIDGET = "application/vnd.jupyter.widget-view+json"
_PICTURES = ("image/png", "image/jpeg", "image/gif")
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")


class SafeOutputs(PagePreprocessor):
    """Keep text, pictures, plotly figures and harmless HTML; verdict cells, which Judge wrote, stay as they are.

    It runs when a submission is graded, and again when a page is made of it.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Clean the outputs of ``nb`` in place."""
        patience = Patience()
        with use(language_of(nb)):
            for cell in nb.cells:
                if cell.cell_type == "code" and not is_verdict(cell):
                    cell.outputs = [safe_output(output, patience) for output in cell.outputs]
        return nb, resources


class SafeMarkdown(PagePreprocessor):
    """Neutralise HTML in Markdown; after SaveAutoGrades, which compares the text with the released one."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Clean one Markdown or raw cell in place."""
        if cell.cell_type != "code":
            attachments = safe_attachments(cell.pop("attachments", None))
            cell.source = safe_markdown(cell.source, attachments)
            if attachments:
                cell["attachments"] = NotebookNode(attachments)
        return cell, resources


def safe_attachments(attachments: Any) -> dict[str, dict[str, str]]:
    """Return the pictures among what was pasted into a cell."""
    found: dict[str, dict[str, str]] = {}
    for name, kinds in attachments.items() if isinstance(attachments, dict) else ():
        pictures = {kind: _joined(kinds.get(kind, "")) for kind in _PICTURES} if isinstance(kinds, dict) else {}
        pictures = {kind: content for kind, content in pictures.items() if content and _BASE64.fullmatch(content)}
        if pictures:
            found[str(name)] = pictures
    return found


def is_verdict(cell: NotebookNode) -> bool:
    """Whether ``cell`` holds what Judge wrote: SafeOutputs leaves the verdict's type in no other cell."""
    return checked_exercise(cell) is not None and all(VERDICT_MIME in output.get("data", {}) for output in cell.outputs)


def safe_output(output: NotebookNode, patience: Patience) -> NotebookNode:
    """Return an output with only what may be shown."""
    if "data" in output:
        output.data = NotebookNode(_safe_data(output.data, patience))
        output.metadata = NotebookNode(_safe_metadata(output.metadata))
    return output


def _safe_data(data: NotebookNode, patience: Patience) -> dict[str, Any]:
    if _WIDGET in data:
        return {"text/plain": text("[Un explorador: se usa en el cuaderno abierto.]")}
    safe: dict[str, Any] = {"text/plain": _joined(data.get("text/plain", ""))}
    if isinstance(data.get(PLOTLY), dict):
        return safe | {PLOTLY: data[PLOTLY]}  # the HTML that plotly may send beside it is scripts
    for kind in _PICTURES[:2]:
        picture = _joined(data.get(kind, ""))
        if picture and _BASE64.fullmatch(picture):
            safe[kind] = picture
    html = _joined(data.get("text/html", ""))
    clean = parsed_html(html, patience) if html and len(html) <= MAX_CHARACTERS else None
    if clean is not None:
        safe["text/html"] = clean
    elif "text/markdown" in data:
        safe |= _rendered(_joined(data["text/markdown"]), patience)
    return safe


def _rendered(markdown: str, patience: Patience) -> dict[str, str]:
    """Return displayed Markdown as HTML: what pages make of it themselves cannot be cleaned."""
    if len(markdown) > RENDERED or not patience.lasts(len(markdown) // 4):
        return {"text/plain": markdown}
    return {"text/html": rendered(markdown, maths=False)}  # MathML would not pass the second cleaning


def _safe_metadata(metadata: NotebookNode) -> dict[str, Any]:
    ours = metadata.get("corredores")
    if not isinstance(ours, dict):
        return {}
    return {"corredores": {name: str(ours[name])[:2000] for name in ("alt", "caption_id") if name in ours}}


def _joined(value: object) -> str:
    return "".join(map(str, value)) if isinstance(value, list) else str(value)
