"""A round: a class is graded, something is killed at a moment drawn from a seed, and a second run takes up the rest."""

import random
import shutil
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from corredores_graders.grading.journal import STAGES
from tests.graders.grading.kill.classes import Condition
from tests.graders.grading.kill.disturbed import Ended, Grading, gone, undisturbed
from tests.graders.grading.kill.state import GRADEBOOK, NORMALISED, differences, rows_of, state_of
from tests.graders.grading.kill.victims import ALL, MAIN, SUBMISSION, SUPERVISOR, WARM, WORKERS, choose_victims

#: Where every series of rounds has to have killed the process that grades.
MUST = tuple(stage for stage in STAGES if stage != "done")
BLIND = "blind"
#: How long a stage may take, in seconds: a kill that follows the clock comes within this time.
_LASTS = {"execution": 0.8, "judging": 0.15, "write": 0.03, "commit": 0.01, "rename": 0.003, "ledger": 0.003}


@dataclass(frozen=True)
class Plan:
    """What is to be killed, and when."""

    seed: int
    condition: str
    stage: str
    """in which the kill is to fall, or ``blind``: at a moment of the whole run, of which nobody waits for anything"""
    nth: int
    """at the how manieth submission"""
    changes: int | None
    """before the how manieth change of a file, counted from the beginning of the stage; else by the clock"""
    seconds: float
    """after the beginning of the stage, or, blind, of the run"""
    victim: str

    def __str__(self) -> str:
        moment = f"before change {self.changes}" if self.changes is not None else f"after {self.seconds * 1000:.1f} ms"
        return f"seed {self.seed}: {self.condition}, {self.victim}, {self.stage} {self.nth}, {moment}"


def draw(seed: int, stage: str | None = None, victim: str | None = None) -> Plan:
    """Return the plan of a seed; its stage or victim may be given."""
    chance = random.Random(seed)
    condition = chance.choice(["fresh", "again", "anew"])
    drawn = stage or chance.choice([*MUST, BLIND])
    whom = victim or chance.choice([MAIN, MAIN, ALL, WARM, SUPERVISOR, SUBMISSION])
    if drawn == BLIND:
        return Plan(seed, condition, BLIND, 0, None, chance.uniform(0.0, 8.0), chance.choice([MAIN, ALL]))
    by_change = drawn in ("write", "rename", "ledger") and chance.random() < 0.7
    changes = chance.randrange(8 if drawn == "write" else 4) if by_change else None
    seconds = chance.uniform(0.0, _LASTS[drawn])
    return Plan(seed, condition, drawn, chance.randint(1, 3 if condition == "anew" else 6), changes, seconds, whom)


@dataclass
class Hit:
    """What a round came to."""

    plan: Plan
    stage: str = ""
    """the stage at work when the kill fell; ``start`` before the first, ``end`` after the last"""
    victim: str = ""
    left: list[str] = field(default_factory=list)
    """what the killed run left lying about"""
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        left = f"; left: {', '.join(self.left)}" if self.left else ""
        return f"{self.plan} -> {self.victim} in {self.stage}{left}; {'WRONG' if self.wrong else 'equal'}"


def play(plan: Plan, conditions: Mapping[str, Condition], folder: Path) -> Hit:
    """Play a round in ``folder``, which is removed where all went well."""
    begin = time.monotonic()
    condition, root = conditions[plan.condition], folder / f"round-{plan.seed}"
    shutil.copytree(condition.root, root, symlinks=True, ignore=shutil.ignore_patterns("grading.log"))
    hit = Hit(plan)
    with Grading(root, *condition.options, watch=plan.stage != BLIND) as grading:
        children = _strike(grading, plan, hit)
        if plan.stage == BLIND:
            hit.stage = _last_stage(root)
        ended = grading.end()
    if hit.victim not in WORKERS:
        hit.left = sorted(_left(root))
        # At once, as a script would: what the dead one leaves running must not be in the way.
        ended = undisturbed(root, *condition.options)
    hit.wrong = [*wrong_with(root, condition, ended), *(f"still there: {one}" for one in gone(children))]
    hit.seconds = time.monotonic() - begin
    if not hit.wrong:
        shutil.rmtree(root)
    return hit


def _strike(grading: Grading, plan: Plan, hit: Hit) -> list[psutil.Process]:
    """Kill at the planned moment, or at the end where it never comes; return the processes that there were."""
    if plan.stage == BLIND:
        time.sleep(plan.seconds)
    elif grading.until(plan.stage, plan.nth):
        if plan.changes is not None:
            _let_change(grading, plan.changes)
        elif plan.seconds:
            for _ in grading.events(time.monotonic() + plan.seconds):
                pass
    hit.stage = grading.now
    children = grading.children()
    hit.victim, victims = choose_victims(plan.victim, grading.process.pid, children, random.Random(plan.seed))
    grading.kill(victims)
    return children


def _let_change(grading: Grading, changes: int) -> None:
    """Let it make some changes of files, and hold it before the next, or where the next stage begins."""
    for number, event in enumerate(grading.events()):
        if event.stage or number == changes:
            return


def _last_stage(root: Path) -> str:
    try:
        lines = (root / "docente" / "reports" / "m03" / "grading.log").read_text(encoding="utf-8").split("\n")
        return next((word for word in lines[-2].split(" ") if word in STAGES), "start")
    except (OSError, IndexError):
        return "start"


def _left(root: Path) -> Iterator[str]:
    """Yield what a killed run leaves: SQLite's journal, folders and files aside."""
    if (root / f"{GRADEBOOK}-journal").exists():
        yield "journal of SQLite"
    autograded = root / "docente" / "autograded"
    for kind in ("new", "old"):
        if [*autograded.glob(f"*/.*.{kind}")]:
            yield f"folder aside ({kind})"
    if [*autograded.glob("*/.*.old")] and not all((one.parent / "m03").exists() for one in autograded.glob("*/.*.old")):
        yield "no graded folder"
    if [*(root / "docente" / ".grading").glob("*/.*.new")]:
        yield "entry of the ledger aside"


def wrong_with(root: Path, condition: Condition, ended: Ended) -> list[str]:
    """Return in what a class that was disturbed and graded to its end differs from one that was not."""
    wrong = [] if ended.code == condition.code else [f"ended with {ended.code}: {ended.said[-2000:]}"]
    if "Traceback" in ended.said:
        wrong.append(f"a traceback: {ended.said[-2000:]}")
    wrong += differences(condition.after, state_of(root))
    if condition.rows and condition.rows != rows_of(root / GRADEBOOK, drawn=True):
        wrong.append("the gradebook's rows are others than they were")
    return wrong


@dataclass
class Coverage:
    """What a series of rounds has hit."""

    hits: list[Hit] = field(default_factory=list)

    @property
    def lacking(self) -> list[str]:
        """Stages in which the process that grades was not killed."""
        hit = {one.stage for one in self.hits if one.victim in (MAIN, ALL)}
        return [stage for stage in MUST if stage not in hit]

    @property
    def wrong(self) -> list[str]:
        """What went wrong, with the plan that shows it again."""
        return [f"{hit}: {sentence}" for hit in self.hits for sentence in hit.wrong]

    def table(self) -> str:
        """Return stage by victim, what was found lying about, and what is not compared."""
        victims = (MAIN, ALL, *WORKERS)
        count = Counter((hit.stage, hit.victim) for hit in self.hits)
        stages = ["start", *STAGES]
        lines = [f"{'kills by stage':<16}" + "".join(f"{victim:>12}" for victim in victims)]
        lines += [f"{stage:<16}" + "".join(f"{count[stage, victim]:>12}" for victim in victims) for stage in stages]
        left = Counter(name for hit in self.hits for name in hit.left)
        lines.append(
            "left by the killed: " + (", ".join(f"{name} {times}" for name, times in left.items()) or "nothing")
        )
        took = sorted(hit.seconds for hit in self.hits)
        lines.append(f"rounds: {len(took)}, seconds a round: median {took[len(took) // 2]:.1f}, most {took[-1]:.1f}")
        lines += ["not compared as it is:", *(f"  {place}: {why}" for place, why in NORMALISED.items())]
        return "\n".join(lines)


def series(rounds: int, seed: int = 0) -> Iterator[Plan]:
    """Yield plans: the grading process once in each stage, each kind of worker once, then whatever the seeds say."""
    first = [(stage, ALL if number % 3 == 2 else MAIN) for number, stage in enumerate(MUST)]
    first += [("judging", WARM), ("execution", SUPERVISOR), ("execution", SUBMISSION), (BLIND, MAIN)]
    for number in range(rounds):
        yield draw(seed + number, *first[number]) if number < len(first) else draw(seed + number)


def play_all(plans: Iterable[Plan], conditions: Mapping[str, Condition], folder: Path) -> Coverage:
    """Play rounds one after another."""
    return topped_up(Coverage([play(plan, conditions, folder) for plan in plans]), conditions, folder)


def topped_up(coverage: Coverage, conditions: Mapping[str, Condition], folder: Path) -> Coverage:
    """Play a round more for each stage that was missed, and kill at its very beginning."""
    for number, stage in enumerate(coverage.lacking):
        plan = Plan(10_000 + number, "again", stage, 2, None, 0.0, MAIN)
        coverage.hits.append(play(plan, conditions, folder))
    return coverage
