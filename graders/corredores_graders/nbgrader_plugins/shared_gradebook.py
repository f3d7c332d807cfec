"""The gradebook that a preprocessor works with: one that is open already, or nbgrader's own way of opening one."""

from collections.abc import Mapping
from typing import Any

from nbgrader.api import Gradebook

#: Where ``corredores grade`` leaves in nbgrader's resources the gradebook that it keeps open for a whole class.
GRADEBOOK = "corredores_gradebook"


def gradebook_of(resources: Mapping[str, Any]) -> Gradebook:
    """Return the gradebook of the notebook that ``resources`` are about, to be used in a ``with`` statement."""
    shared = resources.get(GRADEBOOK)
    return shared if shared is not None else Gradebook(resources["nbgrader"]["db_url"])
