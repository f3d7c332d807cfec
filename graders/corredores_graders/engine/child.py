"""A submission's process, seen from the trusted side: its connection, and a handle to signal it by."""

import json
import os
import signal
import socket
from contextlib import suppress
from typing import Any

from corredores_graders.engine.job import Limits
from corredores_graders.engine.reading import SECONDS_OF_GRACE, Reading

SECONDS_TO_START = 120


class WarmProcessLost(Exception):
    """The warm process ended, never came up, or could not close a child in; the message is its last word."""


class Child:
    """A child of the warm process that has been sent a job; leaving its ``with`` block ends it.

    Raises
    ------
    WarmProcessLost
        When its supervisor does not tell of it.
    """

    def __init__(self, connection: socket.socket, told: socket.socket, job: bytes, limits: Limits) -> None:
        self.connection, self._told = connection, told
        told.settimeout(SECONDS_TO_START)
        try:
            said, handles, _, _ = socket.recv_fds(told, 4096, 1)
        except OSError as silent:
            raise WarmProcessLost("supervisor") from silent
        if not handles:
            raise WarmProcessLost(said.decode(errors="replace"))
        self._handle = handles[0]
        self.reading = Reading(connection, limits, self.interrupt)
        connection.settimeout(SECONDS_TO_START)
        with suppress(OSError):  # it may end before it has read all; its status says how
            connection.sendall(job)

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        os.close(self._handle)
        self._handle = -1
        self.connection.close()
        self._told.close()

    def interrupt(self) -> None:
        """Interrupt the cell at work."""
        self._signal(signal.SIGINT)

    def kill(self) -> None:
        """End it, whatever it does."""
        self._signal(signal.SIGKILL)

    def end(self) -> dict[str, Any]:
        """Return how it ended; where it lingers after its last word, or had to be stopped, it is ended now."""
        self._told.settimeout(0.001 if self.reading.ended else SECONDS_OF_GRACE)
        said = self._hear()
        if said is None:
            self.kill()
            self._told.settimeout(SECONDS_TO_START)
            said = self._hear()
        if not said:
            return {"failed": "supervisor"}
        status: dict[str, Any] = json.loads(said)
        return status

    def _hear(self) -> bytes | None:
        try:
            return self._told.recv(4096)
        except TimeoutError:
            return None

    def _signal(self, number: signal.Signals) -> None:
        if self._handle >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, number)
