"""The cohort that everybody grades: its mix, its seed, and that it holds what it says."""

import ast
from collections import Counter

from benchmarks.contest.cohort import MIX, SLOW, cohort, endless_cohort
from corredores_graders.harness.module_cells import code_cells

SOLUTIONS = {cell.exercise: cell.solution for cell in code_cells("m03") if cell.exercise}


def test_every_ten_hold_the_same_mix() -> None:
    kinds = [member.kind for member in cohort(40)]
    for first in range(0, 40, 10):
        assert Counter(kinds[first : first + 10]) == Counter(MIX)


def test_a_smaller_cohort_is_the_beginning_of_a_larger_one() -> None:
    assert cohort(13) == cohort(50)[:13]


def test_another_seed_is_another_cohort() -> None:
    assert cohort(20, seed=1) != cohort(20, seed=2)


def test_nobody_is_twice_in_it_and_corridors_differ() -> None:
    members = cohort(60)
    assert len({member.trainee.trainee for member in members}) == 60
    assert len({member.trainee.corridor for member in members}) > 20


def test_all_answer_every_exercise() -> None:
    assert all(set(member.answers.code) == set(SOLUTIONS) for member in cohort(20))


def test_the_mistaken_answer_otherwise_and_with_code_that_can_be_read() -> None:
    for member in cohort(40):
        changed = [name for name, code in member.answers.code.items() if code != SOLUTIONS[name]]
        if member.kind == "mistaken":
            assert changed
            for name in changed:
                ast.parse(member.answers.code[name])


def test_two_exercises_of_a_slow_one_wait() -> None:
    slow = next(member for member in cohort(10) if member.kind == "slow")
    assert sum(code.startswith(SLOW) for code in slow.answers.code.values()) == 2


def test_two_exercises_of_a_raising_one_differ_from_the_solutions() -> None:
    raising = next(member for member in cohort(10) if member.kind == "raising")
    assert sum(code != SOLUTIONS[name] for name, code in raising.answers.code.items()) == 2


def test_an_endless_one_never_leaves_its_fourth_exercise() -> None:
    (member,) = endless_cohort(1)
    assert member.answers.code["e4"] == "while True:\n    pass\n"
