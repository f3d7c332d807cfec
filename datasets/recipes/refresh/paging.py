"""An answer in several pages: all of them, of one edition, none missing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from corredores.language import text
from datasets.recipes.refresh.failure import FetchError
from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.publisher import Publisher

MOST_PAGES = 2000


@dataclass(frozen=True)
class Page:
    """A page and what it says of the whole."""

    number: int
    pages: int
    rows: list[Any]
    size: int  #: rows of every page but the last
    total: int | None = None  #: rows of all pages, where the service says it
    edition: str = ""  #: day of the edition, where the service says it


def all_pages(
    fetcher: Fetcher, publisher: Publisher, address: Callable[[int], str], read: Callable[[bytes], Page]
) -> list[Page]:
    """Return every page of an answer.

    Raises
    ------
    FetchError
        When a page is not the one asked for, pages are of different editions, or rows are missing. What was kept of
        them is forgotten, so that the next run asks anew.
    """
    first = fetcher.get(publisher, address(1), read)
    if not 1 <= first.pages <= MOST_PAGES:
        pages = [first]
    else:
        pages = [first, *(fetcher.get(publisher, address(asked), read) for asked in range(2, first.pages + 1))]
    wrong = _wrong(pages)
    if wrong:
        fetcher.kept.forget(map(address, range(1, len(pages) + 1)))
        raise FetchError(publisher.name, address(1), wrong, text("todas las páginas de una misma edición"))
    return pages


def _wrong(pages: list[Page]) -> str:
    """Return in words why the pages are no whole, or nothing."""
    first, rows = pages[0], sum(len(page.rows) for page in pages)
    if len(pages) != first.pages:
        return text("el anuncio de {count} páginas", count=first.pages)
    for asked, page in enumerate(pages, 1):
        if page.number != asked:
            return text("la página {found} en lugar de la {asked}", found=page.number, asked=asked)
        if (page.pages, page.size, page.total, page.edition) != (first.pages, first.size, first.total, first.edition):
            return text("una página {asked} de otra edición que la primera", asked=asked)
        if len(page.rows) != page.size and asked < len(pages):
            return text("una página {asked} con {rows} filas, a medias", asked=asked, rows=len(page.rows))
    if not 0 < len(pages[-1].rows) <= first.size:
        return text("una última página con {rows} filas", rows=len(pages[-1].rows))
    if first.total is not None and rows != first.total:
        return text("{rows} filas de {total}", rows=rows, total=first.total)
    return ""
