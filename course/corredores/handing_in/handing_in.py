"""`corredores submit`: rehearse, pack, print a receipt."""

import hashlib
import os
import sys
from pathlib import Path

import typer
from rich.console import Console

from corredores.command_error import WrongUsage
from corredores.handing_in.rehearsal import Rehearsal, rehearse
from corredores.handing_in.submission import Work, find_work, pack
from corredores.language import text, use

WHO = ("CORREDORES_TRAINEE", "JUPYTERHUB_USER")


def hand_in(folder: Path, trainee: str) -> None:
    """Rehearse the work in ``folder``, pack it for ``trainee`` and print the receipt.

    Without ``trainee`` the id comes from the class's JupyterLab, or is asked for.
    """
    work = find_work(folder)
    with use(work.language):
        console = Console(soft_wrap=True, highlight=False, markup=False)
        who = trainee or _ask_who()
        console.print(text("Ensayo de {file}", file=work.notebook.path))
        with console.status(text("Se ejecuta una copia, de arriba abajo, en un núcleo nuevo…")):
            rehearsal = rehearse(work.notebook, work.check_file)
        for line in describe(rehearsal):
            console.print("· " + line)
        path = pack(work, who, rehearsal, work.notebook.path.parent)
        console.print()
        for line in receipt(work, who, rehearsal, path):
            console.print(line)


def describe(rehearsal: Rehearsal) -> list[str]:
    """Return what the rehearsal showed, in sentences."""
    lines = [
        text(
            "Guardado hace {minutes} min. Si escribió algo después, guarde y repita la orden.",
            minutes=rehearsal.minutes_since_saved,
        )
    ]
    if not rehearsal.executed:
        lines.append(
            text("No se ejecutó: aquí no está instalado Jupyter. Ejecútelo usted de arriba abajo antes de entregar.")
        )
    elif not rehearsal.stops:
        lines.append(text("Se ejecuta entero, de arriba abajo."))
    for stop in rehearsal.stops:
        where = f" ({stop.exercise})" if stop.exercise else ""
        lines.append(
            text("Se detiene en la celda {cell}{where}: {error}", cell=stop.cell, where=where, error=stop.error)
        )
    if rehearsal.lost:
        lost = ", ".join(rehearsal.lost)
        lines.append(text("Se borró la celda de: {exercises}. Cópiela del cuaderno que recibió.", exercises=lost))
    if rehearsal.untried:
        lines.append(text("Sin intentar: {exercises}.", exercises=", ".join(map(_name, rehearsal.untried))))
    elif not rehearsal.lost:
        lines.append(text("Todos los ejercicios tienen respuesta."))
    return lines


def receipt(work: Work, trainee: str, rehearsal: Rehearsal, path: Path) -> list[str]:
    """Return the receipt: who hands in what, how much of it is tried, and the checksum of the file."""
    tried = len(rehearsal.exercises) - len(rehearsal.untried)
    return [
        text("RECIBO"),
        text("  Participante: {trainee}", trainee=trainee),
        text(
            "  Módulo: {module}   Corredor: {code}",
            module=work.module,
            code=work.notebook.corridor_code or text("de práctica"),
        ),
        text(
            "  Ejercicios con respuesta: {tried} de {all}",
            tried=tried,
            all=len(rehearsal.exercises) + len(rehearsal.lost),
        ),
        text("  Archivo: {file} ({size} kB)", file=path, size=max(1, path.stat().st_size // 1000)),
        text("  Huella SHA-256: {digest}", digest=hashlib.sha256(path.read_bytes()).hexdigest()),
        text(
            "Envíe ese archivo, sin abrirlo ni cambiarle el nombre. Puede entregar de nuevo: cuenta la última entrega."
        ),
    ]


def _name(exercise: str) -> str:
    return exercise.replace("-written", " " + text("(texto)"))


def _ask_who() -> str:
    for name in WHO:
        if os.environ.get(name):
            return os.environ[name]
    if not sys.stdin.isatty():
        raise WrongUsage(text("Falta decir quién entrega. Agregue --trainee y el identificador que le dio su clase."))
    return str(typer.prompt(text("Su identificador en la lista de la clase"))).strip()
