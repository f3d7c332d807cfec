"""What leaves the kernel: plain values of one grammar, whatever the object does to prevent it."""

import json
import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores.checking.decoding import decode
from corredores.checking.encoding import NOT_AVAILABLE, encode


class Raises:
    """Raises wherever it is touched."""

    def _no(self, *_: object) -> Any:
        raise RuntimeError("untouchable")

    __eq__ = __repr__ = __str__ = __len__ = __iter__ = __float__ = __array__ = __bool__ = __getattr__ = _no  # type: ignore[assignment]
    __hash__ = None  # type: ignore[assignment]


class Lies(float):
    """A float that says it is another."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__

    def __float__(self) -> float:
        return 99.0

    def __repr__(self) -> str:
        return "99.0"

    @property
    def __class__(self) -> Any:  # type: ignore[override]
        return str


@pytest.mark.parametrize(
    ("answer", "encoded"),
    [
        (None, None),
        (3, 3),
        (np.float64(2.5), 2.5),
        (np.int32(7), 7),
        (True, {"bool": True}),
        ("hola", {"text": "hola"}),
        (NOT_AVAILABLE, {"not_available": True}),
        (float("nan"), {"nan": True}),
        (pd.NA, {"nan": True}),
        (float("-inf"), {"inf": True}),
        ([1, "a"], {"list": [1, {"text": "a"}]}),
        ({"a": 1}, {"mapping": [[{"text": "a"}, 1]]}),
        (1 + 2j, {"object": "complex"}),
        (lambda: 1, {"object": "function"}),
    ],
)
def test_encodes(answer: object, encoded: Any) -> None:
    assert encode(answer) == encoded
    json.dumps(encode(answer), allow_nan=False)


def test_an_object_that_raises_or_lies_is_only_what_it_is() -> None:
    assert encode(Raises()) == {"object": "Raises"}
    encoded = encode({"x": Lies(1.5)})
    assert encoded["mapping"][0][1] is not None and type(encoded["mapping"][0][1]) is float
    assert encoded["mapping"][0][1] == 1.5


def test_a_huge_frame_is_named_by_its_size_only() -> None:
    frame = pd.DataFrame({"stock": np.zeros(10_000_000, dtype="int8")})
    assert encode(frame) == {"too_large": [10_000_000, 1]}


def test_a_list_in_itself_ends() -> None:
    endless: list[Any] = []
    endless.append(endless)
    assert len(json.dumps(encode(endless))) < 1_000


def test_a_frame_comes_back_as_it_was() -> None:
    frame = pd.DataFrame({"ARG": [np.nan, 2.0], "BRA": [3.0, np.nan]}, index=pd.Index(["ARG", "BRA"], name="origin"))
    pd.testing.assert_frame_equal(decode(encode(frame)), frame)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_every_value_becomes_plain_json(value: Any) -> None:
    written = json.dumps(encode(value), allow_nan=False)
    assert json.loads(written) == encode(value)


@given(st.floats(-1e299, 1e299))
def test_a_number_keeps_its_value(value: float) -> None:
    assert math.isclose(encode(value), value, rel_tol=0, abs_tol=0)
