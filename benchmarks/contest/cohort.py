"""A cohort of M03 submissions: right ones for every corridor, mistaken, raising and slow ones, in a seeded mix.

Nothing here is made up for speed: the right answers are the module's own solutions, the mistaken ones and the other
right ones are those of ``tests/attempts/m03.md``, written as a person would write them. Submissions come without
saved outputs. Every ten in a row hold the same mix, so that the first ones of a cohort are a fair sample of it.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corredores.corridor import ASSIGNABLE
from corredores_graders.classroom.class_list import Trainee
from corredores_graders.classroom.demo_class import Answers
from corredores_graders.harness.attempts import FOLDER, read_attempts
from corredores_graders.harness.module_cells import code_cells

MODULE = "m03"
SEED = 2026
#: Of every ten submissions.
MIX = ("right",) * 5 + ("mistaken",) * 3 + ("raising", "slow")
MISTAKEN = ("mistake", "not_yet", "not_readable", "not_attempted")
#: What stops a cell, as people write it; the tracebacks of the first ones go deep into pandas.
RAISING = (
    'known[known["orgin"] == corridor.origin]["stock"].sum()',
    'known.set_index("destination").loc["Ruritania", "stock"]',
    'known["stock"].astype("int64") / known["origin"]',
    'pd.read_csv("mi-tabla.csv", sep=";", decimal=",")',
    "mine_total / 100",
    "100 * 5 / 0",
    "e_share = = 100",
)
#: Its right attempts are the cards of one corridor each.
OF_ONE_CORRIDOR = "e9"
WRITTEN = (
    "Recomiendo coordinar con el servicio de empleo del primer destino, donde vive la mayor parte de las personas "
    "emigradas. La cifra es una existencia del 1 de julio de 2024 y no dice cuántas salen en un año ni en qué trabajan."
)
SLOW = "import time\n\ntime.sleep(0.2)\n"
ENDLESS = "while True:\n    pass\n"


@dataclass(frozen=True)
class Member:
    """Somebody of the cohort and what they hand in."""

    trainee: Trainee
    kind: str
    """right, mistaken, raising, slow or endless"""
    answers: Answers


def cohort(submissions: int, seed: int = SEED) -> list[Member]:
    """Return a cohort of so many members; with one seed, a smaller one is the beginning of a larger one."""
    return [_member(number, kind, seed) for number, kind in zip(range(submissions), _kinds(seed), strict=False)]


def endless_cohort(submissions: int, seed: int = SEED) -> list[Member]:
    """Return members in whose fourth exercise a cell never ends."""
    return [_member(number, "endless", seed) for number in range(submissions)]


def _kinds(seed: int) -> Iterator[str]:
    draw = random.Random(seed)
    while True:
        yield from draw.sample(MIX, len(MIX))


def _member(number: int, kind: str, seed: int) -> Member:
    draw = random.Random(f"{seed} {number} {kind}")
    first, second = draw.sample(ASSIGNABLE, 2)
    trainee = Trainee(f"p{number:05d}", f"Persona {number:05d}", "es", first, second)
    return Member(trainee, kind, Answers(_code(kind, draw), {"e9": WRITTEN}))


def _code(kind: str, draw: random.Random) -> dict[str, str]:
    code = dict(_solutions())
    exercises = sorted(code)
    if kind == "right":
        common = [exercise for exercise in exercises if exercise != OF_ONE_CORRIDOR]
        code |= _others("right", draw.sample(common, 3), draw)
    elif kind == "mistaken":
        code |= _others("mistaken", draw.sample(exercises, draw.randint(3, 6)), draw)
    elif kind == "raising":
        for exercise in draw.sample(exercises, 2):
            code[exercise] = draw.choice(RAISING)
    elif kind == "slow":
        for exercise in draw.sample(exercises, 2):
            code[exercise] = SLOW + code[exercise]
    elif kind == "endless":
        code["e4"] = ENDLESS
    return code


def _others(kind: str, exercises: list[str], draw: random.Random) -> dict[str, str]:
    return {one: draw.choice(_attempts()[kind, one]) for one in exercises if (kind, one) in _attempts()}


@cache
def _solutions() -> Mapping[str, str]:
    return {cell.exercise: cell.solution for cell in code_cells(MODULE) if cell.exercise}


@cache
def _attempts() -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for attempt in read_attempts(FOLDER / f"{MODULE}.md"):
        kind = "mistaken" if attempt.kind in MISTAKEN else attempt.kind
        found.setdefault((kind, attempt.exercise), []).append(attempt.code)
    return found
