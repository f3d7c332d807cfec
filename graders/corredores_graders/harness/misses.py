"""What is not as it should be, each in a sentence that names the attempt."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corredores_graders.answer_keys import module_key
from corredores_graders.answer_keys.declaration import Exercise
from corredores_graders.harness.messages import Fault
from corredores_graders.harness.survival import Survivors
from corredores_graders.harness.trial import Trial
from corredores_graders.harness.ways import declared_ways
from corredores_graders.language import text

#: Known mistakes that speak, for each exercise with a computed answer and each corridor.
LEAST_SPOKEN = 2
#: Routes to the right answer, the model solution included.
LEAST_ROUTES = 3
_COMPUTED = {"value", "place", "table", "function", "form"}


def misses(
    module: str, trials: Sequence[Trial], survivors: Survivors, faults: Sequence[Fault], whole: bool
) -> Iterator[str]:
    """Return what was missed; ``whole`` when every corridor was tried."""
    for fault in faults:
        yield f"{fault.where} [{fault.language}]: {fault.cause}"
    missed: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for trial in trials:
        if trial.state == "missed":
            missed[trial.exercise, trial.name, trial.said].append(trial.corridor)
    for (exercise, name, said), corridors in missed.items():
        yield f"{exercise} · {name}: {said} [{', '.join(sorted(corridors))}]"
    for declared in module_key(module).exercises.values():
        mine = [trial for trial in trials if trial.exercise == declared.id]
        yield from _too_few(declared, mine)
        if whole:
            yield from _never(module, declared, mine, survivors)


def _too_few(exercise: Exercise, trials: Sequence[Trial]) -> Iterator[str]:
    routes = {trial.name for trial in trials if trial.kind == "right"}
    if len(routes) < LEAST_ROUTES:
        yield text(
            "{exercise}: hay {count} caminos correctos y se piden {least}",
            exercise=exercise.id,
            count=len(routes),
            least=LEAST_ROUTES,
        )
    if not any(part.kind in _COMPUTED for part in exercise.parts):
        return
    spoken: dict[str, set[str]] = defaultdict(set)
    for trial in trials:
        spoken[trial.corridor] |= {trial.mistake} if trial.spoken and trial.kind == "mistake" else set()
    for corridor, known in sorted(spoken.items()):
        if len(known) < LEAST_SPOKEN:
            yield text(
                "{exercise} {corridor}: se reconocen {count} errores conocidos y se piden {least}",
                exercise=exercise.id,
                corridor=corridor,
                count=len(known),
                least=LEAST_SPOKEN,
            )


def _never(module: str, exercise: Exercise, trials: Sequence[Trial], survivors: Survivors) -> Iterator[str]:
    names = {trial.name for trial in trials if trial.kind == "mistake"}
    for name in sorted(names - {trial.name for trial in trials if trial.spoken}):
        yield text("{exercise} · {name}: no se reconoce en ningún corredor", exercise=exercise.id, name=name)
    hit = {way for trial in trials for way in trial.hit}
    for way in declared_ways(module, exercise.id):
        if way not in hit:
            yield text("{way}: ninguna respuesta escrita comete este error declarado", way=way)
    alive = {trial.name for trial in trials if trial.kind == "mutant" and trial.state == "listed"}
    for listed, name in survivors:
        if listed == exercise.id and name not in alive:
            yield text(
                "{exercise} · {name}: está en la lista de sobrevivientes y no sobrevive", exercise=listed, name=name
            )
