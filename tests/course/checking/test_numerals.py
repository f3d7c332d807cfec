"""Numbers in texts, as each country writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores.checking.numerals import read_numeral, write_number


@pytest.mark.parametrize(
    ("written", "mark", "value", "unit"),
    [
        ("34,5 %", ",", 34.5, "percent"),
        ("34,5 %", ".", 34.5, "percent"),
        ("34.5%", ",", 34.5, "percent"),
        ("0,946", ".", 0.946, None),
        ("1.569.946 personas", ",", 1569946, "persons"),
        ("1,569,946", ".", 1569946, None),
        ("1.234,5", ".", 1234.5, None),
        ("1,234.5", ",", 1234.5, None),
        ("1 569 946", ",", 1569946, None),
        ("1,234", ",", 1.234, None),
        ("1.234", ".", 1.234, None),
        ("−3,2 por ciento", ",", -3.2, "percent"),
        ("2,9 millones", ",", 2.9e6, "persons"),
        ("85,6 % ", ".", 85.6, "percent"),
        ("3,51 corredores", ",", 3.51, "count"),
        (".285", ".", 0.285, None),
    ],
)
def test_reads_what_people_write(written: str, mark: str, value: float, unit: str | None) -> None:
    numeral = read_numeral(written, mark)
    assert numeral is not None and not numeral.ambiguous
    assert (numeral.value, numeral.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(("written", "mark"), [("1,234", "."), ("1.234", ","), ("-12.500 %", ",")])
def test_asks_back_what_could_be_read_in_two_ways(written: str, mark: str) -> None:
    numeral = read_numeral(written, mark)
    assert numeral is not None and numeral.ambiguous and numeral.value is None


@pytest.mark.parametrize("written", ["", "mucho", "12 manzanas", "%", "3 4,5 6,7,8.9", "1.2.3,4,5"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert read_numeral(written, ",") is None


@given(st.floats(-1e9, 1e9, allow_nan=False), st.sampled_from([".", ","]), st.sampled_from([0, 1, 2, 4]))
def test_a_written_number_is_read_back(value: float, mark: str, decimals: int) -> None:
    numeral = read_numeral(write_number(value, decimals, mark), mark)
    assert numeral is not None
    if not numeral.ambiguous:
        assert numeral.value == pytest.approx(value, abs=0.5 * 10**-decimals + 1e-9)
    else:
        assert decimals == 0  # a lone group of thousands: 12.345


@given(st.text(max_size=60), st.sampled_from([".", ","]))
def test_no_text_is_an_exception(written: str, mark: str) -> None:
    read_numeral(written, mark)
