"""What a run would grade, and why; nothing is changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corredores_graders.grading.batch import Batch, Looked
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.refusals import Refused


@dataclass(frozen=True)
class Planned:
    """What a run would do with one submission."""

    trainee: str
    grades: bool
    """whether it would be graded"""
    why: str
    """in a sentence"""


def plan_class(course_root: Path, assignment: str, trainees: Iterable[str], force: bool = False) -> Iterator[Planned]:
    """Say of each submission whether it would be graded, and why.

    Raises
    ------
    CommandError
        When nothing could be graded.
    """
    batch = Batch(course_root, assignment, force)
    for name in trainees:
        try:
            looked = batch.look(name)
        except (Refused, OSError) as refused:
            yield Planned(name, False, str(refused))
            continue
        if isinstance(looked, Looked):
            yield Planned(name, True, _words()[looked.why])
        else:
            yield Planned(name, False, text("Ya está calificada y no cambió desde {when}.", when=looked.graded_at))


def _words() -> dict[str, str]:
    return {
        "new": text("Todavía no está calificada."),
        "forced": text("Se pidió calificar todo de nuevo."),
        "submission": text("La entrega cambió."),
        "release": text("La publicación cambió."),
        "trainee": text("Su línea en la lista de la clase cambió."),
        "files": text("Falta o cambió un archivo de los calificados."),
        "gradebook": text("El libro de notas no tiene lo que se calificó."),
    }
