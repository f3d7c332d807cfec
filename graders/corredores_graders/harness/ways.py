"""The declared ways of making each mistake, and which of them an answer is recognised by."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from corredores.checking import decide
from corredores.checking.check_file import ANY_CORRIDOR
from corredores.checking.reference import MistakeReference, PartReference
from corredores.corridor import ASSIGNABLE, Corridor
from corredores.language import SOURCE
from corredores_graders.answer_keys import module_key
from corredores_graders.judging.digesting import Digester
from corredores_graders.judging.reference import exercise_reference, judged_parts
from corredores_graders.judging.specs import message_keys, salt


@dataclass(frozen=True)
class Way:
    """One wrong step that the key knows, for one variable."""

    exercise: str
    variable: str
    mistake: MistakeReference
    number: int

    @property
    def name(self) -> str:
        """How it is called in a report."""
        return f"{self.exercise} {self.variable}: {self.mistake.message}, {self.number}"


def declared_ways(module: str, exercise: str) -> tuple[str, ...]:
    """Return the names of all ways; they are the same for every corridor."""
    return tuple(way.name for way in _ways(module, exercise, ASSIGNABLE[0]))


def ways_hit(module: str, exercise: str, corridor: Corridor, answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the ways by which the published ``answers`` are recognised, each tried alone."""
    reference = exercise_reference(module, exercise, corridor, SOURCE)
    hit = []
    for way in _ways(module, exercise, corridor):
        alone = PartReference(reference.references[way.variable].right, (way.mistake,))
        parts = tuple(part for part in reference.parts if part.variable == way.variable)
        only = replace(reference, parts=parts, references={way.variable: alone}, others={})
        if decide(only, answers).mistake == way.mistake.id:
            hit.append(way.name)
    return tuple(hit)


@lru_cache(maxsize=512)
def _ways(module: str, exercise: str, corridor: Corridor) -> tuple[Way, ...]:
    declared = module_key(module).exercises[exercise]
    reference = exercise_reference(module, exercise, corridor, SOURCE)
    probes = {part.variable: part.probes for part in reference.parts}
    keys = message_keys(declared.parts)
    pair = corridor.pair if declared.individual else ANY_CORRIDOR
    ways = []
    for part in judged_parts(declared):
        digester = Digester(part, corridor, salt(module, exercise, pair), probes[part.variable])
        for mistake in part.mistakes:
            digests = [{}] if mistake.when else digester.mistaken(mistake)
            for number, expected in enumerate(digests, start=1):
                known = MistakeReference(mistake.id, expected, keys[mistake.message], mistake.when)
                ways.append(Way(exercise, part.variable, known, number))
    return tuple(ways)
