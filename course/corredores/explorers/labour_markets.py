"""Two labour markets side by side, women and men apart."""

from typing import Any

from corredores import charts, data
from corredores.charts.labour_lines import MEASURES, by_sex, measure_names, sentence
from corredores.charts.numbers import class_numbers
from corredores.explorers.choices import CountryChoice, OneOf
from corredores.explorers.panel import explorer, panel
from corredores.language import text


@explorer
def labour_markets(first: str = "SLV", second: str = "USA") -> Any:
    """Return a panel: choose two countries and a measure; read it for women and men, in the last year and all years.

    Parameters
    ----------
    first, second
        The countries shown first, by code or name.

    Returns
    -------
    ipywidgets.VBox
        Shown when it is the last line of a cell.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    """
    countries = data.load("countries")
    names = measure_names()
    own = CountryChoice(text("País 1 ({country}):"), countries.loc[countries["lac33"], "iso3"], first)
    other = CountryChoice(text("País 2 ({country}):"), countries["iso3"], second)
    measure = OneOf(text("Medida:"), [(names[each].partition(" (")[0], each) for each in MEASURES], "unemployment")

    def draw() -> tuple[str, charts.Picture]:
        codes = list(dict.fromkeys([own.code, other.code]))
        picture = charts.labour_markets(codes, measure.value)
        table = by_sex(codes, measure.value)
        said = [sentence(code, table, measure.value, class_numbers()) for code in codes]
        return " ".join([f"{measure_names()[measure.value]}.", *said]), picture

    return panel([[own, other], [measure]], draw)
