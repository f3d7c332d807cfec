"""What stops a command: one sentence that names the file, the cause and the mend."""

from collections.abc import Iterable
from difflib import get_close_matches

from corredores.language import AVAILABLE, text


class CommandError(Exception):
    """A command cannot go on; its message is the sentence that the person reads."""

    exit_code = 1


class WrongUsage(CommandError):
    """What was written on the command line names something that does not exist."""

    exit_code = 2


def known_language(written: str) -> str:
    """Return ``written`` when the course speaks that language.

    Raises
    ------
    WrongUsage
        With the languages that exist and the nearest one.
    """
    if written in AVAILABLE:
        return written
    existing = ", ".join(AVAILABLE)
    sentence = text("No hay ningún idioma «{written}». Existen: {existing}.", written=written, existing=existing)
    raise WrongUsage(sentence + nearest_name(written, AVAILABLE))


def known_module(written: str, modules: Iterable[str]) -> str:
    """Return ``written`` when it is one of ``modules``.

    Raises
    ------
    WrongUsage
        With the modules that exist and the nearest one.
    """
    names = list(modules)
    if written in names:
        return written
    existing = ", ".join(names)
    sentence = text("No hay ningún módulo «{written}». Existen: {existing}.", written=written, existing=existing)
    raise WrongUsage(sentence + nearest_name(written, names))


def known_assignment(written: str, assignments: Iterable[str]) -> str:
    """Return ``written`` when it is one of the released ``assignments``.

    Raises
    ------
    WrongUsage
        With the assignments that exist and the nearest one.
    """
    names = list(assignments)
    if written in names:
        return written
    existing = ", ".join(names) or "—"
    sentence = text(
        "No hay ninguna tarea «{written}» en el aula. Existen: {existing}.", written=written, existing=existing
    )
    raise WrongUsage(sentence + nearest_name(written, names))


def nearest_name(written: str, existing: Iterable[str]) -> str:
    """Return a sentence with the nearest existing name, preceded by a space, or nothing when none is near."""
    names = {name.casefold(): name for name in existing}
    near = get_close_matches(written.casefold(), names, n=1, cutoff=0.5)
    return " " + text("El más parecido es «{name}».", name=names[near[0]]) if near else ""
