"""What one submission may use of the machine, by resource limits that its own code cannot raise."""

import resource
from typing import NamedTuple

PROCESSES = 64


class Bounds(NamedTuple):
    """The bounds of one run, in bytes, seconds and counts."""

    memory_bytes: int
    cpu_seconds: int
    scratch_bytes: int
    scratch_files: int
    open_files: int


def set_limits(bounds: Bounds) -> None:
    """Set the limits of this process: address space, processor time, size of a file, open files, threads."""
    _limit(resource.RLIMIT_AS, _address_space() + bounds.memory_bytes)
    _limit(resource.RLIMIT_CPU, bounds.cpu_seconds)
    _limit(resource.RLIMIT_FSIZE, bounds.scratch_bytes)
    _limit(resource.RLIMIT_NOFILE, bounds.open_files)
    _limit(resource.RLIMIT_NPROC, PROCESSES)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_MSGQUEUE, 0)
    _limit(resource.RLIMIT_MEMLOCK, 1 << 16)
    _limit(resource.RLIMIT_STACK, 8 << 20)


def _limit(kind: int, value: int) -> None:
    _, most = resource.getrlimit(kind)
    value = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(kind, (value, value))


def _address_space() -> int:
    """Return what the warm process itself takes: the budget comes on top of it."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
