"""What is seen while a class is graded: how many, how fast, how many could not be, how long it will take."""

import time
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from corredores_graders.grading.outcome import GradeResult
from corredores_graders.language import text


def shown(results: Iterable[GradeResult], total: int, assignment: str, console: Console) -> Iterator[GradeResult]:
    """Yield ``results`` and show how the grading goes."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[failures]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    failures, begin = 0, time.monotonic()
    with Progress(*columns, console=console) as progress:
        task = progress.add_task(
            text("Calificar {assignment}", assignment=assignment), total=total, rate="", failures=_failures(0)
        )
        for done, result in enumerate(results, start=1):
            failures += not result.ok
            rate = 60 * done / max(time.monotonic() - begin, 0.001)
            progress.update(
                task, advance=1, rate=text("{rate} por minuto", rate=f"{rate:.0f}"), failures=_failures(failures)
            )
            yield result


def _failures(count: int) -> str:
    return text("sin calificar: {count}", count=count)
