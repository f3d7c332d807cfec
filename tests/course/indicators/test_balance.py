"""Net stock and migration effectiveness: limits, invariances, refusals."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from corredores import data
from corredores.indicators import (
    NegativeStock,
    NotGiven,
    TotalAmongParts,
    UnsuitableTable,
    ZeroDenominator,
    migration_effectiveness,
    net_stock,
)

CODES = list("ABCD")
MATRICES = arrays(np.int64, (4, 4), elements=st.integers(min_value=0, max_value=10**6)).map(
    lambda cells: pd.DataFrame(cells, index=CODES, columns=CODES)
)
MOVED = MATRICES.filter(lambda matrix: matrix.to_numpy().sum() > np.trace(matrix.to_numpy()))
NINE = ["BLZ", "CRI", "DOM", "GTM", "HND", "HTI", "MEX", "PAN", "SLV"]


def system(**rows: list[float | None]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(rows))


def test_one_way_is_fully_effective() -> None:
    assert migration_effectiveness(system(A=[None, 50, 30], B=[0, None, 0], C=[0, 0, None])) == 100


def test_symmetric_exchange_has_no_effect() -> None:
    matrix = system(A=[None, 50, 30], B=[50, None, 7], C=[30, 7, None])
    assert migration_effectiveness(matrix) == 0
    assert [net_stock(matrix, country) for country in matrix] == [0, 0, 0]


def test_net_is_who_arrived_less_who_left() -> None:
    matrix = system(A=[None, 50, 30], B=[10, None, 5], C=[0, 20, None])
    assert net_stock(matrix, "A") == 10 - 80
    assert net_stock(matrix, "B") == 70 - 15
    assert migration_effectiveness(matrix) == pytest.approx(100 * (70 + 55 + 15) / (2 * 115))


@given(MATRICES)
def test_nets_add_up_to_nothing(matrix: pd.DataFrame) -> None:
    assert sum(net_stock(matrix, country) for country in matrix) == 0


@given(MOVED)
def test_direction_turns_the_net_and_leaves_effectiveness(matrix: pd.DataFrame) -> None:
    assert net_stock(matrix.T, "B") == -net_stock(matrix, "B")
    assert migration_effectiveness(matrix.T) == pytest.approx(migration_effectiveness(matrix))
    assert 0 <= migration_effectiveness(matrix) <= 100


@given(MOVED, st.permutations(CODES), st.permutations(CODES))
def test_order_does_not_matter(matrix: pd.DataFrame, rows: list[str], columns: list[str]) -> None:
    turned = matrix.loc[rows, columns]
    assert net_stock(turned, "C") == net_stock(matrix, "C")
    assert migration_effectiveness(turned) == pytest.approx(migration_effectiveness(matrix))


def test_nine_countries_with_cells_not_given() -> None:
    """Cells absent from the publication stop the sum until they are left out on purpose."""
    stock = data.load("stock", origin=NINE, destination=NINE, year=2024, sex="total")
    matrix = stock.pivot(index="origin", columns="destination", values="stock")
    with pytest.raises(NotGiven, match="BLZ → DOM"):
        net_stock(matrix, "DOM")
    arrived = stock.loc[stock["destination"] == "DOM", "stock"].sum()
    left = stock.loc[stock["origin"] == "DOM", "stock"].sum()
    assert net_stock(matrix, "DOM", skip_not_given=True) == arrived - left
    assert 0 < migration_effectiveness(matrix, skip_not_given=True) < 100


@pytest.mark.parametrize(
    ("matrix", "refusal", "words"),
    [
        (system(A=[None, -1], B=[1, None]), NegativeStock, "A → B"),
        (system(A=[None, None], B=[1, None]), NotGiven, "A → B"),
        (system(A=[None, 0], B=[0, None]), ZeroDenominator, "cero"),
        (system(A=[None, 0], B=[0, None]).rename(index={"B": "C"}), UnsuitableTable, "B, C"),
        (system(WLD=[None, 1], B=[1, None]), TotalAmongParts, "WLD"),
        (pd.DataFrame([[0, 1], [1, 0]], index=["A", "A"], columns=["A", "B"]), TotalAmongParts, "«A» aparece 2 veces"),
    ],
)
def test_refusals(matrix: pd.DataFrame, refusal: type[Exception], words: str) -> None:
    with pytest.raises(refusal, match=words):
        migration_effectiveness(matrix)


def test_country_outside_the_matrix() -> None:
    with pytest.raises(UnsuitableTable, match="«C» no está en la matriz; están A, B"):
        net_stock(system(A=[None, 1], B=[1, None]), "C")
