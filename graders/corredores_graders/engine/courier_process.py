"""A courier, started: what it is told, what it may read, and how it is ended."""

import json
import socket
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from corredores_graders.engine import courier
from corredores_graders.engine.launch import NAMESPACES, courier_command, readable_paths, warm_environment
from corredores_graders.engine.worker_package import parts

#: A run and its repetitions take less; a courier that takes and brings nothing for so long is lost.
_SECONDS_SILENT = 1_800


class Tls(NamedTuple):
    """The three files with which a grading process shows who it is, and knows scheduler and workers."""

    authority: Path
    certificate: Path
    key: Path


class CourierProcess:
    """A courier on its way to the scheduler at ``address``.

    Raises
    ------
    OSError
        When the address has no number, or a file of TLS cannot be read.
    """

    def __init__(self, address: str, tls: Tls, level: str, patience: float) -> None:
        readable = [str(path) for path in (*readable_paths(), *parts())]
        authority, certificate, key = (path.read_text() for path in tls)
        self._scratch = tempfile.TemporaryDirectory(prefix="corredores-")
        scratch = "/tmp" if level == NAMESPACES else self._scratch.name
        told = courier.Settings(_by_number(address), authority, certificate, key, level, readable, scratch, patience)
        self._log = tempfile.TemporaryFile(prefix="corredores-")
        self.connection, theirs = socket.socketpair()
        self.connection.settimeout(_SECONDS_SILENT)
        with theirs:
            self._process = subprocess.Popen(
                courier_command(level, readable),
                stdin=theirs.fileno(),
                stdout=self._log,
                stderr=self._log,
                env={**warm_environment(), "TMPDIR": scratch},
                cwd="/",
                start_new_session=True,  # Ctrl+C in the terminal is the trainer's word to us, not to it
            )
        self.tell(courier.SETTINGS, json.dumps(told._asdict()).encode())

    def tell(self, kind: int, said: bytes, number: int = 0) -> None:
        """Send it a message; where it is gone, whoever listens to it finds out."""
        with suppress(OSError):
            courier.send(self.connection, kind, said, number)

    def hang_up(self) -> None:
        """Close the connection, for whoever listens to it as well."""
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def end(self) -> bytes:
        """End it and return its last words; ending it again changes nothing."""
        if self._log.closed:
            return b""
        self.connection.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.seek(0)
        said = self._log.read()[-500:]
        self._log.close()
        self._scratch.cleanup()
        return said


def _by_number(address: str) -> str:
    """Return ``address`` with its host as a number: the courier sees no file that would tell it."""
    host, _, port = address.removeprefix("tls://").rpartition(":")
    number = str(socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)[0][4][0])
    return f"tls://[{number}]:{port}" if ":" in number else f"tls://{number}:{port}"
