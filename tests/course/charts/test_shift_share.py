"""The shift-share waterfall: bars that add up, against a computation of the test's own."""

from collections.abc import Callable

import pandas as pd
import pytest

from corredores import charts, data, language
from corredores.charts.corridors import NothingToShow

Revise = Callable[[str, Callable[[pd.DataFrame], pd.DataFrame]], None]
SECTORS = ["agriculture_jobs", "industry_jobs", "services_jobs"]


def jobs(year: int) -> pd.DataFrame:
    """Jobs of the 33 States with data, by country and sector."""
    states = data.load("countries", lac33=True)["iso3"].tolist()
    rows = data.load("labour", indicator=SECTORS, sex="total", year=year)
    return rows[rows["iso3"].isin(states)].pivot(index="iso3", columns="indicator", values="value")[SECTORS]


@pytest.mark.parametrize("country", ["MEX", "VEN", "SLV", "GUY"])
def test_effects_are_those_of_the_formula_and_add_up(country: str) -> None:
    before, after = jobs(2014), jobs(2024)
    own = after.loc[country] - before.loc[country]
    overall = after.sum().sum() / before.sum().sum() - 1
    sector = after.sum() / before.sum() - 1
    expected = {
        "national": before.loc[country] * overall,
        "mix": before.loc[country] * (sector - overall),
        "competitive": after.loc[country] - before.loc[country] * (1 + sector),
    }
    picture = charts.shift_share_waterfall(country)
    drawn = list(picture.figure.data[0].y)
    assert drawn[:3] == pytest.approx([effect.sum() for effect in expected.values()], abs=0.5)
    assert sum(drawn[:3]) == pytest.approx(drawn[3], abs=0.5) == pytest.approx(own.sum(), abs=0.5)
    rows = picture.table.set_index("indicator")
    for effect, by_sector in expected.items():
        assert rows.loc[SECTORS, effect].tolist() == pytest.approx(by_sector.tolist(), abs=0.5)
    added = rows[["national", "mix", "competitive"]].sum(axis="columns")
    assert added.tolist() == pytest.approx(rows["change"].tolist(), abs=0.5)
    assert rows.loc["total", drawn_columns()].tolist() == drawn


def drawn_columns() -> list[str]:
    return ["national", "mix", "competitive", "change"]


def test_every_bar_says_its_sign_and_its_jobs_and_so_do_title_and_text() -> None:
    picture = charts.shift_share_waterfall("VEN")
    total = picture.table.set_index("indicator").loc["total"]
    for column, label in zip(drawn_columns(), picture.figure.data[0].text, strict=True):
        written = ("+" if total[column] > 0 else "−") + picture.numbers.write(abs(total[column]))
        assert label == f"<b>{written}</b>"
        assert written in picture.alt
    assert f"−{picture.numbers.write(abs(total['change']))} empleos" in picture.title
    assert picture.figure.data[0].increasing.marker.color != picture.figure.data[0].decreasing.marker.color


def test_estimates_and_the_number_of_countries_are_said() -> None:
    picture = charts.shift_share_waterfall("MEX")
    both = jobs(2014).dropna().index.intersection(jobs(2024).dropna().index)
    note = picture.figure.layout.title.subtitle.text.replace("<br>", " ")
    assert f"{len(both)} países" in note and "estimaciones" in note
    assert f"{len(both)} países" in picture.alt and "estimaciones" in picture.alt
    with language.use("en"):
        assert "they are estimates" in charts.shift_share_waterfall("MEX").alt


def test_title_and_text_follow_other_figures(revise: Revise) -> None:
    def change(rows: pd.DataFrame) -> pd.DataFrame:
        shrunk = (rows["iso3"] == "MEX") & (rows["year"] == 2024)
        return rows.assign(value=rows["value"].where(~shrunk, rows["value"] / 2))

    before = charts.shift_share_waterfall("MEX")
    revise("labour", change)
    after = charts.shift_share_waterfall("MEX")
    assert "2024: +" in before.title and "2024: −" in after.title
    assert before.alt != after.alt
    assert sum(after.figure.data[0].y[:3]) == pytest.approx(after.figure.data[0].y[3], abs=0.5)


def test_a_country_of_another_region_of_the_course_is_compared_with_its_own() -> None:
    picture = charts.shift_share_waterfall("PHL")
    region = set(data.load("countries", course_region="SEA")["iso3"])
    rows = data.load("labour", indicator=SECTORS, sex="total", year=[2014, 2024])
    given = rows.groupby("iso3")["value"].count()
    assert f"{len(region & set(given[given == 6].index))} países" in picture.alt


def test_what_the_data_lack_is_refused(revise: Revise) -> None:
    with pytest.raises(data.UnknownName):
        charts.shift_share_waterfall("Atlántida")
    with pytest.raises(data.UnknownName):
        charts.shift_share_waterfall("MEX", 1900, 2024)
    for arguments in (("DMA",), ("ESP",), ("MEX", 2024, 2014), ("MEX", 2024, 2024)):
        with pytest.raises(NothingToShow, match="no hay con qué comparar"):
            charts.shift_share_waterfall(*arguments)
    revise("labour", lambda rows: rows[~((rows["iso3"] == "MEX") & (rows["indicator"] == "industry_jobs"))])
    with pytest.raises(NothingToShow, match="México"):
        charts.shift_share_waterfall("MEX")
