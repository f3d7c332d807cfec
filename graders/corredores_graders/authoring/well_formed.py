"""Text and answer key must name the same exercises, and no answer may stand outside a solution block."""

from corredores_graders.answer_keys.declaration import ModuleKey
from corredores_graders.authoring.callouts import require_closed
from corredores_graders.authoring.errors import (
    MissingExercise,
    NoSolution,
    RepeatedExercise,
    UnknownExercise,
    UnknownPart,
)
from corredores_graders.authoring.module_text import ModuleText
from corredores_graders.authoring.points import is_computed, is_written

MARKERS = ("### BEGIN SOLUTION", "### END SOLUTION")


def require_well_formed(module: ModuleText, key: ModuleKey) -> None:
    """Raise the first fault of ``module`` against ``key``, an ``AuthoringError``."""
    places: dict[tuple[str, str], int] = {}
    for cell in module.cells:
        require_closed(cell, module.path)
        if cell.exercise is None:
            continue
        if cell.exercise not in key.exercises:
            raise UnknownExercise(module.path, cell.line, cell.exercise, list(key.exercises))
        exercise = key.exercises[cell.exercise]
        if not (is_computed(exercise) if cell.kind == "code" else is_written(exercise)):
            raise UnknownPart(module.path, cell.line, cell.exercise)
        if cell.kind == "code" and not all(marker in cell.source for marker in MARKERS):
            raise NoSolution(module.path, cell.line, cell.exercise)
        place = (cell.exercise, cell.kind)
        if place in places:
            raise RepeatedExercise(module.path, cell.line, cell.exercise, places[place])
        places[place] = cell.line
    _require_all(module, key, set(places))


def _require_all(module: ModuleText, key: ModuleKey, places: set[tuple[str, str]]) -> None:
    last = module.cells[-1].line if module.cells else 1
    for exercise in key.exercises.values():
        if is_computed(exercise) and (exercise.id, "code") not in places:
            raise MissingExercise(module.path, last, exercise.id, f":exercise: {exercise.id}")
        if is_written(exercise) and (exercise.id, "markdown") not in places:
            raise MissingExercise(module.path, last, exercise.id, f'+++ {{"exercise": "{exercise.id}"}}')
