"""The corpus is as large and as various as it was promised to be."""

from collections import Counter

from tests.attacks.attack import POINTS
from tests.attacks.corpus import CLASSES, CORPUS


def test_there_are_enough_of_each_class() -> None:
    sizes = {kind: len(attacks) for kind, attacks in CLASSES.items()}
    assert {*sizes} >= {"forge", "read", "write", "escape", "exhaust", "hide", "script", "persist"}
    assert min(sizes.values()) >= 4 and sum(sizes.values()) >= 60


def test_half_of_them_come_by_other_means_than_hooks() -> None:
    means = Counter(attack.means for attacks in CLASSES.values() for attack in attacks)
    assert means["hook"] * 2 <= sum(means.values())


def test_no_two_bear_one_name() -> None:
    assert len(CORPUS) == sum(attack.copies for attacks in CLASSES.values() for attack in attacks)
    assert not [name for name in CORPUS if len(name) > 64]


def test_each_says_what_must_come_of_it() -> None:
    for name, attack in CORPUS.items():
        assert {*attack.expected()} == {*POINTS}, name
        assert set(f"{attack.lost} {attack.maybe}".split()) <= {*POINTS}, name
