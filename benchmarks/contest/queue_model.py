"""How many workers return a cohort within an hour: a queue of submissions, simulated from measured service times.

``workers`` run submissions side by side; one process prepares, judges and writes them one after another. Each
simulated submission takes the two times of a measured one, drawn with a fixed seed: nothing is assumed of their
distribution, and a slow submission keeps both its times. Where all share a few cores, they share them evenly.
"""

import heapq
import math
import random
import statistics
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

HOUR = 3600.0
MOST_WORKERS = 4096
_JUDGE = -1


@dataclass(frozen=True)
class Service:
    """What one measured submission took, in seconds with a core of its own."""

    execution: float
    """in a worker"""
    serial: float
    """in the process that prepares, judges and writes"""


@dataclass(frozen=True)
class Measured:
    """A run from which service times were taken."""

    services: Sequence[Service]
    start: float
    """seconds before the first submission could run and after the last was written"""

    @cached_property
    def execution(self) -> float:
        """Mean seconds in a worker."""
        return statistics.fmean(one.execution for one in self.services)

    @cached_property
    def serial(self) -> float:
        """Mean seconds in the judging process."""
        return statistics.fmean(one.serial for one in self.services)


@dataclass(frozen=True)
class Plan:
    """How a cohort is returned within an hour."""

    submissions: int
    workers: int
    """in all"""
    judges: int
    """judging processes, each with the gradebook of a part of the cohort"""
    seconds: float


def simulate(measured: Measured, submissions: int, workers: int, cores: float = math.inf, seed: int = 0) -> float:
    """Return the seconds from the command to the last grade written."""
    waiting = deque(random.Random(seed).choices(measured.services, k=submissions))
    # The clock of the work: while more are at work than there are cores, it goes slower than the one on the wall.
    work, wall = 0.0, measured.start
    busy: list[tuple[float, int, Service]] = []
    to_judge: deque[Service] = deque()
    judging, number = False, 0
    while len(busy) < workers and waiting:
        service = waiting.popleft()
        heapq.heappush(busy, (service.execution, number := number + 1, service))
    while busy:
        end, who, service = busy[0]
        wall += (end - work) * max(1.0, len(busy) / cores)
        work = end
        heapq.heappop(busy)
        if who == _JUDGE:
            judging = False
        else:
            to_judge.append(service)
            if waiting:
                following = waiting.popleft()
                heapq.heappush(busy, (work + following.execution, number := number + 1, following))
        if to_judge and not judging:
            judged, judging = to_judge.popleft(), True
            heapq.heappush(busy, (work + judged.serial, _JUDGE, judged))
    return wall


def plan(measured: Measured, submissions: int, within: float = HOUR) -> Plan:
    """Return the fewest judges, and with them the fewest workers, that return ``submissions`` in ``within`` seconds.

    Raises
    ------
    ValueError
        Where a single submission takes longer.
    """
    judges = max(1, math.ceil(submissions * measured.serial / within))
    while _seconds(measured, submissions, judges, MOST_WORKERS) > within:
        if judges >= submissions:
            raise ValueError(f"one submission alone takes more than {within:.0f} seconds")
        judges += 1
    fewest, most = 1, MOST_WORKERS
    while fewest < most:
        middle = (fewest + most) // 2
        if _seconds(measured, submissions, judges, middle) <= within:
            most = middle
        else:
            fewest = middle + 1
    return Plan(submissions, fewest * judges, judges, _seconds(measured, submissions, judges, fewest))


def _seconds(measured: Measured, submissions: int, judges: int, workers: int) -> float:
    """Return the time of the largest part, where each judge has as large a part and as many workers."""
    return simulate(measured, math.ceil(submissions / judges), workers)
