"""The engine: Jupyter Book 1, run apart, with warnings as errors, and its result made fit for reading off line."""

import os
import subprocess
import sys
from pathlib import Path

from corredores_graders.authoring.book.errors import EngineFailed
from corredores_graders.authoring.writing import write_if_changed

_RUN = "from jupyter_book.cli.main import main; main()"
#: The theme's icon script redraws what its own font already shows, and weighs 1.5 MB; maps are for its developers.
ICON_SCRIPT = "_static/scripts/fontawesome.js"
NOT_READ = (".map", ".ttf", ".buildinfo", ".txt", ".inv")


def run_engine(pages: Path, work: Path, language: str) -> Path:
    """Build ``pages`` and return the folder of HTML. Raises :class:`EngineFailed` at the first warning."""
    command = [sys.executable, "-c", _RUN, "build", str(pages), "--path-output", str(work), "-W", "--keep-going", "-q"]
    environment = {**os.environ, "PYTHONWARNINGS": "ignore", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    warnings = [line for line in done.stderr.splitlines() if "WARNING" in line or "ERROR" in line]
    if done.returncode or warnings:
        raise EngineFailed(language, "\n".join(warnings) or (done.stdout + done.stderr)[-2000:])
    return work / "_build" / "html"


def publish(html: Path, target: Path) -> None:
    """Copy the built pages to ``target``: only what changed, only what a reader needs, nothing left from before."""
    wanted = {path.relative_to(html): path for path in html.rglob("*") if path.is_file() and _is_read(path)}
    for name, path in wanted.items():
        content = b"" if name.as_posix() == ICON_SCRIPT else path.read_bytes()
        write_if_changed(target / name, content)
    for path in [path for path in target.rglob("*") if path.is_file()]:
        if path.relative_to(target) not in wanted:
            path.unlink()


def _is_read(path: Path) -> bool:
    return path.suffix not in NOT_READ and path.name not in NOT_READ
