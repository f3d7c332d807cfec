"""What the headers of an answer say: how long to wait, where a page moved to. None is taken on trust."""

from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import InvalidHeader
from urllib3.util import Retry

from datasets.recipes.refresh.publisher import Publisher


def asked_pause(response: requests.Response | None, retry: Retry) -> float | None:
    """Return the seconds of ``Retry-After``; a header that says nothing legible asks for nothing."""
    if response is None:
        return None
    try:
        return retry.get_retry_after(response.raw)
    except (InvalidHeader, ValueError, OverflowError):
        return None


def shown(header: str) -> str:
    """Return what a header says without what could command a terminal."""
    return ascii(header)[1:-1][:300]


def moved_to(asked: str, location: str) -> str:
    """Return where a page moved to; what is no address stays as it is written, and is not followed."""
    try:
        return urljoin(asked, location)
    except ValueError:
        return location


def may_follow(publisher: Publisher, asked: str, target: str) -> bool:
    """Whether a page may move there: the same host or the publisher's domain, and never from https to less."""
    try:
        before, after = urlsplit(asked), urlsplit(target)
        same = (after.hostname, after.port) == (before.hostname, before.port)
    except ValueError:
        return False
    host = (after.hostname or "").lower()
    return after.scheme in ("https", before.scheme) and (
        same or (after.scheme == "https" and (host == publisher.domain or host.endswith(f".{publisher.domain}")))
    )
