"""The two JupyterLabs of a classroom, each a process with its own folder, settings and token."""

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corredores.command_error import CommandError
from corredores_graders.classroom.lab_settings import HOST, PARTICIPANT, TRAINER, Role, write_settings
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import environment
from corredores_graders.language import text

FIRST_PORT = 8888
SECONDS_TO_ANSWER = 120


class PortInUse(CommandError):
    """Another program answers at the port that was asked for."""


class LabFailed(CommandError):
    """A JupyterLab ended or never answered."""


@dataclass(frozen=True)
class Lab:
    """A JupyterLab that runs."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    token: str
    log: Path

    def address(self, page: str) -> str:
        """Return the address of ``page`` (``lab/tree/…``), with the token that opens it."""
        return f"http://{HOST}:{self.port}/{page}?token={self.token}"

    def answers(self) -> bool:
        """Say whether the server answers."""
        request = urllib.request.Request(f"http://{HOST}:{self.port}/api/status?token={self.token}")
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never through a proxy to this machine
        try:
            with direct.open(request, timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False


def choose_ports(wanted: int | None, count: int = 2) -> list[int]:
    """Return ``count`` free ports: from ``wanted`` on if it was asked for, else the first free ones from 8888.

    Raises
    ------
    PortInUse
        When a port that was asked for is taken.
    """
    if wanted is None:
        return [port for port in range(FIRST_PORT, FIRST_PORT + 200) if _is_free(port)][:count]
    ports = list(range(wanted, wanted + count))
    taken = [port for port in ports if not _is_free(port)]
    if taken:
        raise PortInUse(
            text(
                "El puerto {port} está ocupado por otro programa. Cierre ese programa o elija otro con --port {other}.",
                port=taken[0],
                other=next(port for port in range(max(ports) + 1, 65_000) if _is_free(port) and _is_free(port + 1)),
            )
        )
    return ports


def start_participant_lab(classroom: Classroom, port: int, trainee: str, language: str) -> Lab:
    """Start the participant's JupyterLab: no tab, server part or folder of nbgrader is in it."""
    # Not CORREDORES_LANG: each folder's check file says its own language.
    return _start(classroom, PARTICIPANT, classroom.participant, port, language, {"CORREDORES_TRAINEE": trainee})


def start_trainer_lab(classroom: Classroom, port: int, language: str) -> Lab:
    """Start the master trainer's JupyterLab, with formgrader."""
    return _start(classroom, TRAINER, classroom.trainer, port, language, {"CORREDORES_LANG": language})


def wait_for(labs: list[Lab]) -> None:
    """Return once every lab answers.

    Raises
    ------
    LabFailed
        When one has ended, or does not answer in two minutes; the message names its log.
    """
    end = time.monotonic() + SECONDS_TO_ANSWER
    waiting = list(labs)
    while waiting:
        waiting = [lab for lab in waiting if not lab.answers()]
        failed = [lab for lab in waiting if lab.process.poll() is not None or time.monotonic() > end]
        if failed:
            raise LabFailed(
                text(
                    "JupyterLab ({name}) no arrancó. Lea la causa en {log} y repita la orden.",
                    name=failed[0].name,
                    log=failed[0].log,
                )
            )
        time.sleep(0.2)


def stop(labs: list[Lab]) -> None:
    """End the labs with their kernels, and wait until they have gone."""
    for lab in labs:
        lab.process.terminate()
    for lab in labs:
        try:
            lab.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            lab.process.kill()
            lab.process.wait()


def _start(classroom: Classroom, role: Role, root: Path, port: int, language: str, variables: Mapping[str, str]) -> Lab:
    home = classroom.state / role.name
    config, runtime, log = home / "config", home / "runtime", home / "jupyterlab.log"
    runtime.mkdir(parents=True, exist_ok=True)
    write_settings(config, role, root, port, language)
    token = secrets.token_urlsafe(24)
    own = {"JUPYTER_CONFIG_DIR": str(config), "JUPYTER_RUNTIME_DIR": str(runtime), "JUPYTER_TOKEN": token}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *_as_root()],
            cwd=root,
            env=environment(**own, **variables),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches this command alone, which then ends both labs
        )
    return Lab(role.name, process, port, token, log)


def _as_root() -> list[str]:
    return ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # on Windows this option lets two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True
