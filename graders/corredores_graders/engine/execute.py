"""What an executor calls: a job in, a run out; the run as bytes where it comes from another machine."""

import atexit
import threading
from collections.abc import Sequence
from contextlib import suppress

from corredores_graders.engine.child import WarmProcessLost
from corredores_graders.engine.fresh import FreshInterpreter, can_fork
from corredores_graders.engine.job import Run
from corredores_graders.engine.levels import choose_level
from corredores_graders.engine.warm import WarmInterpreter

_TRIES = 3
_lock = threading.Lock()
_given_up = threading.Event()
_interpreters: dict[str, WarmInterpreter | FreshInterpreter] = {}


def execute(job: bytes, level: str | None = None) -> bytes:
    """Do as :func:`execute_here`, and return the run as bytes."""
    return execute_here(job, level).to_bytes()


def execute_here(job: bytes, level: str | None = None) -> Run:
    """Run ``job`` in a child of this process's warm interpreter, which is started at the first call.

    ``level`` is a level that :func:`choose_level` returned; by default the one that it chooses here. A warm process
    that went away is started anew and the job run again: running one twice changes nothing. So is a job once whose
    child was killed by a signal, which may have come from outside, as when memory is short: a child that does it itself
    does it again.

    Raises
    ------
    WarmProcessLost
        When it goes away time after time.
    NoSandbox
        When this machine has no sandbox and none was allowed.
    """
    wanted = level or choose_level()
    killed = False
    for remaining in reversed(range(_TRIES)):
        try:
            run = interpreter(wanted).run(job)
        except WarmProcessLost:
            if not remaining:
                raise
        else:
            if run.ended != "killed" or killed or not remaining:
                return run
            killed = True
    raise AssertionError


def interpreter(level: str) -> WarmInterpreter | FreshInterpreter:
    """Return this process's interpreter at ``level``, started if need be."""
    with _lock:
        if _given_up.is_set():
            raise WarmProcessLost("given up")
        known = _interpreters.get(level)
        if known is None or not known.alive:
            if known is not None:
                known.close()
            known = _interpreters[level] = WarmInterpreter(level) if can_fork() else FreshInterpreter()
        return known


def warm_up(level: str) -> None:
    """Begin to start this process's interpreter at ``level``, so that the first job finds it warm."""

    def start() -> None:
        with suppress(WarmProcessLost):  # the first job will say so
            interpreter(level)
            _given_up.wait()  # the system ends what a thread started when that thread ends

    threading.Thread(target=start, name="warm-up", daemon=True).start()


def expect(level: str, languages: Sequence[str]) -> None:
    """Tell an interpreter that is being warmed up that many submissions in these languages will come."""

    def tell() -> None:
        with suppress(WarmProcessLost):
            interpreter(level).expect(languages)

    threading.Thread(target=tell, name="expect", daemon=True).start()


def give_up() -> None:
    """End the warm processes for good: what still runs ends now, and nothing more is run in this process."""
    _given_up.set()
    close_all()


@atexit.register
def close_all() -> None:
    """End the warm processes of this process."""
    with _lock:
        while _interpreters:
            _interpreters.popitem()[1].close()
