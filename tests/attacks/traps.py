"""What lies about to be stolen, and what notes it when somebody calls: secrets, sockets, a process."""

import os
import secrets
import selectors
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_VICTIM = """
import signal, sys, time
def note(number, frame):
    print("signal", number, flush=True)
for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, note)
while True:
    time.sleep(1)
"""


def new_secret(place: str) -> str:
    """A secret that is nowhere else on the machine, of the form that the attacks look for."""
    return f"SECRETO-{place}-{secrets.token_hex(8)}"


@dataclass
class Traps:
    """The secrets by place, and what was heard."""

    home: Path
    secrets: dict[str, str]
    victim: "subprocess.Popen[bytes]"
    heard: list[str] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)

    def environment(self, level: str) -> dict[str, str]:
        """The environment in which a class is graded: a secret in it, and in the home folder."""
        return {
            **os.environ,
            "HOME": str(self.home),
            "CORREDORES_TEST_SECRET": self.secrets["environ"],
            "CORREDORES_SANDBOX": level,
            "COLUMNS": "400",
        }

    def victim_signals(self) -> bytes:
        """What signals the process received; ends it."""
        alive = self.victim.poll() is None
        self.victim.kill()
        said, _ = self.victim.communicate()
        return said if alive else said + b"ended"


@contextmanager
def set_traps(folder: Path) -> Iterator[Traps]:
    """Lay out everything below ``folder`` and listen until the end."""
    home = folder / "casa"
    home.mkdir()
    kept = {place: new_secret(place) for place in ("environ", "home", "cmdline", "gradebook", "docente", "neighbour")}
    (home / "secreto.txt").write_text(kept["home"], encoding="utf-8")
    victim = subprocess.Popen(
        [sys.executable, "-c", _VICTIM, kept["cmdline"]],
        env={**os.environ, "CORREDORES_TEST_SECRET": kept["environ"]},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    traps = Traps(home, kept, victim)
    done = threading.Event()
    with selectors.DefaultSelector() as listening:
        _open_sockets(traps, folder, listening)
        listener = threading.Thread(target=_listen, args=(traps, listening, done))
        listener.start()
        try:
            yield traps
        finally:
            done.set()
            listener.join()
            for key in list(listening.get_map().values()):
                key.fileobj.close()  # type: ignore[union-attr]
            if victim.poll() is None:
                victim.kill()
                victim.communicate()


def _open_sockets(traps: Traps, folder: Path, listening: selectors.BaseSelector) -> None:
    path = str(folder / "enchufe")
    abstract = f"corredores-{secrets.token_hex(4)}"
    servers = {
        "port": socket.create_server(("127.0.0.1", 0)),
        "udp": socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "socket": socket.socket(socket.AF_UNIX),
        "abstract": socket.socket(socket.AF_UNIX),
    }
    servers["udp"].bind(("127.0.0.1", 0))
    servers["socket"].bind(path)
    servers["abstract"].bind(f"\0{abstract}")
    for name in ("socket", "abstract"):
        servers[name].listen()
    traps.addresses = {"socket": path, "abstract": abstract, "port6": "1"}
    if socket.has_dualstack_ipv6() and (six := _six()):
        servers["port6"] = six
    for name, server in servers.items():
        server.setblocking(False)
        listening.register(server, selectors.EVENT_READ, name)
        if name in ("port", "port6", "udp"):
            traps.addresses[name] = str(server.getsockname()[1])


def _six() -> socket.socket | None:
    try:
        return socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        return None


def _listen(traps: Traps, listening: selectors.BaseSelector, done: threading.Event) -> None:
    while not done.is_set():
        for key, _ in listening.select(0.2):
            server: socket.socket = key.fileobj  # type: ignore[assignment]
            traps.heard.append(str(key.data))
            if key.data == "udp":
                server.recv(4096)
            else:
                server.accept()[0].close()
