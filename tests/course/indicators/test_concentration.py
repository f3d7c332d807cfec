"""Shares, concentration ratio, Herfindahl index and effective number: limits, figures, invariances, refusals."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corredores import data
from corredores.corridor import ORIGINS
from corredores.indicators import (
    NegativeStock,
    NotGiven,
    OutOfRange,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
    concentration_ratio,
    effective_number,
    herfindahl,
    shares,
)

PERSONS = st.lists(st.integers(min_value=1, max_value=10**7), min_size=1, max_size=30)


def emigrants(origin: str) -> pd.Series:
    return data.load("stock", origin=origin, year=2024, sex="total").set_index("destination")["stock"]


def test_one_corridor_is_concentration_itself() -> None:
    assert herfindahl([1234]) == 1
    assert effective_number([1234]) == 1
    assert concentration_ratio([1234]) == 1


@pytest.mark.parametrize("n", [1, 2, 3, 7, 50])
def test_equal_corridors_give_one_over_n(n: int) -> None:
    assert herfindahl([400] * n) == pytest.approx(1 / n)
    assert effective_number([400] * n) == pytest.approx(n)
    assert concentration_ratio([400] * n, k=2) == pytest.approx(min(2, n) / n)


def test_corridor_of_nobody_changes_nothing() -> None:
    assert herfindahl([60, 40, 0]) == pytest.approx(herfindahl([60, 40]))


def test_mexico_to_the_united_states_as_published() -> None:
    """MEX→USA 2024 = 11,279,561 (UN DESA, revision 2024)."""
    stock = emigrants("MEX")
    assert shares(stock)["USA"] * stock.sum() == pytest.approx(11_279_561)
    assert concentration_ratio(stock) == shares(stock)["USA"]


@pytest.fixture(scope="module")
def emigrants_by_hand(project: Path) -> dict[str, list[int]]:
    """Persons by destination, largest first, read from the CSV without pandas."""
    found: dict[str, list[int]] = {}
    with (project / "datasets" / "stock.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["year"] == "2024" and row["sex"] == "total":
                found.setdefault(row["origin"], []).append(int(row["stock"]))
    return {origin: sorted(persons, reverse=True) for origin, persons in found.items()}


@pytest.mark.parametrize("origin", ORIGINS)
def test_same_as_by_hand_from_the_csv(origin: str, emigrants_by_hand: dict[str, list[int]]) -> None:
    persons, stock = emigrants_by_hand[origin], emigrants(origin)
    assert herfindahl(stock) == pytest.approx(sum(one**2 for one in persons) / sum(persons) ** 2)
    assert concentration_ratio(stock, k=3) == pytest.approx(sum(persons[:3]) / sum(persons))


@given(PERSONS)
def test_bounds(persons: list[int]) -> None:
    n = len(persons)
    assert shares(persons).sum() == pytest.approx(1)
    assert 1 / n <= herfindahl(persons) * (1 + 1e-9)
    assert herfindahl(persons) <= 1 + 1e-9
    assert concentration_ratio(persons, k=n) == pytest.approx(1)


@given(PERSONS, st.integers(min_value=2, max_value=1000), st.randoms())
def test_neither_scale_nor_order_matters(persons: list[int], scale: int, random: object) -> None:
    other = [one * scale for one in persons]
    random.shuffle(other)  # type: ignore[attr-defined]
    assert herfindahl(other) == pytest.approx(herfindahl(persons))
    assert concentration_ratio(other, k=3) == pytest.approx(concentration_ratio(persons, k=3))


@given(PERSONS.filter(lambda persons: len(persons) > 1))
def test_merging_two_corridors_concentrates(persons: list[int]) -> None:
    merged = [persons[0] + persons[1], *persons[2:]]
    assert herfindahl(merged) > herfindahl(persons)
    assert effective_number(merged) < effective_number(persons)


def test_share_keeps_labels_and_order() -> None:
    assert shares(pd.Series({"USA": 60, "CAN": 40})).to_dict() == {"USA": 0.6, "CAN": 0.4}


@pytest.mark.parametrize(
    ("stock", "refusal", "words"),
    [
        (pd.Series({"USA": 10, "CAN": -1}), NegativeStock, "CAN"),
        (pd.Series({"USA": 10, "CAN": None}), NotGiven, "CAN"),
        (pd.Series({"USA": 0, "CAN": 0}), ZeroDenominator, "cero"),
        ([], UnsuitableTable, "no tiene ninguna fila"),
        (["60", "40"], UnsuitableTable, "Es un texto"),
        ([True, False], UnsuitableTable, "verdadero o falso"),
        ([1, float("inf")], OutOfRange, "infinita"),
        (pd.Series([10, 4, 6], index=["USA", "USA", "USA"]), TotalAmongParts, "«USA» aparece 3 veces"),
        (pd.Series({"WLD": 100, "MEX": 60, "SLV": 40}), TotalAmongParts, "WLD"),
        (pd.Series({"OTH": 40, "MEX": 60}), TotalAmongParts, "OTH"),
    ],
)
def test_refusals(stock: object, refusal: type[Exception], words: str) -> None:
    with pytest.raises(refusal, match=words):
        herfindahl(stock)  # type: ignore[arg-type]


def test_sexes_with_their_total_are_refused() -> None:
    everybody = data.load("stock", origin="SLV", year=2024).set_index("destination")["stock"]
    with pytest.raises(TotalAmongParts, match="aparece 3 veces"):
        shares(everybody)


@pytest.mark.parametrize("k", [0, -1, 1.5])
def test_k_counts_corridors(k: float) -> None:
    with pytest.raises(UnsuitableTable, match=str(k)):
        concentration_ratio([60, 40], k=k)  # type: ignore[arg-type]
