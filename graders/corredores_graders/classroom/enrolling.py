"""`corredores enrol`: a list of people becomes lines of the class list, each with two corridors."""

from pathlib import Path

from rich.console import Console
from rich.table import Table

from corredores.command_error import known_language
from corredores.language import SOURCE
from corredores_graders.classroom.class_list import (
    ClassListError,
    enrol,
    read_class_list,
    read_rows,
    require_id,
    write_class_list,
)
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import enter_in_gradebook
from corredores_graders.language import text


def enrol_people(classroom: Classroom, people: Path) -> None:
    """Add the people of the CSV ``people``, enter the class in the gradebook and print who has which code.

    Raises
    ------
    ClassListError
        When the CSV has no column `trainee`, or an id in it cannot be used.
    """
    known = read_class_list(classroom.class_list)
    newcomers = [newcomer for newcomer in _read_people(people) if newcomer[0] not in known]
    trainees = enrol(known, newcomers)
    write_class_list(classroom.class_list, trainees.values())
    enter_in_gradebook(classroom, trainees)
    table = Table(text("Identificador"), text("Nombre"), text("Código"), text("Corredor"))
    for trainee in trainees.values():
        table.add_row(trainee.trainee, trainee.name, trainee.assigned.code, str(trainee.assigned))
    Console().print(table)
    Console(soft_wrap=True).print(
        text("Inscritas ahora: {count}. La lista está en {file}.", count=len(newcomers), file=classroom.class_list)
    )


def _read_people(path: Path) -> list[tuple[str, str, str]]:
    rows = read_rows(path)
    if rows and "trainee" not in rows[0]:
        raise ClassListError(
            text("{file}: falta la columna trainee. La primera línea debe ser: trainee,name,language", file=path)
        )
    people = []
    for line, row in enumerate(rows, start=2):
        identifier = require_id(row["trainee"], f"{path}:{line}")
        language = known_language(row.get("language") or SOURCE)
        people.append((identifier, row.get("name") or identifier, language))
    return people
