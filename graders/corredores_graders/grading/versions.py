"""With which keys and data answers are judged now, and with which the release was made that they answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from nbformat import NotebookNode

from corredores_graders.answer_keys import module_key
from corredores_graders.judging.check_file import present_versions
from corredores_graders.nbgrader_plugins.cell_names import checked_exercise
from corredores_graders.nbgrader_plugins.judge import VERDICT_MIME

NAMES = ("keys", "data")


def versions_now(modules: Iterable[str]) -> dict[str, str]:
    """Return the versions of keys and data of ``modules``, as ``m03.keys``."""
    present = {module: present_versions(module_key(module)) for module in sorted(modules)}
    return {f"{module}.{name}": said[name] for module, said in present.items() for name in NAMES}


def answered_versions(graded: NotebookNode) -> dict[str, str]:
    """Return the versions that the answers of a graded notebook say they were published with."""
    found: dict[str, str] = {}
    for cell in graded.cells:
        name = checked_exercise(cell)
        records = (output.get("data", {}).get(VERDICT_MIME) for output in cell.outputs) if name else ()
        for record in filter(None, records):
            found |= _said(name.module if name else "", record.get("versions") or {})
    return found


def differing(answered: Mapping[str, str], present: Mapping[str, str]) -> list[str]:
    """Return which of ``keys`` and ``data`` differ; answers that never arrived have no versions."""
    return [
        name
        for name in NAMES
        if any(present.get(key, said) != said for key, said in answered.items() if key.endswith(f".{name}"))
    ]


def _said(module: str, versions: Mapping[str, Any]) -> dict[str, str]:
    return {f"{module}.{name}": str(versions[name])[:80] for name in NAMES if name in versions}
