"""How many workers return a cohort within an hour: a queue of submissions, simulated from measured service times.

``workers`` run submissions side by side; one process prepares, judges and writes them one after another. Each
simulated submission takes the two times of a measured one, drawn with a fixed seed. Nothing is assumed of their
distribution, and a slow submission keeps both its times.
"""

import heapq
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

HOUR = 3600.0
MOST_WORKERS = 4096


@dataclass(frozen=True)
class Service:
    """What one measured submission took, in seconds."""

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
    def serial_bound(self) -> float:
        """Submissions an hour that the judging process can write at most."""
        return HOUR / statistics.fmean(one.serial for one in self.services)


@dataclass(frozen=True)
class Plan:
    """How a cohort is returned within an hour."""

    submissions: int
    workers: int
    """in all"""
    judges: int
    """judging processes, each with the gradebook of a part of the cohort"""
    seconds: float


def simulate(measured: Measured, submissions: int, workers: int, seed: int = 0) -> float:
    """Return the seconds from the command to the last grade written."""
    draw = random.Random(seed)
    drawn = draw.choices(measured.services, k=submissions)
    free = [0.0] * min(workers, submissions)
    ended = []
    for service in drawn:
        end = heapq.heappop(free) + service.execution
        heapq.heappush(free, end)
        ended.append((end, service.serial))
    clock = 0.0
    for end, serial in sorted(ended):
        clock = max(clock, end) + serial
    return measured.start + clock


def plan(measured: Measured, submissions: int, within: float = HOUR) -> Plan:
    """Return the fewest judges, and with them the fewest workers, that return ``submissions`` in ``within`` seconds."""
    judges = 1
    while _part_seconds(measured, submissions, judges, MOST_WORKERS) > within:
        judges += 1
        if judges > submissions:
            raise ValueError(f"one submission alone takes more than {within} seconds")
    fewest, most = 1, MOST_WORKERS
    while fewest < most:
        middle = (fewest + most) // 2
        if _part_seconds(measured, submissions, judges, middle) <= within:
            most = middle
        else:
            fewest = middle + 1
    return Plan(submissions, fewest * judges, judges, _part_seconds(measured, submissions, judges, fewest))


def _part_seconds(measured: Measured, submissions: int, judges: int, workers: int) -> float:
    return simulate(measured, -(-submissions // judges), workers)
