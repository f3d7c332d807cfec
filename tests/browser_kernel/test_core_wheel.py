"""The wheel that the browser kernel loads carries the core tables, and knows of the others."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from corredores import data
from corredores.data import compiled

pytestmark = pytest.mark.xdist_group("browser kernel")

CORE_BYTES, WHEEL_BYTES = 2_500_000, 3_000_000


def test_core_wheel_carries_the_core_tables_and_describes_all(core_wheel: Path) -> None:
    with zipfile.ZipFile(core_wheel) as packed:
        carried = {PurePosixPath(one.filename).stem: one.file_size for one in packed.infolist() if is_table(one)}
        described = json.loads(packed.read("corredores/tables/datapackage.json"))["resources"]
    assert set(carried) == {name for name in data.tables() if compiled.descriptors()[name]["core"]}
    assert [one["name"] for one in described] == data.tables()
    assert sum(carried.values()) <= CORE_BYTES
    assert core_wheel.stat().st_size <= WHEEL_BYTES


def is_table(file: zipfile.ZipInfo) -> bool:
    return file.filename.endswith(".columns")


def test_other_choice_of_tables_is_refused(course_wheel: Callable[[str], Path]) -> None:
    with pytest.raises(AssertionError, match="CORREDORES_TABLES=some: give all or core"):
        course_wheel("some")
