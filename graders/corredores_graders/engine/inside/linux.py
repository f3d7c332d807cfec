"""Calls of the Linux kernel for which Python has no function, with errors as ``OSError``."""

import ctypes
import os
import platform
from typing import Any

_libc = ctypes.CDLL(None, use_errno=True)

CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC = 0x20000, 0x2000000, 0x4000000, 0x8000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
CLONE_FILES, CLONE_THREAD = 0x400, 0x10000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT, MS_BIND = 1, 2, 4, 8, 32, 4096
MS_REC, MS_PRIVATE = 16384, 1 << 18
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_MM, PR_SET_CHILD_SUBREAPER = (
    1,
    4,
    22,
    24,
    35,
    36,
)
PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 38, 47, 4
_CAPABILITY_VERSION_3 = 0x20080522


def machine() -> str:
    """Return the processor's name as the kernel says it, such as ``x86_64``."""
    return platform.machine()


def _checked(result: int, *about: object) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), *map(str, about))
    return result


def unshare(flags: int) -> None:
    """Move this process (and, for process ids, its children) into new namespaces."""
    _checked(_libc.unshare(ctypes.c_int(flags)))


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    """Mount ``source`` at ``target``."""
    _checked(
        _libc.mount(source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode() or None),
        target,
    )


def prctl(option: int, *arguments: int) -> int:
    """Call ``prctl(2)``."""
    padded = [ctypes.c_ulong(argument) for argument in (*arguments, 0, 0, 0, 0)[:4]]
    return _checked(_libc.prctl(ctypes.c_int(option), *padded))


def syscall(number: int, *arguments: Any) -> int:
    """Call the kernel by number."""
    return _checked(_libc.syscall(ctypes.c_long(number), *arguments))


def close_from(first: int) -> None:
    """Close every file descriptor from ``first`` on."""
    os.closerange(first, os.sysconf("SC_OPEN_MAX") if first > 1 << 16 else 1 << 16)


def die_with_parent() -> None:
    """Let the kernel kill this process when its parent ends."""
    prctl(PR_SET_PDEATHSIG, 9)


def drop_capabilities() -> None:
    """Give up every capability for good, and whatever a program could give back."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    for capability in range(64):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:  # beyond the last that this kernel knows, or there was none to drop
            break
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    _checked(_libc.capset(ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)())))
