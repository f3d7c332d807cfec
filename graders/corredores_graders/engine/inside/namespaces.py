"""Namespaces of a child's own: user, mounts, processes, IPC."""

import os

from . import linux
from .limits import Bounds

_TEMPORARY = "/tmp"
# Network, host name and control groups are bubblewrap's, empty and shared: a network of its own costs each child 20 ms,
# and no child may make a socket.
_OWN = linux.CLONE_NEWUSER | linux.CLONE_NEWNS | linux.CLONE_NEWPID | linux.CLONE_NEWIPC


def enter() -> None:
    """Leave the parent's namespaces; the next fork is the first process of the new one."""
    user, group = os.getuid(), os.getgid()
    linux.unshare(_OWN)
    for name, line in (("setgroups", "deny"), ("uid_map", f"1000 {user} 1"), ("gid_map", f"1000 {group} 1")):
        with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
            file.write(line)


def furnish(bounds: Bounds, scratch: str) -> None:
    """Give the first process of the new namespaces a file system at ``scratch`` and a view of processes of its own.

    ``scratch`` is a folder that bubblewrap made. Nothing else stays open to writing.
    """
    linux.mount("none", "/", "", linux.MS_REC | linux.MS_PRIVATE)
    plain = linux.MS_NOSUID | linux.MS_NODEV
    room = f"size={bounds.scratch_bytes},nr_inodes={bounds.scratch_files},mode=700"
    linux.mount("tmpfs", scratch, "tmpfs", plain, room)
    if scratch != _TEMPORARY:
        linux.mount("none", _TEMPORARY, "", plain | linux.MS_REMOUNT | linux.MS_BIND | linux.MS_RDONLY)
    linux.mount("proc", "/proc", "proc", plain | linux.MS_NOEXEC)
    # Terminals are one file system for all children: what one opens the others could read.
    linux.mount("tmpfs", "/dev/pts", "tmpfs", plain | linux.MS_RDONLY, "nr_inodes=1,mode=0")
