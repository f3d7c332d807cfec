"""The trusted side of a warm process: start it, hand it jobs, and bring back what they did."""

import json
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from typing import Any

from corredores_graders.engine.inside.limits import Bounds
from corredores_graders.engine.job import Job, Limits, Run
from corredores_graders.engine.launch import start_command, warm_environment
from corredores_graders.engine.reading import SECONDS_OF_GRACE, Reading

SECONDS_TO_START = 120


class WarmProcessLost(Exception):
    """The warm process ended, never came up, or could not close a child in; the message is its last word."""


class WarmInterpreter:
    """One warm process at one level; threads may run jobs in it side by side.

    Raises
    ------
    WarmProcessLost
        When it does not come up.
    """

    def __init__(self, level: str) -> None:
        self.level = level
        self._lock = threading.Lock()
        self._scratch = tempfile.TemporaryDirectory(prefix="corredores-")
        self._log = tempfile.TemporaryFile(prefix="corredores-")
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                start_command(level, theirs.fileno(), self._scratch.name),
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                env=warm_environment(),
                cwd="/",
                start_new_session=True,  # Ctrl+C in the terminal is the trainer's word to us, not to it
            )
        self._await_ready()

    @property
    def alive(self) -> bool:
        """Whether the warm process is there."""
        return self._process.poll() is None

    def run(self, job: bytes) -> Run:
        """Run a job in a child of its own.

        Raises
        ------
        WarmProcessLost
            When there is no warm process any more, or it could not close the child in.
        """
        limits = Job.limits_of(job)
        begin = time.monotonic()
        job_socket, theirs = socket.socketpair()
        told, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with job_socket, told:
            with theirs, telling:
                self._order(_bounds(limits), theirs, telling)
            with _Child(told) as child:
                reading = Reading(job_socket, limits, child.interrupt)
                with suppress(OSError):  # it may end before it has read all; its status says how
                    job_socket.settimeout(SECONDS_TO_START)
                    job_socket.sendall(job)
                reading.read()
                status = child.end(SECONDS_OF_GRACE if not reading.ended else 0.0)
        if "failed" in status or (status["refused"] and not reading.cells):
            raise WarmProcessLost(str(status.get("failed") or "sandbox"))
        ended = "" if reading.finished else reading.ended or _by_itself(status)
        seconds = round(time.monotonic() - begin, 4)
        return Run(reading.cells, ended, self.level, seconds, int(status["peak"]))

    def close(self) -> None:
        """End the warm process; children that still run end with it."""
        self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        self._scratch.cleanup()

    def _order(self, bounds: Bounds, job: socket.socket, status: socket.socket) -> None:
        try:
            with self._lock:
                order = json.dumps(bounds._asdict()).encode()
                socket.send_fds(self._control, [order], [job.fileno(), status.fileno()])
        except OSError as gone:
            raise WarmProcessLost(self._last_words()) from gone

    def _await_ready(self) -> None:
        self._control.settimeout(SECONDS_TO_START)
        try:
            ready = self._control.recv(4096)
        except OSError:
            ready = b""
        self._control.settimeout(None)
        if not ready:
            said = self._last_words()
            self.close()
            raise WarmProcessLost(said)

    def _last_words(self) -> str:
        self._log.seek(0)
        return self._log.read()[-2000:].decode(errors="replace").strip()


def _bounds(limits: Limits) -> Bounds:
    return Bounds(
        limits.memory_bytes, limits.cpu_seconds, limits.scratch_bytes, limits.scratch_files, limits.open_files
    )


def _by_itself(status: dict[str, Any]) -> str:
    return str(status["why"]) or ("killed" if status["signal"] else "exit")


class _Child:
    """A submission's process as its supervisor tells of it: a handle to signal it by, later how it ended."""

    def __init__(self, told: socket.socket) -> None:
        self._told = told
        told.settimeout(SECONDS_TO_START)
        try:
            said, handles, _, _ = socket.recv_fds(told, 4096, 1)
        except OSError as silent:
            raise WarmProcessLost("supervisor") from silent
        if not handles:
            raise WarmProcessLost(said.decode(errors="replace"))
        self._handle = handles[0]

    def __enter__(self) -> "_Child":
        return self

    def __exit__(self, *_: object) -> None:
        self._signal(signal.SIGKILL)
        os.close(self._handle)

    def interrupt(self) -> None:
        """Interrupt the cell at work."""
        self._signal(signal.SIGINT)

    def end(self, grace: float) -> dict[str, Any]:
        """Return how it ended; where it lingers after its last word, or had to be stopped, it is ended now."""
        self._told.settimeout(max(grace, 0.001))
        said = self._hear()
        if said is None:
            self._signal(signal.SIGKILL)
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
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._handle, number)
