"""The cost of sending: the series, the two lines of the goal, gaps, and where the data end."""

from collections.abc import Callable

import pandas as pd
import pytest

from corredores import charts, data, language
from corredores.charts.corridors import NothingToShow

Revise = Callable[[str, Callable[[pd.DataFrame], pd.DataFrame]], None]


def test_line_is_the_series_and_two_lines_are_the_goal() -> None:
    costs = data.load("remittance_cost", sender="USA", receiver="SLV").sort_values("quarter")["cost"].tolist()
    picture = charts.sending_cost("USA", "SLV")
    assert list(picture.figure.data[0].y) == costs == picture.table["cost"].tolist()
    lines = picture.figure.data[1:]
    assert [set(line.y) for line in lines] == [{5}, {3}]
    assert all(tuple(line.x) == tuple(picture.figure.layout.xaxis.range) for line in lines)
    assert len({line.line.dash for line in picture.figure.data}) == 3
    assert {"3 %", "5 %"} <= {
        annotation.text.replace("\u00a0", " ") for annotation in picture.figure.layout.annotations
    }


@pytest.mark.parametrize(("corridor", "said"), [(("USA", "SLV"), "menos del 3"), (("USA", "MEX"), "entre el 3")])
def test_title_says_the_last_cost_and_its_side_of_the_lines(corridor: tuple[str, str], said: str) -> None:
    title = charts.sending_cost(*corridor).title
    written = {"SLV": "2,86", "MEX": "4,18"}[corridor[1]]
    assert said in title and written in title and "2020-T3" in title


def test_end_of_the_data_is_said_and_is_the_last_quarter_of_the_table() -> None:
    last = data.load("remittance_cost")["quarter"].max()
    picture = charts.sending_cost("USA", "MEX")
    note = picture.figure.layout.title.subtitle.text.replace("<br>", " ")
    said = f"{last[:4]}-T{last[-1]}"
    assert said in note and f"terminan en {said}" in picture.alt
    with language.use("en"):
        assert "The data end in 2020-Q3." in charts.sending_cost("USA", "MEX").alt


def test_a_quarter_that_is_not_given_leaves_a_gap_and_is_named() -> None:
    table = data.load("remittance_cost")
    given = table[table["receiver"].isin(["HTI", "GUY", "DOM"])].groupby(["sender", "receiver"])["quarter"].count()
    sender, receiver = given[given < table["quarter"].nunique()].index[0]
    picture = charts.sending_cost(sender, receiver)
    absent = picture.table[picture.table["cost"].isna()]["period"].tolist()
    assert len(absent) == table["quarter"].nunique() - given[sender, receiver]
    assert picture.figure.data[0].connectgaps is False
    assert list(picture.figure.data[0].y).count(None) == len(absent)
    assert all(period in picture.alt.split("No dados:")[1] for period in absent)
    assert picture.caption("x").count("no dado") == len(absent)


@pytest.mark.parametrize(
    ("cost", "said"), [(2.0, "menos del 3"), (4.0, "entre el 3"), (5.01, "más del 5"), (9.0, "más del 5")]
)
def test_title_and_text_follow_other_figures(revise: Revise, cost: float, said: str) -> None:
    def change(rows: pd.DataFrame) -> pd.DataFrame:
        return rows.assign(cost=rows["cost"].where(rows["quarter"] != "2020Q3", cost))

    before = charts.sending_cost("USA", "GTM").alt
    revise("remittance_cost", change)
    after = charts.sending_cost("USA", "GTM")
    assert said in after.title
    assert after.numbers.percent(cost, 2) in after.alt and after.alt != before


def test_the_table_has_the_decimals_of_the_publisher() -> None:
    assert "<td>2,855</td>" in charts.sending_cost("USA", "SLV").caption("x")


def test_counts_of_quarters_beyond_the_lines_are_strict(revise: Revise) -> None:
    revise("remittance_cost", lambda rows: rows.assign(cost=[3.0, 5.0] * (len(rows) // 2) + [3.0] * (len(rows) % 2)))
    assert "por encima del 5\u00a0%: 0; por debajo del 3\u00a0%: 0" in charts.sending_cost("USA", "GTM").alt


def test_a_cost_below_zero_is_drawn_below_zero() -> None:
    picture = charts.sending_cost("USA", "HND")
    assert min(picture.figure.data[0].y) < 0
    assert picture.figure.layout.yaxis.range[0] < min(picture.figure.data[0].y)
    assert "-4,55" in picture.alt


def test_what_the_data_lack_is_refused() -> None:
    with pytest.raises(data.UnknownName):
        charts.sending_cost("USA", "Atlántida")
    with pytest.raises(NothingToShow, match=r"El Salvador a Haití.*Estados Unidos"):
        charts.sending_cost("SLV", "HTI")
