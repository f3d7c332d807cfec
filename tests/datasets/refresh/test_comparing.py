"""The report says exactly what was added, revised and removed."""

import pandas as pd

from datasets.recipes.declaration import Field, Table
from datasets.recipes.refresh.comparing import compare

TABLE = Table(
    name="gdp",
    recipe=lambda sources: pd.DataFrame(),
    title="",
    publisher="",
    edition="",
    obtained="",
    licence="",
    limits=(),
    key=("iso3", "year"),
    places=("iso3",),
    time="year",
    fields=(
        Field("iso3", "string", ""),
        Field("year", "integer", ""),
        Field("value", "number", "", blank=True),
        Field("flag", "string", "", blank=True),
    ),
)
COLUMNS = [field.name for field in TABLE.fields]


def rows(*given: tuple[str, int, float | None, str | None]) -> pd.DataFrame:
    table = pd.DataFrame(given, columns=COLUMNS)
    return table.astype({"value": float, "flag": "str"})


OLD = rows(
    ("MEX", 2023, 100.0, None),
    ("MEX", 2024, 200.0, "E"),
    ("SLV", 2023, 0.0, None),
    ("SLV", 2024, None, None),
    ("VEN", 2023, 50.0, None),
    ("YUG", 1990, 9.0, None),
)
NEW = rows(
    ("MEX", 2023, 110.0, None),
    ("MEX", 2024, 100.0, None),
    ("MEX", 2025, 300.0, None),
    ("SLV", 2023, 3.0, None),
    ("SLV", 2024, 4.0, None),
    ("VEN", 2023, 50.0, None),
)


def test_rows_and_cells_are_named_with_old_and_new_the_largest_revision_first() -> None:
    changes = compare(OLD, NEW, TABLE)
    assert (changes.rows_before, changes.rows_after, changes.shrunk) == (6, 6, False)
    assert changes.counts == {"added": 1, "revised": 4, "removed": 1}
    found = changes.cells.astype(object).where(changes.cells.notna(), None)
    assert found.to_numpy().tolist() == [
        ["revised", "MEX", 2024, "value", 200.0, 100.0, -100.0, -50.0],
        ["revised", "MEX", 2023, "value", 100.0, 110.0, 10.0, 10.0],
        ["revised", "SLV", 2023, "value", 0.0, 3.0, 3.0, None],
        ["revised", "MEX", 2024, "flag", "E", None, None, None],
        ["revised", "SLV", 2024, "value", None, 4.0, None, None],
        ["added", "MEX", 2025, "flag", None, None, None, None],
        ["added", "MEX", 2025, "value", None, 300.0, None, None],
        ["removed", "YUG", 1990, "flag", None, None, None, None],
        ["removed", "YUG", 1990, "value", 9.0, None, None, None],
    ]


def test_rows_are_counted_once_by_country_and_by_year() -> None:
    changes = compare(OLD, NEW, TABLE)
    assert changes.rows_by("iso3").to_dict("index") == {
        "MEX": {"added": 1, "revised": 2, "removed": 0},
        "SLV": {"added": 0, "revised": 2, "removed": 0},
        "YUG": {"added": 0, "revised": 0, "removed": 1},
    }
    assert changes.rows_by("year").loc[2023].tolist() == [0, 2, 0]


def test_the_same_rows_change_nothing() -> None:
    changes = compare(OLD, OLD.copy(), TABLE)
    assert changes.counts == {"added": 0, "revised": 0, "removed": 0}
    assert changes.cells.empty


def test_a_table_that_loses_more_than_a_tenth_of_its_rows_looks_like_half_an_answer() -> None:
    assert compare(OLD, OLD.head(5), TABLE).shrunk
    twenty = pd.concat([OLD.assign(year=OLD["year"] + shift) for shift in (0, 100, 200, 300)])
    assert not compare(twenty, twenty.head(23), TABLE).shrunk
