"""An instrument as a page: a form to fill in on screen or on paper, without a connection."""

from html import escape
from typing import Any

from corredores_graders.language import text

#: Kinds of field that hold one short value; the rest get room for a few lines.
SHORT = frozenset({"place", "number", "percent", "year", "money", "date"})
NUMERIC = frozenset({"number", "percent", "year", "money"})


def instrument_page(instrument: dict[str, Any]) -> str:
    """Return the Markdown page of an instrument (its sentences already in the page's language)."""
    about = [str(instrument[name]) for name in ("purpose", "intro", "instructions") if instrument.get(name)]
    return "\n\n".join([f"# {instrument['id']} · {instrument['title']}", *about, _form(instrument)]) + "\n"


def _form(instrument: dict[str, Any]) -> str:
    stays = text("Lo que escribe se queda en su navegador: no se envía a nadie.")
    # A blank line would end the block of HTML inside Markdown.
    fields = "\n".join(_field(declared) for declared in instrument["fields"])
    return (
        f'<form class="instrument" data-name="{escape(str(instrument["id"]))}" autocomplete="off">\n{fields}\n'
        '<p class="instrument-buttons">'
        f'<button type="button" data-action="print">{escape(text("Imprimir o guardar como PDF"))}</button> '
        f'<button type="button" data-action="save">{escape(text("Descargar lo escrito"))}</button> '
        f'<button type="reset">{escape(text("Borrar todo"))}</button></p>\n'
        f'<p class="instrument-note">{escape(stays)}</p>\n'
        "</form>"
    )


def _field(declared: dict[str, Any]) -> str:
    name = f"field-{declared['key']}"
    told = escape(str(declared.get("help", ""))) + _example(str(declared.get("example", "")))
    described = f' aria-describedby="{name}-help"' if told else ""
    help_line = f'<span class="help" id="{name}-help">{told}</span>' if told else ""
    kind = declared.get("kind", "text")
    if kind in SHORT:
        mode = ' inputmode="decimal"' if kind in NUMERIC else ""
        control = f'<input type="text" id="{name}" name="{declared["key"]}"{mode}{described}>'
    else:
        control = f'<textarea id="{name}" name="{declared["key"]}" rows="3"{described}></textarea>'
    label = f'<label for="{name}">{escape(str(declared["label"]))}</label>'
    size = "short" if kind in SHORT else "long"
    return f'<div class="field {size}">{label}{help_line}{control}</div>'


def _example(example: str) -> str:
    return f' <span class="example">{escape(text("Ejemplo: {example}", example=example))}</span>' if example else ""
