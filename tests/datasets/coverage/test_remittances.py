"""Remittances, their cost and Mexico's months: rows, cells and corridors counted in the publishers' files."""

from pathlib import Path

import pandas as pd
import pytest

from tests.datasets.coverage.published_files import Row, countries_among, rows_of, stated

PANEL = "wdi/wdi_panel_1990_2025.csv"
PAID = "wdi/API_BM.TRF.PWKR.CD.DT_v2_3012027_2021vintage.csv"
BREAKDOWNS = {"total": "mensuales", "country": "pais", "us_state": "usa", "state": "entidad"}
MATRICES = {year: f"knomad/bilateral_remittances_{year}_tidy.csv" for year in (2018, 2021)}
COST = "rpw/rpw_corridor_average_cost_2011_2020.csv"


@pytest.fixture(scope="module")
def countries(sources: Path) -> list[Row]:
    return [row for row in rows_of(sources / PANEL) if row["is_aggregate"] == "0"]


@pytest.fixture(scope="module")
def older(sources: Path, countries: list[Row]) -> list[Row]:
    codes = {row["iso3"] for row in countries}
    return [row for row in rows_of(sources / PAID, lines_before=4) if row["Country Code"] in codes]


def test_remittances_have_each_cell_printed(
    countries: list[Row], older: list[Row], tables: dict[str, pd.DataFrame], project: Path
) -> None:
    table, package = tables["remittances"], stated(project, "remittances")
    received = {row["iso3"] for row in countries if row["BX_TRF_PWKR_CD_DT"]}
    assert table["received"].count() == sum(bool(row["BX_TRF_PWKR_CD_DT"]) for row in countries)
    assert table["paid"].count() == sum(bool(row[str(year)]) for row in older for year in range(1960, 2021))
    both = [row for row in countries if row["BX_TRF_PWKR_CD_DT"] and row["NY_GDP_MKTP_CD"]]
    assert table["received_share"].count() == len(both)
    before = sum(bool(row[str(year)]) for row in older for year in range(1960, 1990))
    assert package["rows"] == len(countries) + before
    paying = {row["Country Code"] for row in older if any(row[str(year)] for year in range(1960, 2021))}
    assert package["coverage"]["countries"]["iso3"] == countries_among(project, received | paying)


def test_received_and_paid_are_not_swapped(
    countries: list[Row], older: list[Row], tables: dict[str, pd.DataFrame]
) -> None:
    table = tables["remittances"].set_index(["iso3", "year"])
    received = next(row for row in countries if (row["iso3"], row["year"]) == ("SLV", "2019"))
    paid = next(row for row in older if row["Country Code"] == "SLV")
    assert table.loc[("SLV", 2019), "received"] == float(received["BX_TRF_PWKR_CD_DT"])
    assert table.loc[("SLV", 2019), "paid"] == pytest.approx(float(paid["2019"]))


@pytest.mark.parametrize("year", MATRICES)
def test_matrices_have_each_pair_printed(
    year: int, sources: Path, tables: dict[str, pd.DataFrame], project: Path
) -> None:
    printed = {
        (row["sender_iso3"], row["receiver_iso3"]): float(row["usd_million"])
        for row in rows_of(sources / MATRICES[year])
    }
    table = tables["remittances_bilateral"].query("year == @year").set_index(["sender", "receiver"])["remittances"]
    assert table.to_dict() == printed


def test_matrices_cover_the_countries_stated(sources: Path, project: Path) -> None:
    rows = [row for path in MATRICES.values() for row in rows_of(sources / path)]
    package = stated(project, "remittances_bilateral")
    assert package["rows"] == len(rows)
    for place in ("sender", "receiver"):
        codes = {row[f"{place}_iso3"] for row in rows}
        assert package["coverage"]["countries"][place] == countries_among(project, codes)


@pytest.mark.parametrize("breakdown", BREAKDOWNS)
def test_mexico_has_each_figure_printed(breakdown: str, sources: Path, tables: dict[str, pd.DataFrame]) -> None:
    rows = rows_of(sources / "banxico" / f"remesas_{BREAKDOWNS[breakdown]}.csv")
    table = tables["remittances_mexico"].query("breakdown == @breakdown")
    assert len(table) == len(rows)
    assert table["remittances"].sum() == sum(int(row["VALOR_USD"]) for row in rows)
    assert (table["remittances"] == 0).sum() == sum(row["VALOR_USD"] == "0" for row in rows)
    assert set(table["month"]) == {row["PERIODO"][:7] for row in rows}
    assert set(table["months"]) == {1 if breakdown == "total" else 3}
    paid = sum(int(row["VALOR_USD"]) for row in rows if row.get("FLUJO") == "Egresos")
    assert table.query("flow == 'paid'")["remittances"].sum() == paid


def test_mexico_covers_what_is_stated(sources: Path, project: Path) -> None:
    package = stated(project, "remittances_mexico")
    files = [rows_of(sources / "banxico" / f"remesas_{name}.csv") for name in BREAKDOWNS.values()]
    assert package["rows"] == sum(len(rows) for rows in files)
    places = {row["ID_PAIS"] for row in rows_of(sources / "banxico" / "remesas_pais.csv")}
    assert package["coverage"]["countries"]["place"] == countries_among(project, places)
    assert (package["coverage"]["from"], package["coverage"]["to"]) == ("1995-01", "2026-05")


def test_prices_have_each_month_printed_and_no_zero(sources: Path, tables: dict[str, pd.DataFrame]) -> None:
    prices, rates = (rows_of(sources / "banxico" / name) for name in ("IPC.csv", "USDMXN.csv"))
    table = tables["prices_mexico"].set_index("month")
    assert table["cpi"].to_dict() == {row["PERIODO"][:7]: float(row["GENERAL"]) for row in prices}
    quoted = {row["PERIODO"][:7]: float(row["TIPO_CAMBIO"]) for row in rates if float(row["TIPO_CAMBIO"])}
    assert table["exchange_rate"].dropna().to_dict() == quoted
    assert len(rates) - len(quoted) == 10


def test_cost_has_each_mean_printed(sources: Path, tables: dict[str, pd.DataFrame], project: Path) -> None:
    rows, package = rows_of(sources / COST), stated(project, "remittance_cost")
    assert package["rows"] == len(rows)
    assert tables["remittance_cost"]["cost"].sum() == pytest.approx(
        sum(float(row["avg_total_cost_pct"]) for row in rows)
    )
    codes = {"XKX" if row["receiver_iso3"] == "KSV" else row["receiver_iso3"] for row in rows}
    assert package["coverage"]["countries"]["receiver"] == countries_among(project, codes)
    assert package["coverage"]["countries"]["sender"] == countries_among(project, {row["sender_iso3"] for row in rows})
    assert package["coverage"]["to"] == max(row["quarter"] for row in rows)


def test_the_cost_exercises_have_every_quarter_and_an_estimated_volume(tables: dict[str, pd.DataFrame]) -> None:
    """m06.e5 and e6: the corridors into the region surveyed since 2018 have a modelled flow of that year, save two."""
    region = tables["countries"].query("lac33")["iso3"]
    rows = tables["remittance_cost"].query("quarter >= '2018Q1'")
    rows = rows[rows["receiver"].isin(region)]
    quarters = rows.groupby(["sender", "receiver"])["quarter"].nunique()
    whole = quarters[quarters == 11].index
    flows = tables["remittances_bilateral"].query("year == 2018").set_index(["sender", "receiver"])["remittances"]
    assert len(whole) >= 35
    assert whole.difference(flows.index).to_list() == [("NLD", "SUR"), ("USA", "CUB")]
