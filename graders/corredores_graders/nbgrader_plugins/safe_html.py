"""HTML that a trainee made, reduced to what can only be read: no script, no style, no request, no disguise."""

import html as entities
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import bleach
from bs4 import BeautifulSoup

from corredores_graders.nbgrader_plugins.plain_html import plain_html

#: Larger HTML is shown as plain text instead; parsing it would hold up the class.
MAX_CHARACTERS = 400_000
#: So is HTML with more of these signs: parsers take time by the square of their number.
MAX_SIGNS = 6_000
_SIGNS = "<>&="
#: Longer HTML is not remembered.
_KEPT = 20_000
#: A bracket that opens nothing, because another one or the end comes first.
_STRAY = re.compile(r"<(?=[^<>]*(?:<|\Z))")
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
#: Schemes that run something, however they are broken up: a backslash before a sign and a tab fall away in a link.
_GAP = r"[\\\t\r\n]*"
_RUNNING = "|".join(_GAP.join(scheme) for scheme in ("javascript", "vbscript"))
_HARMFUL_LINK = re.compile(rf"(?i)\b({_RUNNING}|data(?!:image/(?:png|jpeg|gif);))([\s\\]*:)")
_ENTITY = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]*;)")
#: A picture pasted into the text; any other would be fetched.
_PASTED = re.compile(
    r"!\[(?P<alt>[^\[\]\n\\`<]*)\]\((?:attachment:(?P<name>[^\s()<>\\]+)|data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=]+)\)"
)
_ZERO_WIDTH_SPACE = "\u200b"
_NO_PICTURE = re.compile(r"<img(?![^>]*\bsrc=)[^>]*>")
_PROTOCOLS = ["http", "https", "mailto", "data"]
_INVISIBLE = re.compile(r"[\s\x00-\x1f]+")


@dataclass
class Patience:
    """How many signs of one notebook's HTML are parsed."""

    signs: int = 40_000

    def lasts(self, signs: int) -> bool:
        """Return whether ``signs`` more are parsed."""
        self.signs -= signs
        return signs <= MAX_SIGNS and self.signs >= 0


def safe_html(html: str) -> str:
    """Return ``html`` with listed elements and attributes only; classes go, so that no box can look like a verdict.

    What would take a parser too long is shown as it was written.
    """
    clean = parsed_html(html, Patience())
    return f"<pre>{entities.escape(html[:MAX_SIGNS])}</pre>" if clean is None else clean


def parsed_html(html: str, patience: Patience) -> str | None:
    """Return the same, or None where it would take longer than ``patience`` lasts."""
    plain = _plain(html) if len(html) <= _KEPT else plain_html(html, _allowed)
    if plain is not None:
        return plain
    html = _STRAY.sub("&lt;", html[:MAX_CHARACTERS])
    if not patience.lasts(sum(map(html.count, _SIGNS))):
        return None
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(_WHOLE):
        element.decompose()
    clean = bleach.clean(str(soup), tags=_TAGS, attributes=_allowed, protocols=_PROTOCOLS, strip=True)
    return _NO_PICTURE.sub("", clean)


@lru_cache(maxsize=1024)
def _plain(html: str) -> str | None:
    """Return plain HTML cleaned: much of what a class displays is the same."""
    return plain_html(html, _allowed)


def safe_markdown(markdown: str, attachments: Iterable[str] = ()) -> str:
    """Return Markdown in which HTML, entities and pictures from elsewhere stand as text, and no link runs anything.

    Code may show ``&lt;``. ``attachments`` are the names of pictures that lie in the cell.
    """
    known = set(attachments)
    pieces, at = [], 0
    for picture in _PASTED.finditer(markdown):
        if picture["name"] is None or picture["name"] in known:
            pieces += [
                _harmless(markdown[at : picture.start()]),
                f"![{_harmless(picture['alt'])}",
                picture[0][2 + len(picture["alt"]) :],
            ]
            at = picture.end()
    return "".join([*pieces, _harmless(markdown[at:])])


def _harmless(markdown: str) -> str:
    text = _MARKUP.sub("&lt;", _ENTITY.sub("&" + _ZERO_WIDTH_SPACE, markdown)).replace("![", "!\\[")
    return _HARMFUL_LINK.sub(rf"\1{_ZERO_WIDTH_SPACE}\2", text)


def _allowed(tag: str, name: str, value: str) -> bool:
    if tag == "table" and name == "class":
        return value == "dataframe"
    if tag == "img" and name == "src":
        return _PICTURE.fullmatch(value) is not None
    if tag == "a" and name == "href":
        return not _INVISIBLE.sub("", value).lower().startswith("data:")
    return name in _ATTRIBUTES["*"] or name in _ATTRIBUTES.get(tag, [])
