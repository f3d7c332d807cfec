"""The classroom of a cohort, prepared once, and the fresh copies in which the contenders grade."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.contest.cohort import MODULE, Member
from corredores_graders.classroom.class_list import write_class_list
from corredores_graders.classroom.demo_class import fill
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.starting import prepare
from corredores_graders.classroom.steps import plain_console

HANDED_IN = "2026-11-20 18:00:00 UTC"  # as nbgrader writes it


def prepared(folder: Path, members: Sequence[Member]) -> Classroom:
    """Make a classroom in which every member has handed in and nothing is graded."""
    classroom = Classroom(folder.resolve())
    classroom.trainer.mkdir(parents=True)
    write_class_list(classroom.class_list, [member.trainee for member in members])
    prepare(classroom.root, MODULE, "es", plain_console())
    hand_in(classroom, members)
    return classroom


def hand_in(classroom: Classroom, members: Iterable[Member]) -> None:
    """Put each member's notebook where `corredores collect` puts it."""
    release = classroom.participant / MODULE / f"{MODULE}.ipynb"
    for member in members:
        folder = classroom.submitted(member.trainee.trainee, MODULE)
        folder.mkdir(parents=True)
        (folder / f"{MODULE}.ipynb").write_bytes(fill(release, member.answers, member.trainee))
        (folder / "timestamp.txt").write_text(HANDED_IN + "\n", encoding="utf-8")


def fresh_copy(classroom: Classroom, name: str, trainees: Sequence[str]) -> Classroom:
    """Return a copy of the classroom beside it, called ``name``, with the submissions of ``trainees`` only."""
    copy, kept = Classroom(classroom.root.with_name(name)), set(trainees)

    def left_out(folder: str, names: list[str]) -> set[str]:
        return set(names) - kept if Path(folder) == classroom.trainer / "submitted" else set()

    shutil.rmtree(copy.root, ignore_errors=True)
    shutil.copytree(classroom.root, copy.root, ignore=left_out)
    return copy
