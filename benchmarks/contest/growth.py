"""Cohorts of several sizes, graded by ours alone: time grows in proportion, memory does not grow."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.contest.classrooms import fresh_copy, prepared
from benchmarks.contest.cohort import cohort
from benchmarks.contest.contenders import ours
from benchmarks.contest.processes import run
from benchmarks.contest.report import Bound

#: A submission of a larger cohort may take so much more than one of the smallest, and the tree hold so much more.
TIME_GROWTH, MEMORY_GROWTH = 1.15, 1.25
LOOK = 0.5
#: Above this size a cohort is timed once; the run is looked at meanwhile, for it is long.
SMALL, SMALL_ROUNDS = 100, 3


@dataclass(frozen=True)
class Grown:
    """What a cohort of one size took."""

    submissions: int
    seconds: float
    peak_bytes: int
    memory_kind: str

    @property
    def each(self) -> float:
        """Seconds a submission, start-up shared out."""
        return self.seconds / self.submissions


def grow(sizes: Sequence[int], folder: Path) -> tuple[str, str, list[Bound]]:
    """Grade a cohort of each of ``sizes``; return heading, text and bounds."""
    found = [_graded(size, folder / str(size)) for size in sorted(sizes)]
    lines = ["| submissions | seconds | a submission, s | peak memory, MB |", "|--:|--:|--:|--:|"]
    for one in found:
        lines.append(f"| {one.submissions} | {one.seconds:.1f} | {one.each:.3f} | {one.peak_bytes / 1e6:.0f} |")
    kind = found[0].memory_kind
    return "Growth", "\n".join([*lines, "", f"Memory: {kind} of the whole process tree."]), growth_bounds(found)


def _graded(size: int, folder: Path) -> Grown:
    members = cohort(size)
    classroom = prepared(folder / "aula", members)
    trainees = [member.trainee.trainee for member in members]
    looked = run(ours(fresh_copy(classroom, "looked", trainees)), LOOK)
    times = [looked.seconds]
    if size <= SMALL:
        times = [run(ours(fresh_copy(classroom, "timed", trainees))).seconds for _ in range(SMALL_ROUNDS)]
    seconds = statistics.median(times)
    print(f"{size} submissions: {seconds:.1f} s, {looked.peak_bytes / 1e6:.0f} MB", flush=True)
    return Grown(size, seconds, looked.peak_bytes, looked.memory_kind)


def growth_bounds(found: Sequence[Grown]) -> list[Bound]:
    """Return whether time grew at most in proportion and memory not at all, from the smallest to the largest.

    Starting takes as long for any cohort, so of three sizes or more what a further submission takes is compared.
    """
    first, last = found[0], found[-1]
    if len(found) > 2:
        further = [_further(less, more) for less, more in pairwise(found)]
        time = further[-1] / further[0]
        said = f"a further submission up to {last.submissions} takes {time:.2f} × one up to {found[1].submissions}"
    else:
        time = last.each / first.each
        said = f"a submission of {last.submissions} takes {time:.2f} × one of {first.submissions}"
    memory = last.peak_bytes / first.peak_bytes
    return [
        Bound(f"{said}; at most {TIME_GROWTH}", time <= TIME_GROWTH),
        Bound(
            f"{last.submissions} hold {memory:.2f} × the memory of {first.submissions}; at most {MEMORY_GROWTH}",
            memory <= MEMORY_GROWTH,
        ),
    ]


def _further(less: Grown, more: Grown) -> float:
    return (more.seconds - less.seconds) / (more.submissions - less.submissions)
