"""HTML, Markdown and formulas of a trainee, made harmless; what a course needs is kept."""

import pytest
from bs4 import BeautifulSoup

from corredores_graders.nbgrader_plugins.charts import local_figure
from corredores_graders.nbgrader_plugins.maths import mathml
from corredores_graders.nbgrader_plugins.rendered_markdown import as_block, rendered
from corredores_graders.nbgrader_plugins.safe_html import safe_html, safe_markdown

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<img src="http://tracker.invalid/x.png">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href="da\tta:text/html,<script>alert(1)</script>">x</a>',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></math>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<style>.corredores-card{display:none}</style>",
    '<section class="corredores-card corredores-right" style="position:fixed">x</section>',
    '<form action="http://tracker.invalid"><input name=x></form>',
    '<base href="http://tracker.invalid"><meta http-equiv=refresh content="0;url=http://tracker.invalid">',
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1) ",
]


def dangers(page: str) -> list[str]:
    found = []
    for element in BeautifulSoup(page, "html.parser").find_all(True):
        if element.name in ("script", "style", "svg", "iframe", "form", "input", "base", "meta", "mglyph"):
            found.append(element.name)
        for name, value in element.attrs.items():
            text = "".join("".join(value).split()).lower()
            if name.startswith("on") or name in ("style", "srcdoc", "action"):
                found.append(name)
            if name in ("src", "href") and not text.startswith(("data:image/", "https:", "#")):
                found.append(text)
            if name == "class" and "corredores" in text:
                found.append(text)
    return found


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_html_is_harmless(hostile: str) -> None:
    assert dangers(safe_html(hostile)) == []
    assert dangers(rendered(hostile)) == []
    assert dangers(rendered(safe_markdown(hostile))) == []


FORMULAS = [r"\text{<img src=x onerror=alert(1)>}", r"\href{javascript:alert(1)}{x}", r"\style{x}{y}", "{"]


@pytest.mark.parametrize("hostile", FORMULAS)
def test_a_formula_is_never_markup(hostile: str) -> None:
    assert dangers(mathml(hostile, display=False)) == []
    assert dangers(rendered(f"${hostile}$")) == []


def test_what_a_course_shows_is_kept() -> None:
    table = '<table class="dataframe"><tbody><tr><th scope="row">País</th><td>3</td></tr></tbody></table>'
    assert safe_html(table) == table
    assert (
        safe_html("<details><summary>Ver</summary><p>a</p></details>")
        == "<details><summary>Ver</summary><p>a</p></details>"
    )
    page = rendered(
        "> Nota\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`x < y`, $\\frac{a}{b}$ y $$\\sum_i p_i$$\n\n```\na\n\nb\n```"
    )
    assert all(f"<{name}" in page for name in ("blockquote", "table", "code", "mfrac"))
    assert "x &lt; y" in page


def test_a_pasted_picture_is_shown() -> None:
    page = rendered("![gráfico](attachment:a.png)", {"a.png": {"image/png": "aGk="}})
    assert "<img" in page and 'src="data:image/png;base64,aGk="' in page


def test_a_block_survives_nbconverts_markdown() -> None:
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    block = as_block(rendered("# Uno\n\n```\na\n\n    b\n\n$c$\n```\n\ntexto $x^2$"))
    assert MarkdownWithMath(renderer=IPythonRenderer(escape=False)).render(block).strip() == block.strip()


def test_a_figure_keeps_only_what_needs_no_network() -> None:
    figure = {
        "data": [
            {"type": "bar"},
            {"type": "heatmap"},
            {"type": "choroplethmap"},
            {"type": "image", "source": "http://x.invalid"},
        ],
        "layout": {
            "images": [{}],
            "mapbox": {},
            "map2": {},
            "title": "t",
            "template": {"data": {}, "layout": {"images": [{}]}},
        },
    }
    local = local_figure(figure)
    assert [trace["type"] for trace in local["data"]] == ["bar", "heatmap"]
    assert local["layout"] == {"title": "t", "template": {"data": {}, "layout": {}}}
