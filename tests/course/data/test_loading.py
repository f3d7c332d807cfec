"""`load`: filters, types, copies, and answers to names that do not exist."""

import time

import pandas as pd
import pytest

from corredores import data
from corredores.language import use

TYPES = {
    "stock": {"year": "int64", "stock": "int64"},
    "stock_vintages": {"year": "int64", "stock": "int64"},
    "population": {"year": "int64", "population": "int64"},
    "borders": {"ring": "int64", "point": "int64", "lon": "float64", "lat": "float64"},
    "countries": {"m49": "int64", "lac33": "bool", "lat": "float64", "lon": "float64"},
}


@pytest.mark.parametrize("name", TYPES)
def test_types(name: str) -> None:
    frame = data.load(name)
    for column in frame.columns:
        if column in TYPES[name]:
            assert frame[column].dtype == TYPES[name][column]
        else:
            assert pd.api.types.is_string_dtype(frame[column].dropna())


def test_tables_are_named() -> None:
    assert data.tables() == ["countries", "stock", "stock_vintages", "population", "borders"]


def test_scalar_and_list_filters() -> None:
    frame = data.load("stock", origin="SLV", destination=["USA", "MEX"], year=(2020, 2024), sex="total")
    assert list(frame["stock"]) == [38533, 55410, 1463484, 1569946]
    assert list(frame.index) == [0, 1, 2, 3]


def test_countries_by_name() -> None:
    by_name = data.load("stock", origin="El Salvador", destination=["EE. UU."])
    pd.testing.assert_frame_equal(by_name, data.load("stock", origin="SLV", destination="USA"))


def test_boolean_filter() -> None:
    assert len(data.load("countries", lac33=True)) == 33


def test_not_given_cell_has_no_row() -> None:
    assert data.load("stock", origin="BLZ", destination="DOM").empty


def test_blank_is_missing_and_na_is_namibia() -> None:
    frame = data.load("countries").set_index("iso3")
    assert frame.loc["NAM", "iso2"] == "NA"
    assert pd.isna(frame.loc["CHI", "iso2"])
    assert pd.isna(frame.loc["GLP", "lat"])


def test_each_frame_is_a_copy() -> None:
    spoiled = data.load("stock")
    spoiled["stock"] = 0
    spoiled.attrs.clear()
    fresh = data.load("stock")
    assert fresh["stock"].sum() > 0
    assert fresh.attrs


def test_second_load_is_quick() -> None:
    data.load("stock")
    start = time.perf_counter()
    data.load("stock", origin="SLV", year=2024)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("name", "filters", "nearest", "sentence"),
    [
        ("stok", {}, "stock", "No hay una tabla «stok»."),
        ("stock", {"origen": "MEX"}, "origin", "La tabla «stock» no tiene la columna «origen»."),
        ("stock", {"origin": "Gutemala"}, "GTM", "En la columna «origin» de «stock» no hay «Gutemala»."),
        ("stock", {"year": 2021}, "2020", "En la columna «year» de «stock» no hay «2021»."),
        ("stock", {"year": [2020, 2023]}, "2024", "En la columna «year» de «stock» no hay «2023»."),
        ("stock", {"sex": "females"}, "female", "En la columna «sex» de «stock» no hay «females»."),
        ("stock", {"sex": None}, None, "En la columna «sex» de «stock» no hay «None»."),
        ("stock", {"year": {"from": 2020}}, None, "En la columna «year» de «stock» no hay"),
        ("stock_vintages", {"edition": "UN 2021"}, "UN 2024", "En la columna «edition»"),
        ("countries", {"iso2": "XX"}, "XK", "En la columna «iso2» de «countries» no hay «XX»."),
    ],
)
def test_unknown_names_say_what_exists(name: str, filters: dict, nearest: str | None, sentence: str) -> None:
    with use("es"), pytest.raises(data.UnknownName) as asked:
        data.load(name, **filters)
    assert str(asked.value).startswith(sentence)
    assert asked.value.nearest == nearest
    assert asked.value.available
    if nearest:
        assert f"¿Quiso decir «{nearest}»?" in str(asked.value)


def test_unknown_year_lists_the_years() -> None:
    with pytest.raises(LookupError, match="1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024"):
        data.load("stock", year=1994)
