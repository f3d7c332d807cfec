"""Try a trainee's function with inputs of our own and keep what it returns."""

import contextlib
import io
import signal
import threading
import types
import warnings
from collections.abc import Iterator, Sequence
from typing import Any

from corredores.checking.decoding import decode
from corredores.checking.encoding import encode, type_name

SECONDS_PER_CALL = 5
#: What one call may return, in characters; a number is asked.
MAX_RETURNED = 20_000


class TooSlow(BaseException):
    """A call that took longer than :data:`SECONDS_PER_CALL`; no ``except Exception`` of the function holds it back."""


class _Nowhere(io.TextIOBase):
    """Where the function prints to: it could print without end."""

    def write(self, written: str) -> int:
        return len(written)


def encode_calls(function: object, probes: Sequence[Any]) -> Any:
    """Return ``{"function": [{"returned": …} or {"raised": name}, …]}``, or the encoding of what is no function."""
    if type(function) is not types.FunctionType:
        return encode(function)
    results: list[dict[str, Any]] = []
    for arguments in probes:
        slow = bool(results) and results[-1].get("raised") == TooSlow.__name__
        results.append(dict(results[-1]) if slow else _call(function, [decode(argument) for argument in arguments]))
    return {"function": results}


def _call(function: types.FunctionType, arguments: list[Any]) -> dict[str, Any]:
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(_Nowhere()), _limited():
            warnings.simplefilter("ignore")
            return {"returned": encode(function(*arguments), MAX_RETURNED)}
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # leaving the program included
        return {"raised": str(type_name(type(error)))[:60]}


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
