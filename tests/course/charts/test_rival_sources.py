"""Rival figures of one corridor: every source's own figure, its mark, its definition, and how far apart they are."""

from collections.abc import Callable

import pandas as pd
import pytest

from corredores import charts, data, language
from corredores.charts.corridors import NothingToShow
from corredores.charts.rivals import MARKS

Revise = Callable[[str, Callable[[pd.DataFrame], pd.DataFrame]], None]
CORRIDORS = [("VEN", "COL"), ("MEX", "USA"), ("ECU", "ESP"), ("SLV", "MEX"), ("NIC", "CRI")]


def rows_of(picture: charts.Picture, series: str) -> pd.DataFrame:
    return picture.table[picture.table["series"] == series]


@pytest.mark.parametrize(("origin", "destination"), CORRIDORS)
def test_editions_and_displaced_are_those_of_their_tables(origin: str, destination: str) -> None:
    picture = charts.rival_sources(origin, destination)
    editions = data.load("stock_vintages", origin=origin, destination=destination, sex="total")
    for edition, rows in editions[editions["year"] >= 1990].groupby("edition"):
        drawn = rows_of(picture, edition)
        assert dict(zip(drawn["year"], drawn["persons"], strict=True)) == dict(
            zip(rows["year"], rows["stock"], strict=True)
        )
    displaced = data.load("displaced", origin=origin, destination=destination)
    for category in ("refugees", "asylum_seekers", "oip"):
        rows = displaced[displaced["category"] == category]
        drawn = rows_of(picture, category).drop_duplicates("date").set_index("date")["persons"]
        if rows["persons"].max() > 0:
            assert all(
                drawn[year + 1.0] == persons for year, persons in zip(rows["year"], rows["persons"], strict=True)
            )


@pytest.mark.parametrize(("origin", "destination"), CORRIDORS)
def test_marks_are_the_rows_of_the_table_and_no_series_shares_its_mark(origin: str, destination: str) -> None:
    picture = charts.rival_sources(origin, destination)
    for trace in picture.figure.data:
        rows = picture.table[picture.table["name"] == trace.name]
        assert list(trace.y) == rows["persons"].tolist()
        assert list(trace.x) == pytest.approx(rows["date"].tolist(), abs=6e-4)
    assert sum(len(trace.x) for trace in picture.figure.data) == len(picture.table)
    symbols = [trace.marker.symbol for trace in picture.figure.data]
    assert len(set(symbols)) == len(symbols)
    assert all(trace.name and trace.mode == "markers" for trace in picture.figure.data)
    assert len({symbol for symbol, _ in MARKS.values()}) == len(MARKS)


def test_no_figure_of_the_collection_is_lost_or_drawn_twice() -> None:
    picture = charts.rival_sources("VEN", "COL")
    collected = data.load("stock_by_source", origin="VEN", destination="COL", sex="total")
    assert set(collected["source"]) - {"WorldBank"} <= set(picture.table["source"])
    assert not picture.table.duplicated(["series", "source", "date"]).any()
    assert not rows_of(picture, "oip").duplicated("date").any()


def test_the_end_of_a_year_stands_at_the_start_of_the_next_and_is_named_by_its_own() -> None:
    row = rows_of(charts.rival_sources("VEN", "COL"), "oip").iloc[0]
    assert (row["date"], row["year"], row["when"], row["persons"]) == (2019.0, 2018, "2018-12", 1_171_552)
    assert "<td>UNHCR</td><td>2018-12</td><td>1.171.552</td>" in charts.rival_sources("VEN", "COL").caption("x")
    census = rows_of(charts.rival_sources("VEN", "COL"), "others").iloc[-1]
    assert (census["year"], census["when"], census["persons"]) == (2018, "2018-06", 31_783)


def test_title_compares_the_figures_furthest_apart_in_one_year() -> None:
    title = charts.rival_sources("VEN", "COL").title
    assert "2018" in title and "31.783" in title and "1.171.552" in title and "ACNUR" in title
    picture = charts.rival_sources("MEX", "USA")
    births = picture.table[~picture.table["series"].isin(["citizens", "refugees", "asylum_seekers", "oip"])]
    apart = births.groupby("year")["persons"].agg(lambda persons: persons.max() - persons.min())
    year = births[births["year"] == apart.idxmax()]["persons"]
    for written in (str(apart.idxmax()), picture.numbers.write(year.min()), picture.numbers.write(year.max())):
        assert written in picture.title and written in picture.alt


def test_title_and_text_follow_other_figures(revise: Revise) -> None:
    def change(rows: pd.DataFrame) -> pd.DataFrame:
        largest = (rows["edition"] == "UN 2024") & (rows["year"] == 2020)
        return rows.assign(stock=rows["stock"].where(~largest, 55_555_555))

    before = charts.rival_sources("MEX", "USA")
    revise("stock_vintages", change)
    after = charts.rival_sources("MEX", "USA")
    assert "55.555.555" in after.title and "2020" in after.title and "ONU, revisión 2024" in after.title
    assert "55.555.555" in after.alt and "55.555.555" not in before.alt


def test_a_series_without_figures_has_neither_mark_nor_name() -> None:
    picture = charts.rival_sources("NIC", "CRI")
    assert rows_of(picture, "Eurostat").empty
    assert "Eurostat" not in picture.alt and "Eurostat" not in [trace.name for trace in picture.figure.data]


def test_other_definitions_are_hollow_and_the_note_says_so() -> None:
    picture = charts.rival_sources("ECU", "ESP")
    note = picture.figure.layout.title.subtitle.text.replace("<br>", " ")
    assert "nacidas en el origen" in note and "Marcas huecas: otra definición" in note
    hollow = {trace.name for trace in picture.figure.data if trace.marker.symbol.endswith("-open")}
    other = picture.table[picture.table["series"].isin(["citizens", "refugees", "asylum_seekers", "oip"])]
    assert hollow == set(other["name"])


def test_sources_are_all_three_tables_and_english_is_whole() -> None:
    with language.use("en"):
        picture = charts.rival_sources("VEN", "COL")
    assert "UNHCR: other people in need of protection" in picture.title
    assert "Hollow marks: another definition" in picture.alt
    with language.use("es"):
        source = charts.rival_sources("VEN", "COL").source
    assert source == data.source_line("stock_vintages", "stock_by_source", "displaced")


def test_one_figure_a_year_is_no_comparison(revise: Revise) -> None:
    for name in ("displaced", "stock_by_source"):
        revise(name, lambda rows: rows.iloc[:0])
    revise("stock_vintages", lambda rows: rows[rows["edition"] == "UN 2024"])
    picture = charts.rival_sources("VEN", "COL")
    assert "ningún año tiene dos cifras" in picture.title
    assert "Marcas huecas" not in picture.alt


def test_what_the_data_lack_is_refused() -> None:
    with pytest.raises(data.UnknownName):
        charts.rival_sources("VEN", "Atlántida")
    with pytest.raises(NothingToShow, match=r"Antártida → Colombia.*«otros»"):
        charts.rival_sources("ATA", "COL")
    with pytest.raises(NothingToShow):
        charts.rival_sources("COL", "COL")
