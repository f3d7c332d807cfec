"""Service times from a real run, the queue modelled from them, and its prediction held against another real run."""

from pathlib import Path

from benchmarks.contest.report import Bound


def simulated(submissions: int, folder: Path) -> tuple[str, str, list[Bound]]:
    """Model cohorts up to ``submissions``; return heading, text and bounds."""
    raise NotImplementedError
