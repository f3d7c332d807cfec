"""A filter of system calls, as a program of the kernel's packet filter; written raw, for no library is everywhere.

Layout of what the filter sees: ``int nr; __u32 arch; __u64 instruction_pointer; __u64 args[6]``, little-endian.
"""

import ctypes
import errno
import struct
from collections.abc import Iterable

from . import linux
from .syscalls import DENIED, DENIED_ON_SHARED_FILES, FORKS, LAST, PROCESSORS, UNREADABLE, WATCHED

_LOAD, _EQUAL, _GREATER_OR_EQUAL, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NEW_NAMESPACES = 0x7E020080  # CLONE_NEW*, time included
_THREAD = linux.CLONE_THREAD | linux.CLONE_FILES  # one with descriptors of its own would hide what it holds open
_X32 = 0x40000000
_AF_UNIX, _SOCK_STREAM, _SOCK_TYPES = 1, 1, 0xF
#: What is asked of any descriptor. All else is of terminals, or changes flags of files, or directs signals.
_IOCTL = {
    "TCGETS": 0x5401,
    "TIOCGWINSZ": 0x5413,
    "FIONREAD": 0x541B,
    "FIONBIO": 0x5421,
    "FIONCLEX": 0x5450,
    "FIOCLEX": 0x5451,
}
#: Signals to others, leases that make others wait for a file, pipes that use up what a user may have in them.
_FCNTL = {"F_SETOWN": 8, "F_SETSIG": 10, "F_SETOWN_EX": 15, "F_SETLEASE": 1024, "F_NOTIFY": 1026, "F_SETPIPE_SZ": 1031}
#: Outliving the parent, another filter, another layout; and what would hide open files from who counts their bytes.
_PRCTL = (
    linux.PR_SET_PDEATHSIG,
    linux.PR_SET_DUMPABLE,
    linux.PR_SET_SECCOMP,
    linux.PR_SET_MM,
    linux.PR_SET_CHILD_SUBREAPER,
)
_O_TMPFILE, _O_TRUNC, _O_ACCMODE = 0o20000000, 0o1000, 3
_SET_MODE_FILTER = 2

Instruction = bytes


class UnknownProcessor(OSError):
    """The table of system calls has no column for this machine."""


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> Instruction:
    return struct.pack("=HBBI", code, if_true, if_false, value & 0xFFFFFFFF)


def _argument(place: int, high: bool = False) -> Instruction:
    return _step(_LOAD, 16 + 8 * place + (4 if high else 0))


def _refuse(number: int) -> Instruction:
    return _step(_RETURN, _ERRNO | number)


class Filter:
    """The program for one processor; ``shared_files`` where the process shares user and file system with others."""

    def __init__(self, own_pid: int, shared_files: bool) -> None:
        if linux.machine() not in PROCESSORS:
            raise UnknownProcessor(errno.ENOSYS, f"no table of system calls for {linux.machine()}")
        self._audit, self._column = PROCESSORS[linux.machine()]
        self._own_pid, self._shared = own_pid, shared_files

    def program(self) -> bytes:
        """Return the instructions."""
        number = _step(_LOAD, 0)
        steps = [_step(_LOAD, 4), _step(_EQUAL, self._audit, 1, 0), _step(_RETURN, _KILL), number]
        if self._column == 0:
            steps += [_step(_GREATER_OR_EQUAL, _X32, 0, 1), _step(_RETURN, _KILL)]
        steps += [_step(_GREATER_OR_EQUAL, LAST + 1, 0, 1), _refuse(errno.ENOSYS)]
        denied = {**DENIED, **(DENIED_ON_SHARED_FILES if self._shared else {})}
        for table, answer in ((denied, errno.EPERM), (FORKS, errno.EAGAIN), (UNREADABLE, errno.ENOSYS)):
            for call in table.values():
                steps += self._on(call, [_refuse(answer)])
        for name, rules in self._watched().items():
            steps += self._on(WATCHED[name], rules)
        return b"".join([*steps, _step(_RETURN, _ALLOW)])

    def _on(self, call: tuple[int | None, int | None], rules: list[Instruction]) -> list[Instruction]:
        number = call[self._column]
        if number is None:
            return []
        return [_step(_EQUAL, number, 0, len(rules)), *rules]

    def _watched(self) -> dict[str, list[Instruction]]:
        allow = [_step(_RETURN, _ALLOW)]
        others_only = _refuse_unless_zero(0)
        rules = {
            "clone": [
                *_refuse_bits(0, _NEW_NAMESPACES, errno.EPERM),
                _argument(0),
                _step(_AND, _THREAD),
                _step(_EQUAL, _THREAD, 1, 0),
                _refuse(errno.EAGAIN),
                *allow,
            ],
            "socketpair": [
                _argument(0),
                _step(_EQUAL, _AF_UNIX, 1, 0),
                _refuse(errno.EPERM),
                _argument(1),
                _step(_AND, _SOCK_TYPES),
                _step(_EQUAL, _SOCK_STREAM, 1, 0),  # a datagram could name any other socket as its address
                _refuse(errno.EPERM),
                *allow,
            ],
            "prctl": [
                *_refuse_values(0, _PRCTL),
                *allow,
            ],
            "ioctl": _allow_values(1, _IOCTL.values(), errno.ENOTTY),
            "fcntl": [*_refuse_values(1, _FCNTL.values()), *allow],
            "prlimit64": [*others_only, *allow],
            "sched_setaffinity": [*others_only, *allow],
        }
        if self._shared:
            only_self = [_argument(0), _step(_EQUAL, self._own_pid, 1, 0), _refuse(errno.EPERM), *allow]
            rules |= dict.fromkeys(("kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"), only_self)
            rules["tkill"] = [_refuse(errno.EPERM)]
            for name, place in (("open", 1), ("openat", 2)):
                rules[name] = [
                    *_refuse_bits(place, _O_TMPFILE, errno.EOPNOTSUPP),
                    _argument(place),
                    _step(_AND, _O_TRUNC | _O_ACCMODE),
                    _step(_EQUAL, _O_TRUNC, 0, 1),  # to empty what one may only read: older Landlocks let it pass
                    _refuse(errno.EPERM),
                    *allow,
                ]
        return rules


def _refuse_bits(place: int, bits: int, answer: int) -> list[Instruction]:
    return [_argument(place), _step(_ANY_BIT, bits, 0, 1), _refuse(answer)]


def _refuse_values(place: int, values: Iterable[int]) -> list[Instruction]:
    steps = [_argument(place)]
    for value in values:
        steps += [_step(_EQUAL, value, 0, 1), _refuse(errno.EPERM)]
    return steps


def _allow_values(place: int, values: Iterable[int], answer: int) -> list[Instruction]:
    steps = [_argument(place)]
    for value in values:
        steps += [_step(_EQUAL, value, 0, 1), _step(_RETURN, _ALLOW)]
    return [*steps, _refuse(answer)]


def _refuse_unless_zero(place: int) -> list[Instruction]:
    """Zero names the calling process; any other number may be another's."""
    return [
        _argument(place),
        _step(_EQUAL, 0, 1, 0),
        _refuse(errno.EPERM),
        _argument(place, high=True),
        _step(_EQUAL, 0, 1, 0),
        _refuse(errno.EPERM),
    ]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def install(shared_files: bool, own_pid: int) -> None:
    """Put the filter on this process for good; it needs ``no_new_privs``.

    Raises
    ------
    OSError
        When the kernel has no filters or the processor is not in the table.
    """
    instructions = Filter(own_pid, shared_files).program()
    kept = ctypes.create_string_buffer(instructions, len(instructions))
    program = _Program(len(instructions) // 8, ctypes.cast(kept, ctypes.c_void_p))
    linux.prctl(linux.PR_SET_SECCOMP, _SET_MODE_FILTER, ctypes.addressof(program))
