"""How the warm process is started at each level: what it sees of the file system, and under whose name."""

import os
import shutil
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import corredores
from corredores_graders.engine import inside

NAMESPACES, LANDLOCK, NONE = "namespaces", "landlock", "none"
#: A user whom nobody is; bubblewrap started by root would keep root's rights.
NOBODY = 64001
_SYSTEM = (
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/share/zoneinfo",
    "/lib",
    "/lib64",
    "/etc/ld.so.cache",
    "/etc/alternatives",
    "/etc/localtime",
)
_HIDDEN = "corredores_graders"
_STAGE = "/mnt"
_TEMPORARY, _ASIDE = "/tmp", "/scratch"


def warm_environment() -> dict[str, str]:
    """Return the whole environment of a warm process: nothing of the trainer's goes into it."""
    one_thread = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    kept = {name: os.environ[name] for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE") if name in os.environ}
    return {
        **one_thread,
        **kept,
        "PATH": "/usr/bin:/bin",
        "HOME": "/tmp",
        "IPYTHONDIR": "/tmp/.ipython",
        "JUPYTER_NO_CONFIG": "1",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "ARROW_DEFAULT_MEMORY_POOL": "system",  # its own pool takes a gigabyte of address space
        "NBGRADER_EXECUTION": "autograde",
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
    }


def start_command(level: str, control: int, scratch: str) -> list[str]:
    """Return the command of a warm process that takes orders from the descriptor ``control``."""
    readable = list(map(str, readable_paths()))
    place = scratch_inside(readable) if level == NAMESPACES else scratch
    serve = [*python_command("server"), str(control), level, place, *readable]
    return [*_bubblewrap(readable), *serve] if level == NAMESPACES else serve


def scratch_inside(readable: list[str]) -> str:
    """Return where in bubblewrap's view a child writes: where temporary files belong, unless that hid what it reads."""
    return _ASIDE if any(path.startswith(f"{_TEMPORARY}/") for path in readable) else _TEMPORARY


def courier_command(level: str, readable: list[str]) -> list[str]:
    """Return the command of a courier, which has the network, and of the graders what lies in ``readable`` alone."""
    carry = [sys.executable, "-c", "from corredores_graders.engine.courier import main; main()"]
    return [*_bubblewrap(readable, "--share-net"), *carry] if level == NAMESPACES else carry


def python_command(module: str) -> list[str]:
    """Return the command that runs ``main`` of a module of ``inside``, which is found by its own folder alone."""
    parent = str(Path(inside.__file__).parent.parent)
    program = (
        f"import sys; sys.path[:] = [{parent!r}] + [path for path in sys.path if path not in {_trainers()!r}]; "
        f"from inside.{module} import main; sys.path.remove({parent!r}); main(sys.argv[1:])"
    )
    return [sys.executable, "-c", program]


def _trainers() -> list[str]:
    """Return the entries of the search path by which the graders are found where they are installed editable."""
    packages = {sysconfig.get_path(kind) for kind in ("purelib", "platlib")}
    return [entry for entry in sys.path if entry not in packages and (Path(entry) / _HIDDEN).is_dir()]


def readable_paths() -> Iterator[Path]:
    """Yield what a submission may read: system libraries, the interpreter, packages, the course; never the graders."""
    roots = [Path(name) for name in _SYSTEM if os.path.exists(name)]
    base, environment = Path(sys.base_prefix), Path(sys.prefix)
    roots += [Path(sys.executable).resolve()] if base == Path("/usr") else [base]
    if environment != base:
        roots += [environment / "bin", environment / "pyvenv.cfg"]
    roots += [Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")]
    roots.append(Path(corredores.__file__).parent)
    hidden = Path(inside.__file__).parents[2]
    kept: list[Path] = []
    for root in roots:
        if not any(known == root or known in root.parents for known in kept):
            kept.append(root)
    for root in kept:
        yield from _without(root, hidden)
    yield Path(inside.__file__).parent


def _without(root: Path, hidden: Path) -> Iterator[Path]:
    """Yield ``root``, or where ``hidden`` lies in it all else that lies there."""
    if root == hidden:
        return
    if root in hidden.parents:
        for entry in sorted(root.iterdir()):
            yield from _without(entry, hidden)
    else:
        yield root


def _bubblewrap(readable: list[str], *shared: str) -> list[str]:
    """Return the wrapping in which only ``readable`` exists, started by nobody where it is root that grades."""
    own = ["--unshare-all", *shared, "--proc", "/proc", "--dev", "/dev", "--tmpfs", _TEMPORARY, "--dir", _ASIDE]
    wrap = [shutil.which("bwrap") or "bwrap", *own]
    if os.getuid() != 0:
        return [*wrap, *_binds(readable, readable), *_CLOSED]
    # Nobody may not enter root's home, where the interpreter may lie: root lays it out first, in a view of its own.
    stage = [f"{_STAGE}/{number}" for number in range(len(readable))]
    laid = [wrap[0], "--dev-bind", "/", "/", "--tmpfs", _STAGE, *_binds(readable, stage), "--"]
    become = ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups", "--"]
    return [*laid, *become, *wrap, *_binds(stage, readable), *_CLOSED]


_CLOSED = ["--remount-ro", "/", "--remount-ro", "/dev", "--new-session", "--chdir", "/", "--"]


def _binds(sources: list[str], targets: list[str]) -> list[str]:
    return [part for pair in zip(sources, targets, strict=True) for part in ("--ro-bind", *pair)]


def trial_command() -> list[str]:
    """Return a command that succeeds where bubblewrap works and a child inside can have namespaces of its own."""
    trial = ["unshare", "--user", "--mount", "--pid", "--ipc", "--fork", "true"]
    return [*_bubblewrap([name for name in (*_SYSTEM, "/bin", "/usr/bin") if os.path.exists(name)]), *trial]
