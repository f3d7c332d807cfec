"""Each attack comes to nothing, at both levels of the sandbox: no point, no look, no trace."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.attacks.attack import BELOW
from tests.attacks.attacked_class import (
    HONEST,
    AttackedClass,
    corredores,
    hashes,
    is_total_loss,
    of_gradebook,
    run,
)
from tests.attacks.conftest import AT_EACH_LEVEL, untouched
from tests.attacks.corpus import CORPUS
from tests.attacks.corpus.faults import STRANGERS
from tests.attacks.traps import Traps

pytestmark = pytest.mark.parametrize("level", AT_EACH_LEVEL)
#: Reasons that say that a program failed, not that a submission cannot be graded.
FAILURES = ("unexpected", "lost", "disk", "busy", "gradebook")
#: A run may take what the configuration of the class allows it, a quarter more for quick cells, and a moment.
SECONDS_WITHOUT_RUNNING = 240
LONGEST_RUN = 25 * 1.25 + 10


@pytest.mark.parametrize("name", CORPUS)
def test_an_attack_comes_to_nothing(attacked: AttackedClass, name: str) -> None:
    attack, told = CORPUS[name], attacked.report[name]
    if attack.refused or (is_total_loss(attack) and not told["ok"]):
        assert told["state"] == "refused" and re.search(attack.refused, told["reason"]), told
        assert name not in attacked.marks
        return
    assert told["ok"], told
    scores = attacked.marks[name]
    wrong = {
        exercise: (scores[exercise], most)
        for exercise, most in attack.expected().items()
        if scores[exercise] not in most
    }
    assert wrong == {}
    assert attacked.broken(name) == []
    if attack.said:
        assert re.search(attack.said, json.dumps(told["troubles"], ensure_ascii=False)), told


def test_no_more_is_earned_than_there_is(attacked: AttackedClass) -> None:
    assert set(attacked.marks) <= {*CORPUS, *HONEST}
    assert all(set(scores) == set(attacked.marks["ana-paz"]) for scores in attacked.marks.values())
    assert max(entry["score"] or 0 for entry in attacked.report.values()) <= 17


def test_the_neighbours_get_what_they_get_without_attackers(
    attacked: AttackedClass, alone_at: Callable[[str], AttackedClass], level: str
) -> None:
    alone = alone_at(level)
    for name in HONEST:
        assert attacked.marks[name] == alone.marks[name], name
        assert graded_files(attacked, name) == graded_files(alone, name), name
    assert of_gradebook(attacked.classroom, HONEST) == of_gradebook(alone.classroom, HONEST)


def test_nothing_of_the_class_is_touched(attacked: AttackedClass) -> None:
    after = hashes(attacked.classroom)
    assert {path for path in {*after, *attacked.before} if after.get(path) != attacked.before.get(path)} == set()


def test_the_gradebook_holds_the_release_and_the_people_as_before(
    attacked: AttackedClass, prepared: Any, traps: Traps
) -> None:
    cells, students = untouched(attacked.classroom)
    assert cells == untouched(prepared)[0]
    assert {name for name, *_ in students} == {*HONEST, *CORPUS}
    assert {email for _, email, *_ in students} == {traps.secrets["gradebook"]}


def test_no_secret_is_in_any_output(attacked: AttackedClass, traps: Traps) -> None:
    for place, secret in traps.secrets.items():
        assert secret not in attacked.said, place
        leaks = [path for path in attacked.written() if secret.encode() in path.read_bytes()]
        allowed = {"ana-paz"} if place == "neighbour" else set()
        assert [path for path in leaks if not allowed & set(path.parts)] == [], place


def test_nobody_outside_was_called(attacked: AttackedClass, traps: Traps) -> None:
    assert attacked.classroom.gradebook.exists()
    assert traps.heard == []
    assert traps.victim.poll() is None
    assert list(traps.home.rglob("*")) == [traps.home / "secreto.txt"]


def test_the_report_names_everybody_and_why(attacked: AttackedClass, level: str) -> None:
    told = attacked.report
    assert {*CORPUS, *HONEST} <= {*told}
    assert {entry["cause"] for entry in told.values()} & {*FAILURES} == set()
    assert {entry["sandbox"] for entry in told.values() if entry["ok"]} == {level}
    assert all(entry["reason"] for entry in told.values() if not entry["ok"])


def test_a_run_that_was_stopped_names_its_cell(attacked: AttackedClass) -> None:
    for name, entry in attacked.report.items():
        if not entry["ended"] or name not in CORPUS or CORPUS[name].blank:
            continue
        ended = [trouble for trouble in entry["troubles"] if trouble["what"] == "ended"]
        assert len(ended) == 1 and ended[0]["exercise"].removeprefix("m03.") in BELOW.split(), name
        assert f"Celda de código {ended[0]['cell']} de m03" in ended[0]["sentence"], name


def test_every_run_is_bounded(attacked: AttackedClass) -> None:
    assert max(entry["seconds"] for entry in attacked.report.values()) < LONGEST_RUN


def test_strangers_are_named_and_nobody_is_graded_for_them(attacked: AttackedClass) -> None:
    reasons = [entry["cause"] for name, entry in attacked.report.items() if name not in {*CORPUS, *HONEST}]
    assert len(reasons) == len(STRANGERS) and {*reasons} == {"stranger"}


def test_afterwards_all_commands_work_and_change_nothing(attacked: AttackedClass, traps: Traps, level: str) -> None:
    """What attackers left in gradebook, ledger and kept answers stops neither a second run nor a new judgement."""
    room, held = attacked.classroom, of_gradebook(attacked.classroom, [*CORPUS, *HONEST])
    for command, options in {"grade": (), "rejudge": (), "export": ("--to", str(room.root / "notas.csv"))}.items():
        ran = run(room, traps, corredores(command, room, level, *options), level)
        assert "Traceback" not in ran.said, ran.said[-2000:]
        assert ran.seconds < SECONDS_WITHOUT_RUNNING
        assert of_gradebook(room, [*CORPUS, *HONEST]) == held, command
    assert (room.root / "notas.csv").read_text(encoding="utf-8").count("\n") > len(HONEST)


def graded_files(attacked: AttackedClass, name: str) -> dict[str, bytes]:
    """The graded folder of a neighbour."""
    folder = attacked.classroom.trainer / "autograded" / name / "m03"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
