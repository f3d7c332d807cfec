"""The plainest HTML is cleaned without a parser, to the same letters; anything else is left to the parser."""

import pandas as pd
import pytest
from bleach import clean
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from corredores_graders.nbgrader_plugins import safe_html
from corredores_graders.nbgrader_plugins.plain_html import plain_html

TABLE = pd.DataFrame({"destino": ["México", "a & b <i>"], "n": [1, 2.5]})


def parsed(html: str) -> str:
    """What the parser makes of it, as safe_html asks it."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(safe_html._WHOLE):
        element.decompose()
    return str(
        clean(
            str(soup),
            tags=safe_html._TAGS,
            attributes=safe_html._allowed,
            protocols=safe_html._PROTOCOLS,
            strip=True,
        )
    )


def plain(html: str) -> str | None:
    return plain_html(html, safe_html._allowed)


def test_a_table_of_pandas_is_plain() -> None:
    html = TABLE._repr_html_()  # type: ignore[operator]
    cleaned = plain(html)
    assert cleaned == parsed(html)
    assert cleaned is not None and "<style" not in cleaned and "México" in cleaned and "&lt;i&gt;" in cleaned


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>x</p>",
        '<p><a href="javascript:alert(1)">x</a></p>',
        '<img src="x">',
        "<p>x",
        "x</div>",
        "<div></p></div>",
        "<table>x</table>",
        "<table><div>x</div></table>",
        "<p><div>x</div></p>",
        "<b><p>x</p></b>",
        "<p>&nbsp;&#60;script&#62;</p>",
        "<!-- <p> -->",
        "<p>a < b</p>",
        "<p>\x00</p>",
        "<p>\ud800</p>",
        '<p title="a" title="b">x</p>',
        '</p title="a">',
        "<style>p{}</style",
        "<STYLE>p{}</STYLE>",
        "<svg><style><p>x</p></style></svg>",
    ],
)
def test_anything_else_is_left_to_the_parser(html: str) -> None:
    assert plain(html) is None


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ('<div class="corredores-card" id="x" style="position:fixed">x</div>', "<div>x</div>"),
        ('<table border="1" class="dataframe"></table>', '<table class="dataframe"></table>'),
        ('<table class="corredores-card"></table>', "<table></table>"),
        ('<p onclick="alert(1)">x</p>', "<p>x</p>"),
        ("<p>x<style>p { color: red }</style>y</p>", "<p>xy</p>"),
        ("<section></section>  \n ", "<section></section>\n"),
    ],
)
def test_only_what_is_allowed_is_left(html: str, cleaned: str) -> None:
    assert plain(html) == cleaned == parsed(html)


ATTRIBUTES = st.sampled_from(
    ["", ' class="dataframe"', ' style="x: y"', ' onclick="f()"', ' colspan="2"', ' lang="es"', ' id="a"', ' title="t"']
)
TEXT = st.text(alphabet="aé \n&;<>\"'\xa0→b", max_size=6).map(
    lambda said: said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
TAGS = st.sampled_from(
    "b br caption code details div em i li p section small strong sub summary".split()
    + "sup table tbody td tfoot th thead tr ul".split()
)


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attributes, content: f"<{tag}{attributes}>" + ("" if tag == "br" else f"{content}</{tag}>"),
        TAGS,
        ATTRIBUTES,
        inner,
    )


HTML = st.recursive(
    TEXT, lambda inner: st.lists(st.one_of(inner, element(inner)), max_size=3).map("".join), max_leaves=12
)


@given(HTML)
def test_what_is_plain_is_what_the_parser_makes_of_it(html: str) -> None:
    cleaned = plain(html)
    if cleaned is not None:
        assert cleaned == parsed(html)


@given(st.lists(st.lists(st.one_of(st.integers(), st.floats(), TEXT), min_size=2, max_size=2), max_size=4))
def test_every_table_of_pandas_comes_out_alike(rows: list[list[object]]) -> None:
    html = pd.DataFrame(rows).to_html(notebook=True, escape=True)
    cleaned = plain(html)
    assert cleaned is None or cleaned == parsed(html)
