"""Refuse an interpreter that is too old, in one sentence. Written so that an old one can still read it."""

import sys

OLDEST = (3, 11)


def require(version: "tuple[int, ...]" = sys.version_info[:2]) -> None:
    """End the program when ``version`` is older than the course can run on.

    Raises
    ------
    SystemExit
        With the version that was found, the one that is needed and what to do.
    """
    if version < OLDEST:
        # Not `text`: what finds the language needs a newer interpreter too.
        sys.exit(
            "Corredores necesita Python {}.{} o posterior y este es {}.{}. Instale uno desde python.org, o use "
            "«uv run», que trae el suyo. / Corredores needs Python {}.{} or later.".format(
                *OLDEST, *version[:2], *OLDEST
            )
        )
