"""Quirks of the bilateral labour agreements, on small files written as the compilers write them."""

from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers.labour_agreements import CLAUSES, agreement_provisions, agreements
from datasets.recipes.source import SourceError

KNOWN = (
    "treatyID,isoA,isoB,countryA,countryB,year,datesigned,ratified,copy_available,evidence_available,dataset_original,"
    "copy_spanish"
)
PAIR = "treatyID,isoA,isoB,countryA,countryB,year"
OTHERS = (
    "agreement_title,coded_orig_lang,coded_google_translation,bla_duration,bla_duration_other,bla_duration_years,"
    "past_bla_ref,quota_num,recruit_auth_who"
)
CODED = f"{PAIR},{OTHERS},{','.join(CLAUSES)}"
BRACERO = "6,USA,MEX,United States of America,Mexico,1947"


def known(folder: Path, *rows: str) -> Path:
    return written(folder, "bla_formation_1945_2020.csv", KNOWN, *rows)


def coded(folder: Path, *rows: str) -> Path:
    return written(folder, "bla_coding_provisions.csv", CODED, *rows)


def written(folder: Path, file: str, *lines: str) -> Path:
    (folder / "bla").mkdir(exist_ok=True)
    (folder / "bla" / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def text_of(
    translation: str = "Original langauge", duration: str = "Other,until both agree,", clauses: str = ""
) -> str:
    """Return a row of the coded texts."""
    return (
        f'{BRACERO},"Notes, at MÃ©xico",English,{translation},{duration},No prior BLA,"4000, then more",Employers,'
        f"{clauses or ','.join(['0'] * len(CLAUSES))}"
    )


def test_unknown_year_is_blank(tmp_path: Path) -> None:
    rows = (f"{BRACERO},  4/2/1947,,1,0,CPW (2017),0.0", "1076,NZL,IRL,New Zealand,Ireland,9999,,,0,1,,1.0")
    table = agreements(known(tmp_path, *rows)).set_index("treaty")
    assert table.loc[6, "year"] == 1947
    assert pd.isna(table.loc[1076, "year"])
    assert pd.isna(table.loc[1076, "compiled_from"])
    assert list(table["copy_spanish"]) == [0, 1]


def test_dates_stay_as_printed_without_their_padding(tmp_path: Path) -> None:
    row = f'{BRACERO},"  1/26/1951, 4/24/1951",5/29/2007 or sooner,1,0,,0.0'
    table = agreements(known(tmp_path, row))
    assert table.loc[0, "signed"] == "1/26/1951, 4/24/1951"
    assert table.loc[0, "ratified"] == "5/29/2007 or sooner"


def test_former_states_keep_code_or_blank(tmp_path: Path) -> None:
    rows = ("1,,YUG,East Germany,Yugoslavia,1970,,,0,1,,0.0", "2,DEU,CSK,West Germany,Czechoslovakia,1970,,,0,1,,0.0")
    table = agreements(known(tmp_path, *rows))
    assert table["country_a"].isna().tolist() == [True, False]
    assert table["country_b"].tolist() == ["YUG", "CSK"]
    assert table["name_a"].tolist() == ["East Germany", "West Germany"]


def test_clauses_are_whole_and_a_blank_stays_blank(tmp_path: Path) -> None:
    clauses = ",".join({"autorenew": "", "quota": "1.0"}.get(name, "0") for name in CLAUSES)
    table = agreement_provisions(coded(tmp_path, text_of("Translation", clauses=clauses)))
    assert pd.isna(table.loc[0, "autorenew"])
    assert table.loc[0, "quota"] == 1
    assert table.loc[0, "prot_women"] == 0
    assert table.loc[0, "text_read"] == "translation"
    assert table.loc[0, "quota_num"] == "4000, then more"
    assert table.loc[0, "title"] == "Notes, at MÃ©xico"


@pytest.mark.parametrize(
    ("row", "column", "found"),
    [
        (f"{BRACERO},,,2,0,,0.0", "copy_available", "2"),
        ("6,USA,MEX,United States of America,Mexico,47,,,1,0,,0.0", "year", "47"),
        ("6,US,MEX,United States of America,Mexico,1947,,,1,0,,0.0", "isoA", "US"),
        ("x6,USA,MEX,United States of America,Mexico,1947,,,1,0,,0.0", "treatyID", "x6"),
    ],
)
def test_wrong_cell_stops_with_line_and_expectation(row: str, column: str, found: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as stopped:
        agreements(known(tmp_path, f"{BRACERO},,,1,0,,0.0", row))
    said = str(stopped.value)
    for part in ("Chilton", "bla_formation_1945_2020.csv", "línea 3", column, f"«{found}»"):
        assert part in said


def test_code_that_is_no_clause_stops(tmp_path: Path) -> None:
    clauses = ",".join(["."] + ["0"] * (len(CLAUSES) - 1))
    with pytest.raises(SourceError, match=r"bla_coding_provisions\.csv, línea 2, la columna autorenew trae «\.»"):
        agreement_provisions(coded(tmp_path, text_of(clauses=clauses)))
