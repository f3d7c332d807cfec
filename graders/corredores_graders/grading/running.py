"""A class graded: a few submissions at a time are prepared, run and finished; results as they are ready."""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from corredores.command_error import CommandError
from corredores_graders.engine.execute import execute_here
from corredores_graders.engine.job import Run
from corredores_graders.grading import failures
from corredores_graders.grading.batch import Batch, Looked
from corredores_graders.grading.files import Replacement
from corredores_graders.grading.finish import finish
from corredores_graders.grading.journal import log, stage
from corredores_graders.grading.locks import Busy, Lock
from corredores_graders.grading.outcome import GradeResult
from corredores_graders.grading.prepare import Prepared, prepare
from corredores_graders.grading.reach import GradebookUnreachable, TransactionLost
from corredores_graders.grading.store import Finishing
from corredores_graders.nbgrader_plugins.refusals import Refused

_TRIES = 2
#: Another grader finishes a submission within this time, or is waited for no longer.
_SECONDS_FOR_OTHERS = 60.0
_PAUSE = 0.5


def grade_class(
    course_root: Path,
    assignment: str,
    trainees: Iterable[str],
    executor: Executor,
    *,
    run: Callable[[bytes], bytes | Run] = execute_here,
    force: bool = False,
    in_flight: int = 4,
    patience: float = 60.0,
) -> Generator[GradeResult, None, None]:
    """Grade the submissions of ``trainees``, ``in_flight`` of them at a time; yield what became of each.

    ``run`` is called by ``executor`` with a job in bytes and returns a run, in bytes or not. Without ``force``, a
    submission that was graded and has not changed since is left as it is. Marks set by hand are kept either way.

    Raises
    ------
    CommandError
        When nothing can be graded: no class list, no release, no sandbox.
    GradebookUnreachable
        When the gradebook cannot be read at the start.
    """
    with Flight(Batch(course_root, assignment, force, patience), executor, run, in_flight) as flight:
        yield from flight.through(trainees)


@dataclass
class _Running:
    prepared: Prepared
    lock: Lock
    futures: list[Future[bytes | Run]]
    tries: int = 1


class Flight:
    """The submissions that are being run."""

    def __init__(self, batch: Batch, executor: Executor, run: Callable[[bytes], bytes | Run], in_flight: int) -> None:
        self._batch = batch
        self._executor = executor
        self._run = run
        self._in_flight = in_flight
        self._running: list[_Running] = []

    def __enter__(self) -> "Flight":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in self._running:
            for future in one.futures:
                future.cancel()
            one.lock.release()

    def through(self, trainees: Iterable[str]) -> Iterator[GradeResult]:
        """Grade one after the other; who is being graded by somebody else comes again at the end."""
        waiting, postponed = deque(trainees), deque[str]()
        patient_until = 0.0
        while waiting or self._running or postponed:
            while waiting and len(self._running) < self._in_flight:
                result = self._begin(waiting.popleft())
                if (
                    result is not None
                    and result.cause == "busy"
                    and (not patient_until or time.monotonic() < patient_until)
                ):
                    postponed.append(result.trainee)
                elif result is not None:
                    yield result
            if self._running:
                self._batch.get_keys_ready()  # while the first ones run
                yield from self._ended()
            elif postponed:
                patient_until = patient_until or time.monotonic() + _SECONDS_FOR_OTHERS
                time.sleep(_PAUSE)
                waiting, postponed = postponed, deque()

    def _begin(self, name: str) -> GradeResult | None:
        """Look at a submission and hand it to the executor; return what is to be said where it is not run."""
        batch = self._batch
        try:
            with ExitStack() as kept:
                if name in batch.people:
                    lock = kept.enter_context(Lock(batch.ledger.lock_path(name)))
                    Replacement(batch.course.autograded(name)).recover()
                looked = batch.look(name)
                batch.ledger.note_refusal(name)
                if not isinstance(looked, Looked):
                    return looked
                prepared = prepare(batch.course, batch.gradebook, looked.trainee, looked.submission)
                stage("execution", name)
                self._running.append(_Running(prepared, lock, self._submitted(prepared)))
                kept.pop_all()
        except CommandError:
            raise
        except Exception as failed:
            return self._failed(name, failed)
        return None

    def _submitted(self, prepared: Prepared) -> list[Future[bytes | Run]]:
        return [self._executor.submit(self._run, one.job.to_bytes()) for one in prepared.notebooks]

    def _ended(self) -> Iterator[GradeResult]:
        """Wait until something has been run, and finish what has been run whole."""
        wait([future for one in self._running for future in one.futures], return_when=FIRST_COMPLETED)
        for one in [one for one in self._running if all(future.done() for future in one.futures)]:
            result = self._finished(one)
            if result is not None:
                self._running.remove(one)
                one.lock.release()
                yield result

    def _finished(self, one: _Running) -> GradeResult | None:
        """Finish what was run; None where it is being run once more."""
        batch, name = self._batch, one.prepared.trainee.trainee
        try:
            runs = self._runs(one)
            if runs is None:
                return None
            about = Finishing(batch.course, batch.gradebook, batch.ledger, batch.versions)
            return self._stored(about, one, runs)
        except CommandError:
            raise
        except Exception as failed:
            return self._failed(name, failed)

    def _stored(self, about: Finishing, one: _Running, runs: list[Run]) -> GradeResult | None:
        try:
            return finish(about, one.prepared, runs)
        except TransactionLost:
            if not self._anew(one):
                raise
            return None

    def _anew(self, one: _Running) -> bool:
        """Have a submission run once more that was not stored, and say whether it is: judging changed its notebooks."""
        if one.tries == _TRIES:
            return False
        looked = self._batch.look(one.prepared.trainee.trainee)
        if not isinstance(looked, Looked):
            return False
        one.tries += 1
        one.prepared = prepare(self._batch.course, self._batch.gradebook, looked.trainee, looked.submission)
        one.futures = self._submitted(one.prepared)
        return True

    def _runs(self, one: _Running) -> list[Run] | None:
        """Return what was run; None where it was lost on the way and is being run once more."""
        try:
            brought = [future.result() for future in one.futures]
            runs = [Run.from_bytes(run) if isinstance(run, bytes) else run for run in brought]
        except CommandError:
            raise
        except Exception as lost:
            log.warning("lost %s: %r", one.prepared.trainee.trainee, lost)
            runs = []
        if runs and not any(run.ended == "lost" for run in runs):
            return runs
        if one.tries == _TRIES:
            raise Refused("lost", failures.lost())
        one.tries += 1
        one.futures = self._submitted(one.prepared)
        return None

    def _failed(self, name: str, failed: Exception) -> GradeResult:
        """Say why a submission was not graded, and note it for its feedback where it lies in the submission."""
        batch = self._batch
        if isinstance(failed, Refused):
            result = batch.refused(name, failed.cause, str(failed), failed.file)
        elif isinstance(failed, Busy):
            result = batch.refused(name, "busy", failures.busy(str(failed)))
        elif isinstance(failed, GradebookUnreachable):
            result = batch.refused(name, "gradebook", str(failed))
        elif isinstance(failed, OSError):
            result = batch.refused(name, "disk", failures.disk(failed))
        else:
            log.error("unexpected %s", name, exc_info=failed)
            result = batch.refused(name, "unexpected", failures.unexpected(failed))
        if result.state == "refused" and name in batch.people:
            try:
                batch.ledger.note_refusal(name, cause=result.cause, file=result.file, reason=result.reason)
            except OSError as unwritten:
                return batch.refused(name, "disk", failures.disk(unwritten))
        return result
