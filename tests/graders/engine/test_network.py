"""No network of any kind, and no socket by which a submission could reach another process."""

import errno
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.graders.engine.conftest import Inside

KINDS = {
    "tcp": "socket.socket(socket.AF_INET, socket.SOCK_STREAM)",
    "tcp, version 6": "socket.socket(socket.AF_INET6, socket.SOCK_STREAM)",
    "udp": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "raw": "socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
    "unix": "socket.socket(socket.AF_UNIX)",
    "unix, datagrams": "socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)",
    "netlink": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)",
    "packet": "socket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
    "to the hypervisor": "socket.socket(40, socket.SOCK_STREAM)",
    "for cryptography": "socket.socket(38, socket.SOCK_SEQPACKET)",
    "pair of datagrams": "socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)",
    "pair of packets": "socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)",
    "pair of another family": "socket.socketpair(socket.AF_INET, socket.SOCK_STREAM)",
}
WAYS = {
    "address": "urllib.request.urlopen('http://127.0.0.1:PORT/').read()",
    "connection": "socket.create_connection(('127.0.0.1', PORT))",
    "server": "socket.create_server(('127.0.0.1', 0))",
    "listening on the pair": "PAIR[0].listen()",
    "binding the pair": "PAIR[0].bind('here')",
    "binding the result's descriptor": "socket.socket(fileno=os.dup(3)).bind('here')",
    "reconnecting the pair by path": "PAIR[0].connect(PATH)",
    "reconnecting the pair by name": "PAIR[0].connect('\\0corredores-test')",
    "sending to a path": "PAIR[0].sendto(b'secret', PATH)",
    "sending to a name": "PAIR[0].sendto(b'secret', '\\0corredores-test')",
    "message to a path": "PAIR[0].sendmsg([b'secret'], [], 0, PATH)",
    "message from the result's descriptor": "socket.socket(fileno=os.dup(3)).sendmsg([b'secret'], [], 0, PATH)",
}


class Ears:
    """What listens outside: TCP, a datagram socket at a path and at an abstract name."""

    def __init__(self, folder: Path) -> None:
        self.path = str(folder / "ear")
        self.tcp = socket.create_server(("127.0.0.1", 0))
        self.by_path, self.by_name = (socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(2))
        self.by_path.bind(self.path)
        self.by_name.bind("\0corredores-test")
        Path(self.path).chmod(0o777)
        for ear in (self.tcp, self.by_path, self.by_name):
            ear.setblocking(False)

    def heard(self) -> list[str]:
        """What came."""
        found = []
        for name, listen in (
            ("tcp", lambda: self.tcp.accept()[0].close()),
            ("path", lambda: self.by_path.recv(9)),
            ("name", lambda: self.by_name.recv(9)),
        ):
            with suppress(BlockingIOError):
                listen()
                found.append(name)

        return found


@pytest.fixture
def ears() -> Iterator[Ears]:
    with tempfile.TemporaryDirectory() as folder:
        ears = Ears(Path(folder))
        yield ears
        for ear in (ears.tcp, ears.by_path, ears.by_name):
            ear.close()


def test_the_ears_hear(ears: Ears) -> None:
    def speak() -> None:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as mouth:
            mouth.sendto(b"x", ears.path)
            mouth.sendto(b"x", "\0corredores-test")
        socket.create_connection(ears.tcp.getsockname()).close()

    speaker = threading.Thread(target=speak)
    speaker.start()
    speaker.join()
    assert ears.heard() == ["tcp", "path", "name"]


def test_no_socket_is_made_but_a_pair_of_streams_of_its_own(inside: Inside) -> None:
    tried = inside.try_all({**KINDS, "own pair": "socket.socketpair()"}, "import socket")
    assert tried.pop("own pair")[0] == "did", "asyncio needs one"
    assert {name: how for name, (how, _) in tried.items()} == dict.fromkeys(KINDS, "EPERM")


def test_nothing_arrives_outside(inside: Inside, ears: Ears) -> None:
    before = f"import socket, urllib.request\nPATH = {ears.path!r}\nPAIR = socket.socketpair()"
    ways = {name: way.replace("PORT", str(ears.tcp.getsockname()[1])) for name, way in WAYS.items()}
    tried = inside.try_all(ways, before)
    assert {name: what for name, (how, what) in tried.items() if how == "did"} == {}
    assert ears.heard() == []


def test_a_pair_made_by_a_raw_call_is_of_streams_only(inside: Inside) -> None:
    before = """
import ctypes
LIBC = ctypes.CDLL(None, use_errno=True)
def pair(family, kind):
    two = (ctypes.c_int * 2)()
    return 0 if LIBC.socketpair(family, kind, 0, two) == 0 else ctypes.get_errno()
"""
    found = inside.tell("[pair(1, 1), pair(1, 2), pair(1, 5), pair(1, 2 | 0o4000), pair(1, 3), pair(2, 1)]", before)
    assert found == [0] + [errno.EPERM] * 5
