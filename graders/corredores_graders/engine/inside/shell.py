"""IPython as a Jupyter kernel has it, with its messages going down a pipe instead of to ZeroMQ's sockets."""

import builtins
import getpass
import io
import sys
import time
from collections.abc import Callable
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.ipkernel import IPythonKernel
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_client.session import Session

Sink = Callable[[str, dict[str, Any]], None]
#: A stream is sent on at once where the last time is this long ago, so that little is lost where a cell is killed.
SECONDS_BETWEEN = 0.1


class PipeSession(Session):
    """What display publisher, display hook and tracebacks send goes to ``sink``; nothing is signed or numbered."""

    sink: Sink
    raised: frozenset[str] = frozenset()
    """names of the errors that the running cell has shown"""

    def msg(self, msg_type: str, content: Any = None, *_: Any, **__: Any) -> dict[str, Any]:
        """Return a message with what IPython's display classes look at."""
        return {"header": {}, "msg_type": msg_type, "parent_header": {}, "content": content or {}, "metadata": {}}

    def send(self, stream: Any, msg_or_type: Any, content: Any = None, *_: Any, **__: Any) -> Any:
        """Hand on a message, whole or in its parts."""
        if isinstance(msg_or_type, dict):
            msg_or_type, content = msg_or_type["msg_type"], msg_or_type["content"]
        if msg_or_type == "error":
            self.raised |= {content["ename"]}
        self.sink(msg_or_type, content or {})


class PipeStream(io.TextIOBase):
    """Standard output or error of a cell."""

    encoding = "UTF-8"
    errors = "replace"

    def __init__(self, name: str, sink: Sink) -> None:
        self.name, self._sink = name, sink
        self._waiting: list[str] = []
        self._sent = 0.0

    def write(self, text: str) -> int:
        """Take ``text``; it is sent at the next flush, or at the end of a line where the last is long ago."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self._waiting.append(text)
        if "\n" in text and time.monotonic() - self._sent > SECONDS_BETWEEN:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Send what waits."""
        if self._waiting:
            text, self._waiting = "".join(self._waiting), []
            self._sent = time.monotonic()
            self._sink("stream", {"name": self.name, "text": text})

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def isatty(self) -> bool:
        """Say that nobody sits at a terminal."""
        return False


class _NoKernel:
    """What the shell asks of its kernel, where there is none; the person at the keyboard is not there either."""

    eventloop = None
    _allow_stdin = False
    raw_input: Any = IPythonKernel.raw_input
    getpass: Any = IPythonKernel.getpass


def make_shell() -> ZMQInteractiveShell:
    """Return the one shell of this process, without history file, with plain tracebacks."""
    shell: ZMQInteractiveShell = ZMQInteractiveShell.instance(kernel=_NoKernel(), compiler_class=XCachingCompiler)
    shell.history_manager.enabled = False  # type: ignore[union-attr]
    shell.InteractiveTB.set_mode("Plain")
    session = PipeSession(key=b"")
    session.sink = lambda *_: None
    for sender in senders(shell):
        sender.session = session
    return shell


def connect(shell: ZMQInteractiveShell, sink: Sink) -> None:
    """Let the shell and the standard streams send to ``sink``, and refuse questions to the person."""
    for sender in senders(shell):
        sender.session.sink = sink
    sys.stdout, sys.stderr = PipeStream("stdout", sink), PipeStream("stderr", sink)
    nobody = _NoKernel()
    builtins.input, getpass.getpass = nobody.raw_input, nobody.getpass
    shell.ast_node_interactivity = "last_expr"


def senders(shell: ZMQInteractiveShell) -> tuple[Any, Any]:
    """Return what sends a shell's displays, results and tracebacks."""
    return shell.display_pub, shell.displayhook


async def execute(shell: ZMQInteractiveShell, code: str) -> None:
    """Run one cell in the running loop, with or without top-level await; ipykernel parses each cell twice to tell."""
    failed: Any = None
    session = senders(shell)[0].session
    session.raised = frozenset()
    shell._last_traceback = None
    shell._last_traceback_during_displayhook = False
    try:
        transformed = shell.transform_cell(code)
    except Exception:
        transformed, failed = code, sys.exc_info()
    result: Any = None
    try:
        result = await shell.run_cell_async(
            code, store_history=True, transformed_cell=transformed, preprocessing_exc_tuple=failed
        )
    except BaseException:  # an interrupt between two statements, mostly
        shell.showtraceback(running_compiled_code=True)
    finally:
        shell.events.trigger("post_execute")
        shell.events.trigger("post_run_cell", result)
    if result is not None:
        _show_what_was_not_shown(shell, session, result)


def _show_what_was_not_shown(shell: ZMQInteractiveShell, session: PipeSession, result: Any) -> None:
    """Show an error that IPython only wrote about, such as of a missing magic; nbgrader takes it from a reply."""
    if result.success and not shell._last_traceback_during_displayhook:
        return
    error = result.error_before_exec if result.error_before_exec is not None else result.error_in_exec
    name = type(error).__name__
    if name not in session.raised:
        sys.stdout.flush()
        sys.stderr.flush()
        traceback = shell._last_traceback or ["ERROR: An error occurred while showtraceback was disabled"]
        session.sink("error", {"ename": name, "evalue": str(error), "traceback": traceback})
