"""What is seen while a refresh asks: how many answers came from whom, and every wait."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from corredores_graders.language import text

if TYPE_CHECKING:
    from datasets.recipes.refresh.fetching import Fetcher
    from datasets.recipes.refresh.publisher import Publisher


@contextmanager
def answers_shown(fetcher: "Fetcher") -> Iterator[None]:
    """Show how many answers came from whom, and every wait."""
    console = Console(stderr=True)
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=console) as progress:
        fetcher.on_answer = _counter(progress)
        fetcher.on_wait = lambda sentence: console.print(sentence, markup=False, soft_wrap=True)
        yield


def _counter(progress: Progress) -> Callable[["Publisher", int], None]:
    tasks: dict[str, TaskID] = {}
    sizes: dict[str, list[int]] = {}

    def count(publisher: "Publisher", size: int) -> None:
        if publisher.name not in tasks:
            tasks[publisher.name] = progress.add_task(publisher.name, total=None)
        received = sizes.setdefault(publisher.name, [])
        received.append(size)
        shown = text(
            "{publisher}: {count} respuestas, {kilobytes} kB",
            publisher=publisher.name,
            count=len(received),
            kilobytes=sum(received) // 1000,
        )
        progress.update(tasks[publisher.name], description=shown)

    return count
