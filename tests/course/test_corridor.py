"""Corridors and the codes that carry them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores import data
from corredores.corridor import ASSIGNABLE, ORIGINS, PRACTICE, UnreadableCode, my_corridor, read_code, read_pair


def test_each_origin_has_two_corridors_and_both_are_in_the_table() -> None:
    assert len(ASSIGNABLE) == 2 * len(ORIGINS) == 40
    table = data.load("stock", year=2024)
    given_pairs = {
        (origin, destination, sex) for origin, destination, sex in table[["origin", "destination", "sex"]].to_numpy()
    }
    for corridor in ASSIGNABLE:
        for sex in ("total", "male", "female"):
            assert (corridor.origin, corridor.destination, sex) in given_pairs


@pytest.mark.parametrize("corridor", ASSIGNABLE, ids=lambda corridor: corridor.pair)
def test_a_code_is_read_back_and_a_slip_is_caught(corridor: object) -> None:
    assert corridor in ASSIGNABLE
    code = corridor.code  # type: ignore[attr-defined]
    assert read_code(code) == read_code(code.lower().replace("-", " ")) == corridor
    for place, letter in enumerate(code):
        if letter.isalpha():
            slipped = code[:place] + ("X" if letter != "X" else "Y") + code[place + 1 :]
            with pytest.raises(UnreadableCode, match="código"):
                read_code(slipped)


@given(st.text(max_size=20))
def test_what_is_no_code_says_so(written: str) -> None:
    if not any(written.upper() == corridor.code for corridor in ASSIGNABLE):
        try:
            assert read_code(written) in ASSIGNABLE
        except UnreadableCode as problem:
            assert "{written}" not in str(problem)


def test_a_pair_that_the_data_fold_into_other_origins_is_not_assigned() -> None:
    with pytest.raises(UnreadableCode):
        read_pair("CRI-USA")


def test_the_corridor_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    mine = next(corridor for corridor in ASSIGNABLE if corridor.pair == "SLV-USA")
    assert my_corridor(mine.code) == mine
    assert "El Salvador → Estados Unidos" in capsys.readouterr().out
    assert my_corridor("") == PRACTICE
    assert "práctica" in capsys.readouterr().out
    assert my_corridor("SLV-USX-A") == PRACTICE
    assert "no coincide" in capsys.readouterr().out
