"""Between the warm process and a submission: close a child in, wait for it, and say truly how it ended.

The supervisor runs no code of a trainee's. What it writes to its own pipe can be believed, what the child writes not.
"""

import json
import os
import resource
import signal
import socket
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NoReturn

from ipykernel.zmqshell import ZMQInteractiveShell

from . import cells, landlock, limits, linux, namespaces, seccomp
from .watching import remove, watch

NAMESPACES, LANDLOCK, NONE = "namespaces", "landlock", "none"
#: Descriptor of the child's one connection; standard input, output and error lead nowhere.
CONNECTION = 3
#: Exit code of a child that could not be closed in, and has run nothing.
NOT_CLOSED_IN = 70


class Cage:
    """How children are closed in: the level, what they may read, and where they write.

    ``scratch`` is, in namespaces, the place that looks to each child like its own; else where their folders are made.
    """

    def __init__(self, level: str, readable: Sequence[str], scratch: str) -> None:
        self.level, self.readable, self.scratch = level, tuple(readable), scratch

    def folder(self) -> str:
        """Return the scratch folder of the next child."""
        if self.level == NAMESPACES:
            return self.scratch
        return tempfile.mkdtemp(prefix="entrega-", dir=self.scratch)


def supervise(
    cage: Cage, bounds: limits.Bounds, job: socket.socket, status: socket.socket, shell: ZMQInteractiveShell
) -> NoReturn:
    """Run one submission in a child and end this process."""
    linux.die_with_parent()
    if cage.level == NAMESPACES:
        namespaces.enter()
    folder = cage.folder()
    child = os.fork()
    if child == 0:
        _be_child(cage, bounds, folder, job, shell)
    job.close()
    pidfd = os.pidfd_open(child)
    socket.send_fds(status, [b"{}"], [pidfd])
    why = "" if cage.level == NAMESPACES else watch(pidfd, child, folder, bounds)
    _, code, used = os.wait4(child, 0)
    if cage.level != NAMESPACES:
        with suppress(OSError):
            remove(folder)
    status.sendall(json.dumps(_verdict(code, used, why, bounds)).encode())
    os._exit(0)


def _verdict(code: int, used: resource.struct_rusage, why: str, bounds: limits.Bounds) -> dict[str, Any]:
    signalled = os.WTERMSIG(code) if os.WIFSIGNALED(code) else 0
    processor = used.ru_utime + used.ru_stime
    if not why and signalled in (signal.SIGKILL, signal.SIGXCPU) and processor >= bounds.cpu_seconds - 1:
        why = "cpu"
    if not why and signalled == signal.SIGXFSZ:
        why = "disk"
    refused = os.WIFEXITED(code) and os.WEXITSTATUS(code) == NOT_CLOSED_IN
    return {"signal": signalled, "why": why, "peak": used.ru_maxrss * 1024, "refused": refused}


def _be_child(
    cage: Cage, bounds: limits.Bounds, folder: str, job: socket.socket, shell: ZMQInteractiveShell
) -> NoReturn:
    code = NOT_CLOSED_IN
    try:
        linux.die_with_parent()
        os.setsid()  # a signal to the own process group would reach the warm process and every other child
        connection = _keep_only(job)
        close_in(cage, bounds, folder)
        code = 0
        cells.run(connection, os.path.join(folder, "cuaderno"), shell)
    finally:
        os._exit(code)


def close_in(cage: Cage, bounds: limits.Bounds, folder: str) -> None:
    """Put this process behind its walls, for good.

    Raises
    ------
    OSError
        When the kernel refuses one of them; nothing may be run then.
    """
    if cage.level == NAMESPACES:
        namespaces.furnish(bounds, folder)
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    limits.set_limits(bounds)
    if cage.level == NONE:
        return
    if cage.level == LANDLOCK:
        landlock.restrict(cage.readable, [folder, "/dev/null"])
    linux.drop_capabilities()
    seccomp.install(shared_files=cage.level == LANDLOCK, own_pid=os.getpid())


def _keep_only(job: socket.socket) -> socket.socket:
    """Close every descriptor but the job's connection, which becomes number 3."""
    kept = os.dup(job.fileno())
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    os.dup2(kept, CONNECTION)
    job.detach()
    linux.close_from(CONNECTION + 1)
    return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, fileno=CONNECTION)


def fork_supervisor(
    cage: Cage, bounds: limits.Bounds, job: socket.socket, status: socket.socket, shell: ZMQInteractiveShell
) -> int:
    """Start a supervisor and return its process id."""
    supervisor = os.fork()
    if supervisor:
        return supervisor
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        supervise(cage, bounds, job, status, shell)
    except BaseException as error:
        try:
            status.sendall(json.dumps({"failed": f"{type(error).__name__}: {error}"[:500]}).encode())
        finally:
            os._exit(1)
