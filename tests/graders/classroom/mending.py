"""Keys that are mended after a class was graded; run as a program, a change of grades that dies at a chosen moment.

``python -m tests.graders.classroom.mending FOLDER STAGE TRAINEE`` mends the key of e8, applies the rejudgement to the
classroom in FOLDER, and ends by SIGKILL when STAGE of TRAINEE's submission begins. With POINTS at the end it overrules
TRAINEE's e8 instead.
"""

import dataclasses
import logging
import os
import signal
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from corredores_graders.answer_keys import module_key
from corredores_graders.answer_keys.declaration import Exercise, Mistake
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.overruling import overrule
from corredores_graders.classroom.rejudging import rejudge_assignment
from corredores_graders.grading.journal import log
from corredores_graders.judging import reference

OPTION_B_IS_RIGHT = {"right": "b", "mistakes": (Mistake("K9", "Lea la frase otra vez.", ("a", "c", "d")),)}


@contextmanager
def mended(exercise: str, **part: object) -> Iterator[None]:
    """Change the first part of an exercise in today's key, for as long as the block runs."""
    exercises = cast(MutableMapping[str, Exercise], module_key("m03").exercises)
    declared = exercises[exercise]
    first, *rest = declared.parts
    exercises[exercise] = dataclasses.replace(declared, parts=(dataclasses.replace(first, **part), *rest))  # type: ignore[arg-type]
    _forget()
    try:
        yield
    finally:
        exercises[exercise] = declared
        _forget()


def _forget() -> None:
    reference.part_references.cache_clear()
    reference.describe.cache_clear()


class _Killer(logging.Handler):
    def __init__(self, moment: str) -> None:
        super().__init__()
        self._moment = moment

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage() == self._moment:
            os.kill(os.getpid(), signal.SIGKILL)


def main(folder: str, stage: str, trainee: str, points: str = "") -> None:
    log.addHandler(_Killer(f"{stage} {trainee}"))
    log.setLevel(logging.INFO)
    if points:
        overrule(Classroom(Path(folder)), "m03", trainee, "e8", points, why="cortada", by="nadie")
    with mended("e8", **OPTION_B_IS_RIGHT):
        rejudge_assignment(Classroom(Path(folder)), "m03", apply=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
