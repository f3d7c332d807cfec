"""What the browser kernel is made of and the project does not carry: Pyodide and pure wheels, from PyPI, kept."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / "build" / "cache" / "pyodide"
INSIDE = "open_webui/frontend/pyodide/"
FOR_THE_BROWSER = ["--python-version=3.13", "--platform=any", "--implementation=py", "--abi=none"]


class NotReachable(Exception):
    """PyPI did not answer, and nothing is kept from before."""


def pure_wheels() -> list[Path]:
    """The wheels of wheels.txt, with the checksums noted there."""
    return sorted(_downloaded("wheels", FOR_THE_BROWSER).glob("*.whl"))


def pyodide() -> Path:
    """The folder of Pyodide; every file that its lock names and that is there has the checksum of the lock."""
    folder = CACHE / "distribution"
    if not folder.is_dir():
        [archive] = _downloaded("pyodide", ["--python-version=3.12"]).glob("*.whl")
        new = folder.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        with zipfile.ZipFile(archive) as packed:
            for name in packed.namelist():
                if name.startswith(INSIDE) and not name.endswith((".map", ".d.ts", ".html")):
                    (new / name.removeprefix(INSIDE)).write_bytes(packed.read(name))
        new.rename(folder)
    wrong = [file.name for file, checksum in locked_files(folder) if sha256(file) != checksum]
    assert not wrong, f"{folder} is damaged, delete it: {wrong}"
    return folder


def locked_files(folder: Path) -> list[tuple[Path, str]]:
    """The files of a distribution that its lock names and that are there, each with its checksum."""
    packages = json.loads((folder / "pyodide-lock.json").read_text())["packages"].values()
    named = [(folder / package["file_name"], package["sha256"]) for package in packages]
    return [(file, checksum) for file, checksum in named if file.is_file()]


def sha256(file: Path) -> str:
    """The checksum of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _downloaded(name: str, choices: list[str]) -> Path:
    """The folder with what a list of requirements asks for: kept under the checksum of the list."""
    requirements = HERE / f"{name}.txt"
    folder = CACHE / f"{name}-{sha256(requirements)[:12]}"
    if not folder.is_dir():
        new = folder.with_suffix(".new")
        pip = [os.environ.get("UV") or "uv", "run", "--quiet", "--no-project", "--python", sys.executable]
        pip += ["--with", "pip", "python", "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        chosen = ["--no-deps", "--require-hashes", "--only-binary=:all:", *choices]
        done = subprocess.run([*pip, *chosen, "-r", requirements, "-d", new], capture_output=True, text=True)
        assert "DO NOT MATCH THE HASHES" not in done.stderr, done.stderr
        if done.returncode:
            raise NotReachable(done.stderr.strip().splitlines()[-1])
        new.rename(folder)
    return folder
