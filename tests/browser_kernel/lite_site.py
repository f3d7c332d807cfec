"""A JupyterLite site: JupyterLab in the browser with Pyodide, the course's core wheel and nothing from outside."""

import json
import shutil
import subprocess
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.browser_kernel.downloads import pure_wheels, pyodide, sha256

EXTENSIONS = ["@jupyterlite/pyodide-kernel-extension", "@jupyter-widgets/jupyterlab-manager", "jupyterlab-plotly"]
INSTALLED = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
KERNEL = INSTALLED / EXTENSIONS[0] / "static" / "pypi"
KERNEL_WHEELS = ["ipykernel-6", "piplite", "pyodide_kernel", "widgetsnbextension-4"]
# Loaded when the kernel starts, in one go, so that it asks no package index for anything.
PRELOADED = ["micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython", "nbformat", "corredores"]
MARKERS = {"python_version": "3.13", "python_full_version": "3.13.2", "sys_platform": "emscripten", "extra": ""}
MARKERS |= {"platform_system": "Emscripten", "os_name": "posix", "platform_machine": "wasm32"}


def build_site(folder: Path, wheel: Path, notebooks: Path) -> Path:
    """Build the site in ``folder`` with a wheel of the course and the notebooks; return where it is served from."""
    lite, extensions = folder / "lite", folder / "labextensions"
    for extension in EXTENSIONS:
        shutil.copytree(INSTALLED / extension, extensions / extension)
    _unpack_own_extension(wheel, extensions / "corredores")
    write_distribution(lite / "static" / "pyodide", wheel)
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": PRELOADED}}
    config = {
        "appName": "Corredores",
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
    }
    (lite / "jupyter-lite.json").write_text(
        json.dumps({"jupyter-lite-schema-version": 0, "jupyter-config-data": config}), encoding="utf-8"
    )
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--apps=lab", "--ignore-sys-prefix"]
    command += ["--no-sourcemaps", "--no-libarchive"]
    command += [f"--FederatedExtensionAddon.extra_labextensions_path={extensions}"]
    command += [f"--lite-dir={lite}", f"--contents={notebooks}", f"--output-dir={folder / 'site'}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def write_distribution(folder: Path, wheel: Path) -> None:
    """Write Pyodide, the kernel's wheels, the pure ones and the course's into a folder, with a lock of them all."""
    shutil.copytree(pyodide(), folder)
    lock = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    there = {name: about for name, about in lock["packages"].items() if (folder / about["file_name"]).is_file()}
    kernel = [next(KERNEL.glob(f"{name}*.whl")) for name in KERNEL_WHEELS]
    for pure in [*pure_wheels(), *kernel, wheel]:
        shutil.copy(pure, folder)
        about = _locked(pure)
        there[about["name"]] = about
    for about in there.values():
        about["depends"] = [name for name in about["depends"] if name in there]
    lock["packages"] = there
    (folder / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def _locked(wheel: Path) -> dict[str, Any]:
    """The entry of a pure wheel in Pyodide's lock."""
    with zipfile.ZipFile(wheel) as packed:
        described = next(name for name in packed.namelist() if name.endswith(".dist-info/METADATA"))
        about = HeaderParser().parsestr(packed.read(described).decode())
    asked = [Requirement(line) for line in about.get_all("Requires-Dist", [])]
    return {
        "name": canonicalize_name(about["Name"]),
        "version": about["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": sha256(wheel),
        "package_type": "package",
        "imports": [],
        "depends": [canonicalize_name(one.name) for one in asked if not one.marker or one.marker.evaluate(MARKERS)],
    }


def _unpack_own_extension(wheel: Path, folder: Path) -> None:
    """Take the course's extension of JupyterLab out of its wheel, as installing it would."""
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            _, found, inner = name.partition("/share/jupyter/labextensions/corredores/")
            if found:
                (folder / inner).parent.mkdir(parents=True, exist_ok=True)
                (folder / inner).write_bytes(packed.read(name))
