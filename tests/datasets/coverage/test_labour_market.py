"""Informality, young people, earnings and the survey sample, counted in the publishers' files themselves."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from tests.datasets.coverage.published_files import countries_among, rows_of, stated

FILES = {
    "informality": "ilostat/informal_employment_rate_sdg831.csv",
    "neet": "ilostat/neet_rate_15_24.csv",
    "earnings_occupation": "ilostat/avg_hourly_earnings_occupation_sdg851.csv",
}
LATER = "ilostat/raw_EMP_NIFL_SEX_RT_A_2024-07-26.csv"
WAGES = "ilostat_wage/ilostat_wage.csv"
SURVEY = "microdata_samples/eph_argentina_2016_t3_t4_sample.csv"


@pytest.mark.parametrize("table", FILES)
def test_ilostat(table: str, sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows, said, frame = rows_of(sources / FILES[table]), stated(project, table), tables[table]
    assert said["rows"] == len(frame) == len(rows)
    years = [int(row["year"]) for row in rows]
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (min(years), max(years))
    codes = {row["iso3"].replace("KOS", "XKX") for row in rows}
    assert said["coverage"]["countries"]["iso3"] == countries_among(project, codes)
    assert frame["value"].notna().sum() == sum(row["value"] != "" for row in rows)
    assert frame["value"].sum() == pytest.approx(sum(float(row["value"] or 0) for row in rows))
    for column in ("sex", "source"):
        assert Counter(frame[column]) == Counter(row[column] for row in rows)
    # What the publisher flags stays; the course marks pay of zero that the publisher does not flag.
    errors = sum(table == "earnings_occupation" and not row["flag"] and float(row["value"]) == 0 for row in rows)
    flags = Counter(row["flag"] for row in rows)
    assert Counter(frame["flag"].fillna("")) == +(flags - Counter({"": errors}) + Counter({"E": errors}))


def test_both_editions_of_informality(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    sdg = [row for row in rows_of(sources / FILES["informality"]) if row["activity"] == "ECO_SECTOR_TOTAL"]
    later = rows_of(sources / LATER)
    frame = tables["informality_vintages"]
    assert stated(project, "informality_vintages")["rows"] == len(frame) == len(sdg) + len(later)
    assert frame["edition"].value_counts().to_dict() == {"SDG 8.3.1": len(sdg), "2024-07-26": len(later)}
    newer = frame[frame["edition"] == "2024-07-26"]
    assert newer["iso3"].nunique() == len({row["ref_area.label"] for row in later})
    assert newer["value"].sum() == pytest.approx(sum(float(row["obs_value"] or 0) for row in later))


def test_monthly_earnings(sources: Path, project: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows, said, frame = rows_of(sources / WAGES), stated(project, "earnings_monthly"), tables["earnings_monthly"]
    assert said["rows"] == len(frame) == len(rows)
    assert said["coverage"]["countries"]["iso3"]["all"] == len({row["country"] for row in rows})
    assert (said["coverage"]["from"], said["coverage"]["to"]) == (2014, 2024)
    assert Counter(frame["area"]) == Counter(row["area_type"].lower() for row in rows)
    assert Counter(frame["sex"]) == Counter(row["sex"].lower() for row in rows)
    assert frame["value"].sum() == pytest.approx(sum(float(row["earnings_ppp"]) for row in rows))
    flags = {"": "", "Break in series": "B", "Unreliable": "U"}
    found = Counter(
        "E" if float(row["earnings_ppp"]) < 1 and not row["obs_status"] else flags[row["obs_status"]] for row in rows
    )
    assert Counter(frame["flag"].fillna("")) == found
    assert found["E"] == 9
    mexico = [row for row in rows if row["country"] == "Mexico"]
    assert (frame["iso3"] == "MEX").sum() == len(mexico)


def test_survey_sample_keeps_every_column_and_code(sources: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows, frame = rows_of(sources / SURVEY), tables["survey_sample"]
    assert len(frame) == len(rows) == 4_000
    assert list(frame.columns) == list(rows[0])
    assert len(frame.columns) == 47
    for column in rows[0]:
        written = frame[column].astype(object).where(frame[column].notna(), "")
        found = Counter(str(cell).removesuffix(".0") for cell in written)
        assert found == Counter(row[column] for row in rows), column
