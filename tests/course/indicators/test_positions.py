"""Columns as ``load`` gives them: what no label betrays is refused, what one frame pairs is answered."""

from typing import Any

import pandas as pd
import pytest

from corredores import data, indicators
from corredores.indicators import UnsuitableTable, herfindahl, remittances_to_gdp, shares, tightness

PAIR = ["GTM", "SLV"]


def received(year: int, *countries: str) -> pd.DataFrame:
    return data.load("remittances", iso3=list(countries or PAIR), year=year)


def produced(year: int, *countries: str) -> pd.DataFrame:
    return data.load("economy", iso3=list(countries or PAIR), year=year)


@pytest.mark.parametrize("name", ["shares", "herfindahl", "effective_number", "concentration_ratio"])
@pytest.mark.parametrize(
    "filters",
    [{"year": 2024}, {"sex": "total"}, {"year": 2024, "sex": "total", "destination": ["USA", "MEX"]}],
    ids=["sexes with their total", "all years", "even where all is well"],
)
def test_a_bare_column_of_several_rows_is_not_added_up(name: str, filters: dict[str, Any]) -> None:
    column = data.load("stock", origin="SLV", **filters)["stock"]
    with pytest.raises(UnsuitableTable, match="Las filas de «stock» solo tienen número"):
        getattr(indicators, name)(column)
    with pytest.raises(UnsuitableTable, match="solo tienen número"):
        getattr(indicators, name)(column[column > 100])


def test_the_world_among_bare_rows_is_not_added_up() -> None:
    with pytest.raises(UnsuitableTable, match="set_index"):
        herfindahl(data.load("stock", origin=["WLD", "SLV"], destination="USA", year=2024, sex="total")["stock"])


def test_named_rows_one_row_and_typed_figures_are_answered() -> None:
    rows = data.load("stock", origin="SLV", year=2024, sex="total")
    named = herfindahl(rows.set_index("destination")["stock"])
    assert named == pytest.approx(0.735, abs=0.001)
    assert herfindahl(rows["stock"].tolist()) == pytest.approx(named)
    assert herfindahl(pd.Series(rows["stock"].to_numpy())) == pytest.approx(named)
    assert shares(rows[rows["destination"] == "USA"]["stock"]).tolist() == [1]


def test_other_formulas_that_add_up_refuse_bare_rows() -> None:
    register = data.load("vacancy_register", country="Auroria", month=1)
    seekers, posts = register["job_seekers"].dropna(), register["vacancies"].dropna()
    with pytest.raises(UnsuitableTable, match="Las filas de «unemployed»"):
        indicators.mismatch_index(seekers, posts)
    with pytest.raises(UnsuitableTable, match="Las filas de «stock»"):
        indicators.treaty_coverage(data.load("stock", origin="BOL", year=2024)["stock"], ["ARG"])
    with pytest.raises(UnsuitableTable, match="Las filas de «signals»"):
        indicators.shortage_index(register.assign(**dict.fromkeys(indicators.shortages.SIGNALS, 1.0)))


@pytest.mark.parametrize(
    ("remittances", "product"),
    [
        (received(2023)["received"], produced(2023, "HND", "NIC")["gdp"]),
        (received(2023)["received"], produced(2022)["gdp"]),
        (received(2023)["received"] / 1e6, produced(2022)["gdp"] / 1e6),
        (received(2023).set_index("year")["received"], produced(2023).set_index("year")["gdp"]),
    ],
    ids=["other countries", "other years", "computed", "labels that repeat"],
)
def test_columns_of_two_tables_do_not_pair_by_place(remittances: pd.Series, product: pd.Series) -> None:
    with pytest.raises(UnsuitableTable, match="«remittances» y «gdp» vienen de tablas o filtros distintos"):
        remittances_to_gdp(remittances, product)


def test_two_filters_of_one_table_do_not_pair_by_place() -> None:
    rows = {year: data.load("population", iso3=PAIR, year=year, sex="total")["population"] for year in (2014, 2024)}
    with pytest.raises(UnsuitableTable, match="«final» y «initial»"):
        indicators.annual_growth_rate(rows[2014], rows[2024], 10)


def test_columns_of_one_frame_are_read_row_by_row() -> None:
    register = data.load("vacancy_register", country="Auroria", isco2="22").dropna()
    found = tightness(register["vacancies"], register["job_seekers"])
    assert found.tolist() == pytest.approx((register["vacancies"] / register["job_seekers"]).tolist())
    assert list(found.index) == list(register.index)
    vacancies, employed = register["vacancies"], register["employed"]
    assert len(indicators.vacancy_rate(vacancies, employed + vacancies)) == len(register)


def test_columns_of_a_merged_frame_are_read_row_by_row() -> None:
    both = received(2023).merge(produced(2023), on=["iso3", "year"])
    assert list(both.index) == [0, 1]
    found = remittances_to_gdp(both["received"], both["gdp"])
    by_label = remittances_to_gdp(received(2023).set_index("iso3")["received"], produced(2023).set_index("iso3")["gdp"])
    assert found.tolist() == pytest.approx(by_label.tolist())
    computed = remittances_to_gdp(both["received"] / 1e6, both["gdp"] / 1e6)
    assert computed.tolist() == pytest.approx(by_label.tolist())


def test_typed_figures_beside_a_column_are_taken_as_they_are() -> None:
    rows = received(2023)
    assert len(remittances_to_gdp(rows["received"], pd.Series([1e12, 2e12]))) == 2
    assert len(remittances_to_gdp(received(2023, "SLV")["received"], produced(2023, "SLV")["gdp"])) == 1


def test_years_in_the_index_are_compared_for_columns_of_tables() -> None:
    labels = ["iso3", "year"]
    with pytest.raises(indicators.MixedYears, match="de 2023 y «gdp» de 2022"):
        remittances_to_gdp(received(2023).set_index(labels)["received"], produced(2022).set_index(labels)["gdp"])
