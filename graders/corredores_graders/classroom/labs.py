"""The two JupyterLabs of a classroom, each a process with its own folder, settings and token."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from corredores.command_error import CommandError
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import environment
from corredores_graders.language import text

HOST = "127.0.0.1"
FIRST_PORT = 8888
SECONDS_TO_ANSWER = 120
_NBGRADER = "nbgrader.server_extensions."
# Server parts that nobody here uses; without them a lab answers seconds sooner.
_UNUSED = dict.fromkeys(("jupyter_lsp", "jupytext", "jupyterlab_jupytext"), False)
_FORMGRADER = "@jupyter/nbgrader:formgrader"
_NBGRADER_TABS = (
    _FORMGRADER,
    "@jupyter/nbgrader:assignment-list",
    "@jupyter/nbgrader:course-list",
    "@jupyter/nbgrader:create-assignment",
    "@jupyter/nbgrader:validate-assignment",
)
_MENU = "@jupyter/nbgrader:menu"
# Nothing here may ask the network, and nobody here edits with a language server or in jupytext's formats.
_UNUSED_TABS = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/lsp-extension",
    "jupyterlab-jupytext",
)


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


def start_participant_lab(classroom: Classroom, port: int, trainee: str) -> Lab:
    """Start the participant's JupyterLab: no tab, server part or folder of nbgrader is in it."""
    parts = ("formgrader", "validate_assignment", "assignment_list", "course_list")
    servers = {**{f"{_NBGRADER}{part}": False for part in parts}, "notebook": False}
    return _start(
        classroom,
        "participante",
        classroom.participant,
        port,
        servers,
        hidden=(_MENU, *_NBGRADER_TABS),
        variables={"CORREDORES_TRAINEE": trainee},
    )


def start_trainer_lab(classroom: Classroom, port: int, language: str) -> Lab:
    """Start the master trainer's JupyterLab, with formgrader.

    nbgrader's «Validate» stays away: it reports success on a wrong notebook.
    """
    servers = {f"{_NBGRADER}formgrader": True, f"{_NBGRADER}validate_assignment": False}
    hidden = tuple(tab for tab in _NBGRADER_TABS if tab != _FORMGRADER)
    return _start(classroom, "docente", classroom.trainer, port, servers, hidden, {"CORREDORES_LANG": language})


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


def _start(
    classroom: Classroom,
    name: str,
    root: Path,
    port: int,
    servers: dict[str, bool],
    hidden: tuple[str, ...],
    variables: dict[str, str],
) -> Lab:
    config, runtime = classroom.state / name / "config", classroom.state / name / "runtime"
    runtime.mkdir(parents=True, exist_ok=True)
    token = secrets.token_urlsafe(24)
    _write_settings(config, root, port, servers, hidden)
    log = classroom.state / name / "jupyterlab.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *_as_root()],
            cwd=root,
            env=environment(
                JUPYTER_CONFIG_DIR=str(config), JUPYTER_RUNTIME_DIR=str(runtime), JUPYTER_TOKEN=token, **variables
            ),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches this command alone, which then ends both labs
        )
    return Lab(name, process, port, token, log)


def _write_settings(config: Path, root: Path, port: int, servers: dict[str, bool], hidden: tuple[str, ...]) -> None:
    labconfig = config / "labconfig"
    labconfig.mkdir(parents=True, exist_ok=True)
    server = {
        "ip": HOST,
        "port": port,
        "port_retries": 0,
        "root_dir": str(root),
        "open_browser": False,
        "jpserver_extensions": _UNUSED | servers,
    }
    quiet = {
        "extension_manager": "readonly",
        "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "news_url": None,
    }
    (config / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": server, "LabApp": quiet}, indent=1))
    disabled = dict.fromkeys((*hidden, *_UNUSED_TABS), True)
    (labconfig / "page_config.json").write_text(json.dumps({"disabledExtensions": disabled}, indent=1))


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
