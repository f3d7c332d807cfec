"""What a revision no longer names: no title says a share or rank of all emigrants where a large destination is gone."""

import re
from collections.abc import Callable

import pytest

from corredores import charts, data
from corredores.charts.corridors import NothingToShow
from corredores.charts.folded import missing_from

DRAWN: dict[str, Callable[[str], charts.Picture]] = {
    "map": charts.corridor_map,
    "concentration": charts.concentration,
    "women": charts.womens_share,
    "slope": charts.ranking_slope,
}
OF_EMIGRANTS = "personas emigradas"


def note_of(picture: charts.Picture) -> str:
    return str(picture.figure.layout.title.subtitle.text).replace("<br>", " ")


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
@pytest.mark.parametrize(("origin", "persons"), [("BLZ", 42_970), ("BHS", 46_921), ("CRI", 96_903)])
def test_where_the_largest_destination_is_missing_the_figure_says_so(
    draw: Callable[[str], charts.Picture], origin: str, persons: int
) -> None:
    picture = draw(origin)
    assert OF_EMIGRANTS not in picture.title
    assert re.match("(De|En) los destinos que nombran a ", picture.title)
    written = f"Falta Estados Unidos ({picture.numbers.write(persons)} personas en 2020, revisión 2020)."
    assert written in note_of(picture)
    assert written in picture.alt
    assert picture.source == data.source_line("stock", "folded_corridors")


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_where_little_is_missing_the_title_speaks_of_all(draw: Callable[[str], charts.Picture]) -> None:
    picture = draw("JAM")
    assert "que nombran" not in picture.title
    assert "Falta " not in note_of(picture)
    assert picture.source == data.source_line("stock")


def test_between_one_and_ten_per_cent_the_note_alone_says_it() -> None:
    picture = charts.concentration("PAN")
    assert OF_EMIGRANTS in picture.title
    assert "Falta España (5.730 personas en 2020, revisión 2020)" in note_of(picture)


def test_a_destination_that_is_given_is_not_missing() -> None:
    everything = missing_from("BLZ", [])
    without = missing_from("BLZ", ["USA"])
    assert (everything.largest, everything.persons) == ("Estados Unidos", 42_970)
    assert everything.much and everything.share == pytest.approx(89.13, abs=0.01)
    assert without.largest == "Canadá" and without.share < everything.share
    assert missing_from("WLD", []).share == 0


def test_no_superlative_over_corridors_that_are_not_given() -> None:
    picture = charts.corridor_flows(["CRI", "USA", "BLZ", "CHL"])
    assert picture.title.startswith("El mayor de los corredores dados")
    assert "5 de 12 corredores" in note_of(picture)
    whole = charts.corridor_flows(["SLV", "USA", "MEX"])
    assert not whole.table["stock"].isna().any()
    assert whole.title.startswith("El corredor mayor")


def test_places_say_among_how_many_and_go_forward() -> None:
    picture = charts.ranking_slope("VEN")
    assert "Están los 13 destinos que son de los 8 mayores" in note_of(picture)
    assert "54 en 1990 y 56 en 2024" in note_of(picture)
    with pytest.raises(NothingToShow, match="no es anterior"):
        charts.ranking_slope("VEN", 2024, 1990)
