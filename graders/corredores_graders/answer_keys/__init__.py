"""Right answers and known mistakes, module by module."""

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from corredores_graders.answer_keys.declaration import Exercise, ModuleKey

#: The checkout: notebooks, locale and book lie beside the packages.
PROJECT = Path(__file__).resolve().parents[3]


class UnknownModule(LookupError):
    """A module for which there is no answer key."""


def module_ids() -> tuple[str, ...]:
    """Return the modules that have an answer key, in order."""
    return tuple(sorted(path.stem for path in Path(__file__).parent.glob("m*.py") if re.fullmatch(r"m\d\d", path.stem)))


@lru_cache(maxsize=16)
def module_key(module: str) -> ModuleKey:
    """Return the declared exercises of ``module`` ("m03").

    Raises
    ------
    UnknownModule
        When there is no answer key of that name.
    """
    if module not in module_ids():
        raise UnknownModule(module)
    declared: tuple[Exercise, ...] = import_module(f"corredores_graders.answer_keys.{module}").EXERCISES
    exercises: Mapping[str, Exercise] = {exercise.id: exercise for exercise in declared}
    folder = next((PROJECT / "notebooks").glob(f"{module}-*"), PROJECT / "notebooks" / module)
    return ModuleKey(module, exercises, folder)
