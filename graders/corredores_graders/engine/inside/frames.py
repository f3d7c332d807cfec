"""Messages between the two sides of the sandbox: a length and that many bytes of JSON.

Readers bound what they take: whoever writes on the other side may be a trainee's code.
"""

import json
import re
import socket
import struct
from collections.abc import Iterator
from typing import Any

#: What a child may send as an output of a cell; updates of earlier outputs and widgets' messages are not among it.
KINDS = frozenset({"stream", "display_data", "execute_result", "error", "clear_output"})

_HEAD = struct.Struct("!I")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


class TooMuch(Exception):
    """A message, or all messages together, beyond the bound."""


class Malformed(Exception):
    """Bytes that are no message."""


def pack(message: dict[str, Any]) -> bytes:
    """Return ``message`` with its length before it."""
    body = json.dumps(message, allow_nan=False, separators=(",", ":")).encode("utf-8", "replace")
    return _HEAD.pack(len(body)) + body


def receive_exactly(connection: socket.socket, size: int) -> bytes:
    """Return ``size`` bytes.

    Raises
    ------
    EOFError
        When the other side closed before.
    """
    parts = bytearray()
    while len(parts) < size:
        part = connection.recv(min(size - len(parts), 1 << 20))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)


class FrameReader:
    """Messages out of the bytes that arrive, each of at most ``largest`` bytes and ``total`` together."""

    def __init__(self, largest: int, total: int) -> None:
        self._largest, self._left = largest, total
        self._arrived = bytearray()

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Yield the messages that ``data`` completes, each before the next is looked at.

        Raises
        ------
        TooMuch
            When a bound is passed.
        Malformed
            When something is no JSON object.
        """
        self._left -= len(data)
        self._arrived += data
        while (message := self._next()) is not None:
            yield message
        if self._left < 0:
            raise TooMuch

    def _next(self) -> dict[str, Any] | None:
        if len(self._arrived) < _HEAD.size:
            return None
        (size,) = _HEAD.unpack_from(self._arrived)
        if size > self._largest:
            raise TooMuch
        end = _HEAD.size + size
        if len(self._arrived) < end:
            return None
        body = bytes(self._arrived[_HEAD.size : end]).decode("utf-8", "replace")
        del self._arrived[:end]
        try:
            message = json.loads(body)
            if _SURROGATE.search(body):  # half of a pair could not be written to any file
                message = json.loads(json.dumps(message, ensure_ascii=False).encode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise Malformed from None
        if not isinstance(message, dict):
            raise Malformed
        return message
