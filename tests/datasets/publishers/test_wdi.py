"""World Development Indicators, on small files written as the World Bank writes them."""

from pathlib import Path

import pandas as pd
import pytest

from datasets.recipes.publishers import wdi, wdi_groups, wdi_labour
from datasets.recipes.publishers.wdi_indicators import INDICATORS
from datasets.recipes.source import SourceError

CODES = [indicator.code for indicator in INDICATORS]
PAID_HEADER = ",".join(
    f'"{name}"' for name in ["Country Name", "Country Code", "Indicator Name", "Indicator Code", *wdi.PAID_YEARS]
)
SLV_2023: dict[str, object] = {
    "iso3": "SLV", "year": 2023, "BX_TRF_PWKR_CD_DT": 250, "NY_GDP_MKTP_CD": 1000, "SP_POP_TOTL": 1001,
    "SP_POP_TOTL_FE_ZS": 52.05, "SM_POP_NETM": -7, "PA_NUS_FCRF": 1,
}  # fmt: skip
LABOUR: dict[str, object] = {
    "SL_TLF_TOTL_IN": 1000, "SL_TLF_TOTL_FE_ZS": 40, "SL_UEM_TOTL_ZS": 7, "SL_UEM_TOTL_FE_ZS": 10,
    "SL_UEM_TOTL_MA_ZS": 5, "SL_AGR_EMPL_FE_ZS": 10, "SL_AGR_EMPL_MA_ZS": 30, "SL_IND_EMPL_FE_ZS": 20,
    "SL_IND_EMPL_MA_ZS": 30, "SL_SRV_EMPL_FE_ZS": 70, "SL_SRV_EMPL_MA_ZS": 40,
}  # fmt: skip


def panel(folder: Path, *rows: dict[str, object]) -> Path:
    """Write the panel: a column an indicator, a blank where nothing is given."""
    lines = [",".join(["iso3", "year", *CODES, "is_aggregate"])]
    lines += [",".join(str(row.get(name, "")) for name in ["iso3", "year", *CODES]) + f",{row.get('group', 0)}"
              for row in rows]  # fmt: skip
    path = folder / wdi.PANEL
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def paid(folder: Path, *rows: tuple[str, str, dict[str, object]], header: str = PAID_HEADER) -> Path:
    """Write the file of remittances paid: a mark of byte order, four lines of its own, a comma after the last year."""
    lines = ['"Data Source","World Development Indicators",', "", '"Last Updated Date","2021-09-15",', "", header + ","]
    for name, code, years in rows:
        cells = [name, code, "Personal remittances, paid (current US$)", "BM.TRF.PWKR.CD.DT"]
        cells += [str(years.get(year, "")) for year in wdi.PAID_YEARS]
        lines.append(",".join(f'"{cell}"' for cell in cells) + ",")
    path = folder / wdi.PAID
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return folder


def test_population_by_sex_is_derived_and_adds_up(tmp_path: Path) -> None:
    world: dict[str, object] = {"iso3": "WLD", "year": 2023, "SP_POP_TOTL": 2002, "SP_POP_TOTL_FE_ZS": 50, "group": 1}
    group: dict[str, object] = {"iso3": "LCN", "year": 2023, "SP_POP_TOTL": 9, "SP_POP_TOTL_FE_ZS": 50, "group": 1}
    table = wdi.population(panel(tmp_path, SLV_2023, world, group)).set_index(["iso3", "sex"])
    assert table["population"].to_dict() == {
        ("SLV", "total"): 1001, ("SLV", "female"): 521, ("SLV", "male"): 480,
        ("WLD", "total"): 2002, ("WLD", "female"): 1001, ("WLD", "male"): 1001,
    }  # fmt: skip
    assert table.loc[("SLV", "total"), "net_migration"] == -7
    assert table.drop(("SLV", "total"))["net_migration"].isna().all()


def test_economy_keeps_blanks_and_leaves_groups_out(tmp_path: Path) -> None:
    table = wdi.economy(
        panel(tmp_path, SLV_2023, {"iso3": "CUB", "year": 2023}, {**SLV_2023, "iso3": "LCN", "group": 1})
    )
    rows = table.set_index("iso3")
    assert list(rows.index) == ["SLV", "CUB"]
    assert list(rows.loc["SLV", ["gdp", "exchange_rate"]]) == [1000, 1]
    assert rows.loc["CUB", ["gdp", "exchange_rate", "gini"]].isna().all()


def test_share_is_derived_and_paid_comes_from_the_older_file(tmp_path: Path) -> None:
    paid(tmp_path, ("El Salvador", "SLV", {"1976": 8.5}), ("Latin America & Caribbean", "LCN", {"1976": 99}))
    table = wdi.remittances(panel(tmp_path, SLV_2023, {"iso3": "CUB", "year": 2023})).set_index(["iso3", "year"])
    assert table.loc[("SLV", 2023), "received_share"] == 25
    assert table.loc[("SLV", 1976), "paid"] == 8.5
    assert table.loc[("CUB", 2023), ["received", "paid", "received_share"]].isna().all()
    assert set(table.index.get_level_values("iso3")) == {"SLV", "CUB"}


def test_groups_are_kept_apart_and_named(tmp_path: Path) -> None:
    paid(tmp_path, ("Latin America & Caribbean", "LCN", {"2019": 7}), ("Not classified", "INX", {}))
    group: dict[str, object] = {"iso3": "LCN", "year": 2023, "SL_UEM_1524_FE_ZS": 12.5, "group": 1}
    folder = panel(tmp_path, SLV_2023, group)
    rows = wdi_groups.group_totals(folder)[["group", "indicator", "year", "value", "unit"]]
    assert rows.to_numpy().tolist() == [
        ["LCN", "unemployment_rate_15_24_female", 2023, 12.5, "percent"],
        ["LCN", "paid_edition_2021", 2019, 7, "USD"],
    ]  # fmt: skip
    metadata = folder / wdi_groups.METADATA
    metadata.parent.mkdir()
    metadata.write_text("Country Code,Region,TableName\nLCN,,Latin America & Caribbean\nSLV,,El Salvador\n")
    names = wdi_groups.country_groups(folder)[["group", "name_es", "name_en"]]
    assert names.to_numpy().tolist() == [["LCN", "América Latina y el Caribe", "Latin America & Caribbean"]]


def test_jobs_are_labour_force_less_unemployed_by_share(tmp_path: Path) -> None:
    table = wdi_labour.labour(panel(tmp_path, {"iso3": "SLV", "year": 2024} | LABOUR, {"iso3": "CUB", "year": 2024}))
    assert set(table["iso3"]) == {"SLV"}
    jobs = table[table["indicator"].str.endswith("_jobs")].set_index(["indicator", "sex"])
    assert jobs["value"].to_dict() == {
        ("agriculture_jobs", "female"): 36, ("agriculture_jobs", "male"): 171, ("agriculture_jobs", "total"): 207,
        ("industry_jobs", "female"): 72, ("industry_jobs", "male"): 171, ("industry_jobs", "total"): 243,
        ("services_jobs", "female"): 252, ("services_jobs", "male"): 228, ("services_jobs", "total"): 480,
    }  # fmt: skip
    assert set(jobs["flag"]) == {"derived"}
    force = table[table["indicator"] == "labour_force"].set_index("sex")
    assert force["value"].to_dict() == {"total": 1000, "female": 400, "male": 600}
    assert force["flag"].to_dict() == {"total": "modelled", "female": "derived", "male": "derived"}


def test_nothing_is_derived_from_what_is_not_given(tmp_path: Path) -> None:
    row = {"iso3": "SLV", "year": 2024} | {name: value for name, value in LABOUR.items() if "MA" not in name}
    indicators = set(wdi_labour.labour(panel(tmp_path, row))["indicator"])
    assert "agriculture_share" in indicators
    assert not any(name.endswith("_jobs") for name in indicators)


@pytest.mark.parametrize("column", ["iso3", *CODES])
def test_renamed_column_is_named(column: str, tmp_path: Path) -> None:
    path = panel(tmp_path, SLV_2023) / wdi.PANEL
    path.write_text(path.read_text().replace(column + ",", "otra,", 1))
    with pytest.raises(SourceError, match=rf"World Bank, WDI: .*wdi_panel.*falta la columna {column}\."):
        wdi.economy(tmp_path)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ({"SP_POP_TOTL_FE_ZS": 152}, r"línea 2, la columna SP_POP_TOTL_FE_ZS trae «152».*de 0 a 100"),
        ({"NY_GDP_MKTP_CD": -1}, r"línea 2, la columna NY_GDP_MKTP_CD trae «-1».*no menor que 0"),
        ({"BX_TRF_PWKR_CD_DT": ".."}, r"línea 2, la columna BX_TRF_PWKR_CD_DT trae «\.\.».*un número"),
        ({"year": 9999}, r"línea 2, la columna year trae «9999»"),
        ({"iso3": "El Salvador"}, r"línea 2, la columna iso3 trae «El Salvador»"),
    ],
)  # fmt: skip
def test_value_out_of_range_is_named_with_its_line(cell: dict[str, object], expected: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=expected):
        wdi.economy(panel(tmp_path, SLV_2023 | cell))


def test_latin_1_is_refused_with_its_line(tmp_path: Path) -> None:
    path = paid(tmp_path, ("Belize", "BLZ", {}), ("Curaçao", "CUW", {"2019": 7})) / wdi.PAID
    path.write_bytes(path.read_text(encoding="utf-8-sig").encode("latin-1"))
    with pytest.raises(SourceError, match=r"World Bank, WDI, 2021: .*API_BM.*UTF-8 \(línea 7\)"):
        wdi.paid(tmp_path)


def test_paid_out_of_range_is_named_with_its_line(tmp_path: Path) -> None:
    paid(tmp_path, ("Belize", "BLZ", {}), ("Curaçao", "CUW", {"2019": -7}))
    with pytest.raises(SourceError, match=r"línea 7, la columna 2019 trae «-7»"):
        wdi.paid(tmp_path)


def test_newer_layout_of_paid_is_refused(tmp_path: Path) -> None:
    paid(tmp_path, header=PAID_HEADER.replace('"1960",', ""))
    with pytest.raises(SourceError, match=r"falta la columna 1960"):
        wdi.paid(tmp_path)


def test_indicators_have_distinct_names() -> None:
    names = pd.Series([indicator.group_name for indicator in INDICATORS])
    assert len(INDICATORS) == 38
    assert names.is_unique
