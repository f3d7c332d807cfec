"""What an exercise of the answer key asks of the notebook: computed parts, a written part, and their points."""

from corredores_graders.answer_keys.declaration import Exercise, Written


def is_written(exercise: Exercise) -> bool:
    """Tell whether a part of the exercise is a text that a person marks."""
    return any(isinstance(part, Written) for part in exercise.parts)


def is_computed(exercise: Exercise) -> bool:
    """Tell whether a part of the exercise is judged by the program."""
    return any(not isinstance(part, Written) for part in exercise.parts)


def check_points(exercise: Exercise) -> float:
    """Return the points of the exercise's check cell; 0 means that it is not graded."""
    return exercise.points


def written_points(exercise: Exercise) -> float:
    """Return the points of the exercise's written part."""
    return sum(part.points for part in exercise.parts if isinstance(part, Written))
