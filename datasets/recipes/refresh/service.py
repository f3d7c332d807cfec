"""A publisher's interface: who is asked, and which source files its answers become."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from datasets.recipes.refresh.fetching import Fetcher
from datasets.recipes.refresh.publisher import Publisher


@dataclass(frozen=True)
class Service:
    """One interface."""

    name: str  #: as written on the command line
    publisher: Publisher
    files: tuple[str, ...]  #: the source files that it writes, in the form that the recipes read
    fetch: Callable[[Publisher, Fetcher, Path, int], str]
    """Write the files into a folder, up to a year, and return the edition's name."""

    def at(self, base: str) -> "Service":
        """Return the same service at another address."""
        return replace(self, publisher=replace(self.publisher, base=base.rstrip("/")))
