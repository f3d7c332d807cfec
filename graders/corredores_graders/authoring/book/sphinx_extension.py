"""What the book asks of Sphinx: maths as MathML at build time, and nothing fetched while a page is read."""

from typing import Any

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx

RENDERER = "mathml"


def visit_inline_maths(translator: Any, node: nodes.math) -> None:
    """Write an inline formula."""
    translator.body.append(convert(node.astext(), display="inline"))
    raise nodes.SkipNode


def visit_maths_block(translator: Any, node: nodes.math_block) -> None:
    """Write a formula on a line of its own; it scrolls by itself where the screen is narrow."""
    translator.body.append(f'<div class="maths" tabindex="0">{convert(node.astext(), display="block")}</div>')
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the renderer, under the name that ``html_math_renderer`` asks for."""
    app.add_html_math_renderer(RENDERER, (visit_inline_maths, None), (visit_maths_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
