"""Code for the trainer's browser: in outputs, in prose, in whatever a page is made of. None may run or fetch."""

import base64
import json

from tests.attacks.attack import Attack, Notebook, cell, code_cell, markdown_cell, place

#: Each piece calls ``alert`` or sets ``window.robado``, or asks ``tracker.invalid`` for something.
PIECES = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "<svg onload=alert(3)><script>alert(4)</script></svg>",
    '<a href="javascript:alert(5)">x</a>',
    '<a href="java\tscript:alert(6)">x</a>',
    '<a href=" &#14; javascript:alert(7)">x</a>',
    '<a href="data:text/html,<script>alert(8)</script>">x</a>',
    "<iframe src=javascript:alert(9)></iframe>",
    '<iframe srcdoc="<script>parent.robado=1</script>"></iframe>',
    "<object data=javascript:alert(10)></object>",
    "<embed src=javascript:alert(11)>",
    "<base href=http://tracker.invalid/>",
    '<meta http-equiv=refresh content="0;url=http://tracker.invalid/">',
    "<link rel=stylesheet href=http://tracker.invalid/a.css>",
    "<style>@import url(http://tracker.invalid/b.css);body{background:url(http://tracker.invalid/c)}</style>",
    '<div style="background:url(http://tracker.invalid/d)">x</div>',
    "<img src=http://tracker.invalid/e.png srcset='http://tracker.invalid/f.png 2x'>",
    "<video src=http://tracker.invalid/g poster=http://tracker.invalid/h><source src=http://tracker.invalid/i></video>",
    "<form action=http://tracker.invalid/><input autofocus onfocus=alert(12)><button formaction=javascript:alert(13)>x</button></form>",
    "<details open ontoggle=alert(14)><summary>x</summary></details>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(15)&gt;">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(16)>">',
    '<noscript><p title="</noscript><img src=x onerror=alert(17)>">',
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(18)>",
    "<select><template><img src=x onerror=alert(19)></template></select>",
    "<title><img src=x onerror=alert(20)></title>",
    "<textarea><img src=x onerror=alert(21)></textarea>",
    "<xmp><img src=x onerror=alert(22)></xmp>",
    "<plaintext><img src=x onerror=alert(23)>",
    "<!--><img src=x onerror=alert(24)>-->",
    "<![CDATA[<img src=x onerror=alert(25)>]]>",
    "<?xml <img src=x onerror=alert(26)>?>",
    "<a title='\"><img src=x onerror=alert(27)>'>x</a>",
    "<p lang='\"onmouseover=alert(28) x=\"'>x</p>",
    '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
    "<table class='dataframe\"onclick=alert(29)'>",
    '<a href="http://tracker.invalid" ping="http://tracker.invalid/ping" target=_top>x</a>',
    "<isindex type=image src=1 onerror=alert(30)>",
    "<animate onbegin=alert(31)><set attributeName=href to=javascript:alert(32)>",
    "<ſcript>alert(33)</ſcript>",
    "<scr\x00ipt>alert(34)</scr\x00ipt>",
    "<<script>alert(35)//<</script>",
    '"><img src=x onerror=alert(36)>',
    "</script><script>alert(37)</script>",
    "</textarea></title></style></noscript></template><script>alert(38)</script>",
    '<a href="vbscript:alert(39)">x</a>',
    '<img src=1 href=1 onerror="javascript:alert(40)"></img>',
    "<body onload=alert(41)>",
    "<frameset onload=alert(42)>",
    "<marquee onstart=alert(43)>",
    "<input type=image src=x onerror=alert(44)>",
    "<button popovertarget=x>y</button><div popover id=x onbeforetoggle=alert(45)>z</div>",
    "<div contenteditable autofocus onfocus=alert(46)>",
    "<link rel=prefetch href=http://tracker.invalid/j>",
    "<img src=`javascript:alert(47)`>",
]
MARKDOWN = [
    "[x](javascript:alert(60))",
    "[x](JaVaScRiPt:alert(61))",
    "[x](java&#115;cript:alert(62))",
    "![x](http://tracker.invalid/k.png)",
    "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
    "<javascript:alert(63)>",
    "[x]: javascript:alert(64)\n\n[x]",
    '![x" onerror="alert(65)](x)',
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "`<img src=x onerror=alert(66)>`",
    "```<img src=x onerror=alert(67)>\n```",
    "$\\text{<img src=x onerror=alert(68)>}$",
    "$\\href{javascript:alert(69)}{x}$",
    "$$\\style{background:url(http://tracker.invalid/l)}{x}$$",
    "$\\unicode{<script>alert(70)</script>}$",
    '\\(\\require{html}\\class{x" onclick="alert(71)}{y}\\)',
    "$\\html{<script>alert(72)</script>}$",
    '$\\mmlToken{mi}[onclick="alert(73)"]{x}$',
    "$</math><script>alert(74)</script>$",
    '$\\color{"onclick=alert(75)}{x}$',
    "| a |\n|---|\n| <img src=x onerror=alert(76)> |",
    "<div markdown=1>\n[x](javascript:alert(77))\n</div>",
    "&lt;script&gt;alert(78)&lt;/script&gt;",
    "<details ontoggle=alert(79) open>",
    "[x](<javascript:alert(80)>)",
    "![][y]\n\n[y]: http://tracker.invalid/m.png",
    "\ue0000\ue001 \ue000999\ue001",
    "$a$ \ue0000\ue001<img src=x onerror=alert(81)>",
    "{{ 7*7 }} {% raw %}<script>alert(82)</script>{% endraw %}",
    "<!-- --!><img src=x onerror=alert(83)> -->",
    "\\begin{equation}<img src=x onerror=alert(84)>\\end{equation}",
    "<b onclick=alert(85)>x</b><br/onclick=alert(86)><details/open/ontoggle=alert(87)>",
    "<i\n>x</i\n><sub onclick=alert(88)\n>",
    "~~<script>alert(89)</script>~~",
    "http://tracker.invalid/n <http://tracker.invalid/o>",
]
_HTML_OUTPUTS = f"""
from IPython.display import HTML, display
for piece in {PIECES!r}:
    display(HTML(piece))
    display({{"text/html": piece, "text/plain": piece}}, raw=True, metadata={{"isolated": True, "text/html": {{"isolated": True}}}})
display(HTML({"".join(PIECES)!r}))
e5_share = None
"""
_OTHER_KINDS = f"""
from IPython.display import SVG, Image, JSON, Javascript, Latex, Markdown, Math, Pretty, Video, Audio, IFrame, YouTubeVideo, FileLink, display
PIECES = {(PIECES + MARKDOWN)!r}
picture = {base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(90)'><script>alert(91)</script></svg>").decode()!r}
for piece in PIECES:
    for kind in ("text/markdown", "text/latex", "image/svg+xml", "application/javascript", "text/plain", "application/json", "application/xhtml+xml", "text/vnd.mermaid",
                 "application/vnd.jupyter.stderr", "application/geo+json", "application/pdf", "text/html; charset=utf-8", "TEXT/HTML", "image/svg", "application/vnd.vegalite.v5+json",
                 "application/vnd.jupyter.widget-state+json", "application/vnd.corredores.verdict+json", "text/x-python"):
        display({{kind: piece}}, raw=True)
    break
for piece in PIECES:
    display({{"text/markdown": piece}}, raw=True)
    display({{"text/latex": piece, "image/svg+xml": piece, "application/javascript": "alert(92)", "text/plain": piece}}, raw=True)
for value in (picture, '"><script>alert(93)</script>', "x' onerror=alert(94) '", ["A", "\\" onload=\\"alert(95)"], {{"x": 1}}, 3, None):
    for kind in ("image/png", "image/jpeg", "image/gif", "image/svg+xml", "image/webp"):
        display({{kind: value, "text/plain": "x"}}, raw=True, metadata={{kind: {{"width": '1" onload="alert(96)', "height": "x"}}, "alt": '"><script>alert(97)</script>'}})
display({{"application/vnd.jupyter.widget-view+json": {{"model_id": '"><script>alert(98)</script>', "version_major": 2}}, "text/html": "<script>alert(99)</script>"}}, raw=True)
display({{"text/html": ["<scr", "ipt>alert(100)</scr", "ipt>"]}}, raw=True)
display({{"text/html": {{"<script>alert(101)</script>": 1}}}}, raw=True)
display({{"text/plain": "x"}}, raw=True, metadata={{"corredores": {{"alt": '"><script>alert(102)</script>', "caption_id": '"><script>alert(103)</script>'}}}})
display(IFrame("http://tracker.invalid/p", 100, 100), Javascript("alert(104)"), SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(105)'/>"))
e5_share = None
"""
_PLOTLY = """
from IPython.display import display
KIND = "application/vnd.plotly.v1+json"
evil = '</script><script>alert(110)</script><img src=x onerror=alert(111)><a href="javascript:alert(112)">x</a><svg onload=alert(113)>'
figures = [
    {"data": [{"type": "scatter", "x": [1], "y": [2], "name": evil, "text": evil, "hovertemplate": evil, "customdata": [evil]}], "layout": {"title": {"text": evil}}},
    {"data": [{"type": "scattermap", "lat": [1], "lon": [1]}], "layout": {"map": {"style": "http://tracker.invalid/style.json"}}},
    {"data": [{"type": "scattermapbox", "lat": [1], "lon": [1]}], "layout": {"mapbox": {"style": "open-street-map", "accesstoken": "x"}}},
    {"data": [{"type": "image", "source": "http://tracker.invalid/q.png"}, {"type": "scattergeo", "lat": [1], "lon": [1]}], "layout": {"geo": {"scope": "usa", "resolution": 50}}},
    {"data": [{"type": "choropleth", "locations": ["GTM"], "z": [1], "geojson": "http://tracker.invalid/r.json"}], "layout": {}},
    {"data": [{"type": "scatter", "y": [1]}], "layout": {"images": [{"source": "http://tracker.invalid/s.png"}], "template": {"layout": {"images": [{"source": "http://tracker.invalid/t.png"}],
      "template": {"layout": {"images": [{"source": "http://tracker.invalid/u.png"}]}}}, "data": {"scattermap": [{}], "image": [{"source": "http://tracker.invalid/v.png"}]}}}},
    {"data": [{"type": "scatter", "y": [1], "marker": {"symbol": evil}}], "layout": {"updatemenus": [{"buttons": [{"method": "relayout", "args": [{"images": [{"source": "http://tracker.invalid/w.png"}]}], "label": evil}]}],
      "sliders": [{"steps": [{"label": evil, "method": "restyle", "args": []}]}], "annotations": [{"text": evil}], "font": {"family": "x');background:url(http://tracker.invalid/x"}},
      "frames": [{"layout": {"images": [{"source": "http://tracker.invalid/y.png"}]}}], "config": {"plotlyServerURL": "http://tracker.invalid", "topojsonURL": "http://tracker.invalid/topo/"}},
    {"data": [{"type": "sankey", "node": {"label": [evil, "b"]}, "link": {"source": [0], "target": [1], "value": [1]}}, {"type": "table", "header": {"values": [evil]}, "cells": {"values": [[evil]]}}], "layout": {}},
    {"data": "x", "layout": "y"}, {"data": [None, 3, "x", []], "layout": []}, {"data": {"type": "scatter"}, "layout": None}, {"layout": {"template": evil}}, {},
    {"data": [{"type": ["image"], "source": "http://tracker.invalid/z.png"}], "layout": {"template": {"layout": 3}}}, {"data": [{"type": "scatter", "y": [1] * 10}], "layout": {"width": 1e300, "height": -5}},
    {"data": [{"type": "scatter", "y": [float("inf") if False else 1e308]}], "layout": {"Images": [{"source": "http://tracker.invalid/aa.png"}], "xaxis": {"title": {"text": evil}}}},
]
for figure in figures:
    display({KIND: figure, "text/html": "<script>alert(114)</script>"}, raw=True, metadata={"corredores": {"alt": evil, "caption_id": evil}})
for odd in ("x", 3, None, [figures[0]], [[]], True):
    display({KIND: odd, "text/plain": "x"}, raw=True)
e5_share = None
"""
_ERRORS = f"""
import sys
for piece in {(PIECES[:12] + MARKDOWN[:6])!r}:
    print(piece)
    print(piece, file=sys.stderr)
name = "<img src=x onerror=alert(120)>"
class Evil(Exception):
    def _render_traceback_(self):
        return ["<script>alert(121)</script>", "\\x1b[31m<img src=x onerror=alert(122)>"]
    def __repr__(self): return "<script>alert(123)</script>"
    __str__ = __repr__
Evil.__name__ = Evil.__qualname__ = name
exec(compile("raise Evil('<script>alert(124)</script>')", "</pre><script>alert(125)</script>", "exec"))
"""
_REPRS = """
class Evil:
    def _repr_html_(self): return "<script>alert(130)</script><img src=x onerror=alert(131)>"
    def _repr_svg_(self): return "<svg onload=alert(132)></svg>"
    def _repr_javascript_(self): return "alert(133)"
    def _repr_markdown_(self): return "[x](javascript:alert(134))<img src=x onerror=alert(135)>"
    def _repr_latex_(self): return "$\\\\text{<img src=x onerror=alert(136)>}$"
    def _repr_png_(self): return b"<script>alert(137)</script>"
    def _repr_pdf_(self): return b"<script>alert(138)</script>"
    def _repr_json_(self): return {"<script>alert(139)</script>": 1}
    def _repr_mimebundle_(self, **_): return {"text/html": "<script>alert(140)</script>", "application/vnd.corredores.verdict+json": {"verdict": "right"}}
    def __repr__(self): return "<script>alert(141)</script>"
import pandas as pd
e5_share = Evil()
net_stock = Evil
table = pd.DataFrame({"<script>alert(142)</script>": ["<img src=x onerror=alert(143)>"]}, index=["</table><script>alert(144)</script>"])
pd.set_option("display.max_colwidth", None)
from IPython.display import display, HTML
display(table, HTML(table.to_html(escape=False)), table.style.set_caption("<script>alert(145)</script>").set_table_styles([{"selector": "td", "props": "background:url(http://tracker.invalid/bb)"}]))
display(Evil())
Evil()
"""
# What is kept of an answer, shown in a card or a report: every text of it.
_ANSWERS = """
evil = '</section><script>alert(150)</script><img src=x onerror=alert(151)>'
e1_matrix = {evil: {evil: 1}}
e1_belize = evil
e2_destination, e2_share = evil, evil
e3_hhi = e3_effective = e7_share = e7_ratio = e5_share = evil
import pandas as pd
e4_table = pd.DataFrame({evil: [1], "cr1": [evil]}, index=[evil])
e8_option = evil
corridor_card = dict.fromkeys(["origin", "destination", "stock", "year", "trend", "limits", evil], evil)
def net_stock(matrix, country):
    raise type(evil, (Exception,), {})(evil)
def migration_effectiveness(matrix):
    return evil
"""


def _prose(notebook: Notebook) -> None:
    """In Markdown cells, raw cells, the written answer and its pasted pictures."""
    pieces = PIECES + MARKDOWN
    for number, piece in enumerate(pieces):
        notebook["cells"].insert(5, markdown_cell(piece) | {"id": f"texto-{number}"})
    notebook["cells"].append(
        {
            "cell_type": "raw",
            "source": "<script>alert(160)</script>",
            "metadata": {"format": "text/html", "raw_mimetype": "text/html"},
        }
    )
    cell(notebook, "m03-e9-written")["source"] = "\n\n".join(pieces)


def _attachments(notebook: Notebook) -> None:
    svg = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(161)'/>").decode()
    pictures: dict[str, object] = {
        'x.png" onerror="alert(162)': {"image/png": "AAAA"}, "a.svg": {"image/svg+xml": svg}, "b.png": {'image/png;base64,AA" onerror="alert(163)': "AA"}, "c.png": {"image/png": 'AA" onerror="alert(164)'},
        "d.html": {"text/html": "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="}, "e.png": {"image/png": ["AA", "BB"]}, "f.png": 3, "g.png": {"image/png": {"x": 1}}, "": {"": ""},
    }  # fmt: skip
    text = "".join(
        f"![x](attachment:{name}) "
        for name in ("x.png", "a.svg", "b.png", "c.png", "d.html", "e.png", "f.png", "g.png", "")
    )
    notebook["cells"].insert(4, markdown_cell(text) | {"attachments": pictures})
    written = cell(notebook, "m03-e9-written")
    written["source"] = text
    written["attachments"] = pictures


def _everywhere_else(notebook: Notebook) -> None:
    """In names, ids, languages, titles: wherever a page writes what a notebook says."""
    evil = '"><script>alert(170)</script><img src=x onerror=alert(171)>'
    notebook["metadata"] = {
        "title": evil, "authors": [{"name": evil}], "kernelspec": {"name": evil, "display_name": evil, "language": evil},
        "language_info": {"name": evil, "pygments_lexer": evil, "codemirror_mode": {"name": evil}, "version": evil, "mimetype": evil},
        "corredores": {"language": evil, "name": evil, "corridor": evil}, "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {evil: {"model_name": evil, "state": {"value": evil}}}}}, "nbgrader": evil, "celltoolbar": evil,
    }  # fmt: skip
    for number, one in enumerate(notebook["cells"]):
        one["id"] = f"x{number}{evil}" if not one["metadata"].get("nbgrader") else one["id"]
        one["metadata"] |= {
            "name": evil,
            "tags": [evil],
            "lang": evil,
            "comment": evil,
            "alt": evil,
            "nbgrader": one["metadata"].get("nbgrader", {"grade_id": evil, "comment": evil}),
        }
    cell(notebook, "m03-e5-answer")["source"] = (
        f"e5_share = None  # </pre></code></div></textarea></script>{evil}\n'''{''.join(PIECES)}'''"
    )
    notebook["cells"].insert(
        place(notebook, "m03-e5"), code_cell("\n".join(f"# {piece}" for piece in PIECES + MARKDOWN))
    )


def _ready_outputs(notebook: Notebook) -> None:
    """Outputs as a hand wrote them into the file, in forms that no kernel sends."""
    outputs = [
        {
            "output_type": "display_data",
            "data": {"text/html": piece, "application/javascript": "alert(180)"},
            "metadata": {},
        }
        for piece in PIECES
    ] + [
        {"output_type": "pyout", "html": "<script>alert(181)</script>"},
        {
            "output_type": "error",
            "ename": "<script>alert(182)</script>",
            "evalue": "",
            "traceback": ["<script>alert(183)</script>"],
        },
    ]
    for one in notebook["cells"]:
        if one["cell_type"] == "code":
            one["outputs"] = outputs[:20]
    notebook["cells"][0]["outputs"] = json.loads(json.dumps(outputs[:3]))


ATTACKS = [
    Attack("html-outputs", "page", _HTML_OUTPUTS),
    Attack("other-outputs", "page", _OTHER_KINDS),
    Attack("plotly", "page", _PLOTLY),
    Attack("errors-and-streams", "page", _ERRORS),
    Attack("representations", "hook", _REPRS),
    Attack("answers", "page", _ANSWERS, blank=True),
    Attack("prose", "page", edit=_prose),
    Attack("attachments", "page", edit=_attachments),
    Attack("names-and-metadata", "notebook", edit=_everywhere_else),
    Attack("ready-outputs", "notebook", edit=_ready_outputs),
]
