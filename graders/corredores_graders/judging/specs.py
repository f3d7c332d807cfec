"""What a key declares of an exercise, corridor apart, in the form that the check file carries."""

import hashlib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from corredores.checking.encoding import encode
from corredores.checking.reference import PartSpec
from corredores_graders.answer_keys.declaration import (
    Choice,
    Classification,
    Exercise,
    Form,
    Function,
    ModuleKey,
    Order,
    Part,
    Table,
    Value,
)

Translate = Callable[[str], str]
RELEASED_PROBES = 3


def salt(module: str, exercise: str, pair: str) -> str:
    """Return the salt of one exercise and corridor; derived, so that a release can be built twice alike."""
    return f"{module}.{exercise}:{pair}"


def part_spec(module: ModuleKey, exercise: Exercise, part: Part, translate: Translate) -> PartSpec:
    """Return the declared side of ``part`` in the language of ``translate``."""
    plain: dict[str, Any] = {"variable": part.variable, "kind": part.kind, "label": translate(part.label)}
    if isinstance(part, (Value, Function)):
        plain |= {"unit": part.unit, "tolerance": part.tolerance}
    if isinstance(part, Function):
        plain["probes"] = _released_probes(part.probe, part.variable, f"{module.id}.{exercise.id}")
    elif isinstance(part, Table):
        names = {column.name: column.aliases for column in part.columns} | dict(part.key_aliases)
        plain |= {
            "keys": part.keys,
            "columns": tuple((column.name, column.unit, column.tolerance) for column in part.columns),
            "aliases": {name: tuple(other) for name, other in names.items() if other},
            "missing_rows": part.missing_rows,
        }
    elif isinstance(part, Choice):
        plain["letters"] = part.letters
    elif isinstance(part, Order):
        plain["letters"] = "".join(sorted(part.steps + part.distractors))
    elif isinstance(part, Classification):
        plain |= {
            "letters": "".join(part.right),
            "classes": tuple(map(translate, part.classes)),
            "aliases": {name: tuple(other) for name, other in part.classes.items()},
        }
    elif isinstance(part, Form):
        plain["fields"] = instrument_fields(module, part, translate)
    return PartSpec(**plain)


def instrument_fields(module: ModuleKey, part: Form, translate: Translate) -> tuple[Mapping[str, Any], ...]:
    """Return the fields of the instrument that ``part`` fills in, with the settings that reading needs."""
    schema = tomllib.loads((module.folder / "instruments" / f"{part.instrument}.toml").read_text(encoding="utf-8"))
    kept = ("key", "kind", "required", "min_words", "not_available", "unit")
    return tuple(
        {**{name: field[name] for name in kept if name in field}, "label": translate(field["label"])}
        for field in schema["fields"]
    )


@lru_cache(maxsize=256)
def _released_probes(probe: Callable[..., Any], variable: str, seed: str) -> tuple[Any, ...]:
    return tuple(_drawn(probe, variable, seed, RELEASED_PROBES))


def draw_probes(part: Function, seed: str, count: int) -> list[Any]:
    """Return ``count`` encoded lists of arguments, the same for the same seed."""
    return _drawn(part.probe, part.variable, seed, count)


def _drawn(probe: Callable[..., Any], variable: str, seed: str, count: int) -> list[Any]:
    draw = np.random.default_rng(int.from_bytes(hashlib.blake2b(f"{seed}.{variable}".encode(), digest_size=8).digest()))
    return [[encode(argument) for argument in probe(draw)] for _ in range(count)]


def message_keys(parts: Sequence[Part]) -> dict[str, str]:
    """Return the key of each distinct sentence: the mistake's id, and a number where one id has several."""
    keys: dict[str, str] = {}
    for part in parts:
        for mistake in part.mistakes:
            if mistake.message not in keys:
                taken = sum(key.split(".")[0] == mistake.id for key in keys.values())
                keys[mistake.message] = mistake.id if not taken else f"{mistake.id}.{taken + 1}"
    return keys
