"""Links in a submission, which nbgrader's own command has followed when it copied the folder to be graded."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corredores_graders.language import text
from corredores_graders.nbgrader_plugins.refusals import Refused


def undo_followed_links(about: Mapping[str, Any]) -> None:
    """Take away what nbgrader copied through links of a submission: it may be anybody's, and the run would see it.

    Raises
    ------
    Refused
        When the notebook itself is a link.
    """
    submitted, graded = (
        Path.cwd() / stage / about["student"] / about["assignment"] for stage in ("submitted", "autograded")
    )
    source = Path.cwd() / "source" / about["assignment"]
    for place, folders, names in os.walk(submitted):
        for path in (Path(place) / name for name in (*folders, *names)):
            if not path.is_symlink():
                continue
            relative = path.relative_to(submitted)
            if relative == Path(f"{about['notebook']}.ipynb"):
                sentence = text(
                    "{file}: es un enlace a otro archivo, y no se sigue. Pida a la persona el archivo mismo.", file=path
                )
                raise Refused("link", sentence, path.name)
            copied = graded / relative
            if copied.is_file() and not (source / relative).exists():  # nbgrader has put the trainer's own there
                copied.unlink()
