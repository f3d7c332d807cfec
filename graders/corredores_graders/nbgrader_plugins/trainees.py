"""Whose submission is graded: the class list, not the notebook, says it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook

from corredores.language import SOURCE
from corredores_graders.classroom.class_list import FILE_NAME, Trainee, read_class_list
from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.readable_names import readable_name

#: Where ``corredores grade`` notes in nbgrader's resources whose notebook it is.
TRAINEE = "corredores_trainee"


class UnknownTrainee(Exception):
    """A submission by somebody who is not in the class list; nobody knows which corridor is theirs."""


def find_trainee(identifier: str, course_root: Path) -> Trainee:
    """Return the line of the class list for ``identifier``.

    Raises
    ------
    UnknownTrainee
        When the class list does not have that person.
    ClassListError
        When the class list cannot be read.
    """
    path = course_root / FILE_NAME
    trainees = read_class_list(path)
    if identifier not in trainees:
        raise UnknownTrainee(unknown_trainee(identifier, path))
    return trainees[identifier]


def unknown_trainee(identifier: str, class_list: Path) -> str:
    """Return what is said of a submission by somebody who is not in the class list."""
    return text(
        "«{trainee}» no está en la lista de la clase ({file}), por eso no se sabe cuál es su corredor. "
        "Añada a la persona a la lista, o corrija el nombre de la carpeta de su entrega.",
        trainee=readable_name(identifier),
        file=class_list.name,
    )


def trainee_of(resources: Mapping[str, Any]) -> Trainee:
    """Return the trainee whose notebook a preprocessor holds.

    ``corredores grade`` has read the class list once and says who it is; nbgrader's converters work in the course's
    root, where it is read.
    """
    known = resources.get(TRAINEE)
    return known if isinstance(known, Trainee) else find_trainee(resources["nbgrader"]["student"], Path.cwd())


def language_of(notebook: NotebookNode) -> str:
    """Return the language that Restore noted in a graded notebook."""
    return str(notebook.metadata.get("corredores", {}).get("language", SOURCE))


def forget_ghost(gradebook: Gradebook, identifier: str) -> None:
    """Remove from the gradebook somebody whom nbgrader entered only because a folder bears that name."""
    student = gradebook.find_student(identifier)
    named = student.first_name or student.last_name or student.email
    graded = any(
        grade.auto_score is not None or grade.manual_score is not None
        for submission in student.submissions
        for notebook in submission.notebooks
        for grade in notebook.grades
    )
    if not named and not graded:
        gradebook.remove_student(identifier)
