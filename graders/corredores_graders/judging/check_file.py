"""Write the check file of a release: digests, messages and hints for every corridor, no answer."""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import corredores
from corredores.checking.check_file import ANY_CORRIDOR
from corredores.checking.reference import PartReference
from corredores.corridor import ASSIGNABLE
from corredores.data import compiled
from corredores_graders.answer_keys.declaration import ModuleKey
from corredores_graders.judging.reference import describe, part_references

FORMAT = 1


def check_file_content(module: ModuleKey, language: str) -> dict[str, Any]:
    """Return the content of the check file of ``module`` in ``language``."""
    exercises = {}
    for exercise in module.exercises.values():
        described = dict(describe(module.id, exercise.id, language))
        described["parts"] = [_lean(asdict(spec)) for spec in described.pop("specs")]
        exercises[exercise.id] = described
    return {
        "format": FORMAT,
        "module": module.id,
        "language": language,
        "versions": present_versions(module),
        "exercises": exercises,
        "references": _references(module),
    }


def present_versions(module: ModuleKey) -> dict[str, str]:
    """Return the versions of code, keys and data with which ``module`` would be released now."""
    keys = _fingerprint(_references(module))
    return {"corredores": corredores.__version__, "keys": keys, "data": compiled.fingerprint()}


def write_check_file(module: ModuleKey, language: str, path: Path) -> None:
    """Write the check file; a file that would not change is left alone."""
    content = (
        json.dumps(check_file_content(module, language), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        + "\n"
    )
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.write_text(content, encoding="utf-8")


def _references(module: ModuleKey) -> dict[str, dict[str, Any]]:
    """Return the digests of each exercise by pair of its corridors."""
    references = {}
    for exercise in module.exercises.values():
        pairs = [corridor.pair for corridor in ASSIGNABLE] if exercise.individual else [ANY_CORRIDOR]
        references[exercise.id] = {pair: _stored(part_references(module.id, exercise.id, pair)) for pair in pairs}
    return references


def _stored(parts: dict[str, PartReference] | Any) -> dict[str, Any]:
    return {
        variable: {"right": part.right, "mistakes": [[m.id, m.expected, m.message, m.when] for m in part.mistakes]}
        for variable, part in parts.items()
    }


def _lean(spec: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in spec.items() if value not in ("", 0, 0.0, (), {}, [])}


def _fingerprint(references: dict[str, Any]) -> str:
    return hashlib.blake2b(json.dumps(references, sort_keys=True).encode(), digest_size=6).hexdigest()
