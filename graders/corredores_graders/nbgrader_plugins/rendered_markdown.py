"""Markdown cells turned into safe HTML before a page is made, with formulas as MathML and pasted pictures inside."""

import html
import re
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from nbformat import NotebookNode

from corredores_graders.nbgrader_plugins.maths import mathml
from corredores_graders.nbgrader_plugins.page_preprocessor import PagePreprocessor
from corredores_graders.nbgrader_plugins.safe_html import safe_html

#: A longer text, and all beyond so much in a notebook, is shown as it was written: rendering could take for ever.
MAX_CHARACTERS, MAX_NOTEBOOK = 20_000, 400_000
#: What a table may have: the longest line's columns in every line.
MAX_TABLE_CELLS = 4_000
_BLANK_LINE = re.compile(r"\n(?=[ \t]*\n)")


class RenderMarkdown(PagePreprocessor):
    """Replace the text of each Markdown cell by one block of HTML, which nbconvert's own Markdown leaves as it is.

    For formgrader's page of a submission and the feedback page: both would fetch MathJax and run a trainee's script.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Render the Markdown cells of ``nb`` in place."""
        self._room = MAX_NOTEBOOK
        return super().preprocess(nb, resources)  # type: ignore[no-any-return]

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Render one Markdown cell in place."""
        if cell.cell_type == "markdown":
            self._room -= len(cell.source)
            attachments = cell.get("attachments", {})
            cell.source = as_block(rendered(cell.source, attachments) if self._room > 0 else as_written(cell.source))
        return cell, resources


def rendered(markdown: str, attachments: dict[str, dict[str, str]] | None = None, maths: bool = True) -> str:
    """Return ``markdown`` as safe HTML; without ``maths``, formulas stay as they were written."""
    if len(markdown) > MAX_CHARACTERS:
        return as_written(markdown)
    formulas: list[str] = []

    def keep(latex: str, options: dict[str, Any]) -> str:
        formulas.append(mathml(latex, bool(options.get("display_mode"))))
        return f"\ue000{len(formulas) - 1}\ue001"

    # References to links defined elsewhere are left out: thousands of definitions take minutes, and nobody writes them.
    parser = MarkdownIt("commonmark").enable("strikethrough").disable("reference")
    lines = markdown.splitlines()
    if len(lines) * max((line.count("|") for line in lines), default=0) <= MAX_TABLE_CELLS:
        parser.enable("table")
    if maths:
        parser.use(dollarmath_plugin, renderer=keep, double_inline=True)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # pasted pictures; safe_html decides on links
    page = parser.render(re.sub("[\ue000\ue001]", "", markdown))
    page = safe_html(_with_attachments(page, attachments or {}))
    return re.sub("\ue000(\\d+)\ue001", lambda match: formulas[int(match[1])], page)


def as_written(markdown: str) -> str:
    """Return ``markdown`` as HTML that shows it as it was written."""
    return f"<pre>{html.escape(markdown)}</pre>"


def as_block(page: str) -> str:
    """Return HTML as one block of Markdown: a blank line would end the block."""
    return f"<div>{_BLANK_LINE.sub('&#10;', page)}</div>"


def _with_attachments(page: str, attachments: dict[str, dict[str, str]]) -> str:
    for name, kinds in attachments.items():
        for kind, content in kinds.items():
            page = page.replace(
                f'src="attachment:{html.escape(name)}"', f'src="data:{kind};base64,{html.escape(content)}"'
            )
    return page
