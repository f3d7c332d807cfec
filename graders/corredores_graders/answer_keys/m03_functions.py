"""E6 of M03: the two functions asked, the wrong ones that people write, and small closed matrices to try them on."""

from typing import Any

import numpy as np
import pandas as pd

PLACES = ("ARG", "BRA", "CHL", "COL", "CRI", "CUB", "ECU", "GTM")


def closed_matrix(draw: np.random.Generator) -> pd.DataFrame:
    """A matrix of three to five countries, origins down; the diagonal and at most one cell are not given."""
    size = int(draw.integers(3, 6))
    places = [str(place) for place in draw.choice(PLACES, size=size, replace=False)]
    cells = draw.integers(100, 9_000, size=(size, size)).astype(float)
    np.fill_diagonal(cells, np.nan)
    if size > 3:
        cells[0, 1] = np.nan
    return pd.DataFrame(cells, index=pd.Index(places, name="origin"), columns=places)


def one_matrix(draw: np.random.Generator) -> list[Any]:
    """The argument of ``migration_effectiveness``."""
    return [closed_matrix(draw)]


def matrix_and_country(draw: np.random.Generator) -> list[Any]:
    """The arguments of ``net_stock``."""
    matrix = closed_matrix(draw)
    return [matrix, str(draw.choice(matrix.columns))]


def net_stock(matrix: pd.DataFrame, country: str) -> float:
    """Immigrants minus emigrants of ``country``, persons."""
    return float(np.nansum(matrix[country].to_numpy()) - np.nansum(matrix.loc[country].to_numpy()))


def net_as_out_minus_in(matrix: pd.DataFrame, country: str) -> float:
    """F3: the sign turned, or rows taken for columns."""
    return -net_stock(matrix, country)


def immigrants_only(matrix: pd.DataFrame, country: str) -> float:
    """N3: immigrants, nothing subtracted."""
    return float(np.nansum(matrix[country].to_numpy()))


def migration_effectiveness(matrix: pd.DataFrame) -> float:
    """100 Σ|D − O| / Σ(D + O), per cent."""
    cells = np.nan_to_num(matrix.to_numpy(dtype=float))
    into, out = cells.sum(axis=0), cells.sum(axis=1)
    return float(100 * np.abs(into - out).sum() / (into + out).sum())


def without_absolute_value(_: pd.DataFrame) -> float:
    """X1: gains and losses cancel out."""
    return 0.0


def over_half_the_sum(matrix: pd.DataFrame) -> float:
    """X3: each person counted once below and twice above."""
    return 2 * migration_effectiveness(matrix)


def as_share(matrix: pd.DataFrame) -> float:
    """U1: 0–1."""
    return migration_effectiveness(matrix) / 100
