"""What the feedback page says besides the notebook: points, the trainer's comments, words in the trainee's language."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from nbformat import NotebookNode
from nbgrader.api import Gradebook

from corredores.corridor import read_pair
from corredores.language import use
from corredores_graders.judging.reference import describe
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.cell_names import read_grade_id
from corredores_graders.nbgrader_plugins.charts import script_hashes
from corredores_graders.nbgrader_plugins.page_preprocessor import PagePreprocessor
from corredores_graders.nbgrader_plugins.rendered_markdown import rendered
from corredores_graders.nbgrader_plugins.trainees import language_of

#: What nbgrader itself notes on an answer that was left as released.
_UNANSWERED = "No response."


@dataclass
class ExerciseLine:
    """One line of the summary."""

    title: str
    anchor: str
    earned: float = 0.0
    most: float = 0.0
    pending: bool = False
    """whether a person has still to mark a part of it"""
    overruled: bool = False
    """whether a person's points stand in the place of the judge's"""

    @property
    def points(self) -> str:
        """The points in words."""
        points = points_in_words(self.earned, self.most)
        if self.overruled:
            points = text("{points}, con puntos que puso su docente", points=points)
        return text("{points}, una parte por revisar", points=points) if self.pending else points

    def add(self, cell: NotebookNode) -> None:
        """Count a graded cell."""
        self.earned += float(cell.metadata["nbgrader"]["score"])
        self.most += float(cell.metadata["nbgrader"]["points"])


class _Marks(NamedTuple):
    """What the gradebook knows of the marks of a notebook, besides the points."""

    pending: set[str]
    """cells that wait for a person's mark"""
    overruled: set[str]
    """check cells whose points a person set"""


class FeedbackPage(PagePreprocessor):
    """Prepare the feedback page; stands after GetGrades, which brings scores and comments from the gradebook."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Add to ``resources`` and to the cells of ``nb`` what the template ``feedback`` writes."""
        language = language_of(nb)
        late = resources["nbgrader"]["late_penalty"]
        with use(language):
            marks = _marks(resources["nbgrader"])
            for cell in nb.cells:
                _prepare(cell, marks)
            lines = _exercise_lines(nb, marks)
            resources["corredores"] = {
                "language": language,
                "name": nb.metadata.get("corredores", {}).get("name", resources["nbgrader"]["student"]),
                "corridor": _corridor(nb),
                "lines": [line for line in lines if line.most],
                "total": points_in_words(resources["nbgrader"]["score"], resources["nbgrader"]["max_score"]),
                "late": points_in_words(-late) if late else "",
                "scripts": script_hashes(),
                "words": _words(),
            }
        return nb, resources


def points_in_words(earned: float, most: float | None = None) -> str:
    """Return points without needless decimals: "3.5 de 4"."""
    written = f"{round(earned, 2):g}"
    return written if most is None else text("{earned} de {most}", earned=written, most=f"{round(most, 2):g}")


def _marks(about: dict[str, str]) -> _Marks:
    with Gradebook(about["db_url"]) as gradebook:
        notebook = gradebook.find_submission_notebook(about["notebook"], about["assignment"], about["student"])
        grades = [
            (grade.name, grade.auto_score is not None, grade.manual_score is not None) for grade in notebook.grades
        ]
    return _Marks(
        {name for name, by_machine, by_hand in grades if not by_machine and not by_hand},
        {name for name, _, by_hand in grades if by_hand and read_grade_id(name).role == "check"},
    )


def _prepare(cell: NotebookNode, known: _Marks) -> None:
    marks = cell.metadata.get("nbgrader", {})
    name = read_grade_id(marks.get("grade_id", ""))
    comment = marks.get("comment") or ""
    ours = {
        "role": name.role if name.exercise else "",
        "anchor": marks.get("grade_id", ""),
        "comment": rendered(text("Sin respuesta.") if comment == _UNANSWERED else comment),
        "points": _cell_points(marks, marks.get("grade_id") in known.pending) if marks.get("grade") else "",
        "overruled": _overruled() if marks.get("grade_id") in known.overruled else "",
    }
    cell.metadata["alt"] = text("Imagen sin texto alternativo.")
    cell.metadata["corredores"] = NotebookNode(ours)


def _cell_points(marks: NotebookNode, pending: bool) -> str:
    if pending:
        return text("por revisar (hasta {most})", most=f"{marks['points']:g}")
    return points_in_words(marks["score"], marks["points"])


def _overruled() -> str:
    return text(
        "Estos puntos los puso su docente y valen en lugar de la revisión automática, que sigue abajo tal como fue."
    )


def _exercise_lines(nb: NotebookNode, known: _Marks) -> list[ExerciseLine]:
    lines: dict[str, ExerciseLine] = {}
    language = language_of(nb)
    for cell in nb.cells:
        marks = cell.metadata.get("nbgrader", {})
        if not marks.get("grade"):
            continue
        name = read_grade_id(marks["grade_id"])
        title = describe(name.module, name.exercise, language)["title"]
        line = lines.setdefault(name.exercise_id, ExerciseLine(title, marks["grade_id"]))
        line.add(cell)
        line.pending = line.pending or marks["grade_id"] in known.pending
        line.overruled = line.overruled or marks["grade_id"] in known.overruled
    return list(lines.values())


def _corridor(nb: NotebookNode) -> str:
    pair = nb.metadata.get("corredores", {}).get("corridor")
    return str(read_pair(pair)) if pair else ""


def _words() -> dict[str, str]:
    return {
        "title": text("Revisión de su cuaderno"),
        "corridor": text("Corredor"),
        "summary": text("Puntos por ejercicio"),
        "exercise": text("Ejercicio"),
        "points": text("Puntos"),
        "total": text("Total"),
        "late": text("Descuento por entrega tardía"),
        "answer": text("Su respuesta"),
        "written": text("Su respuesta escrita"),
        "verdict": text("Revisión"),
        "comment": text("Comentario"),
        "top": text("Volver al resumen"),
        "notebook": text("El cuaderno, como se ejecutó"),
    }
