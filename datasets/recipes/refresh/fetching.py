"""Asking a publisher's service: patient where it stumbles, strict with what it sends."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import requests
from urllib3.exceptions import HTTPError, MaxRetryError, ProtocolError
from urllib3.util import Retry

from corredores.language import text
from datasets.recipes.refresh.failure import AnotherForm, FetchError, Unexpected, adapt_the_service, repeat_later
from datasets.recipes.refresh.headers import asked_pause, may_follow, moved_to, shown
from datasets.recipes.refresh.kept_answers import KeptAnswers
from datasets.recipes.refresh.publisher import MEGABYTE, Patience, Publisher

MOVED = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 429, 500, 502, 503, 504})
CHUNK = 1 << 16

Read = TypeVar("Read")


class _Passing(Exception):
    """A fault that may be over at the next attempt."""

    def __init__(self, arrived: str, response: requests.Response | None = None) -> None:
        super().__init__(arrived)
        self.arrived, self.response = arrived, response


class _Session(requests.Session):
    """A session that follows no move by itself: requests would read the whole of it first, however long."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Name no next page."""
        return None


@dataclass
class Fetcher:
    """Asks one address after the other and keeps each whole answer."""

    kept: KeptAnswers
    patience: Patience = field(default_factory=Patience)
    on_answer: Callable[[Publisher, int], None] = lambda publisher, size: None
    on_wait: Callable[[str], None] = lambda sentence: None
    moves: dict[str, str] = field(default_factory=dict)  #: addresses that moved within the publisher's domain
    received: int = 0

    def __post_init__(self) -> None:
        """Open the session; requests takes the office's proxy and certificates from the environment."""
        self._session = _Session()
        self._session.headers["User-Agent"] = "corredores-data-refresh (course material)"

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def get(self, publisher: Publisher, address: str, read: Callable[[bytes], Read]) -> Read:
        """Return what ``read`` makes of the answer; an answer is kept only if ``read`` could read it.

        Raises
        ------
        FetchError
            When no whole answer of the documented form could be had.
        """
        content = self.kept.recall(address)
        known = content is not None
        if content is None:
            content = self._patiently(publisher, address)
        try:
            value = read(content)
        except Unexpected as error:
            self.kept.forget([address])
            mend = adapt_the_service(publisher.documentation) if isinstance(error, AnotherForm) else ""
            raise FetchError(publisher.name, address, error.arrived, error.expected, mend) from error
        if not known:
            self.kept.keep(address, content)
        self.on_answer(publisher, len(content))
        return value

    def _patiently(self, publisher: Publisher, address: str) -> bytes:
        retry = Retry(total=self.patience.attempts - 1, backoff_factor=self.patience.pause)
        while True:
            try:
                return self._follow(publisher, address)
            except _Passing as fault:
                try:
                    retry = retry.increment("GET", address, error=ProtocolError(fault.arrived))
                except MaxRetryError as error:
                    arrived = text(
                        "{arrived} en {attempts} intentos", arrived=fault.arrived, attempts=self.patience.attempts
                    )
                    raise FetchError(publisher.name, address, arrived, text("una respuesta completa")) from error
                self._wait(publisher, address, fault, retry)

    def _wait(self, publisher: Publisher, address: str, fault: _Passing, retry: Retry) -> None:
        asked = asked_pause(fault.response, retry)
        if asked is not None and asked > self.patience.longest_pause:
            arrived = text("{arrived}, con el pedido de esperar {seconds} s", arrived=fault.arrived, seconds=int(asked))
            raise FetchError(publisher.name, address, arrived, text("una respuesta completa"))
        seconds = asked if asked is not None else min(retry.get_backoff_time(), self.patience.longest_pause)
        self.on_wait(
            text(
                "{publisher}: llegó {arrived}. Se vuelve a pedir en {seconds} s.",
                publisher=publisher.name,
                arrived=fault.arrived,
                seconds=round(seconds),
            )
        )
        time.sleep(seconds)

    def _follow(self, publisher: Publisher, address: str) -> bytes:
        asked = address
        for _ in range(4):
            with self._ask(asked) as response:
                if response.status_code not in MOVED:
                    return self._whole(publisher, address, response)
                target = moved_to(asked, response.headers.get("Location", ""))
            if not may_follow(publisher, asked, target):
                raise FetchError(
                    publisher.name,
                    address,
                    text("el aviso de que la página se mudó a {target}", target=shown(target)),
                    text("una página de la misma institución"),
                    text("Si la mudanza es cierta, indique la dirección nueva del servicio en la orden y repítala."),
                )
            self.moves[asked] = asked = shown(target)
        raise FetchError(publisher.name, address, text("una mudanza tras otra"), text("una respuesta completa"))

    def _ask(self, address: str) -> requests.Response:
        try:
            return self._session.get(
                address,
                stream=True,
                allow_redirects=False,
                timeout=(self.patience.connect, self.patience.silence),
            )
        except requests.Timeout as error:
            raise _Passing(text("nada en el plazo")) from error
        except requests.ConnectionError as error:
            raise _Passing(text("ninguna conexión")) from error
        except requests.RequestException as error:
            raise _Passing(type(error).__name__) from error

    def _whole(self, publisher: Publisher, address: str, response: requests.Response) -> bytes:
        status = text("el código HTTP {status}", status=response.status_code)
        if response.status_code in PASSING:
            raise _Passing(status, response)
        if response.status_code != 200:
            raise FetchError(publisher.name, address, status, text("una respuesta completa"))
        form = response.headers.get("Content-Type", "")
        if publisher.form not in form.lower() or "html" in form.lower():
            arrived = text("contenido de tipo «{form}»", form=shown(form))
            expected = text("datos, no una página para leer ({form})", form=publisher.form or "csv.gz")
            raise FetchError(publisher.name, address, arrived, expected, repeat_later())
        return b"".join(self._pieces(publisher, address, response))

    def _pieces(self, publisher: Publisher, address: str, response: requests.Response) -> Iterator[bytes]:
        deadline, size = time.monotonic() + self.patience.answer, 0
        # A file that is compressed in itself is taken as it comes: decoding it twice would hide that it was cut.
        decode = bool(publisher.form)
        try:
            while piece := response.raw.read1(CHUNK, decode_content=decode):
                size += len(piece)
                self.received += len(piece)
                if size > self.patience.answer_bytes or self.received > self.patience.all_bytes:
                    limit = text("{megabytes} MB a lo sumo", megabytes=self.patience.answer_bytes // MEGABYTE)
                    raise FetchError(publisher.name, address, text("más de lo que cabe esperar"), limit)
                if time.monotonic() > deadline:
                    raise _Passing(text("una respuesta que no termina en el plazo"))
                yield piece
        except (HTTPError, OSError) as error:
            raise _Passing(text("una respuesta cortada a los {size} bytes", size=size)) from error
