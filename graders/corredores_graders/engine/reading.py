"""One run as it comes in: which cell is at work, since when, and how much it has sent."""

import json
import selectors
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from corredores_graders.engine.inside.frames import FrameReader, Malformed, TooMuch
from corredores_graders.engine.job import CellRun, Limits, checked_message

#: After an interrupt a cell may still tidy up for so long.
SECONDS_OF_GRACE = 3.0
#: What the messages that wrap the outputs may take.
_WRAPPING_BYTES = 2_000_000


#: What each message counts besides its content, so that their number is bounded too.
MESSAGE_BYTES = 1_000
#: Nothing that a notebook shows is nested so deep; what handles it later is written by recursion.
MAX_DEPTH = 60


def nested_deeper(value: Any, most: int) -> bool:
    """Return whether lists and dictionaries in ``value`` lie more than ``most`` levels deep."""
    layer = [value]
    for _ in range(most):
        layer = [
            child
            for node in layer
            for child in (node.values() if type(node) is dict else node)
            if type(child) is dict or type(child) is list
        ]
        if not layer:
            return False
    return True


@dataclass
class _Cell:
    messages: list[dict[str, Any]] = field(default_factory=list)
    bytes: int = 0
    timed_out: bool = False
    cut: bool = False


class Reading:
    """Reads what a child sends, within bounds of bytes and time; all of it is a claim."""

    def __init__(self, connection: socket.socket, limits: Limits, interrupt: Callable[[], None]) -> None:
        self._connection, self._limits, self._interrupt = connection, limits, interrupt
        self._frames = FrameReader(limits.output_bytes + _WRAPPING_BYTES, 2 * limits.output_bytes + _WRAPPING_BYTES)
        self._cells: list[_Cell] = []
        self._room = limits.output_bytes
        self._deadline = time.monotonic() + limits.notebook_seconds
        # Cells after the deadline are given a moment each, so that quick answers count; this is the end all the same.
        self._last = self._deadline + 0.25 * limits.notebook_seconds + SECONDS_OF_GRACE
        self._cell_ends = float("inf")
        self._in_cell = False
        self.finished = False
        self.ended = ""
        """what we stopped the run for, empty where it ended by itself"""

    @property
    def cells(self) -> tuple[CellRun, ...]:
        """What each cell did that was begun."""
        return tuple(CellRun(tuple(cell.messages), cell.timed_out, cell.cut) for cell in self._cells)

    def read(self, one_cell: bool = False) -> bool:
        """Read until the child has said its last word (or the next cell's), ends, or has to be ended.

        Return whether it is still there.
        """
        self._in_cell = True
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._connection, selectors.EVENT_READ)
            while self._goes_on(one_cell):
                if waiting.select(max(0.0, self._left())) and not self._take_what_came():
                    return False
                if self._goes_on(one_cell) and self._left() <= 0:  # also where it never stops sending
                    self._out_of_time()
        return not self.ended

    def _goes_on(self, one_cell: bool) -> bool:
        return not self.finished and not self.ended and (self._in_cell or not one_cell)

    def _left(self) -> float:
        return min(self._deadline, self._cell_ends, self._last) - time.monotonic()

    def _take_what_came(self) -> bool:
        """Return whether there may be more."""
        try:
            arrived = self._connection.recv(1 << 18)
            for frame in self._frames.feed(arrived):
                self._take(frame)
        except TooMuch:
            self.ended = "output"
        except (Malformed, ValueError, KeyError, TypeError, IndexError, RecursionError):
            self.ended = "protocol"
        except ConnectionError:
            return False
        return bool(arrived) if not self.ended else False

    def _out_of_time(self) -> None:
        """Interrupt the cell that takes too long; one that goes on all the same ends the run."""
        now = time.monotonic()
        if not self._cells or self._cells[-1].timed_out or now >= self._last:
            self.ended = "wall"
            return
        self._cells[-1].timed_out = True
        self._interrupt()
        self._cell_ends = now + SECONDS_OF_GRACE
        self._deadline = max(self._deadline, self._cell_ends)

    def _take(self, frame: dict[str, Any]) -> None:
        if "begin" in frame:
            if frame["begin"] != len(self._cells):
                raise ValueError("cells out of order")
            self._room -= MESSAGE_BYTES
            if self._room < 0:
                raise TooMuch
            self._cells.append(_Cell())
            now = time.monotonic()
            self._cell_ends = now + max(1.0, min(self._limits.cell_seconds, self._deadline - now))
            self._deadline = max(self._deadline, now + 1.0)
        elif "end" in frame:
            self._cell_ends, self._in_cell = float("inf"), False
        elif "finished" in frame:
            self.finished = True
        elif "cut" in frame:
            self._cells[-1].cut = True
        else:
            self._keep(checked_message({"msg_type": frame["kind"], "content": frame["content"]}))

    def _keep(self, message: dict[str, Any]) -> None:
        cell = self._cells[-1]
        if nested_deeper(message["content"], MAX_DEPTH):
            cell.cut = True
            return
        size = MESSAGE_BYTES + len(json.dumps(message["content"], allow_nan=False))
        if cell.bytes + size > self._limits.cell_output_bytes or size > self._room:
            cell.cut = True
            return
        cell.bytes += size
        self._room -= size
        cell.messages.append(message)
