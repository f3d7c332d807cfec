"""``check()`` and the judge give one verdict for every answer, edges of the tolerance included."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores import language
from corredores.checking.check_file import CheckFile
from corredores.checking.encoding import encode
from corredores.checking.verdicts import decide
from corredores.corridor import ASSIGNABLE, Corridor
from corredores_graders.answer_keys import m03_figures as figures
from corredores_graders.answer_keys import module_key
from corredores_graders.judging.check_file import check_file_content
from corredores_graders.judging.judge import judge

MODULE = module_key("m03")
RELEASED = CheckFile(json.loads(json.dumps(check_file_content(MODULE, "es"))))
NUMBERS = {
    "e2": {"e2_share": (figures.top_share, 0.05)},
    "e3": {"e3_hhi": (figures.hhi, 0.001), "e3_effective": (lambda c: 1 / figures.hhi(c), 0.05)},
    "e5": {"e5_share": (figures.intraregional_share, 0.05)},
    "e7": {"e7_share": (figures.womens_share, 0.05), "e7_ratio": (figures.womens_ratio, 0.005)},
}
ODD = st.none() | st.booleans() | st.floats() | st.text(max_size=15) | st.lists(st.integers(), max_size=3)


@st.composite
def near_the_answer(draw: st.DrawFn, right: float, tolerance: float) -> object:
    """Draw a number at or round the edges of the tolerance, or what a slip makes of it, as number or text."""
    offset = draw(st.sampled_from([0, 0.5, 0.999999, 1.0, 1.000001, 1.005, 1.02, 3]))
    value = (right + draw(st.sampled_from([-1, 1])) * offset * tolerance) * draw(
        st.sampled_from([1, 1, 1, 0.01, 100, 2, 0.5, 1e4])
    )
    written = draw(st.sampled_from(["number", "comma", "percent"]))
    if written == "number":
        return value
    return f"{value:.6f}".replace(".", ",") + (" %" if written == "percent" else "")


@st.composite
def an_answer(draw: st.DrawFn) -> tuple[str, Corridor, dict[str, object]]:
    """Draw an exercise, a corridor and an answer to every part of it."""
    corridor = draw(st.sampled_from(ASSIGNABLE))
    exercise = draw(st.sampled_from(sorted(NUMBERS)))
    answers: dict[str, object] = {}
    for variable, (right, tolerance) in NUMBERS[exercise].items():
        answers[variable] = draw(near_the_answer(right(corridor), tolerance) | ODD)
    if exercise == "e2":
        answers["e2_destination"] = draw(
            st.sampled_from([*figures.top_destinations(corridor), "Estados Unidos", "España", 3, None])
        )
    return exercise, corridor, answers


def both(exercise: str, corridor: Corridor, answers: dict[str, Any]) -> tuple[Any, Any]:
    """Return what ``check()`` and what the judge say: verdict, mistake and credit."""
    encoded = {variable: encode(value) for variable, value in answers.items()}
    with language.use("es"):
        checked = decide(RELEASED.reference(exercise, corridor), encoded)
    bundle = json.loads(json.dumps({"exercise": f"m03.{exercise}", "answers": encoded, "versions": {}}))
    judged = judge(MODULE, exercise, bundle, corridor, "es")
    return (
        (str(checked.verdict), checked.mistake, checked.credit),
        (judged.verdict, judged.mistake or "", judged.record["credit"]),
    )


@settings(max_examples=400, deadline=None)
@given(an_answer())
def test_one_verdict_for_every_answer(drawn: tuple[str, Corridor, dict[str, Any]]) -> None:
    checked, judged = both(*drawn)
    assert checked == judged


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(MODULE.exercises)), st.sampled_from(ASSIGNABLE), ODD)
def test_nothing_odd_is_an_exception(exercise: str, corridor: Corridor, odd: object) -> None:
    variables = [part.variable for part in MODULE.exercises[exercise].parts]
    checked, judged = both(exercise, corridor, dict.fromkeys(variables, odd))
    assert checked == judged
    assert checked[0] != "right" or exercise == "e8"  # a drawn text may be the letter c


@pytest.mark.parametrize("corridor", ASSIGNABLE, ids=lambda corridor: corridor.pair)
def test_the_right_answer_of_another_corridor_is_recognised(corridor: Corridor) -> None:
    other = next(c for c in ASSIGNABLE if c.origin != corridor.origin)
    answers = {"e7_share": figures.womens_share(other), "e7_ratio": figures.womens_ratio(other)}
    checked, judged = both("e7", corridor, answers)
    assert checked == judged
    assert checked[:2] == ("known_mistake", "other_corridor")
