"""Which sandbox can be had on this machine: the strongest one that really works here, or none and the cure."""

import os
import shutil
import subprocess
import sys
from functools import cache

from corredores.command_error import CommandError
from corredores_graders.engine.launch import LANDLOCK, NAMESPACES, NONE, trial_command
from corredores_graders.language import text

#: Says for every route, nbgrader's own too, which level is wanted.
VARIABLE = "CORREDORES_SANDBOX"
WANTED = ("auto", NAMESPACES, LANDLOCK, NONE)
_SECONDS = 20


class NoSandbox(CommandError):
    """No sandbox can be had here, or not the one that was asked for."""


def choose_level(wanted: str | None = None) -> str:
    """Return the level at which submissions are run: ``namespaces``, ``landlock``, or ``none`` where that is wanted.

    ``wanted`` is one of :data:`WANTED`; by default the variable :data:`VARIABLE`, else ``auto``.

    Raises
    ------
    NoSandbox
        When it cannot be had, with what would help.
    """
    wanted = wanted or os.environ.get(VARIABLE) or "auto"
    if wanted not in WANTED:
        raise NoSandbox(
            text("No hay ningún nivel «{wanted}». Existen: {existing}.", wanted=wanted, existing=", ".join(WANTED))
        )
    if wanted == NONE:
        return NONE
    for level in (NAMESPACES, LANDLOCK) if wanted == "auto" else (wanted,):
        if not _obstacle(level):
            return level
    raise NoSandbox(_cure())


@cache
def _obstacle(level: str) -> str:
    """Return what stands in the way of a level, tried on this machine; nothing where it works."""
    if sys.platform != "linux":
        return sys.platform
    from corredores_graders.engine.inside import landlock
    from corredores_graders.engine.inside.linux import machine
    from corredores_graders.engine.inside.syscalls import PROCESSORS

    if machine() not in PROCESSORS:
        return machine()
    if level == LANDLOCK:
        return "" if landlock.version() else "landlock"
    missing = [tool for tool in ("bwrap", *(["setpriv"] if os.getuid() == 0 else [])) if not shutil.which(tool)]
    if missing:
        return ", ".join(missing)
    try:
        tried = subprocess.run(trial_command(), capture_output=True, timeout=_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as failed:
        return str(failed)
    return "" if tried.returncode == 0 else tried.stderr.decode(errors="replace").strip()[-300:] or "bwrap"


def _cure() -> str:
    if sys.platform != "linux":
        return text(
            "Este sistema ({system}) no ofrece un recinto seguro para ejecutar entregas, y una entrega puede leer y "
            "borrar lo que usted puede. Califique en Linux (también sirve una máquina virtual o WSL 2). Si conoce a "
            "todas las personas y acepta ese riesgo, repita la orden con --no-sandbox.",
            system=sys.platform,
        )
    return text(
        "En esta máquina no se puede cerrar el recinto en que se ejecutan las entregas (espacios de nombres: "
        "{namespaces}; Landlock: {landlock}). Instale bubblewrap («sudo apt install bubblewrap») o use un núcleo Linux "
        "5.13 o posterior con Landlock. Si conoce a todas las personas y acepta que su código tenga los permisos de "
        "usted, repita la orden con --no-sandbox.",
        namespaces=_obstacle(NAMESPACES) or "—",
        landlock=_obstacle(LANDLOCK) or "—",
    )
