"""What a run says: the table of the contenders, the bounds and whether they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.contest.normalising import NORMALISED
from benchmarks.contest.race import Result

#: How many times as fast as `nbgrader autograde` ours must be, from so many submissions on; below them it is a trial.
TIMES_FASTER = {30: 12.0, 300: 25.0}
AIMED = {30: 15.0}
TIMES_FLOOR, AIMED_FLOOR = 2.0, 1.6


@dataclass(frozen=True)
class Bound:
    """Something that must hold, what was found, and whether it does."""

    sentence: str
    holds: bool

    def __str__(self) -> str:
        return f"- {self.sentence}: {'holds' if self.holds else '**MISSED**'}"


def table(results: Mapping[str, Result]) -> str:
    """Return the contenders, the fastest first, as a Markdown table."""
    base = results["nbgrader"].median if "nbgrader" in results else None
    lines = [
        "| way | median, s | least – most | rounds | a submission, s | × nbgrader | peak memory, MB |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for result in sorted(results.values(), key=lambda one: one.median):
        spread = f"{min(result.rounds):.1f} – {max(result.rounds):.1f}"
        times = f"{base / result.median:.1f}" if base else "–"
        each = result.median / result.submissions
        title = result.contender.title + (f", scaled from {result.measured_on}" if result.sampled else "")
        memory = f"{result.peak_bytes / 1e6:.0f}"
        lines.append(
            f"| {title} | {result.median:.1f} | {spread} | {len(result.rounds)} | {each:.3f} | {times} | {memory} |"
        )
    return "\n".join(lines)


def remarks(results: Mapping[str, Result], skipped: Sequence[str]) -> str:
    """Return what must be known to read the table."""
    kinds = sorted({result.memory_kind for result in results.values() if result.memory_kind})
    lines = [f"- {one.contender.title}: {one.contender.remark}." for one in results.values() if one.contender.remark]
    for one in results.values():
        if one.sampled:
            lines.append(
                f"- {one.contender.title} graded {one.measured_on} of {one.submissions}; a run with "
                f"{one.contender.processes} took {one.first.seconds:.1f} s, and the rest is scaled in proportion."
            )
    lines.append(f"- Memory: {' and '.join(kinds)} of the whole process tree, the most of what was sampled.")
    lines += [f"- Left out: {reason}." for reason in skipped]
    return "\n".join(lines)


def bounds(results: Mapping[str, Result]) -> list[Bound]:
    """Return the bounds on speed that apply to this size of cohort."""
    ours, floor = results["ours"], results["floor"]
    times = ours.median / floor.median
    found = [
        Bound(f"{times:.2f} × the floor's time; at most {TIMES_FLOOR:.0f}, aim {AIMED_FLOOR}", times <= TIMES_FLOOR)
    ]
    least = max((size for size in TIMES_FASTER if size <= ours.submissions), default=0)
    if "nbgrader" in results and least:
        found.append(_against_nbgrader(results, least))
    return found


def _against_nbgrader(results: Mapping[str, Result], least: int) -> Bound:
    ours, wanted = results["ours"].median, TIMES_FASTER[least]
    times = results["nbgrader"].median / ours
    best = f" ({results['best'].median / ours:.1f} × its best settings)" if "best" in results else ""
    aim = f", aim {AIMED[least]:.0f}" if least in AIMED else ""
    return Bound(f"{times:.1f} × as fast as nbgrader as it comes{best}; at least {wanted:.0f}{aim}", times >= wanted)


def equality(what: str, compared: int, differing: Sequence[str]) -> Bound:
    """Return whether nothing differed, with the first differences where something did."""
    shown = "".join(f"\n  - {sentence}" for sentence in differing[:10])
    return Bound(
        f"{what} of {compared} submissions, nbgrader's and ours: {len(differing)} differ{shown}", not differing
    )


def normalisation() -> str:
    """Return the list of what is made equal before notebooks are compared."""
    return "\n".join(f"  - {rule.what} ({rule.why})" for rule in NORMALISED)
