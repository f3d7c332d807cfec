"""The queue, where the answer can be worked out by hand."""

import pytest

from benchmarks.contest.queue_model import HOUR, Measured, Service, plan, simulate


def measured(execution: float, serial: float, start: float = 0.0) -> Measured:
    return Measured([Service(execution, serial)], start)


def test_one_worker_runs_one_after_another_and_the_last_is_judged() -> None:
    assert simulate(measured(10, 1), 5, 1) == pytest.approx(51)


def test_two_workers_take_half() -> None:
    assert simulate(measured(10, 1), 6, 2) == pytest.approx(32)


def test_start_up_is_added_once() -> None:
    assert simulate(measured(10, 1, start=7), 5, 1) == pytest.approx(58)


def test_many_workers_leave_the_judge_to_decide() -> None:
    assert simulate(measured(10, 1), 100, 100) == pytest.approx(110)


def test_more_workers_than_submissions_change_nothing() -> None:
    assert simulate(measured(10, 1), 3, 50) == simulate(measured(10, 1), 3, 3)


def test_the_mean_of_what_was_measured_decides_a_long_run() -> None:
    mixed = Measured([Service(1, 0.001), Service(3, 0.001)], 0)
    assert simulate(mixed, 20_000, 4) == pytest.approx(10_000, rel=0.02)


def test_three_at_work_on_two_cores_take_half_as_long_again() -> None:
    # Two workers and the judge are busy all the time but at the ends: 1,000 submissions of 2 s and 1 s.
    shared = simulate(measured(2, 1), 1000, 2, cores=2)
    assert shared == pytest.approx(1.5 * simulate(measured(2, 1), 1000, 2), rel=0.01)


def test_a_worker_and_a_judge_on_two_cores_do_not_disturb_each_other() -> None:
    assert simulate(measured(2, 1), 50, 1, cores=2) == simulate(measured(2, 1), 50, 1)


def test_one_core_does_all_the_work_in_turn() -> None:
    assert simulate(measured(2, 1), 50, 4, cores=1) == pytest.approx(150)


def test_one_seed_is_one_result() -> None:
    mixed = Measured([Service(1, 0.1), Service(3, 0.2)], 0)
    assert simulate(mixed, 100, 2, seed=5) == simulate(mixed, 100, 2, seed=5)
    assert simulate(mixed, 100, 2, seed=5) != simulate(mixed, 100, 2, seed=6)


def test_the_fewest_workers_are_planned() -> None:
    # 1,000 of 10 s each are 10,000 s of work: three workers in an hour, not two.
    planned = plan(measured(10, 0.01), 1000)
    assert (planned.workers, planned.judges) == (3, 1)
    assert planned.seconds <= HOUR < simulate(measured(10, 0.01), 1000, 2)


def test_a_judge_that_is_too_slow_is_split() -> None:
    # Half a second a submission: 7,200 an hour at most, so 10,000 need two gradebooks.
    planned = plan(measured(1, 0.5), 10_000)
    assert planned.judges == 2
    assert planned.seconds <= HOUR


def test_what_cannot_be_done_in_the_time_is_refused() -> None:
    with pytest.raises(ValueError, match="one submission alone"):
        plan(measured(5000, 1), 3)
