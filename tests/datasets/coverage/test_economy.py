"""Population, economy and groups: rows, cells and countries counted in the World Bank's file itself."""

from pathlib import Path

import pandas as pd
import pytest

from tests.datasets.coverage.published_files import Row, countries_among, rows_of, stated

PANEL, METADATA = "wdi/wdi_panel_1990_2025.csv", "wdi/wdi_indicators_metadata.csv"
NAMES = "country_ref/wb_country_metadata_2026-04.csv"
PAID = "wdi/API_BM.TRF.PWKR.CD.DT_v2_3012027_2021vintage.csv"
ECONOMY = {
    "gdp": "NY_GDP_MKTP_CD", "gdp_per_head": "NY_GDP_PCAP_CD", "gdp_per_head_ppp": "NY_GDP_PCAP_PP_CD",
    "gdp_growth": "NY_GDP_MKTP_KD_ZG", "gni_per_head": "NY_GNP_PCAP_CD", "inflation": "FP_CPI_TOTL_ZG",
    "exchange_rate": "PA_NUS_FCRF", "ppp_factor": "PA_NUS_PPP", "poverty_national": "SI_POV_NAHC",
    "poverty_3usd": "SI_POV_DDAY", "gini": "SI_POV_GINI",
}  # fmt: skip
KEYS = {"iso3", "year", "is_aggregate"}


@pytest.fixture(scope="module")
def panel(sources: Path) -> list[Row]:
    return rows_of(sources / PANEL)


def countries_of(panel: list[Row]) -> list[Row]:
    return [row for row in panel if row["is_aggregate"] == "0"]


def test_population_has_each_population_printed(panel: list[Row], project: Path) -> None:
    printed = [row for row in panel if row["SP_POP_TOTL"] and (row["is_aggregate"] == "0" or row["iso3"] == "WLD")]
    package = stated(project, "population")
    assert package["rows"] == 3 * len(printed)
    assert package["coverage"]["countries"]["iso3"] == countries_among(project, {row["iso3"] for row in printed})


def test_net_migration_has_each_figure_printed(panel: list[Row], tables: dict[str, pd.DataFrame]) -> None:
    printed = {
        (row["iso3"], int(row["year"])): int(row["SM_POP_NETM"])
        for row in panel
        if row["SM_POP_NETM"] and (row["is_aggregate"] == "0" or row["iso3"] == "WLD")
    }
    both = tables["population"].query("sex == 'total'").set_index(["iso3", "year"])["net_migration"].dropna()
    assert both.astype(int).to_dict() == printed


def test_economy_has_each_row_and_each_cell_printed(
    panel: list[Row], tables: dict[str, pd.DataFrame], project: Path
) -> None:
    rows, package = countries_of(panel), stated(project, "economy")
    assert package["rows"] == len(rows)
    cells = {name: sum(bool(row[code]) for row in rows) for name, code in ECONOMY.items()}
    assert tables["economy"][list(ECONOMY)].count().to_dict() == cells
    given = {row["iso3"] for row in rows if any(row[code] for code in ECONOMY.values())}
    assert package["coverage"]["countries"]["iso3"] == countries_among(project, given)


@pytest.mark.parametrize("iso3", ["MEX", "SLV", "VNM", "KEN"])
def test_economy_repeats_what_is_printed(iso3: str, panel: list[Row], tables: dict[str, pd.DataFrame]) -> None:
    table = tables["economy"].query("iso3 == @iso3").set_index("year")
    for row in (row for row in panel if row["iso3"] == iso3):
        for name, code in ECONOMY.items():
            cell = table[name].dropna().get(int(row["year"]))
            assert cell == (float(row[code]) if row[code] else None), (row["year"], name)


def test_the_panel_has_the_38_indicators_of_its_metadata(panel: list[Row], sources: Path) -> None:
    listed = {row["indicator"].replace(".", "_") for row in rows_of(sources / METADATA)}
    assert len(listed) == 38
    assert set(panel[0]) == listed | KEYS


def test_groups_have_each_cell_printed(
    panel: list[Row], tables: dict[str, pd.DataFrame], sources: Path, project: Path
) -> None:
    groups = [row for row in panel if row["is_aggregate"] == "1"]
    codes = {row["iso3"] for row in groups}
    cells = sum(bool(row[name]) for row in groups for name in row.keys() - KEYS)
    older = [row for row in rows_of(sources / PAID, lines_before=4) if row["Country Code"] in codes]
    cells += sum(bool(row[str(year)]) for row in older for year in range(1960, 2021))
    assert stated(project, "group_totals")["rows"] == cells
    assert set(tables["country_groups"]["group"]) == codes
    names = {row["Country Code"]: row["TableName"] for row in rows_of(sources / NAMES) if row["Country Code"] in codes}
    assert tables["country_groups"].set_index("group")["name_en"].to_dict() == names


def test_the_migrant_stock_that_no_country_table_repeats_is_the_one_of_the_un(
    panel: list[Row], tables: dict[str, pd.DataFrame]
) -> None:
    """The panel's migrant stock of a country is left out: ``stock`` has it, to the person."""
    printed = {
        (row["iso3"], int(row["year"])): int(row["SM_POP_TOTL"]) for row in countries_of(panel) if row["SM_POP_TOTL"]
    }
    stock = tables["stock"].query("origin == 'WLD' and sex == 'total'").set_index(["destination", "year"])["stock"]
    assert len(printed) == 1720
    assert stock.reindex(list(printed)).to_dict() == printed


@pytest.mark.parametrize(
    ("year", "columns", "missing"),
    [
        (2019, ["exchange_rate", "ppp_factor"], {"CUB", "VEN"}),  # m07.e7
        (2024, ["exchange_rate", "ppp_factor", "gdp_per_head_ppp"], {"CUB", "VEN"}),  # m08.e3
        (2023, ["gdp", "gni_per_head"], {"CUB"}),  # m06.e2, m06.e7
    ],
)
def test_the_exercises_have_their_columns(
    year: int, columns: list[str], missing: set[str], tables: dict[str, pd.DataFrame]
) -> None:
    region = tables["countries"].query("lac33")["iso3"]
    rows = tables["economy"].query("year == @year").set_index("iso3").loc[list(region), columns]
    assert set(rows[rows.isna().any(axis="columns")].index) == missing


def test_every_state_of_the_region_has_population_and_net_migration_in_2024(tables: dict[str, pd.DataFrame]) -> None:
    """m02.e2, e3 and e6."""
    region = set(tables["countries"].query("lac33")["iso3"])
    rows = tables["population"].query("year == 2024")
    assert region <= set(rows.query("sex == 'female'")["iso3"])
    assert region <= set(rows.dropna(subset="net_migration")["iso3"])
