"""Where the system has no fork, as on Windows: a new process a submission, slower, and without a sandbox."""

import hmac
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress

from corredores_graders.engine.job import Job, Run
from corredores_graders.engine.launch import NONE, python_command, warm_environment
from corredores_graders.engine.reading import SECONDS_OF_GRACE, Reading

SECONDS_TO_START = 120
#: Set to try on Linux what runs elsewhere.
VARIABLE = "CORREDORES_FRESH"


def can_fork() -> bool:
    """Return whether warm processes, which fork, can be had."""
    return sys.platform == "linux" and not os.environ.get(VARIABLE)


class FreshInterpreter:
    """The interface of a warm interpreter, for systems that cannot have one."""

    level = NONE
    alive = True

    def run(self, job: bytes) -> Run:
        """Run a job in a new process, which connects back over the loopback."""
        limits = Job.limits_of(job)
        begin = time.monotonic()
        with socket.create_server(("127.0.0.1", 0)) as server, tempfile.TemporaryDirectory() as folder:
            process = _start(folder, server)
            try:
                with _connected(server, process) as connection:
                    reading = Reading(connection, limits, lambda: process.send_signal(_interrupt()))
                    with suppress(OSError):
                        connection.sendall(job)
                    reading.read()
                code = _end(process, 0.0 if reading.ended else SECONDS_OF_GRACE)
            finally:
                process.kill()
                process.wait()
        ended = "" if reading.finished else reading.ended or ("killed" if code < 0 else "exit")
        return Run(reading.cells, ended, NONE, round(time.monotonic() - begin, 4))

    def expect(self, languages: Sequence[str]) -> None:
        """Do nothing: processes share nothing."""

    def close(self) -> None:
        """Do nothing: no process outlives its job."""


def _end(process: "subprocess.Popen[bytes]", grace: float) -> int:
    """Return the exit code of a process that has said its last word, or is ended now if it lingers."""
    try:
        return process.wait(grace)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _interrupt() -> int:
    return int(getattr(signal, "CTRL_C_EVENT", signal.SIGINT))  # the first is Windows'


def _start(folder: str, server: socket.socket) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*python_command("once"), str(server.getsockname()[1]), folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **warm_environment(), "PATH": os.environ.get("PATH", ""), "HOME": folder},
        cwd=folder,
    )


def _connected(server: socket.socket, process: "subprocess.Popen[bytes]") -> socket.socket:
    """Return the connection of the process that knows the word written to its standard input; any other is dropped."""
    word = secrets.token_bytes(32)
    assert process.stdin
    process.stdin.write(word)
    process.stdin.close()
    server.settimeout(SECONDS_TO_START)
    while True:
        connection, _ = server.accept()
        connection.settimeout(SECONDS_TO_START)
        if hmac.compare_digest(connection.recv(32, socket.MSG_WAITALL), word):
            return connection
        connection.close()
