"""A real HTTP server on this machine that answers as the test says, one script an address."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

JSON = "application/json;charset=utf-8"


@dataclass(frozen=True)
class Answer:
    """What is sent; ``cut`` bytes of the body only, though the header promises it whole."""

    body: bytes = b""
    status: int = 200
    form: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    chunked: bool = False
    delay: float = 0  #: seconds before anything is sent
    drip: float = 0  #: seconds between one byte and the next


Respond = Callable[[str, Mapping[str, str]], Answer]
NOT_FOUND = Answer(b"", 404, "text/plain")


@dataclass
class LocalServices:
    """The server: ``respond`` gives the answers, unless ``first`` has some in store for a path."""

    base: str
    respond: Respond = lambda path, query: NOT_FOUND
    first: dict[str, deque[Answer]] = field(default_factory=lambda: defaultdict(deque))
    asked: list[str] = field(default_factory=list)

    def answer(self, target: str) -> Answer:
        self.asked.append(target)
        parts = urlsplit(target)
        if self.first[parts.path]:
            return self.first[parts.path].popleft()
        return self.respond(parts.path, dict(parse_qsl(parts.query)))


class Server(ThreadingHTTPServer):
    """The server and its answers."""

    daemon_threads = True  # a client may leave its connection open
    services: LocalServices


class Handler(BaseHTTPRequestHandler):
    """Sends an answer whole, cut or byte by byte."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        answer = self.server.services.answer(self.path)
        time.sleep(answer.delay)
        self.send_response(answer.status)
        headers = {"Content-Type": answer.form, **answer.headers}
        headers |= {"Transfer-Encoding": "chunked"} if answer.chunked else {"Content-Length": str(len(answer.body))}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = answer.cut is not None
        for piece in pieces(answer):
            self.wfile.write(piece)
            time.sleep(answer.drip)

    def handle(self) -> None:
        with suppress(BrokenPipeError, ConnectionResetError):  # the client had waited long enough
            super().handle()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def pieces(answer: Answer) -> Iterator[bytes]:
    body = answer.body[: answer.cut]
    if answer.drip:
        yield from (bytes([byte]) for byte in body)
    elif answer.chunked:
        yield f"{len(body):x}\r\n".encode() + body + b"\r\n"
        yield b"0\r\n\r\n" if answer.cut is None else b""
    else:
        yield body


@contextmanager
def serving() -> Iterator[LocalServices]:
    server = Server(("127.0.0.1", 0), Handler)
    server.services = LocalServices(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.services
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
