"""The contest itself: each contender in a fresh copy of the classroom, in turns, round after round."""

import shutil
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from benchmarks.contest.classrooms import fresh_copy
from benchmarks.contest.contenders import Contender
from benchmarks.contest.processes import Ran, run
from corredores_graders.classroom.layout import Classroom

#: Seconds between two looks at the memory of a contender: a fast one is looked at in a run that does not count.
LOOK_FAST, LOOK_SLOW = 0.25, 2.0

Say = Callable[[str], None]


@dataclass
class Result:
    """What was measured of one contender."""

    contender: Contender
    submissions: int
    """of the cohort"""
    measured_on: int
    """submissions that it graded: all, or a sample"""
    first: Ran = field(default_factory=lambda: Ran(0.0))
    """the run of one submission a process, start-up and all; made where the rest is scaled"""
    rounds: list[float] = field(default_factory=list)
    """seconds for the whole cohort, scaled where only a sample was graded"""
    peak_bytes: int = 0
    memory_kind: str = ""
    graded: Classroom | None = None
    """the classroom of its last round"""

    @property
    def median(self) -> float:
        """Seconds for the cohort."""
        return statistics.median(self.rounds)

    @property
    def sampled(self) -> bool:
        """Whether the time is scaled from a sample."""
        return self.measured_on < self.submissions

    def add(self, ran: Ran) -> None:
        """Count a round of the submissions measured on."""
        self.rounds.append(scaled(ran.seconds, self.first.seconds, self))

    def look(self, ran: Ran) -> None:
        """Keep the peak of memory of a run."""
        self.peak_bytes = max(self.peak_bytes, ran.peak_bytes)
        self.memory_kind = ran.memory_kind or self.memory_kind


def scaled(seconds: float, first: float, result: Result) -> float:
    """Return the seconds for the cohort: those of a run with one submission a process, and the rest in proportion."""
    if not result.sampled:
        return seconds
    few = result.contender.processes
    each = (seconds - first) / (result.measured_on - few)
    return first + each * (result.submissions - few)


class Race:
    """One cohort in one classroom."""

    def __init__(self, classroom: Classroom, trainees: Sequence[str], say: Say = print) -> None:
        self.classroom, self.trainees, self.say = classroom, list(trainees), say

    def run(self, contenders: Sequence[Contender], rounds: int, slow_rounds: int) -> dict[str, Result]:
        """Let all run in turns, the slow ones in fewer rounds, and return what was measured by their keys."""
        results = {one.key: self._begun(one) for one in contenders}
        for number in range(rounds):
            for one in contenders:
                if not one.slow or number < slow_rounds:
                    self._round(results[one.key], number)
        return results

    def _begun(self, one: Contender) -> Result:
        """Run it once without counting: it reads its files into memory, and is looked at or tells its start-up."""
        count = len(self.trainees)
        result = Result(one, count, min(count, one.sample or count))
        trainees = self.trainees[: one.processes] if one.slow else self.trainees
        if one.slow:
            self._once(one, trainees, 0)  # whatever is compiled at a first start is compiled now
        ran = self._once(one, trainees, 0 if one.slow else LOOK_FAST)
        result.look(ran)
        result.first = ran
        self.say(f"{one.title}: {len(trainees)} submissions in {ran.seconds:.1f} s, not counted")
        return result

    def _round(self, result: Result, number: int) -> None:
        one = result.contender
        ran = self._once(one, self.trainees[: result.measured_on], LOOK_SLOW if one.slow and number == 0 else 0)
        result.look(ran)
        result.add(ran)
        result.graded = Classroom(self.classroom.root.with_name(one.key))
        scale = f", so {result.rounds[-1]:.0f} s for {result.submissions}" if result.sampled else ""
        self.say(f"{one.title}: round {number + 1}, {result.measured_on} submissions in {ran.seconds:.1f} s{scale}")

    def _once(self, one: Contender, trainees: Sequence[str], look: float) -> Ran:
        copy = fresh_copy(self.classroom, one.key, trainees)
        return run(one.commands(copy), look)


def seconds_of_endless(classroom: Classroom, trainees: Sequence[str], one: Contender) -> float:
    """Return the seconds that a contender takes for submissions that must be stopped."""
    copy = fresh_copy(classroom, f"{one.key}-endless", trainees)
    seconds = run(one.commands(copy)).seconds
    shutil.rmtree(copy.root, ignore_errors=True)
    return seconds
