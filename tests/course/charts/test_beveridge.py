"""The Beveridge curve: rates of the synthetic register, what the title says of them, and that they are invented."""

from collections.abc import Callable

import pandas as pd
import pytest

from corredores import charts, data, language
from corredores.charts.corridors import NothingToShow

COUNTRIES = ("Auroria", "Brumaria", "Celidonia", "Dunaria")
SYNTHETIC = {"es": "sintético", "en": "synthetic"}
Revise = Callable[[str, Callable[[pd.DataFrame], pd.DataFrame]], None]


@pytest.mark.parametrize("country", COUNTRIES)
def test_points_are_the_rates_of_the_register(country: str) -> None:
    months = data.load("vacancy_register", country=country).groupby("month")[["vacancies", "employed", "job_seekers"]]
    sums = months.sum()
    picture = charts.beveridge_curve(country)
    drawn_x = [value for trace in picture.figure.data for value in trace.x]
    drawn_y = [value for trace in picture.figure.data for value in trace.y]
    unemployment = 100 * sums["job_seekers"] / (sums["job_seekers"] + sums["employed"])
    vacancies = 100 * sums["vacancies"] / (sums["vacancies"] + sums["employed"])
    assert drawn_x == pytest.approx(unemployment.tolist(), abs=6e-4)
    assert drawn_y == pytest.approx(vacancies.tolist(), abs=6e-4)
    assert picture.table["unemployment_rate"].tolist() == pytest.approx(unemployment.tolist())
    assert picture.table["vacancy_rate"].tolist() == pytest.approx(vacancies.tolist())
    assert [label for trace in picture.figure.data for label in trace.text] == [str(month) for month in sums.index]


@pytest.mark.parametrize("spoken", ["es", "en"])
def test_synthetic_is_said_in_title_note_alternative_text_and_source(spoken: str) -> None:
    with language.use(spoken):
        picture = charts.beveridge_curve("Auroria")
    note = picture.figure.layout.title.subtitle.text.replace("<br>", " ")
    for written in (picture.title, note, picture.alt, picture.source, *list(picture.headers.values())[:1]):
        assert SYNTHETIC[spoken] in written.lower()


def test_one_occupation_is_only_its_rows() -> None:
    rows = data.load("vacancy_register", country="Dunaria", isco2="22")
    picture = charts.beveridge_curve("Dunaria", "22")
    assert picture.table["vacancies"].tolist() == rows["vacancies"].tolist()
    assert "22 Profesionales de la salud" in picture.alt
    assert picture.source == data.source_line("vacancy_register", "occupations")


def moved(by: float, months: range) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """Return a revision of the register: one curve for all months, but moved by a factor in some of them."""

    def change(rows: pd.DataFrame) -> pd.DataFrame:
        factor = rows["month"].isin(months).map({True: by, False: 1.0})
        seekers = 1_000 + 100 * rows["month"] % 600
        return rows.assign(
            employed=100_000,
            job_seekers=(seekers * factor).astype(int),
            vacancies=(1_000_000 * factor / seekers).astype(int),
        )

    return change


@pytest.mark.parametrize(
    ("by", "said"), [(1.3, "hacia afuera"), (0.7, "hacia adentro"), (1.0, "a lo largo de una misma curva")]
)
def test_title_and_text_follow_the_figures(revise: Revise, by: float, said: str) -> None:
    revise("vacancy_register", moved(by, range(7, 13)))
    picture = charts.beveridge_curve("Auroria")
    assert said in picture.title
    assert ("misma curva" if by == 1.0 else said) in picture.alt


def test_a_month_that_an_occupation_does_not_give_is_not_drawn(revise: Revise) -> None:
    def blank(rows: pd.DataFrame) -> pd.DataFrame:
        gone = (rows["month"] == 3) & (rows["isco2"] == "22")
        return rows.assign(vacancies=rows["vacancies"].astype("Int64").mask(gone))

    revise("vacancy_register", blank)
    picture = charts.beveridge_curve("Auroria")
    row = picture.table.set_index("month").loc[3]
    assert row[["vacancies", "vacancy_rate", "unemployment_rate"]].isna().all()
    assert picture.figure.data[0].x[2] is picture.figure.data[0].y[2] is None
    assert picture.figure.data[0].connectgaps is False
    assert "Meses no dados: 3." in picture.alt
    assert "no dado" in picture.caption("x")


def test_too_few_months_and_real_countries_are_refused(revise: Revise) -> None:
    with pytest.raises(data.UnknownName, match="Auroria, Brumaria"):
        charts.beveridge_curve("El Salvador")
    with pytest.raises(data.UnknownName):
        charts.beveridge_curve("Auroria", "99")
    revise("vacancy_register", lambda rows: rows[rows["month"] < 4])
    with pytest.raises(NothingToShow, match="3 meses completos"):
        charts.beveridge_curve("Auroria")
