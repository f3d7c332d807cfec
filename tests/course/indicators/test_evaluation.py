"""Normalised gain, weighted kappa and item analysis: worked figures, limits, invariances, refusals."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores.indicators import (
    NotGiven,
    OutOfRange,
    TotalAmongParts,
    UnknownOption,
    UnsuitableTable,
    ZeroDenominator,
    item_difficulty,
    item_discrimination,
    normalised_gain,
    weighted_kappa,
)

MODEL = [int(mark) for mark in "322101332211230122311023"]
MARKER = [int(mark) for mark in "322100332210330123300033"]
MARKS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=4, max_size=24)
SCORES = st.lists(st.integers(min_value=0, max_value=99), min_size=1, max_size=20)


def answers(*rows: str) -> pd.DataFrame:
    """Return the answers of a class, a person a row: ``"110"`` got the first two items right."""
    return pd.DataFrame(
        [
            {"trainee_id": person, "item": f"i{number}", "correct": int(mark)}
            for person, row in enumerate(rows)
            for number, mark in enumerate(row)
        ]
    )


@pytest.mark.parametrize(("weights", "expected"), [("quadratic", 0.884), ("linear", 0.770), ("none", 0.618)])
def test_kappa_of_exercise_m12_e4(weights: str, expected: float) -> None:
    assert weighted_kappa(MODEL, MARKER, weights) == pytest.approx(expected, abs=0.0005)  # type: ignore[arg-type]


def test_kappa_at_its_limits() -> None:
    """Marks all alike are 1; each mark with each other equally often is what chance gives: 0; the reverse is -1."""
    assert weighted_kappa(MODEL, MODEL) == 1
    assert weighted_kappa([0, 0, 3, 3], [0, 3, 0, 3]) == pytest.approx(0)
    assert weighted_kappa([0, 3], [3, 0]) == pytest.approx(-1)


def test_of_two_marks_all_weights_are_one() -> None:
    """With two marks there is one distance only, so its power does not matter."""
    first, second = [0, 0, 1, 1, 1, 0], [0, 1, 1, 1, 0, 0]
    found = {weighted_kappa(first, second, weights) for weights in ("quadratic", "linear", "none")}
    assert max(found) == pytest.approx(min(found))


@settings(max_examples=30)
@given(MARKS, st.integers(min_value=1, max_value=9), st.randoms())
def test_kappa_knows_neither_order_nor_unit_nor_first(pairs: list[tuple[int, int]], unit: int, chance) -> None:  # type: ignore[no-untyped-def]
    """Who marked first, the order of answers, and marks times a factor (0, 2, 4, 6 for 0 to 3) change nothing."""
    if len({mark for pair in pairs for mark in pair}) == 1:
        return
    first, second = zip(*pairs, strict=True)
    expected = weighted_kappa(first, second)
    assert expected <= 1
    assert weighted_kappa(second, first) == pytest.approx(expected)
    assert weighted_kappa([mark * unit for mark in first], [mark * unit for mark in second]) == pytest.approx(expected)
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert weighted_kappa(*zip(*shuffled, strict=True)) == pytest.approx(expected)


def test_kappa_refuses() -> None:
    with pytest.raises(ZeroDenominator, match="siempre la misma nota"):
        weighted_kappa([2, 2, 2], [2, 2, 2])
    with pytest.raises(UnsuitableTable, match="3 notas y la otra 2"):
        weighted_kappa([1, 2, 3], [1, 2])
    with pytest.raises(NotGiven, match="second"):
        weighted_kappa([1, 2], [1, None])  # type: ignore[list-item]
    with pytest.raises(UnknownOption, match="quadratic"):
        weighted_kappa([1, 2], [1, 2], "cubic")  # type: ignore[arg-type]


def test_gain_of_exercise_m12_e8() -> None:
    before, after = pd.Series([30, 40, 50, 60, 20, 90]), pd.Series([65, 70, 60, 90, 50, 85])
    assert normalised_gain(before, after) == pytest.approx(0.419, abs=0.0005)
    assert normalised_gain(float(before.mean()), float(after.mean())) == normalised_gain(before, after)
    persons = [normalised_gain(float(one), float(other)) for one, other in zip(before, after, strict=True)]
    assert sum(persons) / 6 != pytest.approx(0.419, abs=0.01), "the mean of the persons' gains is another figure"


@given(SCORES)
def test_gain_at_its_limits(scores: list[int]) -> None:
    """Nothing learned is 0 and everything 1, from wherever the class came."""
    before = pd.Series(scores)
    assert normalised_gain(before, before) == 0
    assert normalised_gain(before, before * 0 + 100) == pytest.approx(1)


def test_gain_refuses() -> None:
    with pytest.raises(ZeroDenominator):
        normalised_gain(100, 100)
    with pytest.raises(OutOfRange, match="«after» es 140 y no puede pasar de 100"):
        normalised_gain(40, 140)
    with pytest.raises(UnsuitableTable, match="no tienen las mismas filas"):
        normalised_gain(pd.Series({"ana": 40}), pd.Series({"leo": 50}))


def test_difficulty_and_discrimination_by_hand() -> None:
    """Six persons, totals 3, 3, 2, 1, 1, 0: the top two against the bottom two, with the one who ties with the last."""
    rows = answers("111", "111", "110", "100", "010", "000")
    assert item_difficulty(rows).round(3).to_dict() == {"i0": 0.667, "i1": 0.667, "i2": 0.333}
    assert item_discrimination(rows).round(3).to_dict() == {"i0": 0.667, "i1": 0.667, "i2": 1.0}


def test_items_at_their_limits() -> None:
    """What everybody knows is easy (1) and tells nobody apart (0); what only the best know tells all (1)."""
    rows = answers("111", "110", "100")
    assert item_difficulty(rows)["i0"] == 1
    assert item_discrimination(rows).to_dict() == {"i0": 0, "i1": 1, "i2": 1}
    turned = rows.assign(correct=1 - rows["correct"])
    assert (item_difficulty(turned) + item_difficulty(rows)).eq(1).all()


def test_turning_an_item_turns_its_discrimination() -> None:
    """With many other items the totals hardly move, and the wrong key shows as a figure below zero."""
    rows = answers("11111", "11110", "01100", "01000", "00000", "00000")
    keyed = item_discrimination(rows)["i0"]
    turned = rows.assign(correct=rows["correct"].where(rows["item"] != "i0", 1 - rows["correct"]))
    assert item_discrimination(turned)["i0"] < 0 < keyed


@settings(max_examples=30)
@given(st.randoms())
def test_neither_order_nor_names_matter(chance) -> None:  # type: ignore[no-untyped-def]
    """Ties at the cut of a third join it, so no order of rows decides who is in."""
    rows = answers("1111", "1101", "1010", "0110", "1000", "0001", "0000")
    order = list(rows.index)
    chance.shuffle(order)
    other = rows.loc[order].assign(trainee_id=rows["trainee_id"].map(lambda person: f"T{9 - person}"))
    pd.testing.assert_series_equal(item_discrimination(other), item_discrimination(rows))
    pd.testing.assert_series_equal(item_difficulty(other), item_difficulty(rows))


def test_item_analysis_refuses() -> None:
    rows = answers("111", "110", "100")
    with pytest.raises(UnsuitableTable, match="correct"):
        item_difficulty(rows.drop(columns="correct"))
    with pytest.raises(TotalAmongParts, match="0 · i0» aparece 2 veces"):
        item_difficulty(pd.concat([rows, rows.head(1)]))
    with pytest.raises(NotGiven, match="correct · 0 · i0"):
        item_difficulty(rows.assign(correct=[None, 1, 1, 1, 1, 0, 1, 0, 0]))
    with pytest.raises(OutOfRange, match="correct"):
        item_difficulty(rows.assign(correct=rows["correct"] * 2))
    with pytest.raises(ZeroDenominator):
        item_difficulty(rows.head(0))
    with pytest.raises(UnsuitableTable, match="No todas las personas"):
        item_discrimination(rows.head(8))
    with pytest.raises(UnsuitableTable, match="mismo total"):
        item_discrimination(answers("10", "01", "10", "01"))
    with pytest.raises(UnsuitableTable, match="Respondieron 2 personas"):
        item_discrimination(answers("10", "01"))
