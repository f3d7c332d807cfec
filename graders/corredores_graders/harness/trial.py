"""One attempt: the notebook's own check and the trusted judge must say the same, and what the attempt is there for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corredores.checking import ANSWER_MIME, Verdict
from corredores.corridor import Corridor
from corredores.language import SOURCE
from corredores_graders.answer_keys import module_key
from corredores_graders.harness.attempts import Attempt
from corredores_graders.harness.notebook import Notebook, Ran
from corredores_graders.judging import probes
from corredores_graders.judging.judge import Outcome, judge
from corredores_graders.language import text

#: What a check may take, in seconds of the processor and in bytes, whatever the answer is.
SECONDS = 15.0
BYTES = 64_000_000

_VERDICT = re.compile(r'class="corredores-card corredores-(\w+)"')
_HARMLESS = {str(Verdict.NOT_READABLE), str(Verdict.NOT_ATTEMPTED)}


@dataclass(frozen=True)
class Trial:
    """The result of one attempt for one corridor."""

    corridor: str
    exercise: str
    kind: str
    """of the attempt; or untouched, other_corridor, mutant"""
    name: str
    state: str
    """passed, silent or missed; of a mutant also right, until it is settled, or listed"""
    said: str = ""
    """what was said instead, where it was not what it should be"""
    mistake: str = ""
    """of a mistaken attempt, the mistake it makes"""
    hit: tuple[str, ...] = ()
    """the declared ways of making a mistake that were recognised"""

    @property
    def spoken(self) -> bool:
        """Whether this is a mistake that was recognised as itself."""
        return bool(self.mistake) and self.state == "passed"


class Table:
    """Where the attempts of one corridor are tried: a notebook, its corridor and the exercise in hand."""

    def __init__(self, notebook: Notebook, module: str, exercise: str, corridor: Corridor) -> None:
        self.notebook, self.exercise, self.corridor = notebook, exercise, corridor
        self.key = module_key(module)

    def trial(self, kind: str, name: str, state: str, said: str = "", mistake: str = "") -> Trial:
        """Return a result for this exercise and corridor."""
        return Trial(self.corridor.pair, self.exercise, kind, name, state, said, mistake)

    def check(self, given: object = None, watch_memory: bool = False) -> Ran:
        """Run the exercise's check cell, with other inputs for its functions where there are any."""
        arguments = f", {given!r}" if given else ""
        return self.notebook.run(f'check("{self.key.id}.{self.exercise}"{arguments})', watch_memory)

    def judge(self, checked: Ran, corridor: Corridor, given: Any = None) -> Outcome:
        """Judge what a check cell published, as it arrives from a file."""
        bundle = json.loads(json.dumps(checked.card.get(ANSWER_MIME)))
        return judge(self.key, self.exercise, bundle, corridor, SOURCE, given)

    def disagreement(self, checked: Ran, outcome: Outcome) -> str:
        """Return how the card of the notebook differs from the judge's, or nothing."""
        if checked.raised:
            return text("check se detuvo con {error}", error=checked.raised)
        if not checked.card:
            return text("check no publicó la respuesta")
        shown = _VERDICT.search(checked.card["text/html"])
        if shown is None or shown[1] != outcome.verdict:
            return text(
                "check dice {shown} y quien califica, {judged}", shown=shown and shown[1], judged=outcome.verdict
            )
        if (checked.card["text/plain"], checked.card["text/html"]) != (outcome.text, outcome.html):
            return text("check y quien califica dan el mismo veredicto con otras palabras")
        return ""

    def fresh_disagreement(self, outcome: Outcome) -> str:
        """Return how the verdict changes with inputs that were not released, as in grading, or nothing."""
        given = probes.fresh(self.key, self.exercise, self.corridor.pair)
        if given is None:
            return ""
        judged = self.judge(self.check(given), self.corridor, given)
        if (judged.verdict, judged.mistake) == (outcome.verdict, outcome.mistake):
            return ""
        return text("con otras matrices: {verdict} {mistake}", verdict=judged.verdict, mistake=judged.mistake or "")


def try_attempt(table: Table, attempt: Attempt) -> tuple[Trial, Mapping[str, Any]]:
    """Run an attempt in the names in force, check it, judge it, and compare; with the answers that were published."""
    hostile = attempt.kind in ("garbage", "lying")
    answered = table.notebook.run(_cell(table, attempt))
    checked = table.check(watch_memory=hostile)
    outcome = table.judge(checked, table.corridor)
    missed = (
        (text("la celda se detuvo con {error}", error=answered.raised) if answered.raised else "")
        or table.disagreement(checked, outcome)
        or _too_much(checked)
        or ("" if hostile else table.fresh_disagreement(outcome))
    )
    state, said = ("missed", missed) if missed else expected_of(attempt, outcome)
    return table.trial(attempt.kind, attempt.name, state, said, attempt.mistake), outcome.record["answers"]


def _cell(table: Table, attempt: Attempt) -> str:
    if attempt.kind not in ("garbage", "lying"):
        return attempt.code
    variables = [part.variable for part in table.key.exercises[table.exercise].parts if part.kind != "written"]
    return attempt.code + "".join(f"\n{variable} = answer" for variable in variables)


def _too_much(checked: Ran) -> str:
    if checked.seconds > SECONDS:
        return text("check tardó {seconds:.0f} segundos", seconds=checked.seconds)
    if checked.bytes > BYTES:
        return text("check ocupó {megabytes:.0f} MB", megabytes=checked.bytes / 1e6)
    return ""


def expected_of(attempt: Attempt, outcome: Outcome) -> tuple[str, str]:
    """Return whether the outcome is what it should be (passed, silent or missed) and what was said instead."""
    said = f"{outcome.verdict} {outcome.mistake or ''}".strip()
    if attempt.kind == "mistake":
        if outcome.mistake == attempt.mistake:
            return "passed", ""
        # Its number is the right one here, or that of another mistake: for some corridors two steps give one value.
        coincides = outcome.verdict in (Verdict.RIGHT, Verdict.KNOWN_MISTAKE)
        return ("silent", said) if coincides else ("missed", said)
    accepted = {"garbage": outcome.verdict in _HARMLESS, "lying": outcome.verdict != Verdict.RIGHT}
    passed = accepted.get(attempt.kind, outcome.verdict == attempt.kind)
    return ("passed", "") if passed else ("missed", f"{said}: {' / '.join(outcome.text.splitlines()[1:])}")
