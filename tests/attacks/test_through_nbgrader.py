"""The same attacks against `nbgrader autograde` and our plug-ins: the same nothing."""

import re

import pytest

from tests.attacks.attacked_class import HONEST, AttackedClass, hashes, is_total_loss
from tests.attacks.conftest import THROUGH_NBGRADER
from tests.attacks.traps import Traps

pytestmark = pytest.mark.xdist_group("attacks-landlock")


def test_it_is_a_third_of_the_corpus() -> None:
    assert len(THROUGH_NBGRADER) >= 30


@pytest.mark.parametrize("name", THROUGH_NBGRADER)
def test_an_attack_comes_to_nothing(by_nbgrader: AttackedClass, name: str) -> None:
    attack, marks = THROUGH_NBGRADER[name], by_nbgrader.marks
    if attack.refused or (is_total_loss(attack) and name not in marks):
        assert name not in marks and re.search(name, by_nbgrader.said)
        return
    expected = attack.expected()
    assert {one: score for one, score in marks[name].items() if one in expected and score not in expected[one]} == {}
    assert by_nbgrader.broken(name) == []


def test_the_neighbours_and_the_class_are_untouched(by_nbgrader: AttackedClass, traps: Traps) -> None:
    marks = by_nbgrader.marks
    points = {name: round(sum(score or 0 for score in marks[name].values()), 2) for name in HONEST}
    assert points == {
        "ana-paz": 17,
        "bruno-rios": 17,
        "fatima-ruiz": 17,
        "hugo-villa": 12.14,
        "luis-bello": 6,
        "quique-sol": 8.14,
        "sol-ruiz": 17,
        "zoila-paz": 17,
    }
    assert hashes(by_nbgrader.classroom) == by_nbgrader.before
    assert traps.heard == [] and traps.victim.poll() is None


def test_no_secret_is_in_any_output(by_nbgrader: AttackedClass, traps: Traps) -> None:
    for place, secret in traps.secrets.items():
        assert secret not in by_nbgrader.said, place
        leaks = [path for path in by_nbgrader.written() if secret.encode() in path.read_bytes()]
        assert [path for path in leaks if place != "neighbour" or "ana-paz" not in path.parts] == [], place
