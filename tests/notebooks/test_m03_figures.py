"""Every figure in the prose of M03 is computed from the tables, or named with where it is quoted from."""

from corredores import data
from corredores.corridor import ORIGINS
from tests.notebooks.m03_figures import FIGURE, NINE, QUOTED, computed, folded, found, matrix, prose, stock


def test_every_computed_figure_stands_in_the_prose() -> None:
    standing = found("module.md")
    assert {name: figure for name, figure in computed().items() if figure not in standing} == {}


def test_every_figure_of_the_prose_is_computed_or_quoted() -> None:
    assert found("module.md") - set(computed().values()) - set(QUOTED) == set()


def test_a_wrong_figure_would_be_found() -> None:
    wrong = prose("module.md").replace("29\u00a0643", "29\u00a0634")
    assert set(FIGURE.findall(wrong)) - set(computed().values()) - set(QUOTED) == {"29\u00a0634"}


def test_small_counts_and_orders_of_the_prose() -> None:
    text, pairs = prose("module.md"), stock(2024)
    assert f"nombra {pairs.xs('USA', level='destination').size}; la edición 2020 nombraba 150" in text
    assert f"nombra {pairs['URY'].size} destinos" in text
    assert int(matrix(NINE).isna().sum().sum()) - len(NINE) == 10
    assert round(pairs["GTM", "BLZ"] / pairs["BLZ", "GTM"]) == 27
    assert pairs["URY", "LIE"] == 0
    assert pairs["URY", "SVN"] == 15
    assert round(100 * pairs["URY"].nlargest(3).sum() / pairs["URY"].sum()) == 79
    assert len(ORIGINS) == 20
    assert int(data.load("countries")["lac33"].sum()) == 33
    assert max(ORIGINS, key=folded) == "BOL"


def test_the_pairs_that_the_prose_calls_unnamed_are_unnamed() -> None:
    pairs = stock(2024)
    assert not any((origin, "USA") in pairs.index for origin in ("CRI", "CHL", "URY", "BOL"))
    assert ("BLZ", "DOM") not in pairs.index


def test_what_edition_2024_folds_lived_outside_the_region() -> None:
    countries = data.load("countries")
    region = countries[countries["lac33"]]["iso3"]
    old = data.load("stock_vintages", edition="UN 2020", year=2020, sex="total")
    old = old[old["origin"].isin(region)].set_index(["origin", "destination"])["stock"]
    lost = old[~old.index.isin(stock(2020).index)].groupby("destination").sum()
    assert list(lost.nlargest(3).index) == ["USA", "GBR", "DEU"]
    assert lost[lost.index.isin(region)].sum() < 0.001 * lost.sum()
