"""Pictures and tables made before they are asked for: every notebook of a class that is graded asks for the same ones.

What grades a class forks a process for each notebook from one that has made them. Nowhere else is anything made ahead.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Made = TypeVar("_Made")
_makers: dict[str, tuple[Callable[..., Any], Callable[[], object]]] = {}
_waiting: dict[tuple[str, str], Any] = {}


def anywhere() -> None:
    """The circumstances of a function that heeds none."""


def ready_ahead(circumstances: Callable[[], object]) -> Callable[[Callable[_Asked, _Made]], Callable[_Asked, _Made]]:
    """Let a function hand out, once, what was made ahead for the same arguments and in the same ``circumstances``."""

    def decorate(make: Callable[_Asked, _Made]) -> Callable[_Asked, _Made]:
        _makers[make.__name__] = make, circumstances

        @wraps(make)
        def taken_or_made(*arguments: _Asked.args, **named: _Asked.kwargs) -> _Made:
            taken: _Made | None = _waiting.pop(_key(make.__name__, arguments, named), None) if _waiting else None
            return make(*arguments, **named) if taken is None else taken

        return taken_or_made

    return decorate


def make_ahead(function: str, *arguments: object, **named: object) -> None:
    """Make what a function that is :func:`ready_ahead`, called by its name, gives to the next one who asks for it."""
    asked = _key(function, arguments, named)
    if asked not in _waiting:
        make, _ = _makers[function]
        _waiting[asked] = make(*arguments, **named)


def _key(function: str, arguments: object, named: dict[str, Any]) -> tuple[str, str]:
    _, circumstances = _makers[function]
    return function, repr((arguments, sorted(named.items()), circumstances()))
