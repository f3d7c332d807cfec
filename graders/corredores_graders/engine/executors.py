"""Where submissions are run: in this machine's threads, which share one warm process, or on a scheduler's workers."""

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from corredores.command_error import WrongUsage
from corredores_graders.engine.courier_process import Tls
from corredores_graders.engine.distant import DistantExecutor
from corredores_graders.engine.execute import execute, execute_here
from corredores_graders.engine.job import Run
from corredores_graders.engine.levels import choose_level
from corredores_graders.language import text

_ENCRYPTED = "tls://"
#: Submissions under way for each that runs: enough to go on with while the keys are first computed.
AHEAD = 8


def at_once(jobs: int) -> int:
    """Return how many submissions run for so many processors: one more, for when a notebook waits; but one for one."""
    return jobs + 1 if jobs > 1 else 1


class Runners(NamedTuple):
    """An executor, what it is to call, and how many submissions at a time keep it busy; more would wait in memory."""

    executor: Executor
    run: Callable[[bytes], bytes | Run]
    in_flight: int


@contextmanager
def open_executor(
    jobs: int | None = None,
    scheduler: str | None = None,
    tls_ca: Path | None = None,
    tls_cert: Path | None = None,
    tls_key: Path | None = None,
    *,
    default_jobs: int = 1,
) -> Iterator[Runners]:
    """Open an executor of submissions' jobs; leaving the block closes it.

    ``jobs`` is for how many processors submissions run here (by default ``default_jobs``), or, with a ``scheduler``,
    how many are under way at once (by default twice what its workers have threads).

    Raises
    ------
    WrongUsage
        When the scheduler would be talked with unencrypted, or a file of TLS is missing.
    SchedulerLost
        When it cannot be reached or has no workers.
    """
    if scheduler is None:
        here = jobs or default_jobs
        with ThreadPoolExecutor(at_once(here), thread_name_prefix="submission") as threads:
            yield Runners(threads, execute_here, AHEAD * here)
        return
    tls = _checked(scheduler, tls_ca, tls_cert, tls_key)
    with DistantExecutor(scheduler, tls, choose_level()) as distant:
        yield Runners(distant, execute, jobs or 2 * distant.threads)


def _checked(scheduler: str, *files: Path | None) -> Tls:
    """Return the files of TLS, or say what is missing."""
    host, _, port = scheduler.removeprefix(_ENCRYPTED).rpartition(":")
    if not scheduler.startswith(_ENCRYPTED) or not host or not port.isdigit():
        raise WrongUsage(
            text(
                "«{address}» no se admite como planificador: las entregas viajan solo cifradas. Escriba "
                "--scheduler tls://servidor:puerto y arranque el planificador con «dask scheduler --protocol tls».",
                address=scheduler,
            )
        )
    named = dict(zip(("--tls-ca", "--tls-cert", "--tls-key"), files, strict=True))
    missing = [option for option, file in named.items() if file is None]
    if missing:
        raise WrongUsage(
            text(
                "Falta {options}: sin certificados de ambos lados no se habla con un planificador. Dé el certificado "
                "de la autoridad (--tls-ca), el suyo (--tls-cert) y su clave (--tls-key).",
                options=", ".join(missing),
            )
        )
    for option, file in named.items():
        if file is not None and not file.is_file():
            raise WrongUsage(text("{option}: no existe el archivo {file}.", option=option, file=file))
    if find_spec("distributed") is None:
        raise WrongUsage(
            text("Para --scheduler hace falta Dask. Instálelo con «pip install 'corredores-graders[service]'».")
        )
    return Tls(*(file for file in files if file is not None))
