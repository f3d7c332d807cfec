"""Changes of place: the places are those among all, and a country without one of the figures has no line."""

from collections.abc import Callable

import pandas as pd
import pytest

from corredores import charts, data
from corredores.charts.corridors import NothingToShow
from corredores.charts.slopes import either_first, ranked
from tests.course.charts.conftest import Revision


def places(year: int) -> "pd.Series[float]":
    stock = data.load("stock", origin="VEN", year=year, sex="total").set_index("destination")["stock"]
    return stock.rank(ascending=False, method="min")


def test_destinations_have_their_places_of_both_years() -> None:
    picture = charts.ranking_slope("VEN")
    table = picture.table.set_index("iso3")
    before, after = places(1990), places(2024)
    assert table["before"].astype(float).to_dict() == before.reindex(table.index).to_dict()
    assert table["after"].astype(float).to_dict() == after.reindex(table.index).to_dict()
    assert set(before[before <= 8].index) | set(after[after <= 8].index) == set(table.index)
    moved = int((table["before"] != table["after"]).sum())
    assert f"{moved} de {len(table)} cambian" in picture.title
    row = table.loc["PER"]
    assert f"Perú: puesto {row['before']} ({row['before_written']}) y puesto 2 ({row['after_written']})" in picture.alt


def test_volume_and_weight_rank_the_countries_that_have_both() -> None:
    picture = charts.remittance_ranks(year=2022)
    received = data.load("remittances", year=2022)
    region = data.load("countries", lac33=True)["iso3"]
    both = received[received["iso3"].isin(region)].dropna(subset=["received", "received_share"]).set_index("iso3")
    assert f"Dos listas de {len(both)} países" in picture.alt
    table = picture.table.set_index("iso3")
    assert table.loc[both["received"].idxmax(), "before"] == 1
    assert table.loc[both["received_share"].idxmax(), "after"] == 1
    assert data.country_name(str(both["received"].idxmax())) in picture.title
    assert data.country_name(str(both["received_share"].idxmax())) in picture.title
    assert picture.numbers.write(both["received"].max() / 1e6) in picture.alt


def test_only_the_countries_asked_for_are_compared() -> None:
    picture = charts.remittance_ranks(["SLV", "Honduras", "GTM"], 2022)
    assert sorted(picture.table["iso3"]) == ["GTM", "HND", "SLV"]
    assert sorted(picture.table["before"]) == sorted(picture.table["after"]) == [1, 2, 3]


def test_a_destination_given_in_one_year_alone_has_a_place_and_no_line(
    revise: Callable[[str, Revision], None],
) -> None:
    gone = {"origin": "VEN", "destination": "PER", "year": 1990}
    revise("stock", lambda rows: rows[~(rows[list(gone)] == pd.Series(gone)).all(axis=1)])
    picture = charts.ranking_slope("VEN")
    assert "Perú: puesto no dado (no dado) y puesto 2" in picture.alt
    assert not [trace for trace in picture.figure.data if trace.text.startswith("Perú")]
    assert [label for label in picture.figure.layout.annotations if label.text.startswith("2. Perú")]
    assert "no dado" in picture.caption("x")


def test_equal_figures_share_a_place_and_a_missing_one_has_none() -> None:
    assert ranked(pd.Series([5.0, 9.0, 5.0, None])).tolist()[:3] == [2, 1, 2]
    assert pd.isna(ranked(pd.Series([5.0, None])).iloc[1])
    table = pd.DataFrame({"before": [1, 9, 12], "after": [9, 9, 1]}, dtype="Int64")
    assert either_first(table, 8)["before"].tolist() == [12, 1]


def test_what_cannot_be_ranked_is_refused() -> None:
    with pytest.raises(NothingToShow, match=r"2022.*dos o más"):
        charts.remittance_ranks(["SLV"], 2022)
    with pytest.raises(NothingToShow, match="Antártida"):
        charts.ranking_slope("ATA")
    for draw in (lambda: charts.ranking_slope("VEN", 1991), lambda: charts.remittance_ranks(["Atlántida"])):
        with pytest.raises(data.UnknownName):
            draw()
