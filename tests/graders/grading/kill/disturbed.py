"""A grading that somebody watches from outside, and disturbs at a moment of their choice."""

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

WATCHED = Path(__file__).with_name("watched.py")
#: Longer than any of these classes takes on a busy machine.
SECONDS = 300.0


class Event(NamedTuple):
    """What the grading does next."""

    kind: str
    """``stage``, or the change of a file: ``open`` (to write), ``rename``, ``mkdir`` …"""
    what: str
    """stage and trainee, or the file"""

    @property
    def stage(self) -> str:
        """Name of the stage that begins; empty for a change of a file."""
        return self.what.partition(" ")[0] if self.kind == "stage" else ""


class Ended(NamedTuple):
    """How a grading ended."""

    code: int
    said: str


class Grading:
    """`corredores grade` in a process of its own, which waits before each step until the watcher goes on.

    ``within`` is the beginning of a command that runs another; ``variables`` are added to the environment.
    """

    def __init__(
        self, root: Path, *arguments: str, watch: bool = True, within: Sequence[str] = (), **variables: str
    ) -> None:
        self._said = tempfile.TemporaryFile(mode="w+b")
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        order = ["grade", "--folder", str(root), *arguments]
        command = [sys.executable, str(WATCHED), str(theirs.fileno()), str(root), *order]
        if not watch:
            command = [str(Path(sys.executable).with_name("corredores")), *order]
        with theirs:
            self.process = subprocess.Popen(
                [*within, *command],
                pass_fds=[theirs.fileno()] if watch else [],
                stdin=subprocess.DEVNULL,
                stdout=self._said,
                stderr=subprocess.STDOUT,
                env=os.environ | {"COLUMNS": "400"} | variables,
                start_new_session=True,
            )
        self._waits = False
        self.now = "start"
        """the stage that began last"""
        self.stages: list[str] = []
        """every stage that began, with its trainee"""

    def __enter__(self) -> "Grading":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill([self.process.pid, *(one.pid for one in self.children())])
        self.process.wait()
        self._channel.close()
        self._said.close()

    def events(self, until: float = float("inf")) -> Iterator[Event]:
        """Yield what it does next, until it ends or the moment ``until``; it goes on when the next is asked for."""
        while True:
            self.go_on()
            remaining = min(until - time.monotonic(), SECONDS)
            if remaining <= 0 or not select.select([self._channel], [], [], remaining)[0]:
                return
            message = b""
            with suppress(ConnectionError):  # it may be killed while it waits for an answer
                message = self._channel.recv(1 << 16)
            if not message:
                return
            self._waits = True
            kind, _, what = message.decode().partition(" ")
            event = Event(kind, what)
            if event.stage:
                self.now = event.stage
                self.stages.append(what)
            yield event

    def go_on(self) -> None:
        """Let it take the step that it announced."""
        if self._waits:
            self._waits = False
            with suppress(OSError):
                self._channel.send(b".")

    def until(self, stage: str, nth: int = 1) -> bool:
        """Let it run until a stage begins for the ``nth`` time, and hold it there; False when it ends before."""
        for event in self.events():
            if event.stage == stage:
                nth -= 1
                if nth == 0:
                    return True
        return False

    def end(self) -> Ended:
        """Let it run to its end and return how that was."""
        for _ in self.events():
            pass
        code = self.process.wait(SECONDS)
        self._said.seek(0)
        return Ended(code, self._said.read().decode(errors="replace"))

    def graded(self) -> list[str]:
        """Return whose submissions were stored, in that order."""
        return [stage.partition(" ")[2] for stage in self.stages if stage.startswith("done ")]

    def interrupt(self) -> None:
        """Press Ctrl+C."""
        os.killpg(self.process.pid, signal.SIGINT)

    def children(self) -> list[psutil.Process]:
        """Return every process that it started, near ones first."""
        with suppress(psutil.NoSuchProcess):
            return psutil.Process(self.process.pid).children(recursive=True)
        return []

    def kill(self, victims: list[int]) -> None:
        """End processes as the kernel does when memory is short: at once, whatever they do."""
        for victim in victims:
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)


def undisturbed(root: Path, *arguments: str, within: Sequence[str] = ()) -> Ended:
    """Grade with the command as a trainer has it."""
    with Grading(root, *arguments, watch=False, within=within) as grading:
        return grading.end()


def gone(processes: list[psutil.Process], seconds: float = 10.0) -> list[psutil.Process]:
    """Wait until processes have ended, and return those that have not."""
    return psutil.wait_procs(processes, timeout=seconds)[1]
