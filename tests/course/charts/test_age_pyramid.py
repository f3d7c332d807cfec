"""The pyramid by sex and age: bars, words and what the source leaves out."""

from collections.abc import Callable

import pandas as pd
import pytest

from corredores import charts, data, language
from corredores.charts.corridors import NothingToShow

Revise = Callable[[str, Callable[[pd.DataFrame], pd.DataFrame]], None]


def ages_of(destination: str, sex: str, year: int = 2020) -> list[int]:
    rows = data.load("stock_by_age", destination=destination, year=year, sex=sex).sort_values("age_from")
    return [int(value) for value in rows["stock"]]


@pytest.mark.parametrize("destination", ["MEX", "USA", "ARG", "BLZ"])
def test_bars_are_the_figures_of_the_table(destination: str) -> None:
    picture = charts.age_pyramid(destination)
    for trace, sex in zip(picture.figure.data, ("male", "female"), strict=True):
        assert [value for value in trace.x if value is not None] == ages_of(destination, sex)
        assert picture.table[sex].dropna().tolist() == ages_of(destination, sex)
    men, women = (picture.figure.layout[axis].range for axis in ("xaxis", "xaxis2"))
    assert tuple(men) == tuple(reversed(women))


@pytest.mark.parametrize("destination", ["MEX", "ARG"])
def test_title_and_text_say_what_the_data_say(destination: str) -> None:
    picture, both = charts.age_pyramid(destination), ages_of(destination, "total")
    peak = both.index(max(both)) * 5
    assert f"{peak}–{peak + 4} años" in picture.title
    assert picture.numbers.percent(100 * max(both) / sum(both)) in picture.alt
    assert picture.numbers.percent(100 * sum(both[:3]) / sum(both)) in picture.alt
    assert picture.numbers.percent(100 * sum(both[3:13]) / sum(both)) in picture.alt
    for sex in ("male", "female"):
        assert picture.numbers.write(sum(ages_of(destination, sex))) in picture.alt


def test_75_and_over_is_not_given_in_row_note_text_and_table() -> None:
    picture = charts.age_pyramid("MEX")
    row = picture.table.iloc[-1]
    assert row["age"] == "75 y más" and pd.isna(row["male"]) and pd.isna(row["female"])
    assert [trace.x[-1] for trace in picture.figure.data] == [None, None]
    assert "no dado" in [annotation.text for annotation in picture.figure.layout.annotations]
    total = data.load("stock_vintages", edition="UN 2020", origin="WLD", destination="MEX", year=2020, sex="total")
    missing = picture.numbers.write(total["stock"].item() - sum(ages_of("MEX", "total")))
    note = picture.figure.layout.title.subtitle.text.replace("<br>", " ")
    for written in (note, picture.alt):
        assert "75 años y más no están dadas" in written and missing in written
    assert picture.caption("x").count("no dado") == 2


def test_title_and_text_follow_other_figures(revise: Revise) -> None:
    before = charts.age_pyramid("MEX")
    revise("stock_by_age", lambda rows: rows.assign(stock=rows["stock"].where(rows["age_from"] != 30, 10**6)))
    after = charts.age_pyramid("MEX")
    assert "30–34" in after.title and "30–34" not in before.title
    assert after.alt != before.alt


def test_english_is_whole() -> None:
    with language.use("en"):
        picture = charts.age_pyramid("MEX")
    assert "largest age group" in picture.title and "75 years and over are not given" in picture.alt
    assert picture.table["age"].iloc[-1] == "75 and over"


def test_large_countries_are_drawn_in_thousands_and_small_ones_in_persons() -> None:
    titles = {code: charts.age_pyramid(code).figure.layout.xaxis.title.text for code in ("USA", "BLZ")}
    assert titles == {"USA": "Personas (miles)", "BLZ": "Personas"}


def test_what_the_data_lack_is_refused(revise: Revise) -> None:
    with pytest.raises(data.UnknownName):
        charts.age_pyramid("Atlántida")
    with pytest.raises(data.UnknownName):
        charts.age_pyramid("MEX", 2024)
    with pytest.raises(NothingToShow, match="Antártida"):
        charts.age_pyramid("ATA")
    revise("stock_by_age", lambda rows: rows.assign(stock=0))
    with pytest.raises(NothingToShow, match="México"):
        charts.age_pyramid("MEX")
