"""Changing what is not the trainee's: grades, sources, packages, others' files, the machine's settings."""

from tests.attacks.attack import BELOW, SYSCALL, Attack

_GRADEBOOK = """
import shutil, sqlite3
for way in ("@docente@/gradebook.db", "file:@docente@/gradebook.db?mode=rw&nolock=1", "/proc/1/root@docente@/gradebook.db"):
    try:
        base = sqlite3.connect(way, uri=way.startswith("file:"), timeout=1)
        base.execute("update grade set auto_score = 99, manual_score = 99")
        base.execute("update student set email = 'robado'")
        base.commit()
        print(ROTO, way)
    except sqlite3.Error as error:
        print(type(error).__name__)
for suffix in ("", "-journal", "-wal", "-shm"):
    try:
        open("@docente@/gradebook.db" + suffix, "ab").write(b"x")
        print(ROTO, suffix)
    except OSError as error:
        print(error.errno)
e5_share = None
"""
_FILES = """
import os, pathlib, shutil
targets = ["@docente@/class.csv", "@docente@/source/m03/m03.ipynb", "@docente@/release/m03/m03.ipynb", "@docente@/nbgrader_config.py",
           "@docente@/submitted/ana-paz/m03/m03.ipynb", "@docente@/submitted/zoila-paz/m03/m03.ipynb", "@docente@/autograded/ana-paz/m03/m03.ipynb",
           "@docente@/reports/m03/grading.json", "@home@/.bashrc", "@project@/pyproject.toml", "@docente@/secreto.txt"]
for target in targets:
    for name, way in {
        "append": lambda: open(target, "a").write("x"), "replace": lambda: os.replace("vacio", target), "unlink": lambda: os.unlink(target),
        "rename": lambda: os.rename(target, "robado"), "truncate": lambda: os.truncate(target, 0), "link": lambda: os.link("vacio", target + "2"),
        "symlink": lambda: os.symlink("vacio", target + "3"), "chmod": lambda: os.chmod(target, 0o777), "utime": lambda: os.utime(target, (1, 1)),
        "mkdir": lambda: os.mkdir(target + "4"), "rmtree": lambda: shutil.rmtree(os.path.dirname(target)), "touch": lambda: pathlib.Path(target).touch(),
        "chown": lambda: os.chown(target, os.getuid(), -1), "setxattr": lambda: os.setxattr(target, "user.x", b"y"),
    }.items():
        open("vacio", "w").close()
        try:
            way()
            print(ROTO, name, target)
        except OSError as error:
            pass
e5_share = None
"""
_PACKAGES = """
import glob, os, site, sys, sysconfig, corredores, pandas
places = {os.path.dirname(corredores.__file__), os.path.dirname(pandas.__file__), sysconfig.get_path("purelib"), "@site@",
          sysconfig.get_path("stdlib"), os.path.dirname(sys.executable), "/usr/lib/python3/dist-packages", "/etc", "/usr/local/lib"}
for place in places:
    for name, text in {"sitecustomize.py": "import os\\nos.environ['MARCA'] = '1'\\n", "robo.pth": "import os; os.environ['MARCA'] = '1'\\n",
                       "usercustomize.py": "MARCA = 1\\n", "__init__.py": "MARCA = 1\\n", "pandas.pth": "/tmp\\n"}.items():
        try:
            with open(os.path.join(place, name), "a") as file:
                file.write(text)
            print(ROTO, place, name)
        except OSError:
            pass
for cached in glob.glob(os.path.dirname(corredores.__file__) + "/**/*.pyc", recursive=True) + glob.glob(os.path.dirname(corredores.__file__) + "/tables/**", recursive=True):
    for mode in ("r+b", "ab"):
        try:
            open(cached, mode).close()
            print(ROTO, cached)
        except OSError:
            pass
e5_share = None
"""
_HOME = """
import os
for home in ("@home@", "/root", "/home", os.path.expanduser("~0"), "/var/spool/cron/crontabs", "/etc/cron.d", "/etc/profile.d", "/var/lib", "/opt", "/srv"):
    for name in (".ipython/profile_default/startup/00-robo.py", ".ipython/profile_default/ipython_config.py", ".jupyter/jupyter_config.py",
                 ".local/lib/python3.11/site-packages/usercustomize.py", ".bashrc", ".profile", ".pythonrc", ".config/matplotlib/matplotlibrc",
                 ".local/share/jupyter/kernels/python3/kernel.json", "root", "robo.sh", ".ssh/authorized_keys", ".config/systemd/user/x.service"):
        path = os.path.join(home, name)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "a") as file:
                file.write("import os; os.environ['MARCA'] = '1'\\n")
            if path.startswith("/") and not path.startswith("/tmp/"):  # there it may be the own scratch folder; the trap knows
                print(ROTO, path)
        except OSError:
            pass
e5_share = None
"""
_BY_SYSCALL = (
    SYSCALL
    + """
path = b"@docente@/class.csv\\0"
folder = b"@docente@\\0"
fd = sc(2, b"vacio\\0", 0o102, 0o600)
times = ctypes.create_string_buffer(64)
calls = {"chmod": sc(90, path, 0o777), "fchmodat": sc(268, -100, path, 0o777, 0), "fchmodat2": sc(452, -100, path, 0o777, 0),
    "chown": sc(92, path, 0, 0), "lchown": sc(94, path, 0, 0), "fchownat": sc(260, -100, path, 0, 0, 0), "truncate": sc(76, path, 0),
    "utimensat": sc(280, -100, path, times, 0), "utime": sc(132, path, 0), "utimes": sc(235, path, 0), "futimesat": sc(261, -100, path, 0),
    "rename": sc(82, path, b"robado\\0"), "renameat2 exchange": sc(316, -100, path, -100, b"vacio\\0", 2), "renameat": sc(264, -100, path, -100, b"robado\\0"),
    "link": sc(86, path, b"copia\\0"), "linkat": sc(265, -100, path, -100, b"copia\\0", 0), "symlinkat": sc(266, b"x\\0", -100, b"@docente@/enlace\\0"),
    "unlink": sc(87, path), "unlinkat": sc(263, -100, path, 0), "rmdir": sc(84, folder), "mkdirat": sc(258, -100, b"@docente@/nueva\\0", 0o777),
    "mknod": sc(133, b"@docente@/nodo\\0", 0o100644, 0), "mknodat": sc(259, -100, b"tubo\\0", 0o10644, 0), "mknod device": sc(133, b"disco\\0", 0o60644, 0x700),
    "setxattr": sc(188, path, b"user.x\\0", b"y", 1, 0), "lsetxattr": sc(189, path, b"user.x\\0", b"y", 1, 0), "removexattr": sc(197, path, b"user.x\\0"),
    "creat": sc(85, b"@docente@/creado\\0", 0o666), "open rw": sc(2, path, 2), "openat wr": sc(257, -100, path, 1), "tmpfile": sc(2, folder, 0o20200002, 0o600),
    "fallocate": sc(285, sc(2, path, 0), 0, 0, 1), "copy_file_range": sc(326, fd, 0, sc(2, path, 1), 0, 10, 0), "sendfile": sc(40, sc(2, path, 1), fd, 0, 10),
    "acct": sc(163, path), "quotactl": sc(179, 0x80000100, 0, 0, 0), "swapon": sc(167, path, 0), "chroot": sc(161, folder), "inotify": sc(254, 0, path, 0xfff)}
for name, back in calls.items():
    if back >= 0:
        print(ROTO, name)
    elif back not in (-1, -2, -13, -18, -30, -22, -9, -38, -20, -95, -11, -21):
        print(name, errno.errorcode.get(-back, back))
e5_share = None
"""
)
# What one owns can be re-flagged through a descriptor that was opened for reading only.
_FLAGS = (
    SYSCALL
    + """
import corredores, glob, sys, sysconfig
number = ctypes.c_int(0)
for path in (corredores.__file__, sys.executable, sysconfig.get_path("purelib"), sysconfig.get_path("stdlib"), "/usr", "/dev/null"):
    try:
        fd = os.open(path, os.O_RDONLY)
    except OSError:
        continue
    for name, request in {"SETFLAGS": 0x40086602, "FSSETXATTR": 0x401C5820, "SETVERSION": 0x40087602, "ENABLE_VERITY": 0x40806685, "FITRIM": 0xC0185879,
                          "FIFREEZE": 0xC0045877, "FICLONE": 0x40049409, "TIOCSTI": 0x5412, "SET_ENCRYPTION": 0x800C6613}.items():
        if name == "SETFLAGS":
            if sc(16, fd, 0x80086601, ctypes.byref(number)) < 0:
                continue
            number.value ^= 0x40  # NODUMP: harms nobody
        argument = ctypes.create_string_buffer(128) if name != "SETFLAGS" else ctypes.byref(number)
        if sc(16, fd, request, argument) >= 0:
            print(ROTO, name, path)
            if name == "SETFLAGS":
                number.value ^= 0x40
                sc(16, fd, request, ctypes.byref(number))
    if sc(72, fd, 1024, 0) >= 0:      # fcntl F_SETLEASE, read
        print("lease", path)
e5_share = None
"""
)
_KERNEL = """
import os
for path in ("/proc/sys/kernel/hostname", "/proc/sys/kernel/core_pattern", "/proc/sys/vm/overcommit_memory", "/proc/sys/net/ipv4/ip_forward",
             "/proc/sys/kernel/shmmax", "/proc/sys/user/max_user_namespaces", "/sys/kernel/mm/transparent_hugepage/enabled", "/proc/self/oom_score_adj",
             "/proc/1/oom_score_adj", "/proc/self/uid_map", "/proc/self/setgroups", "/proc/self/timens_offsets", "/proc/irq/default_smp_affinity",
             "/sys/fs/cgroup/cgroup.procs", "/dev/kmsg", "/dev/mem", "/dev/shm/x", "/dev/mqueue/x", "/dev/sda", "/dev/vda", "/dev/loop0", "/dev/ptmx2"):
    try:
        same = open(path).read(4000)
    except (OSError, UnicodeDecodeError):
        same = "0"
    try:
        with open(path, "w") as file:
            file.write(same.strip().split()[0] if "oom" not in path else "-500")
        print(ROTO, path)
    except OSError:
        pass
e5_share = None
"""
# Links out of the scratch folder: for whoever tidies up or reads it afterwards.
_TRAPS_FOR_TIDYING = """
import os
for number, target in enumerate(["@docente@", "@docente@/class.csv", "@home@", "@docente@/submitted/ana-paz", "/", "/dev/zero", "/proc/self/root"]):
    os.symlink(target, f"enlace-{number}")
for name in ("cuaderno", "resultado", "m03.ipynb", "run.json", "messages"):
    try:
        if os.path.lexists(name):
            os.unlink(name)
        os.symlink("@docente@/class.csv", name)
    except OSError as error:
        print(name, error.errno)
for folder in (".", ".."):
    try:
        os.symlink("@docente@/submitted", folder + "/entrega-siguiente")
        os.rename(folder + "/entrega-siguiente", folder + "/otra")
    except OSError as error:
        print(folder, error.errno)
here = os.getcwd()
try:
    os.chdir("..")
    os.rename(os.path.basename(here), "movida")
    os.symlink("@docente@", os.path.basename(here))
except OSError as error:
    print(error.errno)
e5_share = None
"""
_UNTIDY = """
import os
os.makedirs("a/b/c", exist_ok=True)
open("a/b/c/archivo", "w").write("x")
os.mkdir("cerrada", 0o300); open("cerrada/dentro", "w").write("x")
os.mkdir("sorda", 0)
os.mkdir("con\\nsalto"); open("con\\nsalto/\\udcff\\x01", "w").write("x")
here = os.open(".", os.O_RDONLY)
for number in range(1, 20):   # names that a tidier might want for its own
    for name in (f"../{number}.lifted/x", f"../tmp{number}/x"):
        try:
            os.makedirs(name, exist_ok=True)
        except OSError as error:
            print(error.errno)
depth = 0
try:
    for depth in range(600):
        os.mkdir("n"); os.chdir("n")
except OSError as error:
    print(error.errno)
print(depth)
os.fchdir(here)
e5_share = None
"""

ATTACKS = [
    Attack("gradebook", "file", _GRADEBOOK, nbgrader=True),
    Attack("files-by-path", "file", _FILES, nbgrader=True),
    Attack("packages", "file", _PACKAGES, nbgrader=True),
    Attack("home-and-system", "file", _HOME, nbgrader=True),
    Attack("by-system-call", "native", _BY_SYSCALL, nbgrader=True),
    Attack("file-flags", "native", _FLAGS),
    Attack("kernel-settings", "file", _KERNEL),
    Attack("links-for-the-tidier", "file", _TRAPS_FOR_TIDYING, lost=BELOW),
    Attack("untidy-folders", "file", _UNTIDY, maybe=BELOW),
]
