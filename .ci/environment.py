"""Print environment.yml: Python, and every package that uv.lock pins for the course, in conda's pip section."""

import os
import subprocess
from pathlib import Path

PROJECT = Path(__file__).parents[1]
HEAD = """\
# Made from uv.lock by `uv run python .ci/environment.py > environment.yml`; a test keeps the two in step.
name: corredores
channels: [conda-forge]
dependencies:
  - python=3.11
  - pip
  - pip:
"""
EXPORT = ["export", "--locked", "--no-dev", "--no-hashes", "--no-annotate", "--no-header", "--no-emit-workspace", "-q"]


def locked_packages() -> list[str]:
    """Requirement lines of uv.lock, markers included, without the development tools."""
    uv = os.environ.get("UV", "uv")
    exported = subprocess.run([uv, *EXPORT], cwd=PROJECT, check=True, capture_output=True, text=True).stdout
    return exported.splitlines()


if __name__ == "__main__":
    requirements = [*locked_packages(), "-e ./course", "-e ./graders"]
    print(HEAD + "\n".join(f'      - "{line}"' for line in requirements))
