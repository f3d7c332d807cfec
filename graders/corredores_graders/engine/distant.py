"""An executor whose workers are on other machines, behind a scheduler of Dask that a courier talks with."""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from corredores.command_error import CommandError
from corredores_graders.engine import courier
from corredores_graders.engine.courier_process import CourierProcess, Tls
from corredores_graders.engine.execute import execute
from corredores_graders.language import text

#: Seconds without any worker after which nobody waits any longer.
PATIENCE = 120.0
_SECONDS_TO_START = 120
#: So many couriers may be lost (as where a scheduler is started anew) before the run stops.
_COURIERS = 6
_MOST_BYTES = 256 << 20


class SchedulerLost(CommandError):
    """Scheduler or workers cannot be reached; what was graded so far is kept."""


class RunFailed(Exception):
    """A worker could not run a job; the message is what it said, and hostile."""


class DistantExecutor(Executor):
    """Runs :func:`~corredores_graders.engine.execute.execute` on the workers of a scheduler, and nothing else.

    ``threads`` is how many jobs the workers could run at once when they were first asked.

    Raises
    ------
    SchedulerLost
        When the scheduler does not answer, or no worker comes within ``patience`` seconds.
    """

    def __init__(self, address: str, tls: Tls, level: str, patience: float = PATIENCE) -> None:
        self._address, self._tls, self._level, self._patience = address, tls, level, patience
        self._lock = threading.Lock()
        self._waiting: dict[int, tuple[bytes, Future[bytes]]] = {}
        self._number = 0
        self._couriers = _COURIERS
        self._closed = False
        self._lost: SchedulerLost | None = None
        self._ready: Future[int] = Future()
        self._courier = self._sent()
        self._reader = threading.Thread(target=self._read, name="courier", daemon=True)
        self._reader.start()
        try:
            self.threads = self._ready.result(patience + _SECONDS_TO_START)
        except BaseException:
            self.shutdown()
            raise

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Have a job run; ``fn`` is ``execute`` and its argument the job's bytes.

        Raises
        ------
        SchedulerLost
            When the scheduler was lost for good.
        """
        if fn is not execute or len(args) != 1 or kwargs:
            raise TypeError("a courier carries jobs to execute, nothing else")
        future: Future[bytes] = Future()
        future.set_running_or_notify_cancel()
        with self._lock:
            if self._lost or self._closed:
                raise self._lost or RuntimeError("shut down")
            self._number += 1
            self._waiting[self._number] = (args[0], future)
            self._courier.tell(courier.JOB, args[0], self._number)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the courier; the scheduler drops what it was asked and has not answered."""
        with self._lock:
            self._closed = True
            self._courier.hang_up()
        self._reader.join()
        self._courier.end()

    def _sent(self) -> CourierProcess:
        try:
            return CourierProcess(self._address, self._tls, self._level, self._patience)
        except OSError as failed:
            raise SchedulerLost(_unreachable(self._address, str(failed).encode())) from failed

    def _read(self) -> None:
        """Bring back what couriers bring, and send another one where one is lost."""
        while not self._closed:
            try:
                self._listen()
            except SchedulerLost as lost:
                self._fail(lost)

    def _listen(self) -> None:
        try:
            self._heard(*courier.receive(self._courier.connection, _MOST_BYTES))
        except TimeoutError:
            if self._waiting:
                self._begin_anew()
        except (EOFError, ValueError):
            self._begin_anew()

    def _heard(self, number: int, kind: int, said: bytes) -> None:
        if kind == courier.READY:
            if not self._ready.done():
                self._ready.set_result(max(1, min(int(said[:9]), 10_000)))
        elif kind in (courier.RUN, courier.FAILED):
            _, future = self._waiting.pop(number, (b"", None))
            if future is not None and kind == courier.RUN:
                future.set_result(said)
            elif future is not None:
                future.set_exception(_failure(said))
        elif kind == courier.NO_WORKERS:
            raise SchedulerLost(_no_workers(self._address))
        else:
            raise SchedulerLost(_unreachable(self._address, said))

    def _begin_anew(self) -> None:
        """Send another courier, and ask again what was asked and not answered."""
        with self._lock:
            if self._closed:
                return
            last_words = self._courier.end()
            self._couriers -= 1
            if not self._couriers:
                raise SchedulerLost(_unreachable(self._address, last_words))
            self._courier = self._sent()
            for number, (job, _) in sorted(self._waiting.items()):
                self._courier.tell(courier.JOB, job, number)

    def _fail(self, lost: SchedulerLost) -> None:
        with self._lock:
            self._lost, self._closed = lost, True
            waiting, self._waiting = self._waiting, {}
        if not self._ready.done():
            self._ready.set_exception(lost)
        for _, future in waiting.values():
            future.set_exception(lost)


def _failure(said: bytes) -> Exception:
    words = said.decode("utf-8", "replace")[:500]
    if words.startswith("NoSandbox:"):
        return CommandError(
            text(
                "Un trabajador no puede cerrar el recinto en que se ejecutan las entregas. Dijo: {said}",
                said=words.removeprefix("NoSandbox:").strip(),
            )
        )
    if words.startswith("OtherEdition:"):
        return CommandError(
            text(
                "Un trabajador tiene otra edición del curso, de sus datos o de sus paquetes que esta máquina ({said}). "
                "Instale en todos la misma: con dos ediciones habría dos notas para una respuesta.",
                said=words.removeprefix("OtherEdition:").strip(),
            )
        )
    return RunFailed(words)


def _no_workers(address: str) -> str:
    return text(
        "En {address} no hay ningún trabajador. Arranque uno o más con «dask worker {address} --tls-ca-file … "
        "--tls-cert … --tls-key …» y repita la orden: sigue donde quedó.",
        address=address,
    )


def _unreachable(address: str, said: bytes) -> str:
    cause = " ".join(said.decode("utf-8", "replace").split())[-300:]
    return text(
        "No se pudo hablar con el planificador en {address} ({cause}). Compruebe que está en marcha y que su "
        "certificado y el de usted son de la misma autoridad, y repita la orden: sigue donde quedó.",
        address=address,
        cause=cause or "—",
    )
