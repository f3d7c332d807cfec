"""The trusted judge: one published bundle in, verdict and score out, for the corridor of the class list."""

import json
from dataclasses import dataclass, field
from typing import Any

from corredores import language as spoken
from corredores.checking import card
from corredores.checking.verdicts import ExerciseVerdict, Verdict, decide
from corredores.corridor import Corridor
from corredores.language import text
from corredores_graders.answer_keys.declaration import ModuleKey
from corredores_graders.judging.bundle import MAX_BYTES, BadBundle, read_answers
from corredores_graders.judging.reference import Probes, exercise_reference

#: What a bundle says of the release that it answers, and of the package that published it.
VERSIONS = ("corredores", "data", "installed", "keys")


@dataclass(frozen=True)
class Outcome:
    """What the judge says of one exercise."""

    verdict: str
    """not_attempted, not_readable, known_mistake, not_yet or right"""
    score: float
    points: float
    mistake: str | None
    html: str
    """the card, every text of it escaped"""
    text: str
    record: dict[str, Any] = field(default_factory=dict)
    """what is kept, so that it can be judged again: the answers themselves or what came instead of them, inputs of
    functions, versions, corridor and verdict by part"""


def judge(
    module: ModuleKey,
    exercise_id: str,
    bundle: object | None,
    corridor: Corridor,
    language: str,
    probes: Probes | None = None,
    crash: str | None = None,
) -> Outcome:
    """Judge the bundle of one exercise; whatever the bundle is, there is an outcome.

    ``probes`` are the inputs with which the functions were called, where they are not the released ones; ``crash`` says
    in a sentence what stopped the answer's own cell.
    """
    with spoken.use(language):
        reference = exercise_reference(module.id, exercise_id, corridor, language, probes)
        answers: dict[str, Any] = {}
        problem = ""
        if bundle is not None:
            try:
                answers = read_answers(bundle, f"{module.id}.{exercise_id}")
            except BadBundle as bad:
                problem = str(bad)
        verdict = _unreadable() if problem else decide(reference, answers)
        shown = _crashed(verdict, crash) if crash else verdict
        html = card.as_html(reference.title, shown, reference.page)
        plain = card.as_text(reference.title, shown, reference.page)
    points = module.exercises[exercise_id].points
    record = {
        "exercise": f"{module.id}.{exercise_id}",
        "corridor": corridor.pair,
        "verdict": str(shown.verdict),
        "mistake": shown.mistake,
        "credit": shown.credit,
        "parts": {part.spec.variable: [str(part.verdict), part.mistake] for part in shown.parts},
        "answers": answers,
        "probes": probes,
        "versions": _versions(bundle),
        "problem": problem,
        "unread": _written(bundle) if problem else "",
    }
    return Outcome(
        str(shown.verdict), round(points * shown.credit, 2), points, shown.mistake or None, html, plain, record
    )


def _versions(bundle: object) -> dict[str, str]:
    """Return with which release the answer was published, as far as the bundle says so in its own form."""
    said = bundle.get("versions") if isinstance(bundle, dict) else None
    if not isinstance(said, dict):
        return {}
    return {name: said[name][:80] for name in VERSIONS if isinstance(said.get(name), str)}


def _written(bundle: object) -> str:
    """Return a bundle that is no answer as text, in which nothing can do harm: a later reader may understand it."""
    try:
        written = json.dumps(bundle)
    except (RecursionError, TypeError, ValueError):
        return ""
    return written if len(written) <= MAX_BYTES else ""


def _unreadable() -> ExerciseVerdict:
    sentence = text(
        "Lo que publicó la celda de revisión no es una respuesta. Ejecute de nuevo el cuaderno recibido, sin "
        "cambiar esa celda."
    )
    return ExerciseVerdict(Verdict.NOT_READABLE, 0.0, (), message=sentence)


def _crashed(verdict: ExerciseVerdict, crash: str) -> ExerciseVerdict:
    """Put the error of the answer's own cell first where it explains that nothing arrived."""
    if verdict.verdict is not Verdict.NOT_ATTEMPTED:
        return verdict
    return ExerciseVerdict(Verdict.NOT_READABLE, 0.0, verdict.parts, message=crash)
