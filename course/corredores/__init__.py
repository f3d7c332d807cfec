"""What a trainee has: tables, indicators, charts, explorers, checks and handing in."""

from importlib import import_module
from importlib.metadata import version
from typing import Any

from corredores.python_version import require

require()
__version__ = version("corredores")
__all__ = ["NOT_AVAILABLE", "NO_DISPONIBLE", "__version__", "check", "hint", "my_corridor"]

_HOMES = {
    "check": ("corredores.checking", "check"),
    "hint": ("corredores.checking", "hint"),
    "my_corridor": ("corredores.corridor", "my_corridor"),
    "NOT_AVAILABLE": ("corredores.checking", "NOT_AVAILABLE"),
    "NO_DISPONIBLE": ("corredores.checking", "NOT_AVAILABLE"),
}


def __getattr__(name: str) -> Any:
    """Find what a notebook's first cell imports; late, so that the command line starts without pandas and IPython."""
    if name in _HOMES:
        module, attribute = _HOMES[name]
        return getattr(import_module(module), attribute)
    raise AttributeError(f"module 'corredores' has no attribute {name!r}")
