"""Write the feedback pages of a class."""

import contextlib
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.course import open_course


@dataclass(frozen=True)
class FeedbackResult:
    """What became of one trainee's feedback."""

    trainee: str
    pages: tuple[Path, ...] = ()
    reason: str = ""
    """why there is no page and what to do, empty where there is one"""

    @property
    def ok(self) -> bool:
        """Whether there is a page."""
        return bool(self.pages)


def feedback_one(course_root: Path, assignment: str, trainee: str) -> FeedbackResult:
    """Write the feedback of one graded submission anew, in this process."""
    root = course_root.resolve()
    graded = root / "autograded" / trainee / assignment
    if not list(graded.glob("*.ipynb")):
        sentence = text("{folder}: todavía no está revisada. Revise la entrega y repita la orden.", folder=graded)
        return FeedbackResult(trainee, reason=sentence)
    with contextlib.chdir(root):
        result = open_course(root).generate_feedback(assignment, trainee, force=True)
    pages = tuple(sorted((root / "feedback" / trainee / assignment).glob("*.html")))
    if result["success"] and pages:
        return FeedbackResult(trainee, pages)
    cause = (result.get("error") or "").strip().rpartition("\n")[2]
    return FeedbackResult(trainee, reason=text("nbgrader no pudo escribir la página ({cause}).", cause=cause[:300]))


def feedback_all(
    course_root: Path, assignment: str, trainees: Iterable[str], jobs: int = 2
) -> Iterator[FeedbackResult]:
    """Write the feedback of many graded submissions in ``jobs`` processes, in the order of ``trainees``."""
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        futures = [pool.submit(feedback_one, course_root, assignment, trainee) for trainee in trainees]
        for future in futures:
            yield future.result()
