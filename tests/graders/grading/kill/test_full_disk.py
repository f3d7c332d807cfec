"""No room left on the disk, at whatever moment: a named reason, nothing half-written; all is well with room again."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.graders.grading.kill.classes import Condition, by_hand
from tests.graders.grading.kill.disturbed import Ended, Grading, undisturbed
from tests.graders.grading.kill.rounds import wrong_with
from tests.graders.grading.kill.small_disk import SmallDisk, small_disk
from tests.graders.grading.kill.state import GRADEBOOK, files_of, rows_of


@pytest.mark.parametrize(
    ("stage", "nth"), [("start", 0), ("write", 2), ("commit", 2), ("ledger", 2), ("done", 6)], ids=str
)
def test_a_full_disk_is_named_and_costs_nothing(
    stage: str, nth: int, classes: Mapping[str, Condition], tmp_path: Path
) -> None:
    condition = classes["again"]
    with small_disk(tmp_path / "disk") as disk:
        inside, outside = disk.inside / "aula", disk.outside / "aula"
        shutil.copytree(condition.root, outside, symlinks=True)
        ended = _graded_until_full(disk, stage, nth)
        full = shutil.copytree(outside, tmp_path / "full", symlinks=True)
        disk.free()
        again = undisturbed(inside, *condition.options, within=disk.within)
        freed = shutil.copytree(outside, tmp_path / "freed", symlinks=True)
    assert ended.code == 1
    assert "espacio" in ended.said or "No space left" in ended.said, ended.said
    assert "Traceback" not in ended.said and "CORREDORES_DEBUG" not in ended.said, ended.said
    _nothing_is_half_written(full, condition)
    assert not wrong_with(freed, condition, again)


def _graded_until_full(disk: SmallDisk, stage: str, nth: int) -> Ended:
    if stage == "start":
        disk.fill()
    with Grading(disk.inside / "aula", "--force", within=disk.within) as grading:
        if stage != "start":
            assert grading.until(stage, nth)
            disk.fill()
        return grading.end()


def _nothing_is_half_written(root: Path, condition: Condition) -> None:
    assert files_of(root, "docente/submitted") == files_of(condition.root, "docente/submitted")
    assert by_hand(root / GRADEBOOK) == by_hand(condition.root / GRADEBOOK)
    assert rows_of(root / GRADEBOOK)
    before, graded = files_of(condition.root, "docente/autograded"), files_of(root, "docente/autograded")
    assert graded.keys() == before.keys()
    assert all(said in (before[name], condition.after[name]) for name, said in graded.items())
    for entry in (root / "docente" / ".grading").rglob("*.json"):
        json.loads(entry.read_bytes())
