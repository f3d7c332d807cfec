"""Running a command and looking at it from outside: seconds of wall time, and the memory of its whole process tree.

Memory is PSS, the proportional set size: a page shared by two processes counts half in each, so that the sum over a
tree of forks is what the tree occupies. Where the kernel does not let PSS be read, RSS stands for it and counts shared
pages several times; :attr:`Ran.memory_kind` says which it was. Reading PSS costs time, so fast contenders are sampled
in a run of their own that does not count.
"""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PROC = Path("/proc")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Command:
    """A command line of a contender."""

    arguments: Sequence[str]
    folder: Path
    """where it works"""
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Ran:
    """What a run took."""

    seconds: float
    peak_bytes: int = 0
    """the most memory that the tree held when it was looked at; 0 where it was not"""
    memory_kind: str = ""
    said: str = ""
    """what it printed, standard output and error together"""


class Failed(Exception):
    """A contender's command that ended in an error; it names the command and what it said last."""


def run(commands: Iterable[Command], sampled_every: float = 0.0) -> Ran:
    """Run ``commands`` side by side until all have ended; look at their memory each ``sampled_every`` seconds.

    Raises
    ------
    Failed
        When one of them does not exit with 0.
    """
    given = list(commands)
    with ExitStack() as stack:
        outputs = [stack.enter_context(tempfile.TemporaryFile()) for _ in given]
        started = time.perf_counter()
        running = [_start(command, output) for command, output in zip(given, outputs, strict=True)]
        watch = _Watch([process.pid for process in running], sampled_every)
        try:
            codes = [process.wait() for process in running]
            seconds = time.perf_counter() - started
        finally:
            watch.end()
            _end(running)
        said = [_read(output) for output in outputs]
    for code, command, words in zip(codes, given, said, strict=True):
        if code:
            raise Failed(f"{' '.join(command.arguments)} ended with {code}:\n{words[-2000:]}")
    return Ran(seconds, watch.peak, watch.kind, "\n".join(said))


def _start(command: Command, output: IO[bytes]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        list(command.arguments),
        cwd=command.folder,
        env=dict(command.environment),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _end(running: Iterable["subprocess.Popen[bytes]"]) -> None:
    """Kill what was still running when it was given up."""
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _read(output: IO[bytes]) -> str:
    output.seek(0)
    return output.read().decode("utf-8", "replace")


class _Watch:
    """Looks at the memory of process trees until it is told to end."""

    def __init__(self, roots: Sequence[int], every: float) -> None:
        self.peak, self.kind = 0, ""
        self._roots, self._every, self._over = roots, every, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True) if every else None
        if self._thread:
            self._thread.start()

    def end(self) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(self._every):
            kinds, total = set(), 0
            for pid in tree(self._roots):
                occupied, kind = memory(pid)
                total += occupied
                kinds.add(kind)
            self.kind = "RSS" if "RSS" in kinds else "PSS"
            self.peak = max(self.peak, total)


def tree(roots: Iterable[int]) -> list[int]:
    """Return the processes ``roots`` and all that descend from them, in whatever namespaces they are."""
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            try:
                after_name = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            except OSError:
                continue  # it has ended meanwhile
            children.setdefault(int(after_name[1]), []).append(int(entry.name))
    found, waiting = [], list(roots)
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return found


def memory(pid: int) -> tuple[int, str]:
    """Return the bytes that a process occupies and whether they are PSS or RSS; nothing for one that has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
        return next(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), "PSS"
    except (ProcessLookupError, FileNotFoundError, StopIteration):
        return 0, "PSS"
    except OSError:
        return _resident(pid), "RSS"


def _resident(pid: int) -> int:
    try:
        return PAGE * int((PROC / str(pid) / "statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
