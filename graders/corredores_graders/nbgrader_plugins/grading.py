"""Grade submissions through nbgrader, one trainee at a time, so that a broken one never stops the rest of the class."""

import contextlib
import multiprocessing
import re
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.course import open_course
from corredores_graders.nbgrader_plugins.preflight import refusal


@dataclass(frozen=True)
class GradeResult:
    """What became of one submission."""

    trainee: str
    ok: bool
    reason: str = ""
    """why it was not graded and what to do, empty where it was"""
    score: float | None = None
    """points by machine and by hand, as the gradebook has them"""
    max_score: float | None = None


def grade_one(course_root: Path, assignment: str, trainee: str, force: bool = True) -> GradeResult:
    """Grade one submission in this process, which works in ``course_root`` meanwhile.

    Without ``force``, a submission that was graded and has not changed since is left as it is. Marks set by hand are
    kept either way.
    """
    root = course_root.resolve()
    reason = refusal(root, assignment, trainee)
    if reason:
        return GradeResult(trainee, False, reason)
    with contextlib.chdir(root), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's own, about SQLAlchemy
        api = open_course(root)
        result = api.autograde(assignment, trainee, force=force, create=True)
        if not result["success"]:
            return GradeResult(trainee, False, _reason(result.get("log", "") + result.get("error", "")))
        with api.gradebook as gradebook:
            submission = gradebook.find_submission(assignment, trainee)
            return GradeResult(trainee, True, "", float(submission.score), float(submission.max_score))


def grade_all(
    course_root: Path, assignment: str, trainees: Iterable[str], jobs: int = 2, force: bool = False
) -> Iterator[GradeResult]:
    """Grade many submissions in ``jobs`` processes; results come as they are ready."""
    waiting = list(trainees)
    answered: set[str] = set()
    try:
        for result in _in_processes(course_root, assignment, waiting, jobs, force):
            answered.add(result.trainee)
            yield result
    except BrokenProcessPool:
        # One submission ended its process and with it the pool: the others have theirs, one by one.
        for trainee in waiting:
            if trainee not in answered:
                yield _alone(course_root, assignment, trainee, force)


def _in_processes(
    course_root: Path, assignment: str, trainees: list[str], jobs: int, force: bool
) -> Iterator[GradeResult]:
    # A fresh interpreter, not a fork: nbgrader keeps an event loop, a database and a working folder.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        futures: list[Future[GradeResult]] = [
            pool.submit(grade_one, course_root, assignment, trainee, force) for trainee in trainees
        ]
        for future in as_completed(futures):
            yield future.result()


def _alone(course_root: Path, assignment: str, trainee: str, force: bool) -> GradeResult:
    try:
        return next(_in_processes(course_root, assignment, [trainee], 1, force))
    except BrokenProcessPool:
        return GradeResult(
            trainee, False, text("Su cuaderno cerró el programa que lo revisaba. Mírelo antes de repetir la orden.")
        )


def _reason(log: str) -> str:
    """Return the last error of nbgrader's log that is not nbgrader's own summary."""
    errors = re.findall(r"^(?:[\w.]+\.)?(\w+(?:Error|Exception|Trainee|Exit)): (.+)$", log, flags=re.MULTILINE)
    causes = [f"{name}: {said}" for name, said in errors if name != "NbGraderException"]
    return text(
        "nbgrader no pudo revisar la entrega ({cause}). La entrega y las calificaciones anteriores se conservan.",
        cause=causes[-1][:300] if causes else "NbGraderException",
    )
