"""A table is read in any shape that a person makes."""

import numpy as np
import pandas as pd
import pytest

from corredores.checking.encoding import encode
from corredores.checking.reference import PartSpec
from corredores.checking.tables import read_table

MATRIX = PartSpec(
    "e1_matrix",
    "table",
    "la matriz",
    keys=("origin", "destination"),
    columns=(("stock", "persons", 0.5),),
    aliases={"origin": ("origen",), "destination": ("destino",), "stock": ("personas",)},
)
RANKING = PartSpec(
    "e4", "table", "la tabla", keys=("origin",), columns=(("cr1", "percent", 0.05), ("hhi", "share", 0.001))
)
WIDE = pd.DataFrame({"CRI": [np.nan, 10.0], "NIC": [20.0, np.nan]}, index=pd.Index(["CRI", "NIC"], name="origin"))
CELLS = {("CRI", "CRI"): None, ("CRI", "NIC"): 20.0, ("NIC", "CRI"): 10.0, ("NIC", "NIC"): None}


@pytest.mark.parametrize(
    "table",
    [
        WIDE,
        WIDE.reset_index(),
        pd.concat({"stock": WIDE}, axis=1),  # as pivot leaves it without `values`
        WIDE.astype(object).where(WIDE.notna(), "NO_DISPONIBLE"),
        WIDE.astype(object).where(WIDE.notna(), "–"),
        WIDE.rename_axis(None),
        WIDE.rename(index={"CRI": "Costa Rica"}, columns={"NIC": "Nicaragua"}),
        WIDE.loc[["NIC", "CRI"], ["NIC", "CRI"]],
        WIDE.to_dict(orient="index"),
        WIDE.stack(future_stack=True),
        WIDE.stack(future_stack=True).rename_axis(["origen", "destino"]).rename("personas").reset_index(),
        {("CRI", "NIC"): 20, ("NIC", "CRI"): "10", ("CRI", "CRI"): None, ("NIC", "NIC"): ""},
        [{"origin": o, "destination": d, "stock": v} for (o, d), v in CELLS.items()],
    ],
)
def test_a_matrix_in_any_shape(table: object) -> None:
    reading = read_table(encode(table), MATRIX, ",")
    assert reading.state == "read", reading
    assert {key: cells["stock"] for key, cells in reading.value.items()} == CELLS


FRAME = pd.DataFrame({"origin": ["BOL", "PER"], "cr1": [43.0, 30.6], "hhi": [0.285, 0.18]})


@pytest.mark.parametrize(
    "table",
    [
        FRAME,
        FRAME.set_index("origin"),
        FRAME.set_index("origin").rename_axis(None),
        FRAME.to_dict(orient="list"),
        FRAME.to_dict(orient="records"),
        FRAME.set_index("origin").to_dict(),
        FRAME.set_index("origin").to_dict(orient="index"),
        FRAME.assign(cr1=["43,0 %", "30,6 %"], name=["x", "y"]),
        FRAME.assign(origin=["Bolivia", "Perú"]),
    ],
)
def test_a_ranking_in_any_shape(table: object) -> None:
    reading = read_table(encode(table), RANKING, ",")
    assert reading.state == "read", reading
    assert reading.value == {("BOL",): {"cr1": 43.0, "hhi": 0.285}, ("PER",): {"cr1": 30.6, "hhi": 0.18}}


@pytest.mark.parametrize(
    ("table", "part_of_the_problem"),
    [
        (FRAME.drop(columns="hhi"), "«hhi»"),
        (pd.concat([FRAME, FRAME]), "más de una vez"),
        (FRAME.iloc[:0], "ninguna fila"),
        ("una tabla", "DataFrame"),
        (3, "DataFrame"),
    ],
)
def test_what_cannot_be_read_says_why(table: object, part_of_the_problem: str) -> None:
    reading = read_table(encode(table), RANKING, ",")
    assert reading.state == "unreadable"
    assert part_of_the_problem in reading.problem


def test_nothing_yet_is_missing() -> None:
    assert read_table(None, RANKING, ",").state == "missing"
    assert read_table(encode(WIDE * np.nan), MATRIX, ",").state == "missing"
