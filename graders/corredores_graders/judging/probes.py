"""Fresh inputs for functions, so that a released example cannot be learnt by heart."""

from corredores_graders.answer_keys.declaration import ModuleKey
from corredores_graders.judging.reference import Probes, fresh_probes


def fresh(module: ModuleKey, exercise_id: str, seed: str) -> Probes | None:
    """Return encoded inputs by function name, the same for the same seed; ``None`` where there is no function."""
    return fresh_probes(module.id, exercise_id, seed)
