"""A local server in the place of the publishers' services, and who is asked."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.kept_answers import KeptAnswers
from datasets.recipes.refresh.publisher import Patience, Publisher
from tests.datasets.refresh.local_services import LocalServices, serving


@pytest.fixture(autouse=True)
def spanish_without_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORREDORES_LANG", "es")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")


@pytest.fixture
def local() -> Iterator[LocalServices]:
    with serving() as services:
        yield services


@pytest.fixture
def publisher(local: LocalServices) -> Publisher:
    return Publisher("Institución", local.base, "127.0.0.1", "json", "https://example.org/documentación")


@pytest.fixture
def fetcher(tmp_path: Path) -> Iterator[Fetcher]:
    """A fetcher that loses no time between attempts."""
    patience = Patience(connect=10, silence=20, answer=60, attempts=3, pause=0)
    with closing(Fetcher(KeptAnswers(tmp_path / "answers"), patience)) as open_fetcher:
        yield open_fetcher
