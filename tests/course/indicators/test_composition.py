"""Women's share and intra-regional share: figures, limits, invariances, refusals."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import (
    MixedYears,
    NegativeStock,
    NotGiven,
    OutOfRange,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
    intraregional_share,
    womens_share,
)

COUNT = st.integers(min_value=0, max_value=10**8)


def by_sex(women: float | None, men: float | None) -> pd.DataFrame:
    return pd.DataFrame({"sex": ["female", "male"], "stock": [women, men]})


def test_women_of_the_world() -> None:
    """International Migrant Stock 2024 prints 48 per cent women among 304 million."""
    assert womens_share(data.load("stock", origin="WLD", year=2024)) == pytest.approx(48, abs=0.5)


def test_persons_are_pooled() -> None:
    """The share of all emigrants is not the mean of the corridors' shares."""
    pooled = womens_share(data.load("stock", origin="SLV", year=2024))
    stock = data.load("stock", origin="SLV", year=2024).groupby("sex")["stock"].sum()
    assert pooled == pytest.approx(100 * stock["female"] / stock["total"])


def test_total_rows_make_no_difference() -> None:
    stock = data.load("stock", origin="SLV", destination="USA", year=2024)
    assert womens_share(stock) == womens_share(stock[stock["sex"] != "total"])


@given(COUNT, COUNT)
def test_the_sexes_complete_each_other(women: int, men: int) -> None:
    if women + men == 0:
        with pytest.raises(ZeroDenominator):
            womens_share(by_sex(women, men))
    else:
        assert womens_share(by_sex(women, men)) + womens_share(by_sex(men, women)) == pytest.approx(100)


@pytest.mark.parametrize(
    ("stock", "refusal"),
    [
        (by_sex(-1, 5), NegativeStock),
        (by_sex(None, 5), NotGiven),
        (by_sex(3, 5).head(1), NotGiven),
        (by_sex(3, 5).drop(columns="sex"), UnsuitableTable),
        (data.load("stock", origin="SLV", destination="USA"), MixedYears),
        (data.load("stock", origin=["WLD", "SLV"], destination="USA", year=2024), TotalAmongParts),
    ],
)
def test_womens_share_refuses(stock: pd.DataFrame, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        womens_share(stock)


def of_two_corridors(*given: tuple[str, str, float]) -> pd.DataFrame:
    return pd.DataFrame(given, columns=["origin", "sex", "stock"]).assign(destination="USA")


@pytest.mark.parametrize("column", ["origin", "destination"])
def test_a_corridor_without_a_sex_is_named(column: str) -> None:
    """Pooled, the 80 women of B without B's men would make 90 per cent of 100 persons."""
    rows = of_two_corridors(("A", "female", 10), ("A", "male", 10), ("B", "female", 80), ("B", "total", 100))
    if column == "destination":
        rows = rows.rename(columns={"origin": "destination", "destination": "origin"})
    with pytest.raises(NotGiven, match=r"«(B · USA|USA · B) · male»"):
        womens_share(rows)
    only = rows.drop(columns="origin" if column == "destination" else "destination")
    with pytest.raises(NotGiven, match="«B · male»"):
        womens_share(only)
    assert womens_share(rows[rows[column] == "A"]) == 50


def test_a_corridor_of_which_only_the_total_is_given_is_named() -> None:
    rows = of_two_corridors(("A", "female", 10), ("A", "male", 10), ("B", "total", 100))
    with pytest.raises(NotGiven, match="«B · USA · female»"):
        womens_share(rows)


@pytest.mark.parametrize("persons", [float("inf"), "5", True])
def test_no_quantity_of_women(persons: object) -> None:
    rows = pd.DataFrame({"sex": ["female", "male"], "stock": pd.Series([persons, 5], dtype=object)})
    with pytest.raises((OutOfRange, UnsuitableTable), match="«stock"):
        womens_share(rows)


def test_region_is_a_list() -> None:
    with pytest.raises(UnsuitableTable, match=r"escriba \['SLV'\]"):
        intraregional_share(corridors(("SLV", "GTM", 5)), "SLV")


def corridors(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["origin", "destination", "stock"])


def test_region_that_keeps_all_or_none() -> None:
    assert intraregional_share(corridors(("A", "B", 5), ("B", "A", 2)), {"A", "B"}) == 100
    assert intraregional_share(corridors(("A", "X", 5), ("B", "Y", 2)), {"A", "B"}) == 0


def test_those_born_elsewhere_do_not_count() -> None:
    rows = corridors(("A", "B", 30), ("A", "X", 70), ("X", "A", 999), ("WLD", "A", 999), ("OTH", "A", 9))
    assert intraregional_share(rows, {"A", "B"}) == 30


def test_the_33_states_by_hand() -> None:
    states = set(data.load("countries", lac33=True)["iso3"])
    stock = data.load("stock", year=2024, sex="total")
    born = [row for row in stock.itertuples() if row.origin in states]
    within = sum(row.stock for row in born if row.destination in states)
    assert intraregional_share(stock, states) == pytest.approx(100 * within / sum(row.stock for row in born))


@given(st.lists(COUNT, min_size=4, max_size=4).filter(any), st.integers(min_value=2, max_value=99))
def test_scale_does_not_matter(counts: list[int], scale: int) -> None:
    pairs = [("A", "B"), ("A", "X"), ("B", "A"), ("B", "Y")]
    rows = corridors(*((*pair, count) for pair, count in zip(pairs, counts, strict=True)))
    assert intraregional_share(rows.assign(stock=rows["stock"] * scale), {"A", "B"}) == pytest.approx(
        intraregional_share(rows, {"A", "B"})
    )


@pytest.mark.parametrize(
    ("stock", "refusal"),
    [
        (corridors(("A", "B", -1)), NegativeStock),
        (corridors(("A", "B", None)), NotGiven),
        (corridors(("X", "A", 5)), ZeroDenominator),
        (corridors(("A", "B", 5), ("A", "B", 5)), TotalAmongParts),
        (data.load("stock", origin="SLV", year=2024).replace({"origin": {"SLV": "A"}}), TotalAmongParts),
        (pd.DataFrame({"origin": ["A"]}), UnsuitableTable),
    ],
)
def test_intraregional_share_refuses(stock: pd.DataFrame, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        intraregional_share(stock, {"A", "B"})
