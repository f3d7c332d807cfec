"""The courier: a process of its own that holds Dask's client, so that the grading process need not.

Dask unpickles what scheduler and workers tell a client (errors, warnings, types of results, whatever ``deserializers``
it is given): who takes over a worker could run code there. The courier therefore has nothing to give away. It sees no
key, class list or gradebook and stands behind the walls of a submission, the network apart; between it and the grading
process go jobs and runs, as bytes with a number.
"""

import hashlib
import json
import os
import signal
import socket
import struct
import threading
import time
from collections import OrderedDict
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from corredores_graders.engine.edition import edition, require_edition
from corredores_graders.engine.execute import execute
from corredores_graders.engine.inside.frames import receive_exactly
from corredores_graders.engine.launch import LANDLOCK, NONE

if TYPE_CHECKING:
    from distributed import Client

#: Number, kind and length of what goes over the connection, in both directions.
HEAD = struct.Struct("!QBQ")
SETTINGS, JOB, READY, RUN, FAILED, NO_WORKERS, UNREACHABLE = range(7)
_SECONDS_TO_CONNECT = 20
_SECONDS_BETWEEN_LOOKS = 2.0
#: How often in a row the scheduler may not answer before the courier gives up.
_SILENT = 3
#: A task that fails (a warm process that does not come up) is tried again so often, perhaps by another worker.
_RETRIES = 2
_KEPT_RELEASES = 8


class Settings(NamedTuple):
    """What a courier is told first."""

    address: str
    authority: str
    """the three files of TLS, as text"""
    certificate: str
    key: str
    level: str
    readable: list[str]
    scratch: str
    patience: float
    """seconds without any worker after which there is no point in waiting"""


def execute_apart(wanted: str, head: bytes, files: bytes) -> bytes:
    """Run, on a worker of the edition ``wanted``, the job that begins with ``head`` and ends with ``files``."""
    require_edition(wanted)
    return execute(head + files)


def same(files: bytes) -> bytes:
    """Return ``files``: as a task of its own they go to each worker once, and are made again where they were lost."""
    return files


def main() -> None:
    """Carry jobs that arrive on standard input, which is a socket, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is the grading process that stops us, by closing
    connection = socket.socket(fileno=os.dup(0))
    _, _, said = receive(connection)
    settings = Settings(**json.loads(said))
    import distributed.client  # noqa: F401  # what is read before the walls stand

    close_in(settings)
    try:
        client = _connected(settings)
    except Exception as failed:
        send(connection, UNREACHABLE, f"{type(failed).__name__}: {failed}".encode())
        return
    Courier(connection, client, settings.patience).serve()


def close_in(settings: Settings) -> None:
    """Put this process behind its walls; where bubblewrap has started it, they stand already."""
    if settings.level == NONE:
        return
    from corredores_graders.engine.inside import landlock, linux

    linux.die_with_parent()
    if settings.level == LANDLOCK:
        landlock.restrict(settings.readable, [settings.scratch, "/dev/null"], network=True)
    linux.drop_capabilities()


def _connected(settings: Settings) -> "Client":
    from distributed import Client
    from distributed.security import Security

    security = Security(
        require_encryption=True,
        tls_ca_file=settings.authority,
        tls_client_cert=settings.certificate,
        tls_client_key=settings.key,
    )
    return Client(
        settings.address,
        security=security,
        timeout=_SECONDS_TO_CONNECT,
        set_as_default=False,
        direct_to_workers=False,
    )


class Courier:
    """Hands jobs to Dask's executor and runs back to the grading process."""

    def __init__(self, connection: socket.socket, client: "Client", patience: float) -> None:
        self._connection = connection
        self._client = client
        self._executor = client.get_executor(pure=False, retries=_RETRIES)
        self._patience = patience
        self._writing = threading.Lock()
        self._releases: OrderedDict[str, Any] = OrderedDict()

    def serve(self) -> None:
        """Carry until the connection closes."""
        threading.Thread(target=self._watch, daemon=True).start()
        while True:
            try:
                number, _, job = receive(self._connection)
            except EOFError:
                os._exit(0)  # the scheduler drops what we had asked for
            size = 8 + int.from_bytes(job[:8], "big")
            running = self._executor.submit(execute_apart, edition(), job[:size], self._release(job[size:]))
            running.add_done_callback(partial(self._answer, number))

    def _release(self, files: bytes) -> Any:
        """Return the task that stands for ``files``, which are a release's but where a trainee added one."""
        name = "release-" + hashlib.sha256(files).hexdigest()
        if name not in self._releases:
            self._releases[name] = self._client.submit(same, files, key=name, retries=_RETRIES)
            while len(self._releases) > _KEPT_RELEASES:
                self._releases.popitem(last=False)
        self._releases.move_to_end(name)
        return self._releases[name]

    def _answer(self, number: int, running: "Future[bytes]") -> None:
        if running.cancelled():
            os._exit(1)  # the scheduler was lost with all it knew; another courier asks again
        failed = running.exception()
        if failed is None:
            self._send(RUN, running.result(), number)
        else:
            self._send(FAILED, f"{type(failed).__name__}: {failed}".encode("utf-8", "replace")[:2000], number)

    def _watch(self) -> None:
        """Say how many threads the workers have as soon as there is one; end where scheduler or workers stay away."""
        silent, told, last_seen = 0, False, time.monotonic()
        while silent < _SILENT:
            try:
                workers = self._client.scheduler_info(n_workers=-1)["workers"]
            except Exception:
                silent += 1
            else:
                silent = 0
                if workers:
                    last_seen = time.monotonic()
                if workers and not told:
                    self._send(READY, str(sum(worker["nthreads"] for worker in workers.values())).encode())
                    told = True
            if time.monotonic() - last_seen > self._patience:
                self._send(NO_WORKERS, b"")
                os._exit(0)
            time.sleep(_SECONDS_BETWEEN_LOOKS)
        os._exit(1)

    def _send(self, kind: int, said: bytes, number: int = 0) -> None:
        with self._writing:
            send(self._connection, kind, said, number)


def send(connection: socket.socket, kind: int, said: bytes, number: int = 0) -> None:
    """Send one message."""
    connection.sendall(HEAD.pack(number, kind, len(said)) + said)


def receive(connection: socket.socket, most: int = 1 << 30) -> tuple[int, int, bytes]:
    """Return number, kind and content of the next message.

    Raises
    ------
    EOFError
        When the other side is gone, or says more than ``most`` bytes at once.
    TimeoutError
        When it has said nothing for as long as the connection's timeout.
    """
    try:
        number, kind, size = HEAD.unpack(receive_exactly(connection, HEAD.size))
        if size > most:
            raise EOFError
        return number, kind, receive_exactly(connection, size)
    except TimeoutError:
        raise
    except OSError as gone:
        raise EOFError from gone
