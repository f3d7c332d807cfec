"""When a run is a miss, and how a sample is scaled to the cohort."""

from pathlib import Path

import pytest

from benchmarks.contest.contenders import contenders
from benchmarks.contest.growth import Grown, growth_bounds
from benchmarks.contest.race import Result, scaled
from benchmarks.contest.report import bounds, equality, table

BY_KEY = {one.key: one for one in contenders()}


def result(key: str, seconds: float, submissions: int = 30, measured_on: int | None = None) -> Result:
    return Result(BY_KEY[key], submissions, measured_on or submissions, rounds=[seconds])


def results(ours: float, nbgrader: float, floor: float, submissions: int = 30) -> dict[str, Result]:
    given = {"ours": ours, "nbgrader": nbgrader, "floor": floor}
    return {key: result(key, seconds, submissions) for key, seconds in given.items()}


@pytest.mark.parametrize(
    ("submissions", "ours", "nbgrader", "floor", "hold"),
    [
        (30, 10, 120, 5, [True, True]),
        (30, 10.1, 120, 5, [False, False]),
        (30, 10, 119, 6, [True, False]),
        (300, 10, 249, 6, [True, False]),
        (300, 10, 250, 6, [True, True]),
        (3000, 10, 249, 6, [True, False]),
        (4, 10, 1, 9, [True]),
    ],
)
def test_bounds_hold_or_are_missed(
    submissions: int, ours: float, nbgrader: float, floor: float, hold: list[bool]
) -> None:
    assert [bound.holds for bound in bounds(results(ours, nbgrader, floor, submissions))] == hold


def test_one_differing_mark_is_a_miss_and_is_shown() -> None:
    assert equality("marks", 30, []).holds
    missed = equality("marks", 30, ["p1 e2: 1 and 2"])
    assert not missed.holds
    assert "p1 e2: 1 and 2" in str(missed)
    assert "**MISSED**" in str(missed)


def test_a_sample_is_scaled_by_what_a_further_submission_takes() -> None:
    # One takes 8 s with start-up, thirty take 95: 3 s each, so 300 take 8 + 299 × 3.
    assert scaled(95, 8, result("nbgrader", 0, 300, 30)) == pytest.approx(905)


def test_a_sample_in_two_processes_is_scaled_from_two() -> None:
    assert scaled(50, 8, result("best", 0, 300, 30)) == pytest.approx(8 + 1.5 * 298)


def test_a_whole_cohort_is_not_scaled() -> None:
    assert scaled(95, 8, result("nbgrader", 0, 30)) == 95


def test_the_table_says_what_was_scaled_and_stands_by_speed() -> None:
    lines = table(results(10, 120, 5) | {"best": result("best", 60, 300, 30)}).splitlines()[2:]
    assert [line.split("|")[2].strip() for line in lines] == ["5.0", "10.0", "60.0", "120.0"]
    assert "scaled from 30" in lines[2]
    assert "| 12.0 |" in lines[1]


@pytest.mark.parametrize(
    ("seconds", "peak", "hold"),
    [(100, 500, [True, True]), (120, 500, [False, True]), (100, 700, [True, False])],
)
def test_growth_is_bounded_in_time_and_memory(seconds: float, peak: int, hold: list[bool]) -> None:
    found = [Grown(30, 10, 500, "PSS"), Grown(300, seconds, peak, "PSS")]
    assert [bound.holds for bound in growth_bounds(found)] == hold


@pytest.mark.parametrize(("seconds", "holds"), [(295, True), (330, True), (350, False)])
def test_what_a_further_submission_takes_must_not_grow(seconds: float, holds: bool) -> None:
    # Up to 300, 0.1 s each after 2 s of start-up; up to 3,000 as much, a little more, too much.
    found = [Grown(30, 5, 500, "PSS"), Grown(300, 32, 500, "PSS"), Grown(3000, seconds, 500, "PSS")]
    assert growth_bounds(found)[0].holds == holds


def test_everybody_s_command_names_the_classroom(tmp_path: Path) -> None:
    from corredores_graders.classroom.layout import Classroom

    for one in BY_KEY.values():
        commands = one.commands(Classroom(tmp_path))
        assert len(commands) == one.processes
        for command in commands:
            assert str(tmp_path) in f"{command.arguments} {command.folder}"
