"""Service times from a real run, the queue modelled from them, and its prediction held against another real run.

The times are measured with one worker, so that worker and judging process have a core each and neither waits for the
other. The prediction is for another cohort, two workers and two cores, on which three processes then work: what it is
tried on, it has not seen.
"""

import statistics
import time
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.contest.classrooms import fresh_copy, prepared
from benchmarks.contest.cohort import MODULE, SEED, cohort
from benchmarks.contest.contenders import ours
from benchmarks.contest.machine import CORES
from benchmarks.contest.processes import run
from benchmarks.contest.queue_model import HOUR, Measured, Plan, Service, plan, simulate
from benchmarks.contest.report import Bound
from corredores_graders.classroom.layout import Classroom
from corredores_graders.engine.executors import at_once
from corredores_graders.grading.ledger import Ledger

MEASURED_ON, ROUNDS = 60, 3
WORKERS = 2
MOST_ERROR = 0.15
SIZES = (1_000, 10_000, 100_000)


class Line(NamedTuple):
    """A line of the journal: the stage of a trainee's submission that begins."""

    moment: float
    stage: str
    trainee: str


def simulated(submissions: int, folder: Path) -> tuple[str, str, list[Bound]]:
    """Model cohorts up to ``submissions``; return heading, text and bounds."""
    measured, took = measure(folder)
    predicted = statistics.median(simulate(measured, MEASURED_ON, at_once(WORKERS), CORES, seed) for seed in range(20))
    error = predicted / took - 1
    plans = [plan(measured, size) for size in sorted({*SIZES, submissions}) if size <= submissions]
    each = (
        f"Measured on {MEASURED_ON} submissions with one worker, {ROUNDS} times: a submission takes "
        f"{measured.execution:.3f} s in the worker and {measured.serial:.3f} s in the process that prepares, judges "
        f"and writes; starting and ending take {measured.start:.1f} s."
    )
    bound = Bound(
        f"{MEASURED_ON} other submissions on two workers and two cores: predicted {predicted:.1f} s, took {took:.1f} s "
        f"(median of {ROUNDS}), error {100 * error:+.1f} %; at most {100 * MOST_ERROR:.0f} %",
        abs(error) <= MOST_ERROR,
    )
    return "Queue", "\n\n".join([each, plans_table(plans), bottleneck(measured)]), [bound]


def plans_table(plans: list[Plan]) -> str:
    """Return what each size of cohort needs to be returned within an hour."""
    lines = [
        "| submissions within an hour | workers | judging processes | minutes |",
        "|--:|--:|--:|--:|",
        *(f"| {one.submissions:,} | {one.workers} | {one.judges} | {one.seconds / 60:.0f} |" for one in plans),
    ]
    return "\n".join(lines)


def bottleneck(measured: Measured) -> str:
    """Say when the judging process, not the workers, decides, and what to do then."""
    keeps_busy = measured.execution / measured.serial
    return (
        "Each worker has a core of its own, and so has each judging process. One judging process writes at most "
        f"{HOUR / measured.serial:,.0f} submissions an hour and keeps {keeps_busy:.1f} workers busy; with more than "
        "that it is the bottleneck, and they help nothing. Then split the class by assignment or by cohort: each part "
        "has its gradebook, its `corredores grade` and its workers."
    )


def measure(folder: Path) -> tuple[Measured, float]:
    """Grade a cohort with one worker and another with two, in turns.

    Returns what each submission took with one, and the median of the seconds that two workers took for the other.
    """
    measured_on, tried_on = _classroom(folder / "measured", SEED), _classroom(folder / "tried", SEED + 1)
    measured, took = [], []
    for number in range(ROUNDS + 1):  # the first, which reads all files into memory, does not count
        one = _one_worker(fresh_copy(measured_on, "one", _names()))
        two = run(ours(fresh_copy(tried_on, "two", _names()), WORKERS)).seconds
        if number:
            measured.append(one)
            took.append(two)
    services = [service for round_ in measured for service in round_.services]
    return Measured(services, statistics.median(round_.start for round_ in measured)), statistics.median(took)


def _classroom(folder: Path, seed: int) -> Classroom:
    return prepared(folder / "aula", cohort(MEASURED_ON, seed))


def _names() -> list[str]:
    """Return who hands in; cohorts of one size differ in what, not in who."""
    return [member.trainee.trainee for member in cohort(MEASURED_ON)]


def _one_worker(classroom: Classroom) -> Measured:
    began = time.time()
    run(ours(classroom, workers=1))
    return services_of(classroom, stages_in(classroom), began, time.time())


def stages_in(classroom: Classroom) -> list[Line]:
    """Return the journal of a run."""
    journal = classroom.trainer / "reports" / MODULE / "grading.log"
    lines = (line.split() for line in journal.read_text(encoding="utf-8").splitlines())
    return [
        Line(datetime.fromisoformat(f"{day} {clock.replace(',', '.')}").timestamp(), *said)
        for day, clock, *said in lines
        if len(said) == 2
    ]


def services_of(classroom: Classroom, stages: list[Line], began: float, ended: float) -> Measured:
    """Return what each submission took: in the worker by the ledger, in the judging process by the journal."""
    ledger = Ledger(classroom.trainer, MODULE)
    services = {trainee: Service(0.0, 0.0) for _, _, trainee in stages}
    for before, (now, stage, trainee) in pairwise(stages):
        if stage != "judging":  # above that line the process waited
            services[trainee] = replace(services[trainee], serial=services[trainee].serial + now - before.moment)
    for trainee, service in services.items():
        services[trainee] = replace(service, execution=float(ledger.read(trainee).result["seconds"]))
    first_execution, _, first = stages[0]
    first_judging = next(moment for moment, stage, trainee in stages if (stage, trainee) == ("judging", first))
    warm_up = max(0.0, first_judging - first_execution - services[first].execution)
    start = (first_execution - began) + warm_up + (ended - stages[-1].moment)
    return Measured(list(services.values()), start)
