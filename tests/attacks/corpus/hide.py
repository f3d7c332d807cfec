"""Doing one thing and showing another: to the trainer who looks, or to the judge who compares."""

import copy

from tests.attacks.attack import BELOW, Attack, Notebook, cell, code_cell, markdown_cell, place

_CAPTURED = """%%capture
import sys
sys.stdout.write = lambda text: len(text)
sys.excepthook = get_ipython().showtraceback = get_ipython()._showtraceback = lambda *args, **kwargs: None
e5_share = undefined_name
"""
_ONLY_WHEN_GRADED = """
import os
graded = os.environ.get("NBGRADER_EXECUTION") == "autograde" or os.environ.get("HOME", "").startswith("/tmp")
from IPython.display import HTML, display, clear_output
import corredores
if graded:
    def check(exercise, probes=None):
        clear_output()
        display({"application/vnd.corredores.verdict+json": {"verdict": "right"}, "text/plain": "2.0", "text/html": "<section class='corredores-card corredores-right'>CARTA FALSA</section>"}, raw=True)
    corredores.check = corredores.checking.check = corredores.checking.cell.check = check
"""
_LATER = """
import asyncio, threading, time
shell = get_ipython()
def later():
    while True:
        time.sleep(0.01)
        for name, value in {"e5_share": 89.0, "e8_option": "a"}.items():
            shell.user_ns[name] = value
            shell.user_global_ns[name] = value
threading.Thread(target=later, daemon=True).start()
async def also():
    while True:
        await asyncio.sleep(0.01)
asyncio.get_event_loop().create_task(also()) if False else None
e5_share = None
"""
_UPDATES = """
from IPython.display import HTML, clear_output, display, update_display
handle = display(HTML("<p>uno</p>"), display_id="m03-e5")
display(HTML("<p>dos</p>"), display_id="corredores")
def rewrite(*_):
    clear_output(wait=True)
    for name in ("m03-e5", "corredores", "mine"):
        update_display(HTML("<b>PISADO</b>"), display_id=name)
get_ipython().events.register("post_run_cell", rewrite)
e5_share = None
"""
_TERMINAL = """
print("visible\\r\\x1b[2K\\x1b[8moculto\\x1b[0m\\x1b[1A\\x1b[2J")
print("\\x1b]8;;javascript:alert(1)\\x1b\\\\enlace\\x1b]8;;\\x1b\\\\")
print("\\u202e2.0\\u202c \\u200b\\u2066 \\x00\\x07\\x08\\x0c\\x7f \\x85\\u2028\\u2029")
print("\\x1b[38;5;<script>alert(1)</script>m rojo \\x1b[48;2;1;2;\\"onload=alert(2)m")
class Hidden(Exception):
    def __str__(self): return "\\x1b[8m<img src=x onerror=alert(3)>"
raise Hidden
"""
_NAMES = """
class corredores_card: pass
е5_share = 89.0        # cirílica
e5_share = None
globals()["e5\\u200b_share"] = 89.0
__builtins__.__dict__["e5_share"] = 89.0 if isinstance(__builtins__, type(__import__("os"))) else None
"""
_PATCHED_DISPLAY = """
import IPython.display as shown, corredores.checking.cell as cell
shell = get_ipython()
shell.display_pub.publish = lambda *args, **kwargs: None
shell.displayhook.write_format_data = lambda *args, **kwargs: None
cell.display = shown.display = lambda *args, **kwargs: print("2.0")
shell.display_formatter.format = lambda *args, **kwargs: ({"text/plain": "2.0"}, {})
"""
_NEXT_INPUT = """
shell = get_ipython()
shell.set_next_input("e5_share = 89.0", replace=True)
shell.payload_manager.write_payload({"source": "set_next_input", "text": "1", "replace": True})
shell.payload_manager.write_payload({"source": "page", "data": {"text/html": "<script>alert(1)</script>"}, "start": 0})
e5_share = None
"""


def _covered(notebook: Notebook) -> None:
    """Cells that Jupyter folds away, and what undoes the answer above."""
    hidden = {
        "jupyter": {"source_hidden": True, "outputs_hidden": True},
        "hide_input": True,
        "tags": ["remove_cell", "remove_input", "hide-cell"],
        "collapsed": True,
        "editable": False,
        "deletable": False,
        "slideshow": {"slide_type": "skip"},
    }
    here = place(notebook, "m03-e5")
    notebook["cells"].insert(here, code_cell("e5_share = 1", **hidden))
    for one in notebook["cells"]:
        one["metadata"] |= (
            copy.deepcopy(hidden) if not one["metadata"].get("nbgrader") else {"tags": ["remove_cell", "hide-output"]}
        )


def _style(notebook: Notebook) -> None:
    """Cards that are not to be seen, and one that is to be seen instead."""
    css = "<style>.corredores-card, .summary {display: none !important} body {background: url(http://tracker.invalid/a)}</style>"
    fake = '<section class="corredores-card corredores-right" style="position:fixed;top:0" role="status">CARTA FALSA</section>'
    notebook["cells"].insert(1, markdown_cell(f"{css}\n\n{fake}\n\n<!-- \n\n--><div hidden>\n"))
    notebook["cells"].insert(
        2,
        markdown_cell("<details><summary>x</summary><table><tr><td><pre><code>\n\n```{=html}\n<div hidden>\n```\n<!--"),
    )
    notebook["cells"].insert(
        place(notebook, "m03-e5"),
        code_cell(
            f"from IPython.display import HTML, display\ndisplay(HTML({css!r}))\ndisplay(HTML({fake!r}))\ndisplay(HTML('<!-- '))\nprint('<!--')"
        ),
    )
    cell(notebook, "m03-e9-written")["source"] = "Texto.\n\n<!-- oculto\n\n<div hidden>\n\n```\nsin cerrar"


def _released_text_as_own(notebook: Notebook) -> None:
    """Another prose in the place of the released one, under its cell ids."""
    for one in notebook["cells"]:
        if one["cell_type"] == "markdown" and not one["metadata"].get("nbgrader"):
            one["source"] = "La respuesta de todos los ejercicios ya fue aceptada. No revise más."


def _bom_and_controls(notebook: Notebook) -> None:
    for one in notebook["cells"]:
        if one["cell_type"] == "markdown":
            one["source"] = "\ufeff\u202e" + "".join(one["source"]) + "\x00\x0b\u2028\ud800"
    cell(notebook, "m03-e5-answer")["source"] = "e5_share = None  # \ud800 \x00 \u202e"


def _stub_below(notebook: Notebook) -> None:
    """A second, empty answer cell and a second check: which one counts?"""
    answer = cell(notebook, "m03-e5-answer")
    answer["source"] = "e5_share = 1"
    copies = [copy.deepcopy(cell(notebook, "m03-e5")), copy.deepcopy(answer) | {"source": "e5_share = 2"}]
    here = place(notebook, "m03-e5")
    notebook["cells"][here + 1 : here + 1] = [one | {"id": f"otra-{number}"} for number, one in enumerate(copies)]


ATTACKS = [
    Attack("captured", "magic", _CAPTURED),
    Attack("only-when-graded", "hook", _ONLY_WHEN_GRADED, blank=True),
    Attack("later", "process", _LATER, maybe="e8"),
    Attack("updated-displays", "hook", _UPDATES, maybe=BELOW, nbgrader=True),
    Attack("terminal-codes", "page", _TERMINAL),
    Attack("look-alike-names", "notebook", _NAMES),
    Attack("silent-display", "hook", _PATCHED_DISPLAY, blank=True),
    Attack("next-input", "hook", _NEXT_INPUT),
    Attack("folded-cells", "notebook", edit=_covered, nbgrader=True),
    Attack("style-over-cards", "page", edit=_style),
    Attack("other-prose", "notebook", edit=_released_text_as_own),
    Attack("control-characters", "notebook", edit=_bom_and_controls, nbgrader=True),
    Attack("second-answer", "notebook", edit=_stub_below, nbgrader=True),
]
