"""Preference index and aggregate net migration rate: limits, invariances, refusals."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corredores import data
from corredores.indicators import (
    NegativeStock,
    NotGiven,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
    aggregate_net_migration_rate,
    migration_effectiveness,
    preference_index,
)

COUNTS = st.lists(st.integers(min_value=1, max_value=10**6), min_size=3, max_size=3)
PAIR = pd.DataFrame([[None, 30], [10, None]], index=["NIC", "CRI"], columns=["NIC", "CRI"])


def corridors(cells: list[list[float]]) -> pd.DataFrame:
    return pd.DataFrame(cells, index=["HND", "NIC", "SLV"], columns=["CAN", "ESP", "USA"])


@settings(max_examples=30)
@given(COUNTS, COUNTS)
def test_what_the_sizes_expect_is_1(leaving: list[int], arriving: list[int]) -> None:
    """Where M_od = M·p_o·p_d the corridor is as large as expected: the outer product of any two rows of sizes is so."""
    index = preference_index(corridors(np.outer(leaving, arriving).astype(float).tolist()))
    assert index.to_numpy() == pytest.approx(np.ones((3, 3)))


@settings(max_examples=30)
@given(COUNTS, COUNTS, COUNTS, st.integers(min_value=2, max_value=99))
def test_neither_unit_nor_order_nor_names_matter(one: list[int], two: list[int], three: list[int], unit: int) -> None:
    matrix = corridors([one, two, three])
    expected = preference_index(matrix)
    pd.testing.assert_frame_equal(preference_index(matrix * unit), expected)
    turned = preference_index(matrix.loc[["SLV", "HND", "NIC"], ["USA", "CAN", "ESP"]])
    pd.testing.assert_frame_equal(turned.loc[matrix.index, matrix.columns], expected)
    pd.testing.assert_frame_equal(preference_index(matrix.T).T, expected)


def test_expected_persons_add_up_to_those_who_moved() -> None:
    """M_od / I_od is what was expected; without a diagonal it adds up to M, since the shares add up to 1."""
    stock = data.load("stock", origin=["GTM", "HND", "SLV"], destination=["USA", "CAN"], year=2024, sex="total")
    matrix = stock.pivot(index="origin", columns="destination", values="stock")
    index = preference_index(matrix)
    assert (matrix / index).sum().sum() == pytest.approx(matrix.sum().sum())


def test_a_corridor_without_persons_is_0_and_the_diagonal_blank() -> None:
    index = preference_index(PAIR.fillna(7))
    assert index.isna().to_numpy().tolist() == [[True, False], [False, True]]
    assert preference_index(corridors([[0, 5, 5], [5, 5, 5], [5, 5, 5]])).loc["HND", "CAN"] == 0


def test_preference_refuses() -> None:
    with pytest.raises(NegativeStock, match="HND → ESP"):
        preference_index(corridors([[1, -1, 1], [1, 1, 1], [1, 1, 1]]))
    blank = corridors([[1, float("nan"), 1], [1, 1, 1], [1, 1, 1]])
    with pytest.raises(NotGiven, match="HND → ESP"):
        preference_index(blank)
    assert pd.isna(preference_index(blank, skip_not_given=True).loc["HND", "ESP"])
    with pytest.raises(ZeroDenominator):
        preference_index(corridors([[0, 0, 0]] * 3))
    with pytest.raises(TotalAmongParts, match="WLD"):
        preference_index(corridors([[1, 1, 1]] * 3).rename(columns={"USA": "WLD"}))


def test_rate_at_its_limits() -> None:
    """An exchange moves nobody on balance: 0. One way, it is who moved over who lives there."""
    people = pd.Series({"CRI": 400, "NIC": 600})
    assert aggregate_net_migration_rate(PAIR.replace(10, 30), people) == 0
    assert aggregate_net_migration_rate(PAIR.replace(10, 0), people) == pytest.approx(100 * 30 / 1_000)


@settings(max_examples=30)
@given(st.lists(st.integers(min_value=1, max_value=10**6), min_size=2, max_size=2), st.integers(1, 10**9))
def test_rate_is_effectiveness_times_intensity(moved: list[int], inhabitants: int) -> None:
    """ANMR = MEI · CMI / 100 with CMI = 100·Σ M/Σ P (Bell et al. 2002): every mover arrives once and leaves once."""
    matrix = pd.DataFrame([[0, moved[0]], [moved[1], 0]], index=["NIC", "CRI"], columns=["NIC", "CRI"])
    people = pd.Series({"NIC": inhabitants, "CRI": 2 * inhabitants})
    intensity = 100 * sum(moved) / people.sum()
    expected = migration_effectiveness(matrix) * intensity / 100
    assert aggregate_net_migration_rate(matrix, people) == pytest.approx(expected)


def test_rate_refuses() -> None:
    with pytest.raises(UnsuitableTable, match="GTM"):
        aggregate_net_migration_rate(PAIR, pd.Series({"NIC": 600, "GTM": 400}))
    with pytest.raises(ZeroDenominator):
        aggregate_net_migration_rate(PAIR, pd.Series({"NIC": 0, "CRI": 0}))
    with pytest.raises(NotGiven, match="population · CRI"):
        aggregate_net_migration_rate(PAIR, pd.Series({"NIC": 600, "CRI": None}))
