"""What a command leaves unloaded, or loads more quickly, so that it begins sooner."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


def leave_out_grammar() -> None:
    """Keep jsonschema from loading a grammar of international addresses, a second's work that no notebook asks for.

    It is one of the optional packages for its format checks; a name that maps to None is Python's way to say that a
    module is not to be had.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]


@contextmanager
def much_loaded() -> Iterator[None]:
    """Load modules inside without looking for garbage, which takes a sixth of the time and finds none."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
