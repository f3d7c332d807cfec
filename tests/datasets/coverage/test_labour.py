"""The labour market: rows, flags and countries counted in the World Bank's and the ILO's files themselves."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from tests.datasets.coverage.published_files import Row, countries_among, rows_of, stated

PANEL = "wdi/wdi_panel_1990_2025.csv"
NATIONAL = "ilostat/unemployment_rate_national_sdg852.csv"
SEXES = {"female": "FE", "male": "MA"}
SECTORS = {"agriculture_jobs": "AGR", "industry_jobs": "IND", "services_jobs": "SRV"}
MAP_COUNTRIES = ["GTM", "HND", "MEX", "SLV"]


@pytest.fixture(scope="module")
def modelled(sources: Path) -> list[Row]:
    return [row for row in rows_of(sources / PANEL) if row["is_aggregate"] == "0"]


@pytest.fixture(scope="module")
def national(sources: Path) -> list[Row]:
    return rows_of(sources / NATIONAL)


def jobs(row: Row, sector: str, sex: str) -> float:
    """Return the jobs of a sector and sex, unrounded, as course map M05 defines them."""
    women = float(row["SL_TLF_TOTL_FE_ZS"]) / 100
    force = float(row["SL_TLF_TOTL_IN"]) * (women if sex == "female" else 1 - women)
    unemployed = float(row[f"SL_UEM_TOTL_{SEXES[sex]}_ZS"]) / 100
    return force * (1 - unemployed) * float(row[f"SL_{SECTORS[sector]}_EMPL_{SEXES[sex]}_ZS"]) / 100


def test_every_modelled_cell_has_its_row(modelled: list[Row], tables: dict[str, pd.DataFrame]) -> None:
    columns = [name for name in modelled[0] if name.startswith("SL_") and name != "SL_TLF_TOTL_FE_ZS"]
    assert len(columns) == 21
    printed = Counter(f"WDI {name.replace('_', '.')}" for row in modelled for name in columns if row[name])
    rows = tables["labour"].query("flag == 'modelled'")
    assert rows["source"].value_counts().to_dict() == printed


def test_jobs_are_derived_for_each_country_and_year_that_has_its_parts(
    modelled: list[Row], tables: dict[str, pd.DataFrame]
) -> None:
    rows = tables["labour"][tables["labour"]["indicator"].isin(SECTORS)]
    table = rows.set_index(["indicator", "iso3", "sex", "year"])["value"].to_dict()
    whole = [row for row in modelled if row["SL_AGR_EMPL_FE_ZS"]]
    assert len(table) == 9 * len(whole)
    for row in whole:
        for sector in SECTORS:
            by_sex = {sex: round(jobs(row, sector, sex)) for sex in SEXES}
            found = {sex: table[sector, row["iso3"], sex, int(row["year"])] for sex in (*SEXES, "total")}
            assert found["total"] == found["female"] + found["male"]
            # A half may be rounded either way.
            assert all(abs(found[sex] - by_sex[sex]) <= 1 for sex in SEXES), (row["iso3"], row["year"], sector)


def test_national_rates_keep_every_row_value_and_flag(national: list[Row], tables: dict[str, pd.DataFrame]) -> None:
    rows = tables["labour"].query("indicator == 'unemployment_rate_national'")
    assert len(rows) == len(national)
    assert rows["flag"].fillna("").value_counts().to_dict() == Counter(row["flag"] for row in national)
    assert rows["sex"].value_counts().to_dict() == Counter(row["sex"] for row in national)
    assert rows["age"].value_counts().to_dict() == {
        "15+": sum(row["age"] == "AGE_YTHADULT_YGE15" for row in national),
        "15-24": sum(row["age"] == "AGE_YTHADULT_Y15-24" for row in national),
        "25+": sum(row["age"] == "AGE_YTHADULT_YGE25" for row in national),
    }
    assert rows["value"].isna().sum() == sum(row["value"] == "" for row in national)
    assert rows["value"].sum() == pytest.approx(sum(float(row["value"]) for row in national if row["value"]))


def test_package_states_the_countries_and_years(modelled: list[Row], national: list[Row], project: Path) -> None:
    codes = {row["iso3"] for row in modelled if row["SL_TLF_TOTL_IN"]}
    codes |= {"XKX" if row["iso3"] == "KOS" else row["iso3"] for row in national}
    years = {int(row["year"]) for row in (*modelled, *national)}
    package = stated(project, "labour")
    assert package["coverage"]["countries"]["iso3"] == countries_among(project, codes)
    assert (package["coverage"]["from"], package["coverage"]["to"]) == (min(years), max(years))


def test_the_exercises_have_their_rows(tables: dict[str, pd.DataFrame]) -> None:
    """m04.e5 by sex, m05.e4 and e5 for 2014 and 2024, m11.e4: 29 of the 33 states."""
    region = tables["countries"].query("lac33")["iso3"]
    rows = tables["labour"][tables["labour"]["iso3"].isin(region)]
    rows = rows[rows["indicator"].isin([*SECTORS, "unemployment_rate", "labour_force"])]
    cells = rows.query("year in (2014, 2024) and age == '15+'").groupby(["indicator", "year", "sex"])["iso3"].nunique()
    assert set(cells) == {29}
    assert len(cells) == 5 * 2 * 3


@pytest.mark.parametrize("iso3", MAP_COUNTRIES)
def test_coverage_of_m04_e8_can_be_counted(iso3: str, national: list[Row], tables: dict[str, pd.DataFrame]) -> None:
    printed = [
        row for row in national
        if row["iso3"] == iso3 and row["sex"] == "total" and row["age"].endswith("YGE15")
        and 2013 <= int(row["year"]) <= 2022
    ]  # fmt: skip
    rows = tables["labour"].query(
        "indicator == 'unemployment_rate_national' and iso3 == @iso3 and sex == 'total' and age == '15+' "
        "and 2013 <= year <= 2022"
    )
    assert rows["year"].tolist() == [int(row["year"]) for row in printed]
    assert rows["flag"].isin(["B", "U"]).sum() == sum(row["flag"] in ("B", "U") for row in printed)
    assert len(printed) > 0
