"""A notebook without a browser: cells run in IPython's own shell, and what they display is kept."""

import copy
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from corredores.checking import ANSWER_MIME

Names = dict[str, Any]


@dataclass(frozen=True)
class Ran:
    """What became of a cell."""

    raised: str = ""
    """the error that stopped it, in a line"""
    displayed: tuple[dict[str, Any], ...] = ()
    """the MIME bundles that it displayed"""
    seconds: float = 0.0
    """of the processor"""
    bytes: int = 0
    """the most memory that it held at a time, where that was watched"""
    card: dict[str, Any] = field(default_factory=dict)
    """of a check cell, the last bundle that carries an answer"""


class Notebook:
    """A kernel's namespace, to which an earlier state can be given back."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._empty = dict(shell.user_ns)

    def clear(self) -> None:
        """Forget every name, as a restarted kernel does."""
        self.restore(self._empty)

    def names(self) -> Names:
        """Return the names in force, to be restored later."""
        return dict(self._shell.user_ns)

    def restore(self, names: Names) -> None:
        """Put ``names`` in force; what a cell may change in place is copied."""
        self._shell.user_ns.clear()
        self._shell.user_ns.update({name: _own(value) for name, value in names.items()})

    def run(self, source: str, watch_memory: bool = False) -> Ran:
        """Run a cell; nothing it does, short of ending the process, goes further than what is returned."""
        if watch_memory:
            tracemalloc.start()
        began = time.process_time()
        with capture_output() as captured:
            result = self._shell.run_cell(source, store_history=False)
        seconds = time.process_time() - began
        most = 0
        if watch_memory:
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        error = result.error_before_exec or result.error_in_exec
        displayed = tuple(output.data for output in captured.outputs)
        cards = [bundle for bundle in displayed if ANSWER_MIME in bundle]
        return Ran(_line(error) if error else "", displayed, seconds, most, cards[-1] if cards else {})


def _own(value: Any) -> Any:
    if type(value) in (pd.DataFrame, pd.Series, list, dict):
        return copy.copy(value)
    return value


def _line(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]


@contextmanager
def opened() -> Iterator[Notebook]:
    """Open a notebook in this process; IPython knows one shell a process, which ``check`` finds by itself."""
    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)
    try:
        yield Notebook(shell)
    finally:
        shell.restore_sys_module_state()
        InteractiveShell.clear_instance()
