"""Attempts: answers written as a person would write them, each with what must be said of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from corredores.checking import Verdict
from corredores.command_error import CommandError
from corredores_graders.authoring.project import CHECKOUT
from corredores_graders.language import text

FOLDER = CHECKOUT / "tests" / "attempts"
#: The heading of the cells that are put into every exercise.
ANY = "any"
KINDS = ("right", "mistake", "garbage", "lying", *(str(verdict) for verdict in Verdict))
_HEADING = re.compile(r"(?P<kind>\w+)(?: (?P<mistake>\w+))?: (?P<title>.+)")


class UnreadableAttempts(CommandError):
    """A file of attempts that does not follow its own dialect."""


@dataclass(frozen=True)
class Attempt:
    """The source of one answer cell and what it must be judged."""

    exercise: str
    kind: str
    """right, mistake, garbage, lying, or the verdict itself"""
    title: str
    code: str
    mistake: str = ""

    @property
    def name(self) -> str:
        """How it is called in a report, as in its heading."""
        kind = f"{self.kind} {self.mistake}" if self.mistake else self.kind
        return f"{kind}: {self.title}"


def read_attempts(path: Path) -> tuple[Attempt, ...]:
    """Read a Markdown file of attempts: ``## e2``, ``### mistake K4: …``, a block of Python.

    Raises
    ------
    UnreadableAttempts
        When the file is missing, or a heading has no kind, no exercise or no code.
    """
    if not path.is_file():
        raise UnreadableAttempts(
            text("Falta {path}: escriba allí las respuestas con que se prueba el módulo.", path=path)
        )
    return tuple(_attempts(path))


def _attempts(path: Path) -> Iterator[Attempt]:
    exercise, heading, line = "", "", 1
    tokens = MarkdownIt().parse(path.read_text(encoding="utf-8"))
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "heading_open" and token.map:
            line = token.map[0] + 1
        if before is not None and before.type == "heading_open" and before.tag == "h2":
            exercise = token.content
        elif before is not None and before.type == "heading_open" and before.tag == "h3":
            if heading:
                raise _unreadable(path, line, text("la respuesta anterior no tiene código"))
            heading = token.content
        elif token.type == "fence" and heading:
            yield _attempt(path, line, exercise, heading, token.content)
            heading = ""
    if heading:
        raise _unreadable(path, line, text("la última respuesta no tiene código"))


def _attempt(path: Path, line: int, exercise: str, heading: str, code: str) -> Attempt:
    match = _HEADING.fullmatch(heading)
    if not exercise:
        raise _unreadable(path, line, text("la respuesta está antes del primer ejercicio"))
    if match is None or match["kind"] not in KINDS or (match["kind"] == "mistake") != bool(match["mistake"]):
        kinds = ", ".join(KINDS)
        raise _unreadable(path, line, text("«{heading}» no empieza con uno de: {kinds}", heading=heading, kinds=kinds))
    return Attempt(exercise, match["kind"], match["title"], code, match["mistake"] or "")


def _unreadable(path: Path, line: int, cause: str) -> UnreadableAttempts:
    return UnreadableAttempts(
        text("{path}, línea {line}: {cause}. Corrija el encabezado.", path=path, line=line, cause=cause)
    )
