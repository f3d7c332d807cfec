"""Try a trainee's function with inputs of our own and keep what it returns."""

import contextlib
import io
import signal
import threading
import types
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from corredores.checking.encoding import decode, encode

SECONDS_PER_CALL = 5


class TooSlow(Exception):
    """A call that took longer than :data:`SECONDS_PER_CALL`."""


def encode_calls(function: object, probes: Sequence[Any]) -> Any:
    """Return ``{"function": [{"returned": …} or {"raised": name}, …]}``, or the encoding of what is no function."""
    if not isinstance(function, (types.FunctionType, types.LambdaType)):
        return encode(function)
    return {"function": [_call(function, [decode(argument) for argument in arguments]) for arguments in probes]}


def _call(function: types.FunctionType, arguments: list[Any]) -> dict[str, Any]:
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()), _limited():
            warnings.simplefilter("ignore")
            return {"returned": encode(function(*arguments))}
    except Exception as error:
        return {"raised": type(error).__name__}


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    # The alarm exists on Linux and macOS, in the main thread; elsewhere the kernel's own interrupt is what is left.
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_PER_CALL)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
