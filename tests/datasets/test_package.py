"""The data package describes the committed files, and the recipes make the same bytes again."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from datasets.recipes.package import build, sorted_by_key
from datasets.recipes.source import SourceError
from datasets.recipes.tables import TABLES

RESOURCES = json.loads((Path(__file__).parents[2] / "datasets" / "datapackage.json").read_text("utf-8"))["resources"]


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["name"])
def test_describes_its_file(resource: dict[str, Any], project: Path, tables: dict[str, pd.DataFrame]) -> None:
    content = (project / "datasets" / resource["path"]).read_bytes()
    frame, columns = tables[resource["name"]], [field["name"] for field in resource["schema"]["fields"]]
    assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
    assert resource["rows"] == len(frame)
    assert content.split(b"\n", 1)[0].decode() == ",".join(columns)
    for said in ("title", "publisher", "edition", "obtained", "licence", "limits"):
        assert resource[said]
    assert resource["publisher"] in resource["sources"][0]["title"]
    # The standard's ``licenses`` promise: only where every part is known and none has to be confirmed.
    assert not (resource["licence_to_confirm"] and "licenses" in resource)
    assert [one["title"] for one in resource.get("licenses", [])] in (
        [],
        resource["licence"].removesuffix(" (declarada)").split("; "),
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_are_sorted_by_key(table: Any, tables: dict[str, pd.DataFrame]) -> None:
    keys = pd.MultiIndex.from_frame(tables[table.name][list(table.key)])
    assert keys.is_monotonic_increasing
    assert keys.is_unique


def test_every_table_is_described() -> None:
    assert [resource["name"] for resource in RESOURCES] == [table.name for table in TABLES]


def test_repeated_key_is_refused(tables: dict[str, pd.DataFrame]) -> None:
    countries = tables["countries"]
    with pytest.raises(SourceError, match="countries"):
        sorted_by_key(pd.concat([countries, countries.head(1)]), TABLES[0])


def test_recipes_make_the_committed_bytes(sources: Path, project: Path, tmp_path: Path) -> None:
    for path in build(sources, tmp_path):
        assert path.read_bytes() == (project / "datasets" / path.name).read_bytes(), path.name
