"""What a worker on another machine has of the graders: no key, no judge, no gradebook.

``python -m corredores_graders.engine.worker_package FOLDER`` copies it to ``FOLDER``, to be put on the workers'
``PYTHONPATH``; besides it they need ``corredores``, ``ipykernel`` and ``distributed``.
"""

import shutil
import sys
from pathlib import Path

import corredores_graders

PARTS = ("__init__.py", "language.py", "engine")


def parts() -> list[Path]:
    """Return where the parts lie."""
    return [Path(corredores_graders.__file__).parent / name for name in PARTS]


def write_package(folder: Path) -> Path:
    """Copy the parts to the package ``corredores_graders`` in ``folder``, which is returned.

    Raises
    ------
    FileExistsError
        When there is one already: what an older version left would stay in it.
    """
    package = folder / "corredores_graders"
    package.mkdir(parents=True)
    for part in parts():
        if part.is_dir():
            shutil.copytree(part, package / part.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(part, package)
    return folder


if __name__ == "__main__":
    write_package(Path(sys.argv[1]))
