"""Choose an origin and see where its emigrants live."""

from typing import Any

from corredores import charts, data
from corredores.charts.corridors import corridors_from
from corredores.charts.folded import missing_from
from corredores.charts.numbers import class_numbers
from corredores.explorers.choices import CountryChoice, OneOf
from corredores.explorers.panel import explorer, panel
from corredores.language import text


@explorer
def destinations(origin: str = "SLV") -> Any:
    """Return a panel: choose an origin, a year and a picture; read its destinations.

    Parameters
    ----------
    origin
        The country shown first, by code or name.

    Returns
    -------
    ipywidgets.VBox
        Shown when it is the last line of a cell.

    Raises
    ------
    corredores.data.UnknownName
        When there is no such country.
    """
    countries = data.load("countries")
    stock = data.load("stock", sex="total")
    years = sorted(stock["year"].unique().tolist(), reverse=True)
    views = [
        (text("Mapa de corredores"), "map"),
        (text("Concentración"), "concentration"),
        (text("Mujeres en cada corredor"), "women"),
    ]
    country = CountryChoice(text("Origen ({country}):"), countries.loc[countries["lac33"], "iso3"], origin)
    year = OneOf(text("Año:"), [(str(each), each) for each in years], years[0])
    view = OneOf(text("Figura:"), views, "map")

    def draw() -> tuple[str, charts.Picture | None]:
        return _sentence(country.code, year.value), _picture(view.value, country.code, year.value)

    return panel([[country], [year], [view]], draw)


def _picture(view: str, origin: str, year: int) -> charts.Picture:
    if view == "map":
        return charts.corridor_map(origin, year)
    if view == "concentration":
        return charts.concentration(origin, year)
    return charts.womens_share(origin, year=year)


def _sentence(origin: str, year: int) -> str:
    corridors, numbers = corridors_from(origin, year), class_numbers()
    said = text(
        "{origin}, {year}: {total} personas como mínimo, en los destinos que dan este origen ({count}). "
        "El mayor de ellos es {first}, con {persons} ({share} de las contadas).",
        origin=data.country_name(origin),
        year=year,
        total=numbers.write(corridors["stock"].sum()),
        count=len(corridors),
        first=corridors["country"][0],
        persons=numbers.write(corridors["stock"][0]),
        share=numbers.percent(corridors["share"][0]),
    )
    return " ".join([said, *missing_from(origin, corridors["destination"]).sentences(numbers)])
