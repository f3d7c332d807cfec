"""`corredores start`: build, release, and open the two JupyterLabs of a classroom."""

import os
import signal
import sys
import time
import webbrowser
from contextlib import suppress
from pathlib import Path
from types import FrameType

from rich.console import Console

from corredores.handing_in.notebook import assignment_name
from corredores_graders.classroom.class_list import practice_trainee, read_class_list, write_class_list
from corredores_graders.classroom.labs import (
    Lab,
    choose_ports,
    start_participant_lab,
    start_trainer_lab,
    stop,
    wait_for,
)
from corredores_graders.classroom.layout import Classroom
from corredores_graders.classroom.nbgrader_course import enter_in_gradebook, lay_out
from corredores_graders.classroom.release import hand_out, offer_in_exchange, release
from corredores_graders.classroom.steps import plain_console, step
from corredores_graders.language import text

PRACTICE_ID = "participante"


def prepare(folder: Path, module: str, language: str, console: Console) -> Classroom:
    """Make the classroom in ``folder``, or bring it up to date, and release ``module`` in it."""
    classroom = Classroom(folder.resolve())
    with step(console, text("Preparar el aula en {folder}", folder=classroom.root)):
        lay_out(classroom)
        if not classroom.class_list.exists():
            name = text("Participante de prueba")
            write_class_list(classroom.class_list, [practice_trainee(PRACTICE_ID, name, language)])
        _enter_class(classroom)
    with step(console, text("Publicar el módulo {module}", module=module)):
        assignment = assignment_name(module, language)
        made = release(classroom, module, language)
        notes = [*(offer_in_exchange(classroom, assignment) if made else ()), *hand_out(classroom, assignment)]
    for note in notes:
        console.print("  " + note)
    return classroom


def open_labs(classroom: Classroom, module: str, language: str, port: int | None, browser: bool) -> None:
    """Run both JupyterLabs until Ctrl-C, or until one of them ends."""
    console = plain_console()
    trainer_port, participant_port = choose_ports(port)
    signal.signal(signal.SIGTERM, _as_interrupt)
    # A script that starts us in the background hands Ctrl-C on as ignored; the labs must end with us all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    labs: list[Lab] = []
    try:
        with step(console, text("Abrir los dos JupyterLab")):
            labs.append(start_trainer_lab(classroom, trainer_port, language))
            labs.append(start_participant_lab(classroom, participant_port, PRACTICE_ID, language))
            wait_for(labs)
        notebook = labs[1].address(f"lab/tree/{assignment_name(module, language)}/{module}.ipynb")
        _explain(console, classroom, labs, notebook)
        if browser and _has_display():
            webbrowser.open(notebook)
        while all(lab.process.poll() is None for lab in labs):
            time.sleep(0.5)
    except KeyboardInterrupt:
        console.print(text("Cerrando…"))
    finally:
        stop(labs)
    console.print(text("Cerrado. Su trabajo queda en {folder}.", folder=classroom.root))


def _explain(console: Console, classroom: Classroom, labs: list[Lab], notebook: str) -> None:
    trainer = labs[0]
    lines = [
        "",
        text("Hay dos JupyterLab abiertos en este equipo. Copie cada dirección en su navegador."),
        "",
        text("DOCENTE: tareas, entregas y calificaciones (formgrader); carpeta {folder}", folder=classroom.trainer),
        "  " + trainer.address("formgrader/manage_assignments"),
        text("  También en JupyterLab, menú Nbgrader → Formgrader:"),
        "  " + trainer.address("lab"),
        "",
        text(
            "PARTICIPANTE: solo el cuaderno; ahí no están soluciones ni notas; carpeta {folder}",
            folder=classroom.participant,
        ),
        "  " + notebook,
        "",
        text("Para cerrar los dos: Ctrl+C aquí."),
    ]
    for line in lines:
        console.print(line)
    sys.stdout.flush()


def _enter_class(classroom: Classroom) -> None:
    """Enter the class list in the gradebook when it, or where the gradebook is, has changed since the last time."""
    trainees = read_class_list(classroom.class_list)
    stamp = classroom.state / "class.csv"
    listed = classroom.class_list.read_bytes() + classroom.config.read_bytes()
    if classroom.gradebook.exists() and stamp.exists() and stamp.read_bytes() == listed:
        return
    enter_in_gradebook(classroom, trainees)
    stamp.write_bytes(listed)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _as_interrupt(number: int, frame: FrameType | None) -> None:
    with suppress(ValueError):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    raise KeyboardInterrupt
