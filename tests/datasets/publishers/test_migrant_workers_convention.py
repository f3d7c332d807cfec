"""Quirks of the list of parties to the Convention of 1990."""

from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers.migrant_workers_convention import conventions
from datasets.recipes.source import SourceError

HEADER = "iso2,member,state party,year ratification or accession,signatory,no action,status,note"
CODES = "iso3,iso2\nNAM,NA\nTLS,TL\nMEX,MX\nHTI,HT\nCHI,\n"


def listed(folder: Path, *rows: str, header: str = HEADER) -> Path:
    for name in ("treaties", "country_ref"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "country_ref" / "countries_multilingual.csv").write_text(CODES, encoding="utf-8")
    content = "\r\n".join([header, *rows]).encode("utf-8")
    (folder / "treaties" / "hr_status_icmw.csv").write_bytes(content)
    return folder


def test_namibia_and_the_withdrawn_code(tmp_path: Path) -> None:
    rows = ("NA,Namibia,0,,0,1,no action,", "TP,East Timor,1,2004,0,0,state party,", "HT,Haiti,0,,1,0,signatory state,")
    table = conventions(listed(tmp_path, *rows)).set_index("iso3")
    assert table["status"].to_dict() == {"NAM": "no action", "TLS": "state party", "HTI": "signatory"}
    assert table.loc["TLS", "year"] == 2004
    assert pd.isna(table.loc["NAM", "year"])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("QQ,Atlantis,0,,0,1,no action,", "dos letras"),
        ("MX,Mexico,1,,0,0,state party,", "concuerde"),
        ("MX,Mexico,0,1999,0,1,no action,", "concuerde"),
        ("MX,Mexico,0,1999,0,0,state party,", "concuerde"),
        ("MX,Mexico,1,1099,0,0,state party,", "1900"),
        ("MX,Mexico,1,1999,0,0,ratified,", "signatory state"),
    ],
)
def test_row_that_cannot_be_meant_stops(row: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=expected) as stopped:
        conventions(listed(tmp_path, "NA,Namibia,0,,0,1,no action,", row))
    for part in ("UN Treaty Collection", "hr_status_icmw.csv", "línea 3"):
        assert part in str(stopped.value)


def test_renamed_column_stops(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="falta la columna status"):
        conventions(listed(tmp_path, header=HEADER.replace("status", "estado")))
