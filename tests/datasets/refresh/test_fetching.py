"""What becomes of a service that stumbles, breaks off, moves or sends something else."""

import gzip
import time
from collections import deque
from dataclasses import replace
from pathlib import Path
from socket import create_server

import pytest

from datasets.recipes.refresh.failure import FetchError
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.kept_answers import KeptAnswers
from datasets.recipes.refresh.publisher import Publisher
from tests.datasets.refresh.local_services import Answer, LocalServices

GOOD = Answer(b'{"good": true}')


def text_of(content: bytes) -> str:
    return content.decode()


def get(fetcher: Fetcher, publisher: Publisher) -> str:
    return fetcher.get(publisher, f"{publisher.base}/data", text_of)


def answers(local: LocalServices, *given: Answer) -> None:
    local.first["/data"] = deque(given)


def refused(fetcher: Fetcher, publisher: Publisher) -> str:
    """What the person reads; nothing may be kept of what was refused."""
    with pytest.raises(FetchError) as error:
        get(fetcher, publisher)
    sentence = str(error.value)
    assert sentence.startswith(f"Institución: de {publisher.base}/data llegó "), sentence
    assert "Se esperaba " in sentence
    assert list(fetcher.kept.folder.glob("*")) == []
    return sentence


def test_a_whole_answer_is_kept_and_not_asked_for_again(
    local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    answers(local, GOOD)
    assert get(fetcher, publisher) == get(fetcher, publisher) == '{"good": true}'
    assert len(local.asked) == 1


def test_an_old_answer_is_asked_for_again(
    local: LocalServices, fetcher: Fetcher, publisher: Publisher, tmp_path: Path
) -> None:
    answers(local, GOOD, Answer(b'"newer"'))
    get(fetcher, publisher)
    fetcher.kept = KeptAnswers(tmp_path / "answers", seconds=-1)
    assert get(fetcher, publisher) == '"newer"'


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_fault_that_passes_is_waited_for(
    status: int, local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    said: list[str] = []
    fetcher.on_wait = said.append
    answers(local, Answer(b"", status), GOOD)
    assert get(fetcher, publisher) == '{"good": true}'
    assert said == [f"Institución: llegó el código HTTP {status}. Se vuelve a pedir en 0 s."]


def test_retry_after_is_honoured(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    said: list[str] = []
    fetcher.on_wait = said.append
    answers(local, Answer(b"", 429, headers={"Retry-After": "1"}), GOOD)
    began = time.monotonic()
    get(fetcher, publisher)
    assert time.monotonic() - began >= 1
    assert said == ["Institución: llegó el código HTTP 429. Se vuelve a pedir en 1 s."]


@pytest.mark.parametrize("asked", ["tomorrow", "", "9" * 5000, "Wed, 99 Foo 99999 99:99:99 GMT"])
def test_retry_after_that_says_nothing_legible_asks_for_nothing(
    asked: str, local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    answers(local, Answer(b"", 429, headers={"Retry-After": asked}), GOOD)
    assert get(fetcher, publisher) == '{"good": true}'


def test_a_service_that_asks_for_hours_is_left_alone(
    local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    answers(local, Answer(b"", 429, headers={"Retry-After": "7200"}), GOOD)
    sentence = refused(fetcher, publisher)
    assert "el código HTTP 429, con el pedido de esperar 7200 s" in sentence
    assert "Repita la misma orden más tarde" in sentence
    assert len(local.asked) == 1


def test_a_fault_that_stays_ends_after_some_attempts(
    local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    answers(local, *[Answer(b"", 500)] * 9)
    assert "llegó el código HTTP 500 en 3 intentos. Se esperaba una respuesta completa." in refused(fetcher, publisher)
    assert len(local.asked) == 3


@pytest.mark.parametrize(
    ("half", "found"),
    [
        (replace(GOOD, delay=2), "nada en el plazo"),
        (replace(GOOD, cut=5), "una respuesta cortada a los 5 bytes"),
        (replace(GOOD, cut=5, chunked=True), "una respuesta cortada a los 5 bytes"),
    ],
    ids=["time-out", "cut body", "cut chunks"],
)
def test_half_an_answer_is_asked_for_again_and_never_taken(
    half: Answer, found: str, local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    fetcher.patience = replace(fetcher.patience, silence=0.5 if half.delay else 20)
    answers(local, half, GOOD)
    assert get(fetcher, publisher) == '{"good": true}'
    fetcher.kept.forget_all()
    answers(local, half, half, half)
    assert found in refused(fetcher, publisher)


def test_an_answer_that_drips_for_ever_ends_at_the_deadline(
    local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    fetcher.patience = replace(fetcher.patience, attempts=1, answer=0.5)
    answers(local, Answer(b"1" * 100, drip=0.1))
    began = time.monotonic()
    assert "una respuesta que no termina en el plazo" in refused(fetcher, publisher)
    assert time.monotonic() - began < 3


def test_an_enormous_answer_is_not_taken(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    fetcher.patience = replace(fetcher.patience, answer_bytes=1 << 20)
    answers(local, Answer(b"1" * (2 << 20)))
    assert "llegó más de lo que cabe esperar. Se esperaba 1 MB a lo sumo." in refused(fetcher, publisher)


def test_an_answer_that_swells_when_decoded_is_not_taken(
    local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    fetcher.patience = replace(fetcher.patience, answer_bytes=1 << 20)
    answers(local, Answer(gzip.compress(b"1" * (50 << 20)), headers={"Content-Encoding": "gzip"}))
    assert "más de lo que cabe esperar" in refused(fetcher, publisher)
    assert fetcher.received < 2 << 20


def test_a_header_cannot_command_the_terminal(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    answers(local, Answer(b"", form="text/html \x1b]0;x\x07"))
    assert "\x1b" not in refused(fetcher, publisher)


def test_all_answers_together_are_bounded(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    fetcher.patience = replace(fetcher.patience, all_bytes=20)
    answers(local, GOOD, GOOD)
    get(fetcher, publisher)
    fetcher.kept.forget_all()
    assert "más de lo que cabe esperar" in refused(fetcher, publisher)


def test_a_page_that_moved_within_the_publisher_is_followed_and_named(
    local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    answers(local, Answer(b"", 301, headers={"Location": "/new"}))
    local.first["/new"] = deque([GOOD])
    assert get(fetcher, publisher) == '{"good": true}'
    assert fetcher.moves == {f"{local.base}/data": f"{local.base}/new"}


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/data",
        "http://localhost:1/data",
        "file:///etc/passwd",
        "http://127.0.0.1:1/x",
        "http://[x",
        "http://127.0.0.1:99999/x",
    ],
)
def test_a_page_that_moved_elsewhere_is_named_and_not_followed(
    target: str, local: LocalServices, fetcher: Fetcher, publisher: Publisher
) -> None:
    answers(local, Answer(b"", 308, headers={"Location": target}))
    sentence = refused(fetcher, publisher)
    assert f"el aviso de que la página se mudó a {target}" in sentence
    assert "indique la dirección nueva del servicio en la orden" in sentence


def test_what_comes_with_a_move_is_not_read(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    answers(local, Answer(b"1" * 100, 301, headers={"Location": "/new"}, drip=0.1))
    local.first["/new"] = deque([GOOD])
    began = time.monotonic()
    assert get(fetcher, publisher) == '{"good": true}'
    assert time.monotonic() - began < 3


def test_one_move_after_the_other_ends(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    local.respond = lambda path, query: Answer(b"", 302, headers={"Location": path + "a"})
    assert "una mudanza tras otra" in refused(fetcher, publisher)
    assert len(local.asked) == 4


def test_a_page_to_read_is_no_data(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    answers(local, Answer(b"<html>Acepte las condiciones de la red</html>", form="text/html"))
    assert "contenido de tipo «text/html»" in refused(fetcher, publisher)


def test_what_is_not_there_is_asked_for_once(local: LocalServices, fetcher: Fetcher, publisher: Publisher) -> None:
    answers(local, Answer(b"", 404))
    assert "el código HTTP 404" in refused(fetcher, publisher)
    assert len(local.asked) == 1


def test_no_service_at_all(fetcher: Fetcher) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    nobody = Publisher("Institución", f"http://127.0.0.1:{port}", "127.0.0.1", "json", "")
    assert "ninguna conexión en 3 intentos" in refused(fetcher, nobody)
