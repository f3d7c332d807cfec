"""How far a run has come: one line a stage, written as it begins, so that whoever finds a dead run can see where."""

import logging
from pathlib import Path
from types import TracebackType

STAGES = ("execution", "judging", "write", "commit", "rename", "ledger", "done")
log = logging.getLogger("corredores.grading")


def stage(name: str, trainee: str) -> None:
    """Note that the stage ``name`` of a trainee's submission begins."""
    log.info("%s %s", name, trainee)


class Journal:
    """Write the stages of a run to a file, from its beginning."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
        # For appending: nbgrader's application closes every handler when it starts, and only such a one opens again.
        self._handler = logging.FileHandler(path, mode="a", encoding="utf-8")
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))

    def __enter__(self) -> "Journal":
        log.addHandler(self._handler)
        log.setLevel(logging.INFO)
        log.propagate = False
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        log.removeHandler(self._handler)
        self._handler.close()
