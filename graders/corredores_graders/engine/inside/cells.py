"""Run the cells of one submission in the child, and send what they output."""

import asyncio
import json
import os
import random
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any

import numpy as np
from ipykernel.jsonutil import json_clean
from ipykernel.zmqshell import ZMQInteractiveShell

from . import shell as shells
from .frames import KINDS, pack, receive_exactly

#: The trusted side counts again; here the bounds only keep an honest flood from ending the run.
ROOM_FOR_WRAPPING = 2_000


class Outbox:
    """Sends messages of the running cell within its room; what has none is dropped, and that is said once a cell."""

    def __init__(self, connection: socket.socket, cell_bytes: int, run_bytes: int) -> None:
        self._connection, self._cell_bytes, self._left = connection, cell_bytes, run_bytes
        self._room, self._cut, self._pid = 0, False, os.getpid()
        self._lock = threading.RLock()

    def begin(self, place: int) -> None:
        """Announce the cell in place ``place``."""
        self._room, self._cut = min(self._cell_bytes, self._left), False
        self._send({"begin": place})

    def end(self, place: int) -> None:
        """Announce that the cell has ended."""
        self._send({"end": place})

    def finish(self) -> None:
        """Announce that no cell is left."""
        self._send({"finished": True})

    def message(self, kind: str, content: dict[str, Any]) -> None:
        """Send one output of the running cell."""
        if kind not in KINDS or os.getpid() != self._pid:
            return
        if _length(content) > self._room:  # not worth the time of packing it
            self._say_cut()
            return
        try:
            packed = pack({"kind": kind, "content": content})
        except (ValueError, TypeError, RecursionError):
            try:
                packed = pack({"kind": kind, "content": json_clean(content)})
            except (ValueError, TypeError, RecursionError):
                return
        with self._lock:
            if len(packed) > self._room + ROOM_FOR_WRAPPING:
                self._say_cut()
                return
            self._room -= len(packed)
            self._left -= len(packed)
            self._send_whole(packed)

    def _say_cut(self) -> None:
        if not self._cut:
            self._cut = True
            self._send({"cut": True})

    def _send(self, message: dict[str, Any]) -> None:
        self._send_whole(pack(message))

    def _send_whole(self, packed: bytes) -> None:
        """Send a message that no interrupt may cut: the next one would be read as its rest."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            with self._lock:
                self._connection.sendall(packed)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _length(content: dict[str, Any]) -> int:
    """Return at least how long the texts of an output are."""
    data = content.get("data")
    inner = data.values() if isinstance(data, dict) else ()
    return sum(len(value) for value in (*content.values(), *inner) if isinstance(value, str))


def run(connection: socket.socket, folder: str, shell: ZMQInteractiveShell) -> None:
    """Take a job from ``connection``, lay its files out in ``folder``, run its cells, and say how each went."""
    head = json.loads(receive_exactly(connection, int.from_bytes(receive_exactly(connection, 8), "big")))
    os.makedirs(folder, mode=0o700, exist_ok=True)
    os.chdir(folder)
    os.environ["HOME"] = folder
    for name, size in head["files"]:
        content = receive_exactly(connection, size)
        if len(PurePosixPath(name).parts) > 1:
            os.makedirs(os.path.dirname(name), exist_ok=True)
        with open(name, "wb") as file:
            file.write(content)
    random.seed()
    np.random.seed()
    outbox = Outbox(connection, head["cell_bytes"], head["run_bytes"])
    shells.connect(shell, outbox.message)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    for place, source in enumerate(_asked(connection) if head["live"] else head["cells"]):
        outbox.begin(place)
        with suppress(KeyboardInterrupt):  # one that comes after the cell's last statement
            _run_cell(loop, shell, source)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        outbox.end(place)
        if shell.exit_now:
            return
    outbox.finish()


def _asked(connection: socket.socket) -> Iterator[str]:
    """Yield cells as somebody at the other end asks for them, until that end closes."""
    with suppress(EOFError, OSError):
        while True:
            size = int.from_bytes(receive_exactly(connection, 4), "big")
            yield json.loads(receive_exactly(connection, size))["run"]


def _run_cell(loop: asyncio.AbstractEventLoop, shell: ZMQInteractiveShell, source: str) -> None:
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        loop.run_until_complete(shells.execute(shell, source))
    except BaseException as error:  # an interrupt that came between two statements, or what escaped IPython
        with suppress(BaseException):
            name = type(error).__name__
            shells.senders(shell)[0].session.sink("error", {"ename": name, "evalue": str(error), "traceback": [name]})
    for stream in (sys.stdout, sys.stderr):
        with suppress(BaseException):
            stream.flush()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
