"""Formulas as MathML, which browsers draw without MathJax and screen readers read."""

import html
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element

_ATTRIBUTES = frozenset(
    "xmlns display displaystyle mathvariant stretchy fence separator accent form minsize maxsize linethickness"
    " columnalign columnspacing rowspacing width lspace rspace".split()
)


def mathml(latex: str, display: bool) -> str:
    """Return ``latex`` as MathML, or as the text that was written where it is no LaTeX.

    The converter's own text is never trusted as markup: the writer of a formula may be a trainee.
    """
    try:
        tree = convert_to_element(latex, display="block" if display else "inline")
        _plain(tree)
        return tostring(tree, encoding="unicode")
    except Exception:  # latex2mathml raises whatever it stumbles on
        return f"<code>{html.escape(latex)}</code>"


def _plain(tree: Element) -> None:
    for element in tree.iter():
        # The converter writes characters as entities, which ElementTree would escape once more.
        element.text = html.unescape(element.text) if element.text else element.text
        for name in set(element.attrib) - _ATTRIBUTES:
            del element.attrib[name]
