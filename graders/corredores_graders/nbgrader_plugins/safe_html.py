"""HTML that a trainee made, reduced to what can only be read: no script, no style, no request, no disguise."""

import re

import bleach
from bs4 import BeautifulSoup

from corredores_graders.nbgrader_plugins.plain_html import plain_html

#: Larger HTML is shown as plain text instead; parsing it would hold up the class.
MAX_CHARACTERS = 400_000
_TAGS = frozenset(
    "a abbr b blockquote br caption code col colgroup dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol"
    " p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var".split()
)
_ATTRIBUTES = {
    "*": ["lang", "title"],
    "a": ["href"],
    "abbr": ["title"],
    "details": ["open"],
    "img": ["src", "alt", "width", "height"],
    "ol": ["start"],
    "table": ["class"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
}
#: Elements that go with all that is in them.
_WHOLE = [
    "script",
    "style",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "template",
    "noscript",
    "title",
    "textarea",
    "form",
]
_PICTURE = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")
_MARKUP = re.compile(r"<(?!/?(?:br|details|summary|sub|sup|b|i|em|strong|kbd)\s*/?>)(?=[A-Za-z/!?])", re.IGNORECASE)
_HARMFUL_LINK = re.compile(r"(?i)\b(javascript|vbscript)(\s*:)")
_NO_PICTURE = re.compile(r"<img(?![^>]*\bsrc=)[^>]*>")
_PROTOCOLS = ["http", "https", "mailto", "data"]
_INVISIBLE = re.compile(r"[\s\x00-\x1f]+")


def safe_html(html: str) -> str:
    """Return ``html`` with listed elements and attributes only; classes go, so that no box can look like a verdict."""
    plain = plain_html(html, _allowed)
    if plain is not None:
        return plain
    soup = BeautifulSoup(html[:MAX_CHARACTERS], "html.parser")
    for element in soup.find_all(_WHOLE):
        element.decompose()
    clean = bleach.clean(str(soup), tags=_TAGS, attributes=_allowed, protocols=_PROTOCOLS, strip=True)
    return _NO_PICTURE.sub("", clean)


def safe_markdown(markdown: str) -> str:
    """Return Markdown in which HTML stands as text, but for a few bare elements; code may show ``&lt;``."""
    return _HARMFUL_LINK.sub(r"\1\\\2", _MARKUP.sub("&lt;", markdown))


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "table" and name == "class":
        return value == "dataframe"
    if tag == "img" and name == "src":
        return _PICTURE.fullmatch(value) is not None
    if tag == "a" and name == "href":
        return not _INVISIBLE.sub("", value).lower().startswith("data:")
    return name in _ATTRIBUTES["*"] or name in _ATTRIBUTES.get(tag, [])
