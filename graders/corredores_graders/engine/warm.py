"""The trusted side of a warm process: start it, hand it jobs, and bring back what they did."""

import json
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from corredores_graders.engine.child import SECONDS_TO_START, Child, WarmProcessLost
from corredores_graders.engine.inside.limits import Bounds
from corredores_graders.engine.job import Job, Limits, Run
from corredores_graders.engine.launch import start_command, warm_environment


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
        """Whether the warm process is there; what it is wrapped in may end a moment after it."""
        if self._process.poll() is not None:
            return False
        try:
            return self._control.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
        except BlockingIOError:
            return True
        except OSError:
            return False

    def run(self, job: bytes) -> Run:
        """Run a job in a child of its own.

        Raises
        ------
        WarmProcessLost
            When there is no warm process any more, or it could not close the child in.
        """
        with self.child(job) as child:
            begin = time.monotonic()  # not while the warm process was being made ready
            child.reading.read()
            status = child.end()
        if "failed" in status or (status["refused"] and not child.reading.cells):
            raise WarmProcessLost(str(status.get("failed") or "sandbox"))
        reading = child.reading
        ended = "" if reading.finished else reading.ended or _by_itself(status)
        return Run(reading.cells, ended, self.level, round(time.monotonic() - begin, 4), int(status["peak"]))

    def child(self, job: bytes) -> Child:
        """Return a new child that has been sent ``job``.

        Raises
        ------
        WarmProcessLost
            When there is no warm process any more.
        """
        limits = Job.limits_of(job)
        connection, theirs = socket.socketpair()
        told, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, telling:
            self._order(_bounds(limits), theirs, telling)
        return Child(connection, told, job, limits)

    def expect(self, languages: Sequence[str]) -> None:
        """Say that many submissions in these languages will come, so that it is worth making what they share."""
        with self._lock, suppress(OSError):  # the first job will find out
            self._control.send(json.dumps({"languages": languages}).encode())

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
