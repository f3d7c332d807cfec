"""What the report and the feedback say of a submission that did not go its way, and the letter to its trainee."""

from corredores.language import SOURCE, use
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.grading.outcome import GradeResult, Trouble
from corredores_graders.judging.reference import describe
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.refusals import explain


def trouble_sentence(trouble: Trouble, ended: str, language: str) -> str:
    """Return what happened in a cell, in ``language``; ``ended`` is the engine's word for the end of the run."""
    with use(language):
        where = _place(trouble, language)
        if trouble.what == "slow":
            return text("{where}: tardó demasiado y se interrumpió; se siguió con las de abajo.", where=where)
        if trouble.what == "cut":
            return text("{where}: mostró más de lo que se guarda, y lo demás se quitó.", where=where)
        return text(
            "{where}: ahí terminó la ejecución, porque {why}. Lo que está más abajo no se ejecutó.",
            where=where,
            why=_why_ended(ended),
        )


def message_to(result: GradeResult, person: Trainee) -> str:
    """Return a letter to the trainee, ready to be sent, or nothing where there is nothing to be done."""
    language = person.language or SOURCE
    with use(language):
        about = explain(result.cause, result.file, language) if result.state == "refused" else ""
        if not about and result.troubles:
            told = [trouble_sentence(trouble, result.ended, language) for trouble in result.troubles]
            about = text(
                "Su cuaderno se revisó, pero algo no salió bien al ejecutarlo. {what} Corrija eso, ejecute el cuaderno "
                "completo y, si está a tiempo, entréguelo de nuevo.",
                what=" ".join(told),
            )
        if not about and result.missing:
            about = text(
                "Se revisó su entrega, pero faltaba: {names}. Si lo tiene, entréguelo todo de nuevo.",
                names=", ".join(f"{name}.ipynb" for name in result.missing),
            )
        return text("Hola, {name}. {about}", name=person.name, about=about) if about else ""


def sandbox_words(level: str) -> str:
    """Return a level of the sandbox in words."""
    words = {
        "namespaces": text("completo (espacios de nombres)"),
        "landlock": text("segundo nivel (Landlock)"),
        "none": text("ninguno: el código tuvo los permisos de quien califica"),
    }
    return words.get(level, "—")


def _place(trouble: Trouble, language: str) -> str:
    if not trouble.exercise:
        return text("Celda de código {number} de {notebook}", number=trouble.cell, notebook=trouble.notebook)
    module, _, exercise = trouble.exercise.partition(".")
    return text(
        "Celda de código {number} de {notebook} ({exercise})",
        number=trouble.cell,
        notebook=trouble.notebook,
        exercise=describe(module, exercise, language)["title"].rstrip("."),
    )


def _why_ended(ended: str) -> str:
    reasons = {
        "exit": text("una orden cerró el cuaderno"),
        "killed": text("el sistema cerró el cuaderno (suele ser por falta de memoria o por una falla de un programa)"),
        "memory": text("usó más memoria de la que se da"),
        "wall": text("tardó demasiado y no se dejó interrumpir"),
        "cpu": text("calculó durante más tiempo del que se da"),
        "disk": text("escribió más de lo que cabe"),
        "threads": text("dejó demasiadas tareas en marcha"),
        "output": text("mostró más de lo que se admite"),
    }
    return reasons.get(ended, text("se cortó"))
