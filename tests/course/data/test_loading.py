"""`load`: filters, types, copies, and answers to names that do not exist."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from corredores import data
from corredores.data import compiled
from corredores.language import use

KINDS = {"string": "str", "integer": "int64", "number": "float64", "boolean": "bool"}
FIELDS = {name: resource["schema"]["fields"] for name, resource in compiled.descriptors().items()}


@pytest.mark.parametrize("name", data.tables())
def test_says_what_its_csv_says(name: str, project: Path) -> None:
    types = {field["name"]: {"integer": "Int64"}.get(field["type"], KINDS[field["type"]]) for field in FIELDS[name]}
    path = project / "datasets" / f"{name}.csv"
    written = pd.read_csv(path, dtype=types, keep_default_na=False, na_values=[""])
    pd.testing.assert_frame_equal(
        pd.DataFrame(data.load(name)), written, check_dtype=False, check_flags=False, check_exact=True
    )


@pytest.mark.parametrize("name", data.tables())
def test_types_are_declared(name: str) -> None:
    frame = data.load(name)
    for field in FIELDS[name]:
        column = frame[field["name"]]
        if field["type"] == "string":
            assert pd.api.types.is_string_dtype(column.dropna())
        elif field["type"] == "integer" and not field.get("constraints", {}).get("required"):
            assert column.dtype == "Int64"
        else:
            assert column.dtype == KINDS[field["type"]]


@pytest.mark.parametrize("name", data.tables())
def test_filter_keeps_the_rows_that_pandas_would_keep(name: str) -> None:
    """Values are drawn column by column with a fixed seed; several at once, and columns together."""
    every, draw = data.load(name), random.Random(2024)
    columns = [field["name"] for field in FIELDS[name] if every[field["name"]].notna().any()]
    for _ in range(6):
        row = every.iloc[draw.randrange(len(every))].dropna()
        chosen = draw.sample([column for column in columns if column in row.index], min(2, len(row)))
        other = every[chosen[0]].dropna().iloc[draw.randrange(int(every[chosen[0]].notna().sum()))]
        wanted = {column: [row[column]] for column in chosen} | {chosen[0]: [row[chosen[0]], other]}
        expected = every[every[list(wanted)].isin(wanted).all(axis="columns")].reset_index(drop=True)
        pd.testing.assert_frame_equal(data.load(name, **wanted), expected)


def test_tables_are_named_in_the_order_of_the_package(project: Path) -> None:
    package = json.loads((project / "datasets" / "datapackage.json").read_text(encoding="utf-8"))
    assert data.tables() == [resource["name"] for resource in package["resources"]]


def test_all_tables_are_small_and_the_core_of_the_browser_smaller() -> None:
    sizes = {name: (compiled._TABLES / f"{name}.columns").stat().st_size for name in data.tables()}  # type: ignore[attr-defined]
    core = [name for name in data.tables() if compiled.descriptors()[name]["core"]]
    assert sum(sizes.values()) <= 15e6
    assert 0 < sum(sizes[name] for name in core) <= 2.5e6


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the installed tables that may be damaged."""
    folder = tmp_path / "tables"
    shutil.copytree(Path(str(compiled._TABLES)), folder)
    monkeypatch.setattr(compiled, "_TABLES", folder)
    return folder


def flip(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda content: b"",
        lambda content: b"<html>" * 1000,
        lambda content: flip(content, 200),
        lambda content: flip(content, len(content) - 20),
    ],
    ids=["cut", "empty", "another file", "index", "last run"],
)
def test_damaged_table_is_named_with_what_mends_it(damage: Callable[[bytes], bytes], installed: Path) -> None:
    path = installed / "population.columns"
    path.write_bytes(damage(path.read_bytes()))
    with use("es"), pytest.raises(data.DamagedTable, match=r"«population».*dañada.*uv sync --reinstall-package"):
        data.load("population")
    assert len(data.load("countries")) > 200


def test_absent_table_is_named_with_what_mends_it(installed: Path) -> None:
    (installed / "stock.columns").unlink()
    with use("en"), pytest.raises(data.DamagedTable, match="stock"):
        data.load("stock", origin="SLV")


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
    assert pd.isna(frame.loc["GLP", "income"])


def test_each_frame_is_a_copy() -> None:
    spoiled = data.load("stock")
    spoiled["stock"] = 0
    spoiled.attrs.clear()
    fresh = data.load("stock")
    assert fresh["stock"].sum() > 0
    assert fresh.attrs


@pytest.mark.parametrize(
    ("name", "filters", "nearest", "sentence"),
    [
        ("stok", {}, "stock", "No hay una tabla «stok»."),
        ("stock", {"origen": "MEX"}, "origin", "La tabla «stock» no tiene la columna «origen»."),
        ("stock", {"origin": "Gutemala"}, "GTM", "En la columna «origin» de «stock» no hay «Gutemala»."),
        ("stock", {"year": 2021}, "2020", "En la columna «year» de «stock» no hay «2021»."),
        ("stock", {"year": [2020, 2023]}, "2024", "En la columna «year» de «stock» no hay «2023»."),
        ("stock", {"sex": "females"}, "female", "En la columna «sex» de «stock» no hay «females»."),
        ("stock", {"sex": None}, None, "La columna «sex» de «stock» no tiene celdas en blanco."),
        ("stock", {"year": {"from": 2020}}, None, "En la columna «year» de «stock» no hay"),
        ("stock", {"origin": "América Latina"}, None, "En la columna «origin» de «stock» no hay"),
        ("stock", {"origin": [["SLV"]]}, None, "En la columna «origin» de «stock» no hay"),
        ("stock_vintages", {"edition": "UN 2021"}, "UN 2024", "En la columna «edition»"),
        ("countries", {"iso2": "XX"}, None, "En la columna «iso2» de «countries» no hay «XX»."),
        ("earnings_monthly", {"iso3": "Cuba"}, None, "La tabla «earnings_monthly» no da Cuba (CUB)"),
    ],
)
def test_unknown_names_say_what_exists(name: str, filters: dict, nearest: str | None, sentence: str) -> None:
    with use("es"), pytest.raises(data.UnknownName) as asked:
        data.load(name, **filters)
    assert str(asked.value).startswith(sentence)
    assert asked.value.nearest == nearest
    assert ("¿Quiso decir «" in str(asked.value)) == (nearest is not None)
    if nearest:
        assert nearest in str(asked.value).partition("¿Quiso decir «")[2]


def test_a_country_that_is_meant_is_named_with_its_code() -> None:
    with use("es"), pytest.raises(data.UnknownName, match=r"¿Quiso decir «Guatemala \(GTM\)»\?"):
        data.load("stock", origin="Gutemala")


def test_numbers_and_codes_are_read_as_they_are_written() -> None:
    year = data.load("stock", origin="SLV", year=2024)
    for written in ("2024", 2024.0, np.int64(2024), pd.Series([2024])):
        pd.testing.assert_frame_equal(data.load("stock", origin="SLV", year=written), year)
    assert len(data.load("occupations", isco=22)) == len(data.load("occupations", isco="22")) == 1
    assert set(data.load("remittances_mexico", place="Guatemala")["place"]) == {"GTM"}


def test_latest_year_of_a_table() -> None:
    assert data.latest("stock") == data.load("stock")["year"].max() == 2024
    with pytest.raises(data.UnknownName, match="borders"):
        data.latest("borders")


def test_none_keeps_the_rows_without_a_value() -> None:
    every, blank = data.load("visas"), data.load("visas", iso3=None)
    assert len(blank) == every["iso3"].isna().sum() > 0
    assert blank["iso3"].isna().all()
    some = data.load("informality", iso3="GTM", flag=["U", None], year=2022)
    assert set(some["flag"].dropna()) == {"U"}
    assert some["flag"].isna().any()


def test_columns_are_explained_in_the_current_language() -> None:
    with use("es"):
        spanish = data.fields("informality")
    with use("en"):
        english = data.fields("informality")
    assert list(spanish.index) == list(english.index) == list(data.load("informality").columns)
    assert "ILOSTAT" in spanish.loc["activity"].iloc[0]
    assert "ECO_AGNAG_NAG" in spanish.loc["activity"].iloc[2]
    assert "…" not in spanish._repr_html_() and "..." not in repr(english)
    with pytest.raises(data.UnknownName, match="stock"):
        data.fields("stok")


def test_unknown_year_lists_the_years() -> None:
    with pytest.raises(LookupError, match="1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024"):
        data.load("stock", year=1994)


@pytest.fixture
def browser_kernel(installed: Path) -> Path:
    """The tables of the browser kernel: the core ones and the description of all."""
    for name, resource in compiled.descriptors().items():
        if not resource["core"]:
            (installed / f"{name}.columns").unlink()
    return installed


def test_browser_kernel_loads_the_core_tables(browser_kernel: Path) -> None:
    stock = data.load("stock", origin="MEX", destination="USA", year=2024, sex="total")
    assert stock["stock"].item() == 11_279_561
    assert data.source_line("stock") == data.source_line(stock)


def test_browser_kernel_says_kindly_which_table_it_does_not_carry(browser_kernel: Path) -> None:
    with pytest.raises(data.AbsentTable, match="no trae la tabla «labour»"):
        data.load("labour", iso3="SLV")
    with use("en"), pytest.raises(data.AbsentTable, match=r"“labour”.*JupyterLab"):
        data.load("labour")


def test_core_table_that_is_gone_is_damage_even_in_the_browser_kernel(browser_kernel: Path) -> None:
    (browser_kernel / "stock.columns").unlink()
    with pytest.raises(data.DamagedTable, match="stock"):
        data.load("stock")


def test_other_table_that_is_gone_is_damage_where_others_are(installed: Path) -> None:
    (installed / "labour.columns").unlink()
    with pytest.raises(data.DamagedTable, match="labour"):
        data.load("labour")


def test_what_is_done_to_a_table_is_not_seen_by_the_next_who_loads_it() -> None:
    before = data.load("countries")
    spoilt = data.load("countries")
    spoilt["name_es"] = spoilt["name_es"].str.upper()
    spoilt.iloc[:, :] = spoilt.iloc[::-1].to_numpy()
    spoilt.loc[:, "iso3"] = "XXX"
    pd.testing.assert_frame_equal(data.load("countries"), before)
