"""Out of the sandbox: to other processes, to the network, to more rights, around the filter."""

from tests.attacks.attack import BELOW, SYSCALL, Attack

_TCP = """
import socket, urllib.request
def tell(name, way):
    try:
        way()
        print(ROTO, name)
    except Exception as error:
        print(name, type(error).__name__)
tell("tcp", lambda: socket.create_connection(("127.0.0.1", @port@), 2).sendall(b"hola"))
tell("tcp6", lambda: socket.create_connection(("::1", @port6@), 2).sendall(b"hola"))
tell("http", lambda: urllib.request.urlopen("http://127.0.0.1:@port@/", timeout=2))
tell("listen", lambda: socket.create_server(("127.0.0.1", 0)))
tell("dns", lambda: socket.getaddrinfo("localhost", 80) and socket.getaddrinfo("example.org", 80))
def read_web():
    import pandas
    pandas.read_csv("http://127.0.0.1:@port@/datos.csv")
tell("pandas", read_web)
e5_share = None
"""
_UDP = """
import socket
for family, kind, proto, address in [
    (socket.AF_INET, socket.SOCK_DGRAM, 0, ("127.0.0.1", @udp@)), (socket.AF_INET6, socket.SOCK_DGRAM, 0, ("::1", @udp@)),
    (socket.AF_INET, socket.SOCK_RAW, 1, ("127.0.0.1", 0)), (socket.AF_PACKET, socket.SOCK_RAW, 0, None), (socket.AF_NETLINK, socket.SOCK_RAW, 0, (0, 0)),
    (socket.AF_NETLINK, socket.SOCK_DGRAM, 16, (0, 0)), (getattr(socket, "AF_VSOCK", 40), socket.SOCK_STREAM, 0, (2, 22)), (38, socket.SOCK_SEQPACKET, 0, None),
    (getattr(socket, "AF_CAN", 29), socket.SOCK_RAW, 1, None), (socket.AF_INET, socket.SOCK_DGRAM, 136, ("127.0.0.1", @udp@)), (44, 3, 0, None), (16, 3, 9, None)]:
    try:
        one = socket.socket(family, kind, proto)
        print(ROTO, "socket", family, kind)
        if address:
            one.sendto(b"hola", address)
    except OSError as error:
        print(family, error.errno)
e5_share = None
"""
_UNIX = (
    SYSCALL
    + """
import array, socket
for address in ("\\0@abstract@", "@socket@", "/run/dbus/system_bus_socket", "/var/run/docker.sock", "/run/containerd/containerd.sock", "/run/systemd/private"):
    try:
        one = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        one.connect(address)
        one.sendall(b"hola")
        print(ROTO, repr(address))
    except OSError as error:
        print(error.errno)
left, right = socket.socketpair()
for call, name in ((42, "connect"), (49, "bind"), (50, "listen")):
    address = b"\\x01\\x00\\x00@abstract@"
    if sc(call, left.fileno(), address, len(address)) >= 0:
        print(ROTO, name)
for family in (2, 10, 16, 17, 38, 40):
    pair = (ctypes.c_int * 2)()
    if sc(53, family, 1, 0, pair) >= 0 or sc(53, family | 1 << 32, 1, 0, pair) >= 0:
        print(ROTO, "socketpair", family)
datagram, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
for address in ("\\0@abstract@", "@socket@"):
    try:
        datagram.sendto(b"hola", address)
        print(ROTO, "sendto", repr(address))
    except OSError as error:
        print(error.errno)
e5_share = None
"""
)
# Signals to everything in sight. Nothing here may reach beyond the sandbox: the trap is a process that listens.
_SIGNALS = (
    SYSCALL
    + """
import signal
me, parent = os.getpid(), os.getppid()
targets = [@victim@, parent, *range(2, 60)]
ways = {"kill": lambda pid: sc(62, pid, 10), "tgkill": lambda pid: sc(234, pid, pid, 10), "tkill": lambda pid: sc(200, pid, 10),
        "sigqueue": lambda pid: sc(129, pid, 10, ctypes.create_string_buffer(b"\\x0a" + bytes(7) + b"\\xff\\xff\\xff\\xff" + bytes(116), 128)),
        "pidfd_open": lambda pid: sc(434, pid, 0), "group": lambda pid: sc(62, -pid, 10), "probe": lambda pid: sc(62, pid, 0)}
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
for name, way in ways.items():
    for pid in targets:
        if pid != me and pid > 0 and way(pid) >= 0 and (name != "group" or pid != os.getpgid(0)):
            print(ROTO, name, pid)
for name, back in {"all": sc(62, -1, 10), "own group": sc(62, 0, 10)}.items():
    print(name, back)
for request, value in ((8, -@victim@), (8, @victim@), (10, 10), (1026, 0xfff)):
    reader, writer = os.pipe()
    if request != 10 and sc(72, reader, request, value) >= 0 and request == 8:
        print(ROTO, "F_SETOWN", value)
e5_share = None
"""
)
_KILL_ALL = (
    SYSCALL
    + """
import signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
for number in (15, 2, 1, 12, 9):
    sc(62, -1, number)
sc(62, @victim@, 9)
sc(62, os.getppid(), 9)
print("sigo")
e5_share = None
"""
)
_TRACE = (
    SYSCALL
    + """
for pid in {@victim@, os.getppid(), 1, 2, 3} - {0}:
    for name, request in {"attach": 16, "seize": 0x4206, "peek": 1, "poke": 4, "traceme": 0}.items():
        if (request or pid == 1) and sc(101, request, pid if request else 0, 0, 0) >= 0:
            print(ROTO, name, pid)
    if sc(310, pid, ctypes.create_string_buffer(16), 1, ctypes.create_string_buffer(16), 1, 0) >= 0 and pid != os.getpid():
        print(ROTO, "readv", pid)
    if sc(438, sc(434, pid, 0), 0, 0) >= 0:
        print(ROTO, "pidfd_getfd", pid)
    if sc(440, 3, 0, 0, 0, 0) >= 0 or sc(448, 3, 0) >= 0:
        print(ROTO, "madvise")
    if sc(256, pid, 0, 0, 0) >= 0 and pid != os.getpid():
        print(ROTO, "migrate_pages")
    if sc(279, pid, 0, 0, 0, 0, 0) >= 0 and pid not in (0, os.getpid()):
        print(ROTO, "move_pages", pid)
    for name, back in {"prlimit": sc(302, pid, 7, ctypes.create_string_buffer(16), 0) if pid != os.getpid() else -1,
                       "affinity": sc(203, pid, 8, ctypes.create_string_buffer(b"\\1" + bytes(7))) if pid != os.getpid() else -1,
                       "priority": sc(141, 0, pid, 19), "ioprio": sc(251, 1, pid, 0x6000), "scheduler": sc(144, pid, 0, ctypes.create_string_buffer(4)),
                       "sched_setattr": sc(314, pid, ctypes.create_string_buffer(48), 0), "getpgid": -1}.items():
        if back >= 0:
            print(ROTO, name, pid)
e5_share = None
"""
)
_NAMESPACES = (
    SYSCALL
    + """
folder = b"@docente@\\0"
calls = {f"unshare {flag:x}": (272, flag) for flag in (0x10000000, 0x20000, 0x20000000, 0x40000000, 0x8000000, 0x4000000, 0x2000000, 0x80, 0x10020000)}
calls |= {f"clone {flag:x}": (56, flag | 17, 0, 0, 0, 0) for flag in (0x10000000, 0x20000, 0x20000000, 0x10020000)}
calls |= {f"setns {flag:x}": (308, 3, flag) for flag in (0, 0x10000000, 0x20000)}
calls |= {"mount": (165, b"none\\0", b"/tmp\\0", b"tmpfs\\0", 0, 0), "remount": (165, b"none\\0", b"/\\0", b"\\0", 32 | 4096, 0), "bind": (165, b"/\\0", b"/tmp\\0", b"\\0", 4096 | 16384, 0),
    "move": (165, b"/dev\\0", b"/tmp\\0", b"\\0", 8192, 0), "umount scratch": (166, b"/tmp\\0", 2), "umount proc": (166, b"/proc\\0", 2), "umount root": (166, b"/\\0", 2),
    "pivot_root": (155, b"/tmp\\0", b"/tmp\\0"), "chroot": (161, b"/tmp\\0"), "open_tree": (428, -100, b"/\\0", 1), "move_mount": (429, -100, b"/dev\\0", -100, b"/tmp\\0", 0),
    "fsopen": (430, b"proc\\0", 0), "fspick": (433, -100, b"/\\0", 0), "mount_setattr": (442, -100, b"/\\0", 0x8000, ctypes.create_string_buffer(32), 32),
    "handle": (304, 3, ctypes.create_string_buffer(64), 0), "setuid": (105, 0), "setresuid": (117, 0, 0, 0), "setgroups": (116, 0, 0), "setfsuid": (122, 0),
    "capset": (126, ctypes.create_string_buffer(b"\\x22\\x05\\x08\\x20" + bytes(4)), ctypes.create_string_buffer(b"\\xff" * 24)), "personality": (135, 0x0400000),
    "sethostname": (170, b"robo", 4), "keyctl": (250, 0, -3, 1), "add_key": (248, b"user\\0", b"robo\\0", b"MARCA", 5, -4)}
for name, arguments in calls.items():
    back = sc(*arguments)
    if back == 0 and name.startswith("clone"):
        os._exit(0)
    if back > 0 or back == 0 and name != "setfsuid":
        print(ROTO, name, back)
e5_share = None
"""
)
_KERNEL_PARTS = (
    SYSCALL
    + """
block = ctypes.create_string_buffer(256)
calls = {"io_uring": (425, 8, block), "io_uring_enter": (426, 0, 1, 1, 0, 0, 0), "io_uring_register": (427, 0, 0, 0, 0), "bpf": (321, 5, block, 120), "perf": (298, block, 0, -1, -1, 0),
    "userfaultfd": (323, 0), "memfd": (319, b"x\\0", 0), "memfd_secret": (447, 0), "fanotify": (300, 0, 0), "inotify": (294, 0), "init_module": (175, block, 16, b"\\0"),
    "finit_module": (313, 0, b"\\0", 0), "delete_module": (176, b"x\\0", 0), "kexec": (246, 0, 0, 0, 0), "reboot off": (169, 0xfee1dead, 672274793, 0, 0), "settimeofday": (164, block, 0),
    "clock_settime": (227, 0, block), "adjtimex": (159, block), "swapoff": (168, b"/x\\0"), "syslog": (103, 3, block, 200), "iopl": (172, 3), "ioperm": (173, 0, 1, 1), "modify_ldt": (154, 1, block, 16),
    "vhangup": (153,), "shmget": (29, 0x4d415243, 4096, 0o1666), "semget": (64, 0x4d415243, 1, 0o1666), "msgget": (68, 0x4d415243, 0o1666), "mq_open": (240, b"marca\\0", 0o102, 0o666, 0),
    "vmsplice": (278, 1, block, 1, 0), "kcmp": (312, os.getpid(), os.getpid(), 0, 0, 0), "seccomp": (317, 1, 0, 0), "prctl seccomp": (157, 22, 1, 0, 0, 0), "lookup": (212, 0, block, 10),
    "landlock": (444, block, 16, 0), "lsm": (461, 0, 0, 0, 0), "beyond": (470, 0, 0, 0, 0), "futex_waitv": (449, 0, 0, 0, 0, 0)}
harmless = ("landlock",)
for name, arguments in calls.items():
    if name == "prctl seccomp":
        continue
    back = sc(*arguments)
    if back >= 0 and name not in harmless:
        print(ROTO, name, back)
e5_share = None
"""
)
# The same calls by the doors that a careless filter leaves open: the 32-bit gate and the x32 numbers.
_GATE_32 = (
    SYSCALL
    + """
import mmap
code = bytes.fromhex("53" "89f8" "89f3" "89d1" "89ca" "31f6" "cd80" "5b" "c3")   # int 0x80 with eax=edi ebx=esi
page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
page.write(code)
gate = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
print("antes", flush=True)
back = gate(359, 2, 1)      # socket(AF_INET, SOCK_STREAM) of i386
print(ROTO if back >= 0 else "no", back)
back = gate(2, 0, 0)        # fork of i386
if back == 0:
    os._exit(0)
print(ROTO if back > 0 else "no", back)
"""
)
_GATE_X32 = (
    SYSCALL
    + """
print("antes", flush=True)
back = sc(0x40000000 | 41, 2, 1, 0)
print(ROTO if back >= 0 else "no", back)
back = sc(0x40000000 | 57)
if back == 0:
    os._exit(0)
print(ROTO if back > 0 else "no", back)
"""
)
_HIGH_BITS = (
    SYSCALL
    + """
HIGH = 1 << 32
calls = {"socketpair": (53, 2 | HIGH, 1, 0, (ctypes.c_int * 2)()), "prctl": (157, 1 | HIGH, 0, 0, 0, 0), "prlimit": (302, HIGH, 7, 0, ctypes.create_string_buffer(16)),
         "kill": (62, os.getppid() | HIGH, 0) if os.getppid() else (62, @victim@ | HIGH, 0), "ioctl": (16, 0, 0x5412 | HIGH, ctypes.create_string_buffer(8)), "fcntl": (72, 0, 8 | HIGH, @victim@)}
for name, arguments in calls.items():
    back = sc(*arguments)
    if back >= 0:
        print(ROTO if name not in ("prlimit",) else name, name, back)
for name, option, value in (("PDEATHSIG", 1, 0), ("SUBREAPER", 36, 1), ("SECCOMP", 22, 0), ("SET_MM", 35, 1), ("DUMPABLE", 4, 0), ("KEEPCAPS", 8, 1), ("NO_NEW_PRIVS", 38, 0), ("PTRACER", 0x59616D61, -1),
                            ("CAP_AMBIENT", 47, 2), ("MDWE", 65, 1), ("TIMING", 14, 1), ("SECUREBITS", 28, 1), ("CAPBSET_READ", 23, 21)):
    back = sc(157, option, value, 0, 0, 0)
    if back >= 0 and name in ("PDEATHSIG", "SUBREAPER", "SECCOMP", "SET_MM", "DUMPABLE", "NO_NEW_PRIVS"):
        print(ROTO, name)
import resource
for kind in range(16):
    soft, hard = resource.getrlimit(kind)
    if hard != resource.RLIM_INFINITY:
        try:
            resource.setrlimit(kind, (hard * 2 + 2, hard * 2 + 2))
            print(ROTO, "rlimit", kind)
        except (OSError, ValueError):
            pass
e5_share = None
"""
)
_PROCESSES = """
import multiprocessing, os, subprocess
def tell(name, way):
    try:
        back = way()
        print(ROTO if back not in (None, -1, 127, 32512, 65280) else "", name, back)
    except BaseException as error:
        print(name, type(error).__name__)
def forked():
    child = os.fork()
    if child == 0:
        os.setsid()
        if os.fork() == 0:
            open("/tmp/MARCA", "w").write("vivo")
            while True:
                pass
        os._exit(0)
    return child
tell("fork", forked)
tell("run", lambda: subprocess.run(["id"], capture_output=True).stdout)
tell("popen", lambda: os.popen("id").read() or None)
tell("system", lambda: os.system("true"))
tell("spawn", lambda: os.posix_spawn("/bin/sh", ["sh", "-c", "id"], {}))
tell("vfork", lambda: subprocess.Popen(["sleep", "100"], start_new_session=True).pid)
tell("pty", lambda: __import__("pty").fork()[0])
tell("forkserver", lambda: multiprocessing.get_context("fork").Process(target=print).start())
tell("pool", lambda: __import__("concurrent.futures").futures.ProcessPoolExecutor(1).submit(int).result(3))
tell("bang", lambda: get_ipython().system("true"))
e5_share = None
"""
_FORK_BY_HAND = (
    SYSCALL
    + """
print("antes", flush=True)
for name, arguments in {"fork": (57,), "vfork": (58,), "clone": (56, 17, 0, 0, 0, 0), "clone parent": (56, 0x8000 | 17, 0, 0, 0, 0), "clone vm": (56, 0x100, 0, 0, 0, 0),
                        "clone untraced": (56, 0x800000 | 17, 0, 0, 0, 0), "clone high": (56, 17 | 0x10000 << 32, 0, 0, 0, 0),
                        "clone3": (435, ctypes.create_string_buffer(b"".join([bytes(32), b"\\x11"]) + bytes(55), 88), 88)}.items():
    if name in ("vfork", "clone vm"):
        continue   # where they worked, the two would share this stack
    back = sc(*arguments)
    if back == 0:
        os._exit(0)
    if back > 0:
        print(ROTO, name, back)
e5_share = None
"""
)
# Replacing the own program: rights of a set-uid file, or a shell that outlives Python's tidy end.
_EXEC = (
    SYSCALL
    + """
import sys
for path, arguments in (("/usr/bin/su", ["su", "-c", "id"]), ("/bin/mount", ["mount"]), ("/bin/sh", ["sh", "-c", "cat @docente@/secreto.txt >&3; sleep 60"]), (sys.executable, ["python", "-c", "0"])):
    try:
        os.execv(path, arguments)
    except OSError as error:
        print(path, error.errno)
fd = sc(319, b"programa\\0", 0)
if fd >= 0:
    print(ROTO, "memfd")
for way in ((322, fd, b"\\0", 0, 0, 0x1000), (322, -100, b"/bin/true\\0", 0, 0, 0), (59, b"/bin/true\\0", 0, 0)):
    print(sc(*way))
e5_share = None
"""
)
_INHERITED_FOLDERS = (
    SYSCALL
    + """
import struct
for fd in range(256):
    if sc(81, fd) >= 0:           # fchdir
        print(ROTO, "fchdir", fd)
    for path in ("../../../docente/secreto.txt", "docente", "submitted"):
        if sc(257, fd, path.encode() + b"\\0", 0) >= 0:
            print(ROTO, "openat", fd, path)
for path in ("/proc/1/root", "/proc/1/cwd", "/proc/self/root/..", "/..", "../../../../../../../..@docente@", "/proc/@victim@/root", "/proc/@victim@/cwd"):
    try:
        for name in (path + "@docente@/class.csv", path + "/class.csv"):
            print(ROTO, path, open(name).read(10))
    except OSError:
        pass
try:
    os.chroot(".")
    print(ROTO, "chroot")
except OSError as error:
    print(error.errno)
import socket
left, right = socket.socketpair()
handle = os.open(".", os.O_RDONLY)
try:
    socket.send_fds(left, [b"x"], [handle])
    print("enviado")
except OSError as error:
    print(error.errno)
e5_share = None
"""
)
# Talking to the warm process in its own language: its control channel, its status pipe, its supervisor.
_SUPERVISOR = (
    SYSCALL
    + """
import json, socket
order = json.dumps({"memory_bytes": 1 << 40, "cpu_seconds": 9999, "scratch_bytes": 1 << 40, "scratch_files": 10**6, "open_files": 10**6}).encode()
status = json.dumps({"signal": 0, "why": "", "peak": 0, "refused": False, "failed": ""}).encode()
for fd in range(4, 256):
    for piece in (order, status, b"", b'{"ready": true}', b"\\0" * 4096):
        try:
            os.write(fd, piece)
        except OSError:
            break
if sc(61, -1, 0, 1, 0) > 0:     # wait4 on somebody else's child
    print(ROTO, "wait4")
if sc(247, 0, 1, 0, 5, 0) > 0:
    print(ROTO, "waitid")
sc(42, 3, b"\\0" * 16, 16)      # reconnect the one descriptor there is
sc(48, 3, 0)                    # and stop reading from it
e5_share = None
"""
)

ATTACKS = [
    Attack("tcp", "network", _TCP, nbgrader=True),
    Attack("udp-and-raw", "network", _UDP, nbgrader=True),
    Attack("unix-sockets", "network", _UNIX, nbgrader=True),
    Attack("signals", "process", _SIGNALS, nbgrader=True),
    Attack("kill-all", "process", _KILL_ALL, maybe=BELOW),
    Attack("trace-and-limits", "native", _TRACE),
    Attack("namespaces-and-mounts", "native", _NAMESPACES, nbgrader=True),
    Attack("kernel-parts", "native", _KERNEL_PARTS),
    Attack("gate-32-bit", "native", _GATE_32, lost=BELOW),
    Attack("gate-x32", "native", _GATE_X32, lost=BELOW),
    Attack("high-bits", "native", _HIGH_BITS),
    Attack("processes", "process", _PROCESSES, nbgrader=True),
    Attack("fork-by-hand", "native", _FORK_BY_HAND),
    Attack("exec", "process", _EXEC),
    Attack("inherited-folders", "native", _INHERITED_FOLDERS),
    Attack("supervisor", "native", _SUPERVISOR),
]
