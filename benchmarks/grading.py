"""How fast grading is, against nbgrader, otter-grader and a floor: ``uv run python -m benchmarks.grading``.

``--submissions N`` makes a cohort and times everybody on it, on the same two cores, start-up included; ``--scale
30,300,3000`` shows that time grows linearly and memory does not; ``--simulate 100000`` says how many workers return a
cohort within an hour. Each writes its section of ``benchmarks/grading.md`` and exits with 1 where a bound is missed.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as a script, Python looks beside this file only

from benchmarks.contest import contenders, growth, queue_run, report
from benchmarks.contest.classrooms import prepared
from benchmarks.contest.cohort import cohort, endless_cohort
from benchmarks.contest.comparing import differing_marks, differing_notebooks
from benchmarks.contest.machine import described, keep_to_two_cores
from benchmarks.contest.otter_contender import NotToBeHad
from benchmarks.contest.processes import Failed
from benchmarks.contest.race import Race, Result, seconds_of_endless
from benchmarks.contest.report import Bound
from benchmarks.contest.results_file import FILE, write_section

ENDLESS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; return 1 where a bound is missed or a contender failed."""
    given = _read(arguments)
    keep_to_two_cores()
    try:
        title, body, bounds = _asked(given)
    except Failed as failed:
        print(f"Nothing was measured: {failed}", file=sys.stderr)
        return 1
    command = " ".join(["python -m benchmarks.grading", *(sys.argv[1:] if arguments is None else arguments)])
    head = f"`{command}`, {time.strftime('%Y-%m-%d')}, {described()}"
    body = "\n\n".join([head, body, "\n".join(map(str, bounds))])
    print(f"\n## {title}\n\n{body}")
    write_section(title, body, given.to)
    return int(not all(bound.holds for bound in bounds))


def _asked(given: argparse.Namespace) -> tuple[str, str, list[Bound]]:
    """Return heading, text and bounds of the run that the command line asks for."""
    with tempfile.TemporaryDirectory(prefix="corredores-contest-") as folder:
        if given.scale:
            return growth.grow([int(size) for size in given.scale.split(",")], Path(folder))
        if given.simulate:
            return queue_run.simulated(given.simulate, Path(folder))
        return race(given.submissions, given.rounds, given.slow_rounds, set(given.without), Path(folder))


def race(
    submissions: int, rounds: int, slow_rounds: int, without: set[str], root: Path
) -> tuple[str, str, list[Bound]]:
    """Time everybody on one cohort; return heading, text and bounds."""
    members = cohort(submissions)
    classroom = prepared(root / "aula", members)
    taking_part = [one for one in contenders.contenders() if one.key not in without]
    skipped = [f"{name}, by --without" for name in sorted(without)]
    if "otter" not in without:
        try:
            taking_part.append(contenders.otter(root / "otter-assignment"))
        except NotToBeHad as reason:
            skipped.append(f"otter-grader, which cannot be installed here ({reason})")
    trainees = [member.trainee.trainee for member in members]
    results = Race(classroom, trainees, _say).run(taking_part, rounds, slow_rounds)
    bounds = report.bounds(results) + _same(results, trainees)
    parts = [report.table(results), report.remarks(results, skipped)]
    if "endless" not in without:
        parts.append(_endless(root, [one for one in taking_part if one.key in ("ours", "nbgrader")]))
    parts.append(f"Notebooks are compared after this normalisation:\n{report.normalisation()}")
    return f"{submissions} submissions", "\n\n".join(parts), bounds


def _same(results: dict[str, Result], trainees: list[str]) -> list[Bound]:
    if "nbgrader" not in results:
        return []
    theirs, ours = results["nbgrader"].graded, results["ours"].graded
    assert theirs and ours
    both = trainees[: results["nbgrader"].measured_on]
    return [
        report.equality("marks", len(both), differing_marks(theirs, ours, both)),
        report.equality("graded notebooks", len(both), differing_notebooks(theirs, ours, both)),
    ]


def _endless(root: Path, ran_by: list[contenders.Contender]) -> str:
    """Time the submissions that a time-out must stop: the bound on a cell, not the grader, decides what they take."""
    members = endless_cohort(ENDLESS)
    classroom = prepared(root / "endless" / "aula", members)
    trainees = [member.trainee.trainee for member in members]
    times = [f"{one.title} {seconds_of_endless(classroom, trainees, one):.1f} s" for one in ran_by]
    return f"Time-outs, timed apart: {ENDLESS} submissions with a cell that never ends: {', '.join(times)}."


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _read(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.grading", description=__doc__)
    parser.add_argument("--submissions", type=int, default=30, metavar="N", help="size of the cohort (30)")
    parser.add_argument("--rounds", type=int, default=3, help="of ours and of the floor (3)")
    parser.add_argument("--slow-rounds", type=int, default=2, help="of nbgrader and otter-grader (2)")
    names = ("best", "endless", "nbgrader", "otter")
    parser.add_argument("--without", action="append", default=[], choices=names, help="leave this out; may be repeated")
    parser.add_argument("--scale", metavar="N,N,N", help="time ours alone on cohorts of these sizes")
    parser.add_argument("--simulate", type=int, metavar="N", help="model the queue up to a cohort of N")
    parser.add_argument("--to", type=Path, default=FILE, help="the file whose section is written")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
