"""The digested interval: nothing within the tolerance is refused, nothing beyond 1.012 t passes."""

from hypothesis import given
from hypothesis import strategies as st

from corredores.checking.digests import digest_number, matches_number

VALUES = st.floats(-1e7, 1e7, allow_nan=False)
TOLERANCES = st.sampled_from([0.0005, 0.001, 0.005, 0.05, 0.5, 10])


@given(VALUES, TOLERANCES, st.floats(-0.9999, 0.9999))
def test_everything_within_the_tolerance_passes(value: float, tolerance: float, offset: float) -> None:
    phase, digest = digest_number("salt", value, tolerance)
    assert matches_number("salt", value + offset * tolerance, tolerance, phase, digest)


@given(VALUES, TOLERANCES, st.floats(1.0125, 50), st.sampled_from([-1, 1]))
def test_nothing_beyond_it_passes(value: float, tolerance: float, offset: float, side: int) -> None:
    phase, digest = digest_number("salt", value, tolerance)
    assert not matches_number("salt", value + side * offset * tolerance, tolerance, phase, digest)


@given(VALUES, TOLERANCES)
def test_another_salt_tells_nothing(value: float, tolerance: float) -> None:
    phase, digest = digest_number("m03.e2:SLV-USA", value, tolerance)
    assert digest_number("m03.e2:SLV-MEX", value, tolerance) != (phase, digest)


def test_numbers_beyond_reach_are_no_match() -> None:
    phase, digest = digest_number("salt", 1.0, 0.05)
    for value in (1e300, -1e300, 2.0**60):
        assert not matches_number("salt", value, 0.05, phase, digest)
