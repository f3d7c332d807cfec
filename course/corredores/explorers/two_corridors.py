"""Compare two corridors, figure by figure and through the years."""

from typing import Any

import pandas as pd

from corredores import charts, data
from corredores.charts.corridors import NothingToShow
from corredores.charts.numbers import Numbers, class_numbers
from corredores.corridor import Corridor
from corredores.explorers.choices import CountryChoice
from corredores.explorers.panel import explorer, panel
from corredores.language import text


@explorer
def compare_corridors(first: tuple[str, str] = ("SLV", "USA"), second: tuple[str, str] = ("SLV", "MEX")) -> Any:
    """Return a panel: choose two corridors; read their persons, women and trend side by side.

    Parameters
    ----------
    first, second
        The corridors shown first, each (origin, destination) by code or name.

    Returns
    -------
    ipywidgets.VBox
        Shown when it is the last line of a cell.

    Raises
    ------
    corredores.data.UnknownName
        When one of them is no country.
    """
    stock = data.load("stock", sex="total")
    countries = data.load("countries")
    home, away = countries.loc[countries["lac33"], "iso3"], stock["destination"].unique()
    rows = [
        [
            CountryChoice(text("Corredor 1, origen ({country}):"), home, first[0]),
            CountryChoice(text("Corredor 1, destino ({country}):"), away, first[1]),
        ],
        [
            CountryChoice(text("Corredor 2, origen ({country}):"), home, second[0]),
            CountryChoice(text("Corredor 2, destino ({country}):"), away, second[1]),
        ],
    ]

    def draw() -> tuple[str, charts.Picture | None]:
        chosen = [Corridor(origin.code, destination.code) for origin, destination in rows]
        try:
            picture = charts.corridor_trend([(each.origin, each.destination) for each in chosen])
        except NothingToShow:
            picture = None
        return _comparison(*chosen), picture

    return panel(rows, draw)


def _comparison(first: Corridor, second: Corridor) -> str:
    figures = data.load("stock", year=data.latest("stock"))
    numbers = class_numbers()
    sentences = [_description(corridor, figures, numbers) for corridor in dict.fromkeys((first, second))]
    persons = [_persons(corridor, figures) for corridor in (first, second)]
    if persons[0] and persons[1] and first != second:
        times = numbers.write(persons[0] / persons[1], 2)
        sentences.append(text("El corredor 1 tiene {times} veces las personas del corredor 2.", times=times))
    return " ".join(sentences)


def _description(corridor: Corridor, figures: pd.DataFrame, numbers: Numbers) -> str:
    persons, women = _persons(corridor, figures), _persons(corridor, figures, "female")
    if persons is None:
        return text(
            "{corridor}, {year}: no dado, lo cual no es cero; el destino puede contar este origen en «otros».",
            corridor=corridor,
            year=figures["year"].iloc[0],
        )
    emigrants = figures.loc[(figures["origin"] == corridor.origin) & (figures["sex"] == "total"), "stock"].sum()
    return text(
        "{corridor}, {year}: {persons} personas, de ellas {women} mujeres ({part}); "
        "{share} de las personas emigradas de {origin} que los destinos dan.",
        corridor=corridor,
        year=figures["year"].iloc[0],
        persons=numbers.write(persons),
        women=numbers.write(women),
        part=numbers.percent(100 * women / persons if women is not None and persons else None),
        share=numbers.percent(100 * persons / emigrants if emigrants else None),
        origin=corridor.origin_name,
    )


def _persons(corridor: Corridor, figures: pd.DataFrame, sex: str = "total") -> int | None:
    """Return the persons of a corridor, None where the publisher does not give it."""
    own = figures[
        (figures["origin"] == corridor.origin)
        & (figures["destination"] == corridor.destination)
        & (figures["sex"] == sex)
    ]
    return int(own["stock"].iloc[0]) if len(own) else None
