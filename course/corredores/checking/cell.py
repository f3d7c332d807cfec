"""What a notebook calls: ``check("m03.e2")`` and ``hint("m03.e2")``."""

import os
from collections.abc import Mapping
from html import escape
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import display

from corredores import __version__
from corredores.checking import card
from corredores.checking.check_file import CheckFile, NoCheckFile, find_check_file
from corredores.checking.encoding import encode
from corredores.checking.functions import encode_calls
from corredores.checking.reference import PartSpec
from corredores.checking.verdicts import decide
from corredores.corridor import ASSIGNABLE, PRACTICE, Corridor
from corredores.language import current, text

ANSWER_MIME = "application/vnd.corredores.answer+json"
_hints_shown: dict[str, int] = {}


class Ungraded:
    """What a check leaves as the value of its cell: zero points until the trusted judge has written its own."""

    def __repr__(self) -> str:
        return "0.0"


class NotJudgedHere(Exception):
    """Raised under ``nbgrader validate``, which would otherwise report success on any notebook."""


def check(exercise: str, probes: Mapping[str, Any] | None = None) -> Ungraded | None:
    """Check the answer of ``exercise`` ("m03.e2") and show a card; nothing is certified here.

    The encoded answer is published with the card, so that a trusted process can judge it later. ``probes`` are other
    inputs for functions, by name, put there when it is graded.
    """
    if os.environ.get("NBGRADER_EXECUTION") == "validate":
        raise NotJudgedHere(text("«Validate» no revisa estas respuestas: lea la tarjeta que aparece bajo cada una."))
    module, _, name = exercise.partition(".")
    names = _notebook_names()
    try:
        file = find_check_file(module)
        specs = file.parts(name)
    except NoCheckFile as missing:
        _show({}, f'<p role="status">{escape(str(missing))}</p>', str(missing))
        return _value()
    answers = {
        spec.variable: _encode(names.get(spec.variable), spec, probes) for spec in specs if spec.kind != "written"
    }
    bundle = {"exercise": exercise, "answers": answers, "versions": {**file.versions, "installed": __version__}}
    html, plain = _card(file, name, names, answers, probes)
    _show({ANSWER_MIME: bundle}, html, plain)
    return _value()


def hint(exercise: str) -> None:
    """Show the next of up to three hints of ``exercise``; each adds a step and none gives the answer."""
    module, _, name = exercise.partition(".")
    try:
        hints = find_check_file(module).exercise(name)["hints"]
    except NoCheckFile as missing:
        _show({}, f'<p role="status">{escape(str(missing))}</p>', str(missing))
        return
    if not hints:
        sentence = text("Este ejercicio no tiene pistas: relea el enunciado o coméntelo con otra persona.")
        _show({}, f'<p role="status">{escape(sentence)}</p>', sentence)
        return
    shown = min(_hints_shown.get(exercise, 0) + 1, len(hints))
    _hints_shown[exercise] = shown
    title = text("Pista {number} de {total}", number=shown, total=len(hints))
    items = "".join(f"<li>{escape(line)}</li>" for line in hints[:shown])
    html = (
        f'<section class="corredores-hint" role="status" lang="{current()}" aria-label="{escape(title)}">'
        f"<p><strong>{escape(title)}</strong></p><ol>{items}</ol></section>"
    )
    _show({}, html, "\n".join([title, *(f"{number}. {line}" for number, line in enumerate(hints[:shown], start=1))]))


def _notebook_names() -> Mapping[str, Any]:
    shell = get_ipython()
    return shell.user_ns if shell is not None else {}


def _encode(answer: object, spec: PartSpec, probes: Mapping[str, Any] | None) -> Any:
    if spec.kind != "function":
        return encode(answer)
    return encode_calls(answer, spec.probes if probes is None else probes[spec.variable])


def _card(
    file: CheckFile, name: str, names: Mapping[str, Any], answers: Mapping[str, Any], probes: object
) -> tuple[str, str]:
    if probes is not None:  # digests of the released inputs say nothing about these
        return "", ""
    chosen = names.get("corridor")
    own = chosen if type(chosen) is Corridor and chosen in ASSIGNABLE else None
    corridor = own or PRACTICE
    reference = file.reference(name, corridor)
    verdict = decide(reference, answers)
    note = "" if own else text("No se encontró su corredor: ejecute la celda de inicio.")
    return card.as_html(reference.title, verdict, reference.page, note), card.as_text(
        reference.title, verdict, reference.page, note
    )


def _show(extra: dict[str, Any], html: str, plain: str) -> None:
    display({**extra, "text/html": html, "text/plain": plain}, raw=True)


def _value() -> Ungraded | None:
    return Ungraded() if os.environ.get("NBGRADER_EXECUTION") == "autograde" else None
