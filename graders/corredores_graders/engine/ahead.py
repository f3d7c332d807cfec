"""What can begin before all is loaded: the warm process starts while the grading process still imports nbgrader."""

import sys
import threading
from contextlib import suppress


def start_ahead(level: str) -> None:
    """Start this process's warm interpreter in the background; whoever runs the first job waits for it there.

    ``level`` is what :func:`corredores_graders.engine.levels.choose_level` is asked for. What goes wrong is said where
    the first job is run.
    """
    threading.Thread(target=_start, args=(level,), daemon=True).start()


def leave_out_grammar() -> None:
    """Keep jsonschema from loading a grammar of international addresses, 1.4 s of work that no notebook asks for.

    It is one of the optional packages for its format checks; a name that maps to None is Python's way to say that a
    module is not to be had.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


def _start(level: str) -> None:
    from corredores_graders.engine.execute import interpreter
    from corredores_graders.engine.levels import choose_level

    with suppress(Exception):
        interpreter(choose_level(level))
