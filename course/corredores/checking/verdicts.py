"""The verdict on an exercise: one of five words, the share of the points it earns, and one message."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from corredores import data
from corredores.checking.advice import advice
from corredores.checking.comparing import compare
from corredores.checking.digests import unseal
from corredores.checking.forms import compare_form, read_form
from corredores.checking.reading import read_part
from corredores.checking.reference import ExerciseReference, MistakeReference, PartReference, PartSpec
from corredores.checking.scalars import Reading
from corredores.language import text


class Verdict(StrEnum):
    """The five verdicts; what is right earns points, of a table, classification or form its right share."""

    NOT_ATTEMPTED = "not_attempted"
    NOT_READABLE = "not_readable"
    KNOWN_MISTAKE = "known_mistake"
    NOT_YET = "not_yet"
    RIGHT = "right"


#: The mistake of an answer that is right for another corridor.
OTHER_CORRIDOR = "other_corridor"


@dataclass(frozen=True)
class PartVerdict:
    """The verdict on one variable."""

    spec: PartSpec
    verdict: Verdict
    credit: float
    said: str = ""
    message: str = ""
    mistake: str = ""


@dataclass(frozen=True)
class ExerciseVerdict:
    """The verdict on an exercise with its one message."""

    verdict: Verdict
    credit: float
    """share of the points, 0–1"""
    parts: tuple[PartVerdict, ...]
    mistake: str = ""
    said: str = ""
    message: str = ""

    @property
    def right_labels(self) -> tuple[str, ...]:
        """What is right already."""
        return tuple(part.spec.label for part in self.parts if part.verdict is Verdict.RIGHT)


def decide(reference: ExerciseReference, answers: Mapping[str, Any]) -> ExerciseVerdict:
    """Decide on the encoded ``answers`` (by variable) of one exercise."""
    judged = [spec for spec in reference.parts if spec.kind != "written"]
    parts = tuple(_decide_part(reference, spec, answers.get(spec.variable)) for spec in judged)
    credit = round(sum(part.credit for part in parts) / len(parts), 4) if parts else 0.0
    if all(part.verdict is Verdict.RIGHT for part in parts):
        explained = " ".join(part.message for part in parts if part.message)
        return ExerciseVerdict(Verdict.RIGHT, 1.0, parts, message=explained)
    if all(part.verdict is Verdict.NOT_ATTEMPTED for part in parts):
        sentence = text("Escriba su respuesta en la celda de arriba, ejecútela y vuelva a ejecutar esta.")
        return ExerciseVerdict(Verdict.NOT_ATTEMPTED, 0.0, parts, message=sentence)
    # A step that is recognised comes first: a single wrong number can be the right one of another corridor by chance.
    other = "" if any(part.mistake for part in parts) else _right_elsewhere(reference, answers)
    if other:
        sentence = text(
            "Su respuesta coincide con la del corredor {other}; el suyo es {own}. Revise el código en la celda de "
            "inicio y ejecute desde arriba; si el código ya es el suyo, revise los filtros.",
            other=_name(other),
            own=_name(reference.corridor),
        )
        return ExerciseVerdict(Verdict.KNOWN_MISTAKE, credit, parts, OTHER_CORRIDOR, message=sentence)
    return _first_open(parts, credit)


def _first_open(parts: tuple[PartVerdict, ...], credit: float) -> ExerciseVerdict:
    """One message at a time, by priority of the verdicts, then in the order of the exercise."""
    order = (Verdict.NOT_READABLE, Verdict.KNOWN_MISTAKE, Verdict.NOT_YET, Verdict.NOT_ATTEMPTED)
    first = min(
        (part for part in parts if part.verdict is not Verdict.RIGHT), key=lambda part: order.index(part.verdict)
    )
    if first.verdict is Verdict.NOT_ATTEMPTED:
        sentence = text("Falta responder {label} («{variable}»).", label=first.spec.label, variable=first.spec.variable)
        return ExerciseVerdict(Verdict.NOT_YET, credit, parts, message=sentence)
    said = (
        text("{label}: llegó {said}.", label=first.spec.label[:1].upper() + first.spec.label[1:], said=first.said)
        if first.said
        else ""
    )
    return ExerciseVerdict(first.verdict, credit, parts, first.mistake, said, first.message)


def _decide_part(reference: ExerciseReference, spec: PartSpec, encoded: Any) -> PartVerdict:
    reading = read_form(encoded) if spec.kind == "form" else read_part(encoded, spec, reference.decimal_mark)
    if reading.state == "missing":
        return PartVerdict(spec, Verdict.NOT_ATTEMPTED, 0.0)
    if reading.state == "unreadable":
        return PartVerdict(spec, Verdict.NOT_READABLE, 0.0, reading.said, reading.problem)
    known = reference.references[spec.variable]
    if spec.kind == "form":
        return _decide_form(reference, spec, known, reading)
    match = compare(reading.value, known.right, spec, reference.salt)
    if match.whole:
        sealed = reference.right_messages.get(spec.variable)
        said_of_it = unseal(reference.salt, reading.value, sealed) if sealed else ""
        return PartVerdict(spec, Verdict.RIGHT, 1.0, reading.said, said_of_it)
    credit = match.share if spec.kind in ("table", "classification") else 0.0
    mistake = _recognise(reference, spec, known, reading)
    if mistake:
        message = _fill(reference.messages[mistake.message], reference)
        return PartVerdict(spec, Verdict.KNOWN_MISTAKE, credit, reading.said, message, mistake.id)
    if spec.missing_rows and match.missing and not match.wrong and match.right > match.total / 10:
        message = _fill(reference.messages[spec.missing_rows], reference)
        return PartVerdict(spec, Verdict.KNOWN_MISTAKE, credit, reading.said, message, spec.missing_rows)
    return PartVerdict(spec, Verdict.NOT_YET, credit, reading.said, advice(spec, match))


def _recognise(
    reference: ExerciseReference, spec: PartSpec, known: PartReference, reading: Reading
) -> MistakeReference | None:
    for mistake in known.mistakes:
        if mistake.when == "any_number":
            if isinstance(reading.value, float):
                return mistake
        elif compare(reading.value, mistake.expected, spec, reference.salt).whole:
            return mistake
    return None


def _decide_form(reference: ExerciseReference, spec: PartSpec, known: PartReference, reading: Reading) -> PartVerdict:
    match, problem = compare_form(reading.value, spec, known, reference.salt, reference.decimal_mark)
    if problem is None:
        return PartVerdict(spec, Verdict.RIGHT, 1.0, reading.said)
    if problem.mistake:
        message = f"{problem.label}: {_fill(reference.messages[problem.mistake.message], reference)}"
        return PartVerdict(spec, Verdict.KNOWN_MISTAKE, match.share, reading.said, message, problem.mistake.id)
    done = text("{right} de {total} campos están en orden.", right=match.right, total=match.total)
    return PartVerdict(spec, Verdict.NOT_YET, match.share, reading.said, f"{done} {problem.label}: {problem.sentence}")


def _right_elsewhere(reference: ExerciseReference, answers: Mapping[str, Any]) -> str:
    """Return the other corridor for which every part is right, or nothing."""
    specs = [spec for spec in reference.parts if spec.kind != "written" and spec.kind != "form"]
    if not specs:
        return ""
    readings = {spec.variable: read_part(answers.get(spec.variable), spec, reference.decimal_mark) for spec in specs}
    if any(reading.state != "read" for reading in readings.values()):
        return ""
    for pair, references in sorted(reference.others.items()):
        if all(
            compare(readings[s.variable].value, references[s.variable].right, s, f"{reference.id}:{pair}").whole
            for s in specs
        ):
            return pair
    return ""


def _name(pair: str) -> str:
    origin, _, destination = pair.partition("-")
    return f"{data.country_name(origin)} → {data.country_name(destination)}" if destination else pair


def _fill(sentence: str, reference: ExerciseReference) -> str:
    origin, _, destination = reference.corridor.partition("-")
    if not destination:
        return sentence
    return sentence.format(
        origin=data.country_name(origin), destination=data.country_name(destination), corridor=_name(reference.corridor)
    )
