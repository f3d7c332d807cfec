"""What the labour figures are marked with: errors of the publisher are not drawn, modelled ones are called so."""

import pytest

from corredores import charts, data
from tests.course.charts.test_folded import note_of


def test_an_error_of_the_publisher_is_said_and_not_drawn() -> None:
    wrong = data.load("earnings_monthly", iso3="RWA", year=2024, area="national")
    assert set(wrong["flag"]) == {"E"}
    picture = charts.labour_markets(["RWA"], "earnings")
    assert "2024" not in picture.title
    assert 2024 not in picture.table["year"].tolist()
    assert picture.table["value"].min() > 1
    for said in (note_of(picture), picture.alt):
        assert "un error de quien publica: Ruanda 2024." in said


@pytest.mark.parametrize("measure", ["unemployment", "participation"])
def test_modelled_figures_are_called_so_with_their_unit_and_own_source(measure: str) -> None:
    picture = charts.labour_markets(["MEX"], measure)
    assert set(picture.table["flag"]) == {"modelled"}
    assert "estimaciones modeladas" in note_of(picture)
    assert "estimaciones modeladas" in picture.alt
    assert picture.title.endswith("%")
    assert "World Development Indicators" in picture.source and "ILOSTAT" not in picture.source
    assert "Marca hueca" not in note_of(picture)


def test_the_flagged_years_are_named() -> None:
    picture = charts.labour_markets(["GTM"], "informality")
    flagged = picture.table[picture.table["flag"].isin(["U", "B"])]
    assert len(flagged)
    for year in flagged["year"].unique():
        assert str(year) in picture.alt.partition("Ruptura de la serie")[2]
    assert "modeladas" not in picture.alt
