"""Verify a module: share its corridors out among processes, and gather what was missed."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from rich.console import Console
from rich.progress import track

from corredores.checking.check_file import decimal_mark
from corredores.command_error import CommandError
from corredores.corridor import Corridor
from corredores_graders.answer_keys import module_key
from corredores_graders.harness.attempts import FOLDER
from corredores_graders.harness.corridor_run import Task, run
from corredores_graders.harness.messages import Fault, faults
from corredores_graders.harness.misses import misses
from corredores_graders.harness.mutants import read_survivors
from corredores_graders.harness.survival import Survivors, settle
from corredores_graders.harness.trial import Trial
from corredores_graders.language import text

#: For how many corridors the model solutions are mutated.
MUTATED = 3


class StoppedProcess(CommandError):
    """An attempt ended the process that tried it."""


@dataclass(frozen=True)
class Verified:
    """Everything that was tried for a module, and what is not as it should be."""

    module: str
    trials: tuple[Trial, ...]
    survivors: Survivors
    faults: tuple[Fault, ...]
    misses: tuple[str, ...]


def verify(
    module: str, corridors: tuple[Corridor, ...], jobs: int, languages: tuple[str, ...], whole: bool = True
) -> Verified:
    """Try every attempt for ``corridors``; ``whole`` when these are all, so that what never happens is missed too.

    Raises
    ------
    StoppedProcess
        When a process ended before it could tell what it found.
    UnreadableAttempts
        When the attempts of the module cannot be read.
    """
    survivors = read_survivors(FOLDER / f"{module}.survivors.toml")
    found = tuple(faults(module, languages))
    order = list(module_key(module).exercises)
    tried = sorted(_run_all(list(tasks(module, corridors)), jobs), key=lambda one: order.index(one.exercise))
    trials = settle(tried, survivors)
    return Verified(module, trials, survivors, found, tuple(misses(module, trials, survivors, found, whole)))


def tasks(module: str, corridors: tuple[Corridor, ...]) -> Iterator[Task]:
    """Share out: what is alike for everybody once with each decimal mark, the rest for each corridor; longest first."""
    exercises = module_key(module).exercises.values()
    individual = frozenset(exercise.id for exercise in exercises if exercise.individual)
    marks = {decimal_mark(corridor.origin): corridor for corridor in reversed(corridors)}
    for number, corridor in enumerate(marks.values()):
        for exercise in exercises:
            if not exercise.individual:
                only = frozenset({exercise.id})
                yield Task(module, corridor.pair, only, only if number == 0 else frozenset(), garbage=number == 0)
    mutated = corridors[:: max(1, len(corridors) // MUTATED)][:MUTATED]
    for corridor in sorted(corridors, key=lambda corridor: corridor not in mutated):
        yield Task(module, corridor.pair, individual, individual if corridor in mutated else frozenset())


def _run_all(listed: list[Task], jobs: int) -> Iterator[Trial]:
    # A new process each, not a copy of this one: it may have threads, and a copy of those stands still.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        running = [pool.submit(run, task) for task in listed]
        try:
            yield from _results(
                track(as_completed(running), text("Probando"), len(running), console=Console(stderr=True))
            )
        except BrokenProcessPool:
            sentence = text("Una respuesta terminó el proceso en que se probaba. Repita la orden con --jobs 1.")
            raise StoppedProcess(sentence) from None


def _results(done: Iterable[Future[list[Trial]]]) -> Iterator[Trial]:
    for future in done:
        yield from future.result()
