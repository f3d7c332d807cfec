"""Saying what a command is doing, on a terminal and in a log alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console


def plain_console() -> Console:
    """Return a console that prints paths and addresses whole, without breaking or colouring them."""
    return Console(soft_wrap=True, highlight=False, markup=False)


@contextmanager
def step(console: Console, sentence: str) -> Iterator[None]:
    """Show ``sentence`` while its block runs, then how long it took."""
    begin = monotonic()
    with console.status(sentence):
        yield
    console.print(f"· {sentence} ({monotonic() - begin:.0f} s)")
