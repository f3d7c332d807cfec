"""What is kept of an answer is all that its verdict follows from: judged again, it gets the same card."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores.corridor import Corridor
from corredores.language import use
from corredores_graders.answer_keys import module_key
from corredores_graders.judging.bundle import MAX_BYTES
from corredores_graders.judging.judge import Outcome, judge
from corredores_graders.judging.probes import fresh
from corredores_graders.nbgrader_plugins.cell_names import CellName
from corredores_graders.nbgrader_plugins.crashes import crash_name, crash_sentence
from corredores_graders.nbgrader_plugins.judge import judge_again

MODULE = module_key("m03")
MINE = Corridor("SLV", "USA")
KINDS = ["table", "list", "mapping", "text", "function", "returned", "object", "bool", "index", "columns", "rows", "x"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KINDS), inner, max_size=3),
    max_leaves=12,
)


def judged(exercise: str, bundle: object, language: str = "es", crash: str = "") -> Outcome:
    with use(language):
        sentence = crash_sentence(crash) if crash else None
    outcome = judge(MODULE, exercise, bundle, MINE, language, fresh(MODULE, exercise, "ana"), sentence)
    outcome.record["crash"] = crash
    return outcome


def again(exercise: str, outcome: Outcome, language: str = "es") -> Outcome:
    record = json.loads(json.dumps(outcome.record))
    return judge_again(CellName("m03", exercise, "check"), record, MINE, language)


def as_stored(outcome: Outcome) -> tuple[Any, ...]:
    return outcome.verdict, outcome.score, outcome.html, outcome.text, json.dumps(outcome.record, sort_keys=True)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(MODULE.exercises)), ANYTHING)
def test_any_value_is_judged_again_alike(exercise: str, value: Any) -> None:
    answers = {part.variable: value for part in MODULE.exercises[exercise].parts}
    first = judged(exercise, {"exercise": f"m03.{exercise}", "answers": answers, "versions": {"keys": "1", "data": 2}})
    assert as_stored(again(exercise, first)) == as_stored(first)


@settings(max_examples=100, deadline=None)
@given(ANYTHING)
def test_what_is_no_answer_is_judged_again_alike(bundle: Any) -> None:
    first = judged("e2", bundle)
    assert as_stored(again("e2", first)) == as_stored(first)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("name", ["NameError", "CellTimeoutError", "<b>", ""])
def test_why_nothing_came_is_kept(name: str, language: str) -> None:
    first = judged("e8", None, language, crash_name(name))
    assert first.verdict == "not_readable" and first.record["crash"] == (crash_name(name) or "Exception")
    assert as_stored(again("e8", first, language)) == as_stored(first)


def test_what_would_not_fit_when_it_is_kept_is_no_answer() -> None:
    many = {"list": [{}] * (MAX_BYTES // 10)}  # each is kept as an unknown object, which takes more room
    first = judged("e2", {"exercise": "m03.e2", "answers": {"e2_share": many}})
    assert (first.verdict, first.record["problem"]) == ("not_readable", "too large")
    assert as_stored(again("e2", first)) == as_stored(first)


def test_of_the_release_only_its_versions_are_kept() -> None:
    said = {"keys": "k" * 500, "data": ["hostile"], "corredores": "0.1.0", "more": {"x": float("nan")}}
    kept = judged("e2", {"exercise": "m03.e2", "answers": {}, "versions": said}).record["versions"]
    assert kept == {"keys": "k" * 80, "corredores": "0.1.0"}
