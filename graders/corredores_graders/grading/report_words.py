"""Headings and sentences of the report's page, in the trainer's language."""

from collections.abc import Mapping
from typing import Any

from corredores_graders.grading.wording import sandbox_words
from corredores_graders.language import text


def report_words(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page says besides names and figures."""
    summary = content["summary"]
    return {
        "title": text("Calificación de {assignment}", assignment=content["assignment"]),
        "made": text("Hecho el {when}.", when=content["made"]),
        "stopped": text("Esta calificación se detuvo antes de terminar. Repita «corredores grade»: sigue donde quedó."),
        "summary": text("En resumen"),
        "sentences": list(filter(None, _sentences(summary))),
        "write_to": text("A quién escribir"),
        "nobody": text("No hace falta escribir a nadie."),
        "about": text("Sobre qué"),
        "message": text("Mensaje listo para enviar"),
        "for_the_trainer": text("Para usted"),
        "not_handed_in": text("Sin entrega"),
        "reminder": text(
            "Hola: todavía no llegó su entrega de {assignment}. Si la envió, dígame cómo; si no, entréguela con "
            "«corredores submit» o pregúnteme qué le hace falta.",
            assignment=content["assignment"],
        ),
        "all": text("Todas las entregas"),
        "trainee": text("Participante"),
        "corridor": text("Corredor"),
        "points": text("Puntos"),
        "state": text("Estado"),
        "what": text("Qué pasó"),
        "seconds": text("Segundos"),
        "sandbox": text("Recinto"),
        "states": {
            "graded": text("calificada"),
            "unchanged": text("sin cambio"),
            "refused": text("no se puede calificar"),
            "failed": text("por repetir"),
        },
        "since": text("calificada el"),
        "pending": text("Falta una nota puesta a mano"),
        "other_keys": text("Juzgada con otras claves o datos que los de hoy"),
        "left_out": text("No se miró:"),
        "missing": text("No entregó:"),
    }


def _sentences(summary: Mapping[str, Any]) -> list[str]:
    levels = ", ".join(map(sandbox_words, summary["sandbox"]))
    return [
        text(
            "Calificadas ahora: {now}. Sin cambio desde antes: {unchanged}. Sin calificar: {failed}.",
            now=summary["graded_now"],
            unchanged=summary["unchanged"],
            failed=summary["not_graded"],
        ),
        text("Con algo que se detuvo o se cortó al ejecutar: {count}.", count=summary["troubled"])
        if summary["troubled"]
        else "",
        text("Esperan una nota puesta a mano en formgrader: {count}.", count=summary["pending"])
        if summary["pending"]
        else "",
        text(
            "Juzgadas con otras claves o datos que los de hoy: {trainees}. «corredores rejudge» dice qué notas se "
            "moverían.",
            trainees=", ".join(summary["other_keys"]),
        )
        if summary["other_keys"]
        else "",
        text("Recinto en que se ejecutó el código: {levels}.", levels=levels) if levels else "",
        text(
            "Sin recinto (--no-sandbox) se ejecutó el código de {trainees}: pudo leer y cambiar lo mismo que usted.",
            trainees=", ".join(summary["without_sandbox"]),
        )
        if summary["without_sandbox"]
        else "",
    ]
