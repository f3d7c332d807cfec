"""What a trainer writes on the command line, held against what there is in a class."""

from collections.abc import Iterable

from corredores.command_error import WrongUsage, nearest_name
from corredores_graders.language import text


def known_trainee(written: str, trainees: Iterable[str]) -> str:
    """Return ``written`` when it is the id of one of ``trainees``, who have a graded submission.

    Raises
    ------
    WrongUsage
        With the nearest one.
    """
    names = list(trainees)
    if written in names:
        return written
    sentence = text("No hay ninguna entrega calificada de «{written}».", written=written)
    raise WrongUsage(sentence + nearest_name(written, names))


def known_exercise(written: str, exercises: Iterable[str]) -> str:
    """Return the exercise as a notebook calls it ("m03.e2") when it is one of ``exercises``; "e2" is enough.

    Raises
    ------
    WrongUsage
        With the exercises that exist and the nearest one.
    """
    names = list(exercises)
    known = {name: name for name in names} | {name.partition(".")[2]: name for name in names}
    if written in known:
        return known[written]
    sentence = text(
        "No hay ningún ejercicio «{written}». Existen: {existing}.", written=written, existing=", ".join(names)
    )
    raise WrongUsage(sentence + nearest_name(written, known))
