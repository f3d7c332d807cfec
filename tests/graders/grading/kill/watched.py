"""`corredores grade` as it is, which says over a socket what it does next and waits for an answer before it does it.

Said are the stages of the journal, and each change of a file below the classroom that Python itself makes (SQLite's are
not seen). So a test can end the process between any two of them, or do something there.
"""

import logging
import os
import socket
import sys
import threading
from typing import Any

CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate"})
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Teller(logging.Handler):
    """Tells of stages and changes, one at a time."""

    def __init__(self, channel: socket.socket, root: str) -> None:
        super().__init__()
        self._channel, self._root = channel, root
        self._main = threading.main_thread()

    def emit(self, record: logging.LogRecord) -> None:
        self._tell("stage", record.getMessage())

    def change(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Tell of a change, as Python's audit announces it."""
        if event == "open":
            path, _, flags = arguments
            if not isinstance(flags, int) or not flags & WRITING:
                return
        elif event in CHANGES:
            path = arguments[0]
        else:
            return
        if threading.current_thread() is self._main and isinstance(path, (str, bytes)):
            place = os.fsdecode(path)
            inside_a_folder = event in ("os.remove", "os.rmdir") and not os.path.isabs(place)
            if inside_a_folder or place.startswith(self._root):
                self._tell(event.removeprefix("os."), place)

    def _tell(self, kind: str, what: str) -> None:
        try:
            self._channel.send(f"{kind} {what}".encode())
            self._channel.recv(1)
        except OSError:
            return  # nobody listens any more


def main() -> None:
    """Take the descriptor and the classroom from the command line; what follows them is for `corredores`."""
    channel = socket.socket(fileno=int(sys.argv[1]))
    channel.set_inheritable(False)
    teller = Teller(channel, sys.argv[2])
    del sys.argv[1:3]
    logging.getLogger("corredores.grading").addHandler(teller)
    sys.addaudithook(teller.change)
    if "CORREDORES_TEST_PATIENCE" in os.environ:
        from corredores_graders.grading.running import grade_class

        assert grade_class.__kwdefaults__ is not None
        grade_class.__kwdefaults__["patience"] = float(os.environ["CORREDORES_TEST_PATIENCE"])
    from corredores.cli import main as corredores

    corredores()


if __name__ == "__main__":
    main()
