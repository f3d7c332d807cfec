"""A bundle is hostile data: whatever it holds, there is an outcome and no points for nothing."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores.corridor import Corridor
from corredores_graders.answer_keys import module_key
from corredores_graders.judging.bundle import BadBundle, read_answers
from corredores_graders.judging.judge import judge
from corredores_graders.judging.probes import fresh

MODULE = module_key("m03")
MINE = Corridor("SLV", "USA")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["table", "list", "mapping", "text", "function", "rows", "x"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "bundle",
    [
        "text",
        [],
        {},
        {"exercise": "m03.e3", "answers": {}},
        {"exercise": "m03.e2", "answers": []},
        {"exercise": "m03.e2", "answers": {"e2_share": {"text": "x" * 3_000_000}}},
        {"exercise": "m03.e2", "answers": {"e2_share": {"table": {"index": [1]}}}},
    ],
)
def test_what_is_no_bundle_earns_nothing_and_is_named(bundle: object) -> None:
    with pytest.raises(BadBundle):
        read_answers(bundle, "m03.e2")
    outcome = judge(MODULE, "e2", bundle, MINE, "es")
    assert (outcome.verdict, outcome.score) == ("not_readable", 0)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(MODULE.exercises)), JSON)
def test_no_value_is_an_exception(exercise: str, value: Any) -> None:
    answers = {part.variable: value for part in MODULE.exercises[exercise].parts}
    outcome = judge(MODULE, exercise, {"exercise": f"m03.{exercise}", "answers": answers}, MINE, "es")
    assert 0 <= outcome.score <= outcome.points


def test_a_claimed_score_is_no_score() -> None:
    bundle = {"exercise": "m03.e2", "answers": {}, "score": 2, "verdict": "right"}
    assert judge(MODULE, "e2", bundle, MINE, "es").score == 0


def test_text_of_a_trainee_is_escaped_on_the_card() -> None:
    bundle = {"exercise": "m03.e2", "answers": {"e2_destination": {"text": "<script>alert(1)</script>"}}}
    assert "<script" not in judge(MODULE, "e2", bundle, MINE, "es").html


def test_fresh_inputs_repeat_with_their_seed_only() -> None:
    assert fresh(MODULE, "e6", "ana") == fresh(MODULE, "e6", "ana")
    assert fresh(MODULE, "e6", "ana") != fresh(MODULE, "e6", "luis")
    assert fresh(MODULE, "e2", "ana") is None


def test_a_function_that_knows_only_the_released_inputs_is_not_right() -> None:
    probes = fresh(MODULE, "e6", "ana")
    assert probes is not None
    constant = {name: {"function": [{"returned": 0}] * len(calls)} for name, calls in probes.items()}
    outcome = judge(MODULE, "e6", {"exercise": "m03.e6", "answers": constant}, MINE, "es", probes)
    assert outcome.verdict == "known_mistake"
    assert outcome.score == 0


def test_the_error_of_the_answer_cell_is_what_is_said() -> None:
    outcome = judge(MODULE, "e2", None, MINE, "es", crash="La celda se detuvo con «NameError».")
    assert outcome.verdict == "not_readable"
    assert "NameError" in outcome.html
