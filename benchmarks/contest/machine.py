"""What a measurement was made on, in a line; and keeping it to two cores."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

CORES = 2


def keep_to_two_cores() -> int:
    """Bind this process, and whatever it starts, to the first two cores it may use; return how many it got."""
    if not hasattr(os, "sched_setaffinity"):
        return os.cpu_count() or 1
    chosen = sorted(os.sched_getaffinity(0))[:CORES]
    os.sched_setaffinity(0, chosen)
    return len(chosen)


def described() -> str:
    """Return processor, cores, memory, system and versions."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("pandas", "nbgrader", "ipykernel"))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.release()}"
    return f"{_processor()}, {cores} cores, {_gigabytes()}, {system}, Python {platform.python_version()}, {libraries}"


def _processor() -> str:
    return _line("/proc/cpuinfo", "model name") or platform.machine()


def _gigabytes() -> str:
    kilobytes = _line("/proc/meminfo", "MemTotal").split()
    return f"{int(kilobytes[0]) / 1e6:.0f} GB" if kilobytes else "memory unknown"


def _line(file: str, name: str) -> str:
    if not Path(file).exists():
        return ""
    lines = Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
