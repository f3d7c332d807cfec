"""What a command leaves unloaded, so that it begins sooner."""

import sys


def leave_out_grammar() -> None:
    """Keep jsonschema from loading a grammar of international addresses, a second's work that no notebook asks for.

    It is one of the optional packages for its format checks; a name that maps to None is Python's way to say that a
    module is not to be had.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
