"""The page for a trainee whose submission could not be graded: why, and what to do."""

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from corredores.language import use
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.grading.files import write_whole
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.refusals import explain

NAME = "sin-revisar.html"


def write_refusal_page(
    folder: Path, assignment: str, person: Trainee, refused: Mapping[str, str], graded: bool
) -> Path:
    """Write the page into ``folder`` and return it; ``graded`` says whether an earlier submission was graded.

    The trainer's own sentence is not in it: it names files of the trainer's machine.
    """
    told = explain(refused.get("cause", ""), refused.get("file", ""), person.language)
    with use(person.language):
        words = {
            "title": text("Su entrega de {assignment} no se pudo revisar", assignment=assignment),
            "greeting": text("Hola, {name}:", name=person.name),
            "why": told or text("Su docente la está mirando; usted no tiene que hacer nada."),
            "kept": text("Lo que usted entregó se conserva tal como llegó."),
            "earlier": text("Los puntos de su entrega anterior siguen valiendo mientras tanto.") if graded else "",
        }
    environment = Environment(
        loader=PackageLoader("corredores_graders.grading"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    page = folder / NAME
    template = environment.get_template("refusal.html.j2")
    write_whole(page, template.render(words=words, language=person.language).encode())
    return page
