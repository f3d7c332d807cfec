"""kill -9 of the grading, or of what runs the submissions, at moments drawn from seeds: twenty rounds in two halves.

Two hundred: `python -m tests.graders.grading.kill --rounds 200`. What was hit where is printed at the end of the run.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.graders.grading.kill.classes import Condition
from tests.graders.grading.kill.rounds import play_all, series


@pytest.mark.parametrize("seed", [100, 200])
def test_a_second_run_ends_as_an_undisturbed_one(
    seed: int,
    classes: Mapping[str, Condition],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    coverage = play_all(series(10, seed), classes, tmp_path)
    record_property("printed", f"Killed, seeds from {seed}:\n{coverage.table()}")
    assert not coverage.wrong, "\n".join(coverage.wrong)
    assert not coverage.lacking
