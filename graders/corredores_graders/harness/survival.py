"""Which mutants survived: those that were found right for every corridor for which they were tried."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from corredores_graders.harness.trial import Trial
from corredores_graders.language import text

#: Exercise and name of a mutant, and why it may be right.
Survivors = Mapping[tuple[str, str], str]
ALIVE = "right"


def settle(trials: Iterable[Trial], survivors: Survivors) -> tuple[Trial, ...]:
    """Return the trials with each mutant's state: passed, silent, listed or missed.

    A mutant that is right for one corridor and caught for another is silent there: two figures coincide.
    """
    listed = tuple(trials)
    right: dict[tuple[str, str], set[str]] = defaultdict(set)
    tried: dict[tuple[str, str], set[str]] = defaultdict(set)
    for trial in listed:
        if trial.kind == "mutant":
            tried[trial.exercise, trial.name].add(trial.corridor)
            right[trial.exercise, trial.name] |= {trial.corridor} if trial.state == ALIVE else set()
    everywhere = {mutant for mutant, corridors in tried.items() if right[mutant] == corridors}
    return tuple(_settled(trial, everywhere, survivors) for trial in listed)


def _settled(trial: Trial, everywhere: set[tuple[str, str]], survivors: Survivors) -> Trial:
    mutant = (trial.exercise, trial.name)
    if trial.state != ALIVE:
        return trial
    if mutant not in everywhere:
        return replace(trial, state="silent", said=ALIVE)
    return replace(trial, state="listed" if mutant in survivors else "missed", said=text("se dio por correcto"))
